import type { PersonId } from '../../model/contact';

/* An exercise of the whole routine, among those who agree to it. */

/** Somebody who is asked to take part. Times in ISO. */
export interface Player {
  person: PersonId;
  /** Stands for them in the data of cards. */
  code: string;
  name: string;
  answer?: { at: string; is: 'yes' | 'no' } | undefined;
}

/** The exercise: who is asked, and the incident that is played once it has begun. */
export interface Practice {
  id: string;
  at: string;
  by: PersonId;
  players: readonly Player[];
  incident?: string | undefined;
}

const DAY = 86_400_000;

/** When it is taken away by itself. */
export const practiceOverAt = ({ at }: Practice, { practiceDays }: { practiceDays: number }): Date =>
  new Date(Date.parse(at) + practiceDays * DAY);

/** Those who agreed. */
export const playersIn = ({ players }: Practice): readonly Player[] =>
  players.filter(({ answer }) => answer?.is === 'yes');

/** With somebody's answer; who has agreed may change their mind at any time, others until it begins. The same value: nothing is new. */
export function playerSaid(
  practice: Practice,
  person: PersonId,
  answer: NonNullable<Player['answer']>,
): Practice {
  const before = practice.players.find((one) => one.person === person);
  if (!before || before.answer?.is === answer.is) return practice;
  if (practice.incident !== undefined && answer.is === 'yes') return practice;
  return {
    ...practice,
    players: practice.players.map((one) => (one === before ? { ...one, answer } : one)),
  };
}

/** Stands where a decision on erasure stands: an exercise needs none. */
export const PRACTICE_DECISION = 'practice';
