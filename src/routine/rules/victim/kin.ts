import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';

/** Somebody near to a politician, who may be rung if something happens (plan 3.2.1): the politician's own words. */
export interface Kin {
  id: string;
  name: string;
  /** Who they are to the politician. */
  relation: string;
  phone: string;
  /** Something to think of before anybody rings. */
  note: string;
  /** When it was written, ISO. */
  at: string;
}

/** The most that one politician leaves. */
export const MOST_KIN = 3;

/** So long a second look is the same one, in milliseconds: a press that is made twice tells the politician once. */
const SAME_LOOK = 10 * 60_000;

/** Whether this person has just looked at whom to ring. */
export const hasJustLooked = (
  { kinLooks = [] }: Pick<Incident, 'kinLooks'>,
  person: PersonId,
  now: Date,
): boolean => kinLooks.some((one) => one.by === person && now.getTime() - Date.parse(one.at) < SAME_LOOK);
