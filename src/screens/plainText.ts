import { YES_NO } from '../routine/model/codes';
import type { FieldSpec } from '../routine/model/fields';
import type { Problem } from '../routine/model/refusal';
import type { DraftPage } from './actions';
import { type Asking, draftFields, EXTRA_PAGES, mainPages } from './forms';
import type { Screen } from './screen';

/* The report in plain text: the questions of its pages, one at a time. */

type Values = Readonly<Record<string, string>>;

/** A question: a field of the report, or one of the turns that the cards have buttons for. */
export interface Question {
  /** Its name in what is stored. */
  id: string;
  spec: FieldSpec;
  /** The page of the report that keeps the answer; undefined: it decides where to go, and is not kept. */
  page?: DraftPage;
}

const turn = (id: string, choices: readonly string[]): Question => ({
  id,
  spec: { id, kind: 'choice', required: true, choices },
});

/** Whether to tell more, to keep what was written, and to send. */
const MORE = turn('more', YES_NO);
/** Asked after "avbryt". */
export const LEAVE = turn('leave', ['keep', 'discard', 'goOn']);
const SEND = turn('send', ['send', 'sendMunicipality', 'more']);
const WHO: Question = {
  id: 'who',
  spec: { id: 'who', kind: 'choice', required: true, choices: ['me', 'other'] },
  page: 'you',
};

/** Every question of a report, in order, by what has been said already. */
export function questionsOf(asking: Asking, values: Values): readonly Question[] {
  const on = (pages: readonly DraftPage[]): Question[] =>
    pages.flatMap((page) => draftFields(page, asking, values).map((spec) => ({ id: spec.id, spec, page })));
  return [
    ...(values.isOnIncident ? [] : [WHO]),
    ...on(mainPages(values).filter((page) => page !== 'review')),
    MORE,
    ...on(EXTRA_PAGES),
    ...on(['review']),
    SEND,
  ];
}

/** The question of that name; what is not asked any more, for another answer has changed, gives the first. */
export const questionNamed = (questions: readonly Question[], id: string): Question =>
  [...questions, LEAVE].find((one) => one.id === id) ?? questions[0] ?? MORE;

/** The question after one. `isShort`: what may be told beside is passed over. */
export function questionAfter(questions: readonly Question[], id: string, isShort = false): Question {
  const extras = new Set<DraftPage | undefined>(EXTRA_PAGES);
  const left = questions.slice(questions.findIndex((one) => one.id === id) + 1);
  return left.find(({ page }) => !isShort || !extras.has(page)) ?? SEND;
}

/** The question before one; undefined: it is the first. From the last page one comes back to whether to tell more. */
export function questionBefore(questions: readonly Question[], id: string): Question | undefined {
  const at = questions.findIndex((one) => one.id === id);
  const before = questions[at - 1];
  return before?.page && EXTRA_PAGES.includes(before.page) && questions[at]?.page === 'review'
    ? questions.find((one) => one.id === MORE.id)
    : before;
}

/** The question at which a draft that was left is gone on with: the first without an answer, before more is told. */
export function questionLeft(questions: readonly Question[], values: Values): Question {
  const isAnswered = ({ id, page }: Question) => id === WHO.id || (page !== undefined && !!values[id]);
  const until = questions.findIndex(({ id }) => id === MORE.id);
  const open = questions.slice(0, until).find((one) => !isAnswered(one));
  return Object.keys(values).length === 0 ? questionNamed(questions, WHO.id) : (open ?? MORE);
}

/** A thing that is said beside a question; its words are in `content/`. */
export type InterviewNote =
  | 'intro'
  | 'danger'
  | 'resumed'
  | 'help'
  | 'whichAlarm'
  | 'goesOn'
  | 'notUnderstood'
  | 'notSkipped'
  | 'first'
  | 'saved'
  | 'discarded'
  | 'gone'
  | 'olderEdit'
  | 'changed'
  | 'sent';

/** The app's word in a report in plain text. */
export interface InterviewScreen {
  notes: readonly InterviewNote[];
  /** Read aloud before the question: the report as it stands, or what came of it. */
  shows?: Screen | undefined;
  /** Wrong with the answer. */
  problem?: Problem | undefined;
  question?: (Pick<Question, 'id' | 'spec'> & { isOfOther: boolean; isAnswered: boolean }) | undefined;
}
