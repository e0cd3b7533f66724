import { BUTTON, DANGER_STRIP, TROUBLE } from '../../content/texts/common';
import { entriesOf, isCode, isOfCard } from '../../screens/beside/typed';
import { shownPart } from '../../screens/forms';
import { card, field, plain } from '../parts';
import { emergency, policeLink } from '../scene';
import type { ButtonView, FactView, FieldView, ItemView, View } from '../view';

/** A press that failed, as it came: unchecked. */
export interface FailedPress {
  verb: string;
  data: unknown;
}

/** Presses that ask somebody to come to one's help; nothing is typed in them. */
const ALARMS: ReadonlySet<string> = new Set(
  'alarmParty alarmMunicipality raiseAcute callNow callMe okayHelp'.split(' '),
);
/** Bytes of typed text that are put back, all inputs together: Teams refuses a card that is too big. */
const MOST_BYTES = 18_000;

/** The typed texts as inputs of the same names, as much as a card may hold. */
function typedFields(entries: readonly [string, string][]): FieldView[] {
  let left = MOST_BYTES;
  return entries.flatMap(([id, text]) => {
    const value = shownPart(text);
    const bytes = Buffer.byteLength(JSON.stringify(value));
    if (bytes > left) return [];
    left -= bytes;
    return [field({ id, kind: text.length > 60 ? 'text' : 'name' }, { label: TROUBLE.typed, value })];
  });
}

/** Typed texts to copy from, where no press takes them any more: as much as a card may hold. */
export function typedFacts(texts: readonly string[] = []): FactView[] {
  return typedFields(texts.map((text, at) => [String(at), text] as const)).map(({ value }) => ({
    label: TROUBLE.typed,
    text: String(value),
  }));
}

/**
 * An unexpected fault: what to do now, and the id that the operators' log has. Of a press that failed it keeps what was
 * typed, in inputs of the same names, and has the press once more as its button: nothing of it was stored.
 * @param toRing whom to ring instead, where the contact list has been read
 */
export function troubleCard(id: string, press?: FailedPress, toRing: readonly ItemView[] = []): View {
  const isAlarm = press !== undefined && ALARMS.has(press.verb);
  const entries = press ? entriesOf(press.data).filter(([, value]) => value.length < 60_000) : [];
  const isOwn = (key: string) => isAlarm || isOfCard(key);
  const fields = typedFields(entries.filter(([key, value]) => !isOwn(key) && !isCode(value)));
  const shown = new Set(fields.map((one) => one.id));
  const data = Object.fromEntries(
    entries.filter(([key, value]) => !shown.has(key) && (isOwn(key) || isCode(value))),
  );
  const again: ButtonView[] =
    press && press.verb !== ''
      ? [
          {
            title: BUTTON.tryAgain,
            verb: press.verb,
            data,
            style: 'positive',
            mode: 'primary',
            inputs: 'auto',
          },
        ]
      : [];
  return card({
    danger: [DANGER_STRIP[0] ?? ''],
    title: isAlarm ? TROUBLE.alarmTitle : TROUBLE.title,
    items: toRing,
    links: [emergency, policeLink],
    lines: isAlarm
      ? [TROUBLE.alarm, TROUBLE.code(id)]
      : [...(fields.length > 0 ? [TROUBLE.kept] : []), ...TROUBLE.lines(id)],
    fields,
    buttons: [...again, plain(BUTTON.report, 'start', {}), plain(BUTTON.contacts, 'contacts', {})],
  });
}
