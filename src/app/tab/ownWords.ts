import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import { rolesIn } from '../../routine/rules/access';
import { withoutHidden } from '../../routine/rules/report/hidden';
import { versionsOf } from '../../routine/rules/report/versions';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import type { OwnWords, OwnWordsScreen } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { loadIncident, viewingOf } from '../queries/loadIncident';
import { looked } from '../queries/looks';
import { ALL_LISTED } from '../queries/myIncidents';
import { decideAgain } from '../runtime/decideAgain';

/** All that a person ever wrote in a report and in the events that were added to it, oldest first. */
function wordsOf(incident: Incident, person: PersonId): OwnWords['versions'] {
  const added = (incident.occurrences ?? []).flatMap(({ versions }) => versions);
  return [...versionsOf(incident), ...added]
    .filter(({ by }) => by === person)
    .map(({ at, values }) => ({ at, values }))
    .sort((a, b) => a.at.localeCompare(b.at));
}

/** One incident's words of a person who wrote in it, and the look that taking them is; undefined: none. */
async function taken(deps: Deps, person: PersonId, id: string): Promise<OwnWords | undefined> {
  const done = await decideAgain(
    () => loadIncident(deps, id),
    async ({ situation }) => {
      if (isLeftAlone(situation.incident, person)) return undefined;
      // A name that somebody had hidden is hidden from who wrote it too.
      const incident = withoutHidden(situation.incident, situation.routine);
      const roles = rolesIn(situation, person);
      const versions = roles.has('victim') || roles.has('reporter') ? wordsOf(incident, person) : [];
      if (versions.length === 0) return undefined;
      const { reference, createdAt, routine } = incident;
      return { own: { incident: { id, reference, createdAt, routine }, versions } };
    },
    (read) => deps.incidents.save(read.file, looked(viewingOf(read, person, ''), 'ownWords')),
  );
  return done?.own;
}

/** A person's own words in all of their incidents, to take along. */
export async function ownWordsOf(deps: Deps, person: PersonId): Promise<OwnWordsScreen> {
  const rows = await deps.index.of(person, ALL_LISTED);
  const own: OwnWords[] = [];
  for (const { id } of rows) {
    const words = await taken(deps, person, id);
    if (words) own.push(words);
  }
  return { kind: 'ownWords', own };
}
