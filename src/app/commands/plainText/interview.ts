import { choicesInWords } from '../../../content/choices';
import { COMMANDS } from '../../../content/texts/commands';
import { INTERVIEW_WORDS } from '../../../content/texts/interview/plainText';
import { dayOf } from '../../../routine/calendar/localTime';
import { REMEMBERED_PARTY } from '../../../routine/model/codes';
import { checkFields } from '../../../routine/model/fields';
import {
  type InterviewNote,
  LEAVE,
  type Question,
  questionAfter,
  questionBefore,
  questionLeft,
  questionNamed,
} from '../../../screens/plainText';
import type { Caller, Outcome, TypedAnswer } from '../../bot';
import type { Deps } from '../../deps';
import type { Interview } from '../../ports/people';
import { keepPage } from '../draft';
import { parseMessage } from '../parseMessage';
import { alarm } from '../raiseAlarm';
import { discard, tell } from '../report';
import { start } from '../start';
import { safe, send } from '../submitReport';
import {
  asAsked,
  type Beside,
  type InterviewWord,
  putQuestion,
  readStanding,
  type Standing,
} from './putQuestion';
import { plainWords, readAnswer } from './readAnswer';

/*
 * A report in plain text: the same draft as the cards', a question at a time. What is kept beside the draft is where one is.
 */

/** Begins a report in plain text, or goes on with the one that stands. */
export async function beginInterview(
  deps: Deps,
  caller: Caller,
  said: TypedAnswer,
  before: Interview | undefined,
): Promise<InterviewWord> {
  const { screen } = await start(deps, caller);
  const first = screen.kind === 'draft' && screen.page === 'first' ? screen : undefined;
  const press = { caller, verb: 'safe', data: {} };
  const opened = first?.raised
    ? await tell(deps, caller, first.draft)
    : await safe(deps, press, first?.draft ?? before?.draft ?? '');
  const id = opened.screen.kind === 'draft' ? opened.screen.draft : '';
  const at = await readStanding(deps, caller, id);
  if (!at) return { screen: { notes: ['gone'] } };
  const isSame = before?.draft === id;
  const left = isSame ? questionNamed(at.questions, before.question) : questionLeft(at.questions, at.values);
  const isResumed = first?.hasDraft ?? false;
  const question = isResumed ? left : questionNamed(at.questions, '');
  const interview: Interview = {
    draft: id,
    question: question.id,
    heard: { message: said.message, question: '' },
    at: deps.now().toISOString(),
  };
  return putQuestion(deps, caller, { at, question, interview, notes: [isResumed ? 'resumed' : 'intro'] });
}

type Word = keyof typeof INTERVIEW_WORDS;
const WORDS = Object.keys(INTERVIEW_WORDS) as Word[];

const wordIn = (text: string): Word | undefined =>
  WORDS.find((word) => INTERVIEW_WORDS[word].some((phrase) => phrase === plainWords(text)));

/** Commands that are answered beside a report, when they are written as they stand; "hot" alone is an answer. */
const ASIDE = ['contacts', 'mine', 'guidance', 'privacy'] as const;
const isAside = (text: string): boolean => {
  const said = plainWords(text);
  const isReport = said === 'rapportera hot' || parseMessage(text).kind === 'incident';
  return isReport || ASIDE.some((kind) => COMMANDS[kind].some((phrase) => phrase === said));
};

interface Turn {
  at: Standing;
  question: Question;
  interview: Interview;
  said: TypedAnswer;
  /** 112 goes before whatever else is said. */
  notes: readonly InterviewNote[];
  /** An earlier answer is mended: the question that was put stays. */
  isMended: boolean;
}

/** Where one goes after an answer that was taken. */
async function onwards(deps: Deps, caller: Caller, turn: Turn, isShort = false): Promise<InterviewWord> {
  const at = (await readStanding(deps, caller, turn.at.draft.id)) ?? turn.at;
  const question = turn.isMended
    ? questionNamed(at.questions, turn.interview.question)
    : questionAfter(at.questions, turn.question.id, isShort);
  return putQuestion(deps, caller, { at, question, interview: turn.interview, notes: turn.notes });
}

const over = (notes: readonly InterviewNote[], outcome?: Outcome): InterviewWord => ({
  screen: { notes, shows: outcome?.screen },
  touched: [outcome?.touched, ...(outcome?.also ?? [])].filter((id) => id !== undefined),
});

