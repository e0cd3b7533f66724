import type { Times } from '../../calendar/timeLimits';
import { addMinutes } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';

/* A question to many: "Är du OK?" after an event. Nothing of it is kept when it is over. */

/** The answers: all is well, or help is needed. */
export type AskAnswer = 'yes' | 'help';

/** Somebody who is asked. Times in ISO. */
export interface AskedPerson {
  /** Left out of who has no account here: they can only be rung. */
  person?: PersonId | undefined;
  /** Stands for them in the data of cards. */
  code: string;
  name: string;
  phone: string;
  answer?: { at: string; is: AskAnswer } | undefined;
  /** Somebody has rung them. */
  rung?: { at: string; by: PersonId } | undefined;
}

/** The question: who asked whom, and when. */
export interface OkayQuestion {
  id: string;
  at: string;
  by: PersonId;
  people: readonly AskedPerson[];
}

/** When those who have not answered are listed. */
export const listedAt = ({ at }: OkayQuestion, { okaySilent }: Times): Date =>
  addMinutes(new Date(at), okaySilent);

/** When it is over, whoever is silent. */
export const askingOverAt = ({ at }: OkayQuestion, { okayHours }: Times): Date =>
  addMinutes(new Date(at), okayHours * 60);

/** Whether somebody has neither answered nor been rung. */
const isSilent = ({ answer, rung }: AskedPerson): boolean => !answer && !rung;

/** How it stands: who needs help first, then who is silent, then who has been rung. Those who are well are a number. */
export function standingOf({ people }: OkayQuestion) {
  const needy = people.filter(({ answer }) => answer?.is === 'help');
  const silent = people.filter(isSilent);
  const rung = people.filter((one) => !one.answer && one.rung);
  return {
    needy,
    silent,
    rung,
    asked: people.length,
    well: people.length - needy.length - silent.length - rung.length,
  };
}

const changed = (
  asking: OkayQuestion,
  isMeant: (one: AskedPerson) => boolean,
  change: (one: AskedPerson) => AskedPerson,
): OkayQuestion => {
  const people = asking.people.map((one) => (isMeant(one) ? change(one) : one));
  return people.some((one, index) => one !== asking.people[index]) ? { ...asking, people } : asking;
};

/** With somebody's answer: the first stands, but help may be asked for after all is well. The same value: nothing is new. */
export const answered = (
  asking: OkayQuestion,
  person: PersonId,
  answer: NonNullable<AskedPerson['answer']>,
): OkayQuestion =>
  changed(
    asking,
    (one) => one.person === person,
    (one) => (one.answer && (one.answer.is === 'help' || answer.is === 'yes') ? one : { ...one, answer }),
  );

/** With the note that somebody was rung: the first stands. The same value: nothing is new. */
export const rungIn = (
  asking: OkayQuestion,
  code: string,
  rung: NonNullable<AskedPerson['rung']>,
): OkayQuestion =>
  changed(
    asking,
    (one) => one.code === code,
    (one) => (one.rung ? one : { ...one, rung }),
  );
