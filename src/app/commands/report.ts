import { PRACTICE_CARD } from '../../content/texts/asking/practice';
import type { ActionOf, DraftPage } from '../../screens/actions';
import { note, nothingHere } from '../../screens/screen';
import { removeDraft } from '../aggregates/offers';
import type { Caller, Outcome, Press } from '../bot';
import { collapsePages } from '../chat/collapsePages';
import { closeForm, openForm } from '../chat/liveCard';
import type { Deps } from '../deps';
import { personAggregateId } from '../ports/states';
import { isOwn } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { orElse } from '../runtime/failures';
import { changeDraft, draftFor, keepPage, showDraft } from './draft';
import { withCallTold } from './guidance/callNotes';
import { showPage } from './showPage';
import { start } from './start';

/** Whether it was noted that a page of a report is open in (or was left on) the card of its incident. */
export async function noteForm(deps: Deps, press: Press, id: string, isOpen: boolean): Promise<boolean> {
  const noted = await decideAgain(
    () => deps.incidents.read(id),
    (file) => {
      const cards = isOpen ? openForm(deps, file, press) : closeForm(file, press);
      return cards.length > 0 ? { cards } : undefined;
    },
    (file, change) => deps.incidents.save(file, change),
  );
  return noted !== undefined;
}

/** The pages of a report. The page that was left is saved first, whatever is wrong with it. */
export async function turnPage(
  deps: Deps,
  press: Press,
  action: ActionOf<'toPage' | 'backTo'>,
): Promise<Outcome> {
  const { caller } = press;
  const { id, file } = await draftFor(deps, caller, action.draft);
  const { draft, problems } = await keepPage(deps, press, id, action.page, action);
  const show = (page: DraftPage, wrong = {}) => showDraft(deps, caller, draft, file, page, wrong);
  if (action.verb === 'backTo') return action.to === 'first' ? start(deps, caller) : show(action.to);
  if (Object.keys(problems).length > 0) return show(action.page, problems);
  return show(action.to);
}

/** "Spara och fortsätt senare". */
export async function keepDraft(deps: Deps, press: Press, action: ActionOf<'keepDraft'>): Promise<Outcome> {
  const { id } = await draftFor(deps, press.caller, action.draft);
  await keepPage(deps, press, id, action.page, action);
  return { screen: note('saved') };
}

/** "Kasta utkastet": the draft and the pages of it that stand open elsewhere are gone. */
export async function discard(deps: Deps, { caller, activityId }: Press, draft: string): Promise<Outcome> {
  const held = await orElse(deps, draft, deps.drafts.read(caller.person, draft), () => undefined);
  await removeDraft(deps, { person: caller.person, id: draft, files: held?.value.files });
  const others = (held?.value.shownIn ?? []).filter((activity) => activity !== activityId);
  await collapsePages(deps, caller.person, others);
  const hasFiles = (held?.value.files ?? []).length > 0;
  return { screen: note('discarded'), also: hasFiles ? [personAggregateId(caller.person)] : [] };
}

/** The words that a report begins with in an exercise. */
const INVENTED = { what: PRACTICE_CARD.report, kinds: 'threat', channel: 'phone' };

/** "Berätta vad som hänt": the report of an incident that began with an alarm. */
export async function tell(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const file = await deps.incidents.read(id);
  if (!file || !isOwn(file, caller.person)) return { screen: nothingHere, isNothing: true };
  if (file.incident.reportedAt)
    return showPage(deps, { caller, verb: 'show', data: {} }, { verb: 'show', id });
  const asksPhone: Record<string, string> = file.incident.report.phone ? {} : { asksPhone: 'yes' };
  const draft = await changeDraft(deps, caller, id, (one) => ({
    ...one,
    values: {
      party: file.incident.party ?? '',
      ...(file.incident.practice ? INVENTED : {}),
      ...withCallTold(one.values),
      who: 'me',
      ...asksPhone,
    },
  }));
  return showDraft(deps, caller, draft, file, 'what');
}
