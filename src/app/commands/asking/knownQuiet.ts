import { type PersonId, quietIn } from '../../../routine/model/contact';
import { victimOf } from '../../../routine/rules/succession';
import { seen } from '../../../screens/seen';
import type { Deps } from '../../deps';
import { loadListed, rolesOf, viewingOf } from '../../queries/loadIncident';
import { incidentsOf } from '../../queries/myIncidents';

/**
 * Those of some persons who are not to be rung nor written to, as far as a reader knows it already from an incident of theirs: to everybody
 * else they are silent like anybody.
 */
export async function knownQuiet(
  deps: Deps,
  reader: PersonId,
  persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const rows = await deps.contacts.read();
  const quiet = quietIn(rows);
  const known = new Set<PersonId>();
  for (const person of persons.filter((one) => quiet.has(one))) {
    const read = await loadListed(deps, await incidentsOf(deps, person), rows);
    const tells = read.some((one) => {
      const { incident } = one.situation;
      if (incident.state !== 'open' || victimOf(incident) !== person) return false;
      if (person === reader || rolesOf(one, reader).size === 0) return false;
      const shown = seen(viewingOf(one, reader, '')).incident;
      return shown.quiet !== undefined || shown.unable !== undefined;
    });
    if (tells) known.add(person);
  }
  return known;
}
