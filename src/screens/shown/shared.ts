import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import { mapVersions } from '../../routine/rules/report/occurrences';

/** Stands for the victim's account where the viewer may not see whose it is. */
export const VICTIM: PersonId = 'victim';

/** The report as the victim lets the one who told of it read it: not how to reach the victim. */
export function sharedPart(incident: Incident): Partial<Incident> {
  const { victim, report, versions } = incident;
  const shown = <V extends { values: object; by: PersonId }>(one: V): V => ({
    ...one,
    by: one.by === victim.person ? VICTIM : one.by,
    values: { ...one.values, phone: undefined },
  });
  return {
    victim: { ...victim, person: victim.person && VICTIM, not: undefined },
    report: { ...report, phone: undefined },
    versions: versions?.map(shown),
    occurrences: mapVersions(incident, shown),
  };
}
