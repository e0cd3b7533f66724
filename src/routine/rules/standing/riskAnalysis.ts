import { addDays } from '../../calendar/localTime';
import { type Contact, isActive, type PersonId } from '../../model/contact';
import type { FieldSpec } from '../../model/fields';
import { postOf, standsAs } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { isSilent } from '../reading';

/*
 * One's own risk analysis (Bilaga 1): six questions for oneself. Nothing is stored unless the person shows it to the officer of
 * their party, and then for a time.
 */

/** The questions, in the plan's order. */
export const RISK_QUESTIONS = ['activity', 'knowledge', 'lessen', 'where', 'protection', 'help'] as const;

/** An analysis that is shown to somebody. Times in ISO; `looks`: who has read it, and in which message. */
export interface SharedRisk {
  id: string;
  at: string;
  to: readonly PersonId[];
  values: Readonly<Record<string, string>>;
  looks: readonly { by: PersonId; at: string; in?: string | undefined }[];
}

const DAY = 86_400_000;
/** How long it is kept, in days. */
export const RISK_KEPT_DAYS = 30;

/** When it is erased, in milliseconds. */
export const riskErasedAt = ({ at }: SharedRisk): number => Date.parse(at) + RISK_KEPT_DAYS * DAY;

/** The answers, and the party whose officer is to read them. */
export const riskFields = (parties: readonly string[]): FieldSpec[] => [
  ...RISK_QUESTIONS.map((id): FieldSpec => ({ id, kind: 'text' })),
  { id: 'party', kind: 'choice', choices: parties, required: true },
];

/** The day on which one wants to be reminded: a year ahead at most. */
export const RISK_DAY: readonly FieldSpec[] = [
  { id: 'day', kind: 'date', required: true, mayBeFuture: true },
];
export const isDayAhead = (day: string, today: string): boolean => day > today && day <= addDays(today, 366);

/** The rows of those who read it: who is asked first in that party, and has an account; never oneself. */
export function riskReaders({ contacts, routine }: Roster, party: string, self: PersonId): Contact[] {
  const officers = contacts.filter(
    (one) =>
      isActive(one) &&
      one.party === party &&
      one.person !== undefined &&
      one.person !== self &&
      postOf(routine.posts, one)?.per === 'party' &&
      standsAs(routine.posts, one, 'firstContact'),
  );
  const first = Math.min(...officers.map(({ order }) => order));
  return officers.filter(({ order }) => order === first);
}

/** A person's rows by which they are an officer of a party. */
export const officerRows = ({ contacts, routine }: Roster, person: PersonId): Contact[] =>
  contacts.filter(
    (one) =>
      isActive(one) &&
      one.person === person &&
      one.party !== undefined &&
      standsAs(routine.posts, one, 'firstContact'),
  );

/** Whether an officer has promised silence in this term. */
export const hasPromised = (rows: readonly Contact[], now: Date): boolean =>
  rows.some((row) => isSilent(row, now));
