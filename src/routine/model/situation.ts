import type { Contact, PersonId } from './contact';
import type { Incident } from './incident';
import type { DataClass, Retention, Routine } from './routine';

/** A notice that has arrived: `kind|about` as in its key, and when (ISO). */
export interface Sent {
  kind: string;
  about: string;
  person: PersonId;
  at: string;
}

/** Those whom Teams could not reach, and when the newest attempt failed (ISO). */
export type Unreachable = ReadonlyMap<PersonId, string>;

/** Who holds which post: the contact list, and the posts that the municipality declares. */
export interface Roster {
  readonly contacts: readonly Contact[];
  readonly routine: Pick<Routine, 'posts'>;
}

/** All that decides who has which place in an incident. */
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
  /** When a strategist was first told that a class of its data will be erased. ISO, by class. */
  warnedAt?: Readonly<Partial<Record<DataClass, string>>> | undefined;
  /** The notices that have arrived, of those that the victim reads of. No rule of the routine asks it. */
  sent?: readonly Sent[] | undefined;
}

const isSameCast = (a: Cast, b: Cast): boolean =>
  a.contacts === b.contacts && a.routine.posts === b.routine.posts;

const isSame = (a: Situation, b: Situation): boolean =>
  a.contacts === b.contacts &&
  a.unreachable === b.unreachable &&
  a.routine === b.routine &&
  a.now.getTime() === b.now.getTime() &&
  a.retention === b.retention &&
  a.warnedAt === b.warnedAt;

/** Remembers a rule's last answer for an incident as long as it is given the same. */
const remembering =
  <S extends { readonly incident: Incident }>(isSameAs: (a: S, b: S) => boolean) =>
  <T>(rule: (given: S) => T): ((given: S) => T) => {
    const last = new WeakMap<Incident, { given: S; answer: T }>();
    return (given) => {
      const before = last.get(given.incident);
      if (before && isSameAs(before.given, given)) return before.answer;
      const answer = rule(given);
      last.set(given.incident, { given, answer });
      return answer;
    };
  };

/**
 * A rule that is worked out once a situation and then remembered: every role, notice and card asks it again. Known by
 * what the situation holds, so that a scene made of it finds the same answer.
 */
export const oncePerSituation = remembering<Situation>(isSame);

/** The same for a rule that asks only who has which place in an incident. */
export const oncePerCast = remembering<Cast>(isSameCast);
