import type { Incident } from '../../model/incident';
import type { RefusalReason } from '../../model/refusal';
import { victimOf } from '../succession';

/*
 * Two reports of one matter, the victim's own and somebody else's (routine, section 8): one incident goes on, the other ends and
 * leads to it. What was written stays with its author; who wrote the other one is told nothing.
 */

/** Who is shut out of an incident for good. */
export const outOf = ({ declined }: Incident): string[] =>
  declined.flatMap(({ person, why }) => (why === 'cannot' ? [] : [person])).sort();

/** Whether the same persons may read both: nobody reads by it what they may not read now. */
const hasSameReaders = (one: Incident, other: Incident): boolean =>
  one.route === other.route &&
  (one.route === 'municipality' || one.party === other.party) &&
  one.board === other.board &&
  outOf(one).join() === outOf(other).join();

/** Why one incident cannot go into another; undefined: it can. */
export function mergeFault(ending: Incident, goingOn: Incident): RefusalReason | undefined {
  const isOver = ending.state === 'closed' || goingOn.state === 'closed';
  if (isOver) return 'closed';
  const victim = victimOf(ending);
  const isAnothers = victim !== undefined && victim !== victimOf(goingOn);
  const isFit =
    ending.id !== goingOn.id &&
    ending.practice === goingOn.practice &&
    ending.reporter.kind !== 'self' &&
    ending.hidden === undefined &&
    goingOn.hidden === undefined &&
    !isAnothers;
  if (!isFit) return 'notOne';
  return hasSameReaders(ending, goingOn) ? undefined : 'otherReaders';
}

/** Whether an incident that went into another still takes what its writer adds: they are not told of that. */
export const isTaking = ({ mergedInto }: Incident): boolean =>
  mergedInto !== undefined && mergedInto.overAt === undefined;

/** An incident that went into another as its writer knows it: as if it had not. */
export function asUnmerged(incident: Incident): Incident {
  const { mergedInto } = incident;
  if (!mergedInto) return incident;
  const { overAt } = mergedInto;
  const unmerged = { ...incident, mergedInto: undefined, closedBy: undefined, closedAt: overAt };
  return overAt
    ? { ...unmerged, closeReason: 'finished' }
    : { ...unmerged, state: 'open', closeReason: undefined };
}