/** "Skicka": the receipt, read aloud; what is wrong is asked for again. */
async function sendIt(
  deps: Deps,
  caller: Caller,
  turn: Turn,
  isMunicipality: boolean,
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
async function decide(deps: Deps, caller: Caller, turn: Turn, code: string): Promise<InterviewWord> {
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
      return sendIt(deps, caller, turn, code === 'sendMunicipality');
    case 'more':
      return putQuestion(deps, caller, {
        at,
        question: questionAfter(at.questions, 'more'),
        interview,
        notes: turn.notes,
      });
    default:
      return onwards(deps, caller, turn, code === 'no');
  }
}

/** An answer to a question: kept if it can be, else the question is put again with what may be answered. */
async function answer(deps: Deps, caller: Caller, turn: Turn): Promise<InterviewWord> {
  const { at, question, interview, said } = turn;
  const { spec } = await asAsked(deps, caller, at, question);
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
  if (!question.page) return decide(deps, caller, turn, value);
  await keepPage(deps, { caller }, at.draft.id, question.page, { [question.id]: value });
  return onwards(deps, caller, turn.isMended ? { ...turn, notes: [...turn.notes, 'changed'] } : turn);
}

/** "larma mitt parti": at once, on this very report. */
async function raiseAlarm(deps: Deps, caller: Caller, turn: Turn, route: 'party' | 'municipality') {
  const party = turn.at.values.party || REMEMBERED_PARTY;
  const press = { caller, verb: 'alarmParty', data: {} };
  const outcome = await alarm(deps, press, turn.at.draft.id, route, { party });
  const at = (await readStanding(deps, caller, turn.at.draft.id)) ?? turn.at;
  const question = questionNamed(at.questions, turn.question.id);
  const next = await putQuestion(deps, caller, {
    at,
    question,
    interview: turn.interview,
    notes: ['goesOn'],
  });
  const touched = over([], outcome).touched ?? [];
  return { ...next, screen: { ...next.screen, shows: outcome.screen }, touched };
}

/** One of the words that are no answers. */
async function onWord(deps: Deps, caller: Caller, turn: Turn, word: Word): Promise<InterviewWord> {
  const { at, question, interview } = turn;
  const again = (...notes: InterviewNote[]) => putQuestion(deps, caller, { at, question, interview, notes });
  switch (word) {
    case 'skip': {
      const mayNot = question.spec.required === true && !at.values[question.id];
      return mayNot ? again('notSkipped') : onwards(deps, caller, turn);
    }
    case 'back': {
      if (question.id === LEAVE.id) return decide(deps, caller, turn, 'goOn');
      const before = questionBefore(at.questions, question.id);
      return before ? putQuestion(deps, caller, { at, question: before, interview }) : again('first');
    }
    case 'save': {
      const left = question.id === LEAVE.id ? interview.heard.question : question.id;
      return { ...over(['saved']), interview: { ...interview, question: left, isPaused: true } };
    }
    case 'cancel':
      return putQuestion(deps, caller, { at, question: LEAVE, interview });
    case 'repeat':
      return again();
    case 'help':
      return again('help');
    case 'alarm':
      return again('whichAlarm');
    default:
      return raiseAlarm(deps, caller, turn, word === 'alarmParty' ? 'party' : 'municipality');
  }
}

/** The bot's word to what was typed in a report that goes on. */
export async function hearInterview(
  deps: Deps,
  caller: Caller,
  interview: Interview,
  said: TypedAnswer,
): Promise<InterviewWord> {
  const at = await readStanding(deps, caller, interview.draft);
  if (!at) return over(['gone']);
  const present = questionNamed(at.questions, interview.question);
  const isSame = said.message !== '' && said.message === interview.heard.message;
  if (isSame && !said.isEdited) return putQuestion(deps, caller, { at, question: present, interview });
  if (said.isEdited && !isSame)
    return putQuestion(deps, caller, { at, question: present, interview, notes: ['olderEdit'] });
  const isMended = isSame && interview.heard.question !== '' && interview.heard.question !== LEAVE.id;
  const question = isMended ? questionNamed(at.questions, interview.heard.question) : present;
  const isDanger = parseMessage(said.text).kind === 'danger';
  // After "avbryt" the question that was left is kept: one may want to go on.
  const left = present.id === LEAVE.id ? interview.heard.question : question.id;
  const heard = { message: said.message, question: left };
  const next: Interview = { ...interview, heard, at: deps.now().toISOString() };
  const turn: Turn = { at, question, interview: next, said, notes: isDanger ? ['danger'] : [], isMended };
  const word = wordIn(said.text);
  if (word) return onWord(deps, caller, turn, word);
  if (isAside(said.text))
    return {
      ...(await putQuestion(deps, caller, { at, question: present, interview: next })),
      isAside: true,
    };
  return answer(deps, caller, turn);
}
