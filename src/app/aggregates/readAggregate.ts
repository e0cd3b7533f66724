import { personIn, TOWN } from '../ports/states';
import type { ReadSubject } from './aggregate';
import { incidentSubject } from './incident';
import { townSubject } from './municipality';
import { personOwner } from './person';

/** Reads a subject; what kind it is, the form of its id says. */
export const readSubject: ReadSubject = (deps, id) => {
  if (id === TOWN) return townSubject(deps);
  return personIn(id) === undefined ? incidentSubject(deps, id) : personOwner(deps, id);
};
