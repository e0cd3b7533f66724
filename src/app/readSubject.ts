import { personSubject, townSubject } from './fileSubject';
import { incidentSubject } from './incidentSubject';
import type { ReadSubject } from './subject';
import { personIn, TOWN } from './subjects';

/** Reads a subject; what kind it is, the form of its id says. */
export const readSubject: ReadSubject = (deps, id) => {
  if (id === TOWN) return townSubject(deps);
  return personIn(id) === undefined ? incidentSubject(deps, id) : personSubject(deps, id);
};
