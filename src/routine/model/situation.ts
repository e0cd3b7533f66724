import type { Contact, PersonId } from './contact';
import type { Incident } from './incident';
import type { Retention, Routine } from './routine';

/** Those whom Teams could not reach, and when the newest attempt failed (ISO). */
export type Unreachable = ReadonlyMap<PersonId, string>;

/** Who holds which post: the contact list, and the posts that the municipality declares. */
export interface Roster {
  readonly contacts: readonly Contact[];
  readonly routine: Pick<Routine, 'posts'>;
}

/** What decides who has which place in an incident. */
export interface Cast extends Roster {
  readonly incident: Incident;
}

/** All that a rule may know: the incident, the list as it is now, who cannot be reached, the plan, the time. */
export interface Situation {
  incident: Incident;
  contacts: readonly Contact[];
  unreachable: Unreachable;
  routine: Routine;
  now: Date;
  /** Undefined: the municipality has not decided, and nothing is erased. */
  retention?: Retention | undefined;
  /** When a strategist was first told that it will be erased. ISO. */
  warnedAt?: string | undefined;
}

const isSame = (a: Situation, b: Situation): boolean =>
  a.contacts === b.contacts &&
  a.unreachable === b.unreachable &&
  a.routine === b.routine &&
  a.now.getTime() === b.now.getTime() &&
  a.retention === b.retention &&
  a.warnedAt === b.warnedAt;

/**
 * A rule that is worked out once a situation and then remembered: every role, notice and card asks it again. Known by
 * what the situation holds, so that a scene made of it finds the same answer.
 */
export function oncePerSituation<T>(rule: (situation: Situation) => T): (situation: Situation) => T {
  const last = new WeakMap<Incident, { situation: Situation; answer: T }>();
  return (situation) => {
    const before = last.get(situation.incident);
    if (before && isSame(before.situation, situation)) return before.answer;
    const answer = rule(situation);
    last.set(situation.incident, { situation, answer });
    return answer;
  };
}
