import { choicesInWords } from '../../../content/choices';
import { dayOf } from '../../../routine/calendar/localTime';
import { checkFields } from '../../../routine/model/fields';
import { type InterviewNote, type Question, questionAfter, questionNamed } from '../../../screens/plainText';
import type { Caller, Outcome, TypedAnswer } from '../../bot';
import type { Deps } from '../../deps';
import type { Interview } from '../../ports/people';
import { keepPage } from '../draft';
import { discard } from '../report';
import { send } from '../submitReport';
import {
  asAsked,
  type Beside,
  type InterviewWord,
  putQuestion,
  readStanding,
  type Standing,
} from './putQuestion';
import { readAnswer } from './readAnswer';

/* An answer in a report in plain text, and where one goes after it. */

/** A turn: what was said, to which question. */
export interface InterviewTurn {
  at: Standing;
  question: Question;
  interview: Interview;
  said: TypedAnswer;
  /** 112 goes before whatever else is said. */
  notes: readonly InterviewNote[];
  /** An earlier answer is mended: the question that was put stays. */
  isMended: boolean;
  /** The questions that may be passed over are. */
  isShort?: boolean;
}

/** Where one goes after an answer that was taken. */
export async function onwards(deps: Deps, caller: Caller, turn: InterviewTurn): Promise<InterviewWord> {
  const at = (await readStanding(deps, caller, turn.at.draft.id)) ?? turn.at;
  const question = turn.isMended
    ? questionNamed(at.questions, turn.interview.question)
    : questionAfter(at.questions, turn.question.id, turn.isShort);
  return putQuestion(deps, caller, { at, question, interview: turn.interview, notes: turn.notes });
}

export const over = (notes: readonly InterviewNote[], outcome?: Outcome): InterviewWord => ({
  screen: { notes, shows: outcome?.screen },
  touched: [outcome?.touched, ...(outcome?.also ?? [])].filter((id) => id !== undefined),
});

/** "Skicka": the receipt, read aloud; what is wrong is asked for again. */
async function sendIt(
  deps: Deps,
  caller: Caller,
  { isMunicipality, ...turn }: InterviewTurn & { isMunicipality: boolean },
): Promise<InterviewWord> {
  const { id } = turn.at.draft;
  const press = { caller, verb: 'send', data: {} };
  const outcome = await send(deps, press, { draft: id }, isMunicipality);
  const { screen } = outcome;
  if (screen.kind !== 'draft') return over([...turn.notes, 'sent'], outcome);
  const problems = screen.page === 'first' ? undefined : screen.refusal?.problems;
  const [wrong, problem] = Object.entries(problems ?? {})[0] ?? [];
  if (wrong === undefined) return over(['gone']);
  const question = questionNamed(turn.at.questions, wrong);
  return putQuestion(deps, caller, {
    at: turn.at,
    question,
    interview: turn.interview,
    notes: turn.notes,
    problem,
  });
}

/** A turn of the cards' buttons: to tell more, to leave, to send. */
export async function takeTurn(
  deps: Deps,
  caller: Caller,
  { code, ...turn }: InterviewTurn & { code: string },
): Promise<InterviewWord> {
  const { at, interview } = turn;
  const back = questionNamed(at.questions, interview.heard.question);
  switch (code) {
    case 'discard':
      await discard(deps, { caller, verb: 'discard', data: {} }, at.draft.id);
      return over(['discarded']);
    case 'keep':
      return { ...over(['saved']), interview: { ...interview, question: back.id, isPaused: true } };
    case 'goOn':
      return putQuestion(deps, caller, { at, question: back, interview, notes: turn.notes });
    case 'send':
    case 'sendMunicipality':
      return sendIt(deps, caller, { ...turn, isMunicipality: code === 'sendMunicipality' });
    case 'more':
      return putQuestion(deps, caller, {
        at,
        question: questionAfter(at.questions, 'more'),
        interview,
        notes: turn.notes,
      });
    default:
      return onwards(deps, caller, { ...turn, isShort: code === 'no' });
  }
}

/** An answer to a question: kept if it can be, else the question is put again with what may be answered. */
export async function takeAnswer(deps: Deps, caller: Caller, turn: InterviewTurn): Promise<InterviewWord> {
  const { at, question, interview, said } = turn;
  const { spec } = await asAsked(deps, caller, { at, question });
  const today = dayOf(deps.now());
  const value = readAnswer(spec, said.text, { choices: choicesInWords(deps.municipality, spec), today });
  const again = (more: Beside) =>
    putQuestion(deps, caller, {
      at,
      question,
      interview,
      ...more,
      notes: [...turn.notes, ...(more.notes ?? [])],
    });
  if (value === undefined || value.trim() === '') return again({ notes: ['notUnderstood'] });
  const problem = checkFields([spec], { [spec.id]: value }, today).problems[spec.id];
  if (problem) return again({ problem });
  if (!question.page) return takeTurn(deps, caller, { ...turn, code: value });
  await keepPage(deps, { caller }, at.draft.id, question.page, { [question.id]: value });
  return onwards(deps, caller, turn.isMended ? { ...turn, notes: [...turn.notes, 'changed'] } : turn);
}
