import type { ActionOf } from '../../../screens/actions';
import type { Caller, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { newId } from '../../runtime/ids';
import { changeDraft, draftFor } from '../draft';
import { changePerson, start } from '../start';
import { safe } from '../submitReport';
import { CALL_PAGE } from './phoneCall';

/* Advice (Bilaga 2), and the report that each situation ends in. */

/** The draft of what happens now: that of a standing alarm or an untouched one; what was begun before is another matter. */
async function draftNow(deps: Deps, caller: Caller): Promise<{ draft: string; hasParty: boolean }> {
  const { screen } = await start(deps, caller);
  if (screen.kind !== 'draft' || screen.page !== 'first') return { draft: newId(deps), hasParty: false };
  const { draft, hasParty, hasDraft, raised } = screen;
  // The notes of a call are gone on with: the call may go on, too.
  const isCall = hasDraft && (await deps.drafts.read(caller.person, draft))?.value.page === CALL_PAGE;
  return { draft: hasDraft && !raised && !isCall ? newId(deps) : draft, hasParty };
}

/** The advice of a situation. From an incident's tasks it leads back there; else to an alarm or a report. */
export async function showSituation(
  deps: Deps,
  caller: Caller,
  { situation, id }: ActionOf<'situation'>,
): Promise<Outcome> {
  if (id !== undefined) return { screen: { kind: 'guide', situation, incident: id } };
  return { screen: { kind: 'guide', situation, ...(await draftNow(deps, caller)) } };
}

/** "Rapportera det här": the report with kind and channel filled in, where they are not said already. */
export async function reportSituation(
  deps: Deps,
  press: Press,
  action: ActionOf<'reportSituation'>,
): Promise<Outcome> {
  const { caller } = press;
  const { id, file } = await draftFor(deps, caller, action.draft);
  const { kind } = deps.municipality.guidance[action.situation];
  await changeDraft(deps, caller, id, (one) => ({
    ...one,
    values: { kinds: kind, channel: action.channel, ...one.values },
  }));
  // "rapportera hot" opens it again. An id that stands for an incident is no new draft of theirs.
  if (!file) await changePerson(deps, caller, (row) => ({ ...row, draft: id }));
  return safe(deps, press, { draft: id });
}
