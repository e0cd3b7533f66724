import type { Incident } from '../../model/incident';

/** Reports that come so close to each other may be of one event: two days. */
const NEAR = 48 * 3_600_000;

/** Whether two incidents came so close to each other that it is asked whether they are one event. */
export const isNear = (one: Pick<Incident, 'createdAt'>, other: Pick<Incident, 'createdAt'>): boolean =>
  Math.abs(Date.parse(one.createdAt) - Date.parse(other.createdAt)) <= NEAR;
