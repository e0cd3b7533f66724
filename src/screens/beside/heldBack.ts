import type { Incident } from '../../routine/model/incident';

/**
 * The reasons to hold back, for those who help: that the victim hides, or cannot answer. Why they cannot is for who works on the incident;
 * others hear that it is so.
 */
export const heldBack = ({ quiet, unable }: Incident, isHelper: boolean): Partial<Incident> =>
  isHelper ? { quiet, unable: unable && { why: 'later', at: unable.at, by: '' } } : {};
