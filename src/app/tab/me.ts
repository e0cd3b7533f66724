import { addDays, dayOf } from '../../routine/calendar/localTime';
import type { PersonId } from '../../routine/model/contact';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import { seen } from '../../screens/seen';
import type { MeScreen } from '../../screens/tab/tabScreens';
import { cardRowOf } from '../chat/liveCard';
import type { Deps } from '../deps';
import { type LoadedIncident, loadListed, rolesOf, viewingOf } from '../queries/loadIncident';
import { newId } from '../runtime/ids';
import { newestFirst, PAGE, pageOf } from './listed';
import { listsOf, pagesOf } from './viewed';

/** Whether it is about a person or they reported it, and may be shown on their phone. */
function isOwn(read: LoadedIncident, person: PersonId): boolean {
  const roles = rolesOf(read, person);
  return (roles.has('victim') || roles.has('reporter')) && !isLeftAlone(read.situation.incident, person);
}

/** A page of a person's own incidents, from the index; what it has not noted yet of the newest is looked for in them. */
async function ownOf(deps: Deps, person: PersonId, from: string | undefined) {
  const [own, newest, contacts] = await Promise.all([
    deps.index.among(person, 'own', { limit: PAGE + 1, after: from }).then(pageOf),
    from === undefined ? deps.index.of(person, PAGE) : [],
    deps.contacts.read(),
  ]);
  const wanted = new Map([...own.rows, ...newest].map((row) => [row.id, row]));
  const listed = new Set(own.rows.map(({ id }) => id));
  const read = (await loadListed(deps, [...wanted.values()], contacts)).filter((one) => isOwn(one, person));
  const rows = read.filter(
    ({ file }) => listed.has(file.incident.id) || cardRowOf(file.cards, person)?.value.places === undefined,
  );
  rows.sort(newestFirst);
  return { rows, next: own.next };
}

/** *Min sida*: a page of the incidents that are about the person or that they reported, and drafts. */
export async function me(deps: Deps, person: PersonId, from?: string): Promise<MeScreen> {
  const [{ rows, next }, drafts, row] = await Promise.all([
    ownOf(deps, person, from),
    deps.drafts.of(person),
    deps.people.read(person),
  ]);
  const isWatched = row?.value.quiet?.why === 'watched';
  const { draftEraseDays } = deps.municipality.routine.times;
  return {
    kind: 'me',
    own: rows.map((one) => {
      const viewing = viewingOf(one, person, newId(deps));
      return { scene: seen(viewing), pages: pagesOf(viewing), acts: listsOf(viewing) };
    }),
    next,
    drafts: drafts
      .filter(({ values }) => !isWatched && Object.values(values).some((value) => value !== ''))
      .map(({ id, updatedAt }) => ({
        ...{ id, at: updatedAt },
        eraseOn: addDays(dayOf(new Date(updatedAt)), draftEraseDays),
      })),
    now: deps.now().toISOString(),
  };
}
