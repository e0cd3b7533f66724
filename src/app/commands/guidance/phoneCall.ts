import { clockOf, dayOf } from '../../../routine/calendar/localTime';
import { checkFields } from '../../../routine/model/fields';
import { CALL_TAPS, type CallPart, callFields, tapped } from '../../../routine/rules/report/phoneCall';
import type { ActionOf } from '../../../screens/actions';
import { nothingHere } from '../../../screens/screen';
import type { Data, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import type { Draft } from '../../ports/people';
import { changeDraft, draftFor } from '../draft';
import { changePerson } from '../start';
import { safe } from '../submitReport';

/* The checklist of a call, saved at each press: a draft of the person's own until it becomes a report. */

/** The page of a draft that is such a checklist. */
export const CALL_PAGE = 'call';

const partOf = (data: Data): CallPart => (data.from === 'caller' ? 'caller' : 'ask');

/** The typed texts, of the inputs that were sent. */
function typedIn(deps: Deps, data: Data): Record<string, string> {
  const { values } = checkFields(callFields(partOf(data)), data, dayOf(deps.now()));
  return Object.fromEntries(Object.entries(values).filter(([id]) => data[id] !== undefined));
}

interface Kept {
  id: string;
  draft: Draft | undefined;
}

interface Change {
  data: Data & { draft: string };
  change?: (values: Record<string, string>) => Record<string, string>;
}

/** Saves what was typed, and what a tap changes. A checklist that holds nothing is not begun. */
async function keep(
  deps: Deps,
  { caller, activityId }: Press,
  { data, change = (values) => values }: Change,
): Promise<Kept> {
  const { id, file } = await draftFor(deps, caller, data.draft);
  const held = (await deps.drafts.read(caller.person, id))?.value;
  const typed = typedIn(deps, data);
  const isEmpty = Object.values(change(typed)).every((value) => value === '');
  if (isEmpty && !held) return { id, draft: undefined };
  const now = deps.now();
  const begun = { kinds: 'threat', channel: 'phone', date: dayOf(now), time: clockOf(now) };
  const draft = await changeDraft(deps, caller, id, (one) => ({
    ...one,
    page: CALL_PAGE,
    shownIn: activityId ? [...new Set([...(one.shownIn ?? []), activityId])] : one.shownIn,
    values: change({ ...begun, ...one.values, ...typed }),
  }));
  if (!file) await changePerson(deps, caller, (row) => (row.draft === id ? row : { ...row, draft: id }));
  return { id, draft };
}

const shown = ({ id, draft }: Kept, part: CallPart, now: Date): Outcome => ({
  screen: {
    kind: 'call',
    draft: id,
    part,
    values: draft?.values ?? {},
    savedAt: draft?.updatedAt,
    now: now.toISOString(),
  },
});

/** A part of the checklist; what was typed on the one before is saved. */
export async function callForm(deps: Deps, press: Press, action: ActionOf<'callForm'>): Promise<Outcome> {
  const kept = await keep(deps, press, { data: action });
  return shown(kept, action.part, deps.now());
}

/** A tap on what is heard. */
export async function callTap(deps: Deps, press: Press, action: ActionOf<'callTap'>): Promise<Outcome> {
  const { tap, code } = action;
  if (!(CALL_TAPS[tap] as readonly string[]).includes(code)) return { screen: nothingHere, isNothing: true };
  const kept = await keep(deps, press, {
    data: action,
    change: (values) => ({
      ...values,
      [tap]: tapped(values, tap, [code, action.isOn === 'yes']),
    }),
  });
  return shown(kept, 'caller', deps.now());
}

/** "Gör en rapport": what was noted becomes words of the report. */
export async function callReport(deps: Deps, press: Press, action: ActionOf<'callReport'>): Promise<Outcome> {
  const { id } = await keep(deps, press, { data: action });
  return safe(deps, press, { draft: id });
}
