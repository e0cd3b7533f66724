import { PAGE_RULES } from '../../routine/acts/pages';
import type { FormAt } from '../../routine/acts/row';
import { mayKnowOf } from '../../routine/rules/access';
import { mayRing, owesSilence, partyRows } from '../../routine/rules/reading';
import { may } from '../../routine/rules/roles/may';
import type { ActionOf } from '../../screens/actions';
import { incidentScreen, nothingHere, pageScreen } from '../../screens/screen';
import type { Outcome, Press } from '../bot';
import { cardRowOf, closeForm, openForm, shownInList } from '../chat/liveCard';
import type { Deps } from '../deps';
import type { Change } from '../ports/incidents';
import { aroundOf } from '../queries/joined/around';
import { type LoadedIncident, loadIncident, rolesOf, victimEmail, viewingOf } from '../queries/loadIncident';
import { lookAt, looked } from '../queries/looks';
import { decideAgain } from '../runtime/decideAgain';
import { newId } from '../runtime/ids';
import { act } from './incident';

type Showing = ActionOf<'page'> | ActionOf<'show'>;

/** Pages that lead to the victim in Teams. */
const REACHING: ReadonlySet<string> = new Set([
  ...['details', 'bookTalk', 'reach', 'step'],
  ...['readDecision', 'askParty', 'askReading'],
]);

/** A page or the present state: nothing changes but what is noted beside the incident. */
export async function showPage(deps: Deps, press: Press, action: Showing): Promise<Outcome> {
  const shown = await decideAgain(
    () => loadIncident(deps, action.id),
    (read) => shownPage(deps, read, press, action),
    async ({ file }, { change }) => (change ? deps.incidents.save(file, change) : 'saved'),
  );
  return shown?.outcome ?? { screen: nothingHere };
}

/** The page that was asked for; undefined: the present state was. */
const pageIn = (action: Showing): FormAt | undefined =>
  action.verb === 'page' ? [action.page, action.step ?? action.about ?? ''] : undefined;

/** A page, or the live screen where it cannot be had; `change`: what is noted of it beside the incident. */
async function shownPage(
  deps: Deps,
  read: LoadedIncident,
  press: Press,
  action: Showing,
): Promise<{ outcome: Outcome; change?: Change } | undefined> {
  const { person } = press.caller;
  const mine = rolesOf(read, person);
  if (mine.size === 0) return undefined;
  const asked = pageIn(action);
  const isReaching = asked && REACHING.has(asked[0]) && mayRing(read.situation, { person, roles: mine });
  const email = isReaching ? await victimEmail(deps, read, person) : undefined;
  const around =
    (asked?.[0] === 'event' || asked?.[0] === 'merge') && may(mine, 'joinEvent')
      ? await aroundOf(deps, read, person)
      : undefined;
  const viewing = { ...viewingOf(read, person, newId(deps)), victimEmail: email, around };
  const page = asked && pageScreen(viewing, asked);
  const what =
    page && 'page' in page && page.page === asked[0] && PAGE_RULES[asked[0]].shows
      ? lookAt(viewing, asked)
      : undefined;
  const cards = page
    ? openForm(deps, read.file, press)
    : shownInList(
        deps,
        { closed: closeForm(read.file, press), held: cardRowOf(read.file.cards, person) },
        press,
      );
  // A closed incident is looked at once a month: the head of its looks is logged all the same.
  const isRare = what !== undefined && read.file.incident.state === 'closed';
  const outcome: Outcome = {
    screen: page ?? incidentScreen(viewing),
    touched: page && !isRare ? undefined : action.id,
  };
  return what || cards.length > 0 ? { outcome, change: { cards, ...looked(viewing, what) } } : { outcome };
}

/**
 * Somebody of a party promises silence: stored with its time on their own rows of the contact list, so that whoever gets the
 * post next is asked anew; then what they were about to read, which for whoever is asked for numbers is the look itself. Of
 * anybody who is not asked for it, it stores nothing.
 */
export async function confirmSilence(
  deps: Deps,
  press: Press,
  { id, page, about }: ActionOf<'confirmSilence'>,
): Promise<Outcome> {
  const { person } = press.caller;
  const read = await loadIncident(deps, id);
  const viewing = read && viewingOf(read, person, newId(deps));
  if (viewing && owesSilence(viewing, viewing.viewer)) {
    const ids = partyRows(viewing, person).map((row) => row.id);
    await deps.contacts.silence(ids, { at: deps.now().toISOString(), by: person });
  }
  if (page === 'kin' && viewing && !mayKnowOf(viewing.viewer.roles))
    return act(deps, { ...press, rev: undefined }, { verb: 'readKin', id });
  return showPage(deps, press, { verb: 'page', id, page, step: about, about });
}
