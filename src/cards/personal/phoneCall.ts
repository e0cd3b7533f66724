import { CALL, CALL_HEARD, CALL_LABELS } from '../../content/texts/guidance/phoneCall';
import { moment } from '../../content/texts/time';
import { CALL_TAPS, type CallPart, type CallTap, callFields } from '../../routine/rules/report/phoneCall';
import type { CallScreen } from '../../screens/guide';
import { button, card, extra, fields, NOTHING_TYPED, primary } from '../parts';
import type { ButtonView, View } from '../view';

/** A row of buttons for what is heard; what was tapped has a sign, and is taken back by the same button. */
function tapRow({ draft, values }: CallScreen, tap: CallTap): { buttons: ButtonView[] } {
  const held = (values[tap] ?? '').split(',');
  const titles: Readonly<Record<string, string>> = CALL_HEARD[tap].taps;
  return {
    buttons: CALL_TAPS[tap].map((code) => {
      const isHeld = held.includes(code);
      const title = isHeld ? `✓ ${titles[code]}` : (titles[code] ?? code);
      const data = { draft, from: 'caller', tap, code, isOn: isHeld ? 'no' : 'yes' };
      return button(title, 'callTap', data);
    }),
  };
}

const TAPS = Object.keys(CALL_TAPS) as CallTap[];

/** The checklist of a call, one of its two parts. Every press saves what stands in it. */
export function callCard(screen: CallScreen): View {
  const { draft, part, values, savedAt, now } = screen;
  const other: CallPart = part === 'ask' ? 'caller' : 'ask';
  return card({
    danger: CALL.danger,
    kicker: CALL.kicker,
    corner: savedAt ? CALL.saved(moment(savedAt, new Date(now))) : '',
    title: part === 'ask' ? CALL.askTitle : CALL.callerTitle,
    lines: part === 'ask' ? CALL.askLines : CALL.callerLines,
    choices: part === 'caller' ? TAPS.map((tap) => tapRow(screen, tap)) : [],
    fields: fields(callFields(part), CALL_LABELS, values, NOTHING_TYPED),
    buttons: [
      primary(CALL.save, 'callForm', { draft, from: part, part }),
      button(part === 'ask' ? CALL.toCaller : CALL.toAsk, 'callForm', { draft, from: part, part: other }),
      button(CALL.report, 'callReport', { draft, from: part }),
      extra(CALL.discard, 'discard', { draft }),
    ],
    footnote: CALL.footnote,
  });
}
