import { incidentSubject } from './incidentSubject';
import { personSubject } from './personSubject';
import type { ReadSubject } from './subject';
import { personIn, TOWN } from './subjects';
import { townSubject } from './townSubject';

/** Reads a subject; what kind it is, the form of its id says. */
export const readSubject: ReadSubject = (deps, id) => {
  if (id === TOWN) return townSubject(deps);
  return personIn(id) === undefined ? incidentSubject(deps, id) : personSubject(deps, id);
};
