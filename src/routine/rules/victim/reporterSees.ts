import type { Incident } from '../../model/incident';
import type { Role } from '../roles/role';
import { isExcluded, victimOf } from '../succession';

/*
 * Who reported for another reads their own words and that they have come in; more only when the victim says so (routine, section 5), as
 * long as the victim says so.
 */

/** Whether there is somebody whom the victim may let see more: not an official who only wrote it down for them. */
export const mayBeLetIn = (incident: Incident): boolean => {
  const { reporter } = incident;
  return (
    victimOf(incident) !== undefined &&
    reporter.kind !== 'self' &&
    reporter.came === undefined &&
    incident.mergedInto === undefined &&
    !isExcluded(incident, reporter.person)
  );
};

/** The role that the victim's word gives to whoever reported; undefined: none. */
export function letInAs(incident: Incident): Role | undefined {
  const { reporterSees } = incident;
  if (!reporterSees || !mayBeLetIn(incident)) return undefined;
  return reporterSees.what === 'report' ? 'confidant' : 'follower';
}
