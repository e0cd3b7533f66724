import { COMMANDS } from '../../../content/texts/commands';
import { INTERVIEW_WORDS } from '../../../content/texts/interview/typed';
import { REMEMBERED_PARTY } from '../../../routine/model/codes';
import { isOfOther } from '../../../screens/forms';
import {
  type InterviewNote,
  LEAVE,
  questionBefore,
  questionLeft,
  questionNamed,
} from '../../../screens/plainText';
import type { Caller, TypedAnswer } from '../../bot';
import type { Deps } from '../../deps';
import type { Interview } from '../../ports/people';
import { parseMessage, plainWords } from '../parseMessage';
import { alarm } from '../raiseAlarm';
import { tell } from '../report';
import { start } from '../start';
import { safe } from '../submitReport';
import { type InterviewWord, putQuestion, readStanding } from './putQuestion';
import { type InterviewTurn, onwards, over, takeAnswer, takeTurn } from './turns';

/*
 * A report in plain text: the same draft as the cards', a question at a time. What is kept beside the draft is where one is.
 */

/** Begins a report in plain text, or goes on with the one that stands. */
export async function beginInterview(
  deps: Deps,
  caller: Caller,
  { said, before }: { said: TypedAnswer; before: Interview | undefined },
): Promise<InterviewWord> {
  const { screen } = await start(deps, caller);
  const first = screen.kind === 'draft' && screen.page === 'first' ? screen : undefined;
  const press = { caller, verb: 'safe', data: {} };
  const opened = first?.raised
    ? await tell(deps, caller, first.draft)
    : await safe(deps, press, { draft: first?.draft ?? before?.draft ?? '' });
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

/** "larma mitt parti": at once, on this very report. */
async function raiseAlarm(
  deps: Deps,
  caller: Caller,
  { route, ...turn }: InterviewTurn & { route: 'party' | 'municipality' },
): Promise<InterviewWord> {
  // Another's party is never told of an alarm.
  const own = isOfOther(turn.at.values) ? undefined : turn.at.values.party;
  const party = own || REMEMBERED_PARTY;
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
async function onWord(
  deps: Deps,
  caller: Caller,
  { word, ...turn }: InterviewTurn & { word: Word },
): Promise<InterviewWord> {
  const { at, question, interview } = turn;
  const again = (...notes: InterviewNote[]) => putQuestion(deps, caller, { at, question, interview, notes });
  switch (word) {
    case 'skip': {
      const mayNot = question.spec.required === true && !at.values[question.id];
      return mayNot ? again('notSkipped') : onwards(deps, caller, turn);
    }
    case 'back': {
      if (question.id === LEAVE.id) return takeTurn(deps, caller, { ...turn, code: 'goOn' });
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
      return raiseAlarm(deps, caller, { ...turn, route: word === 'alarmParty' ? 'party' : 'municipality' });
  }
}

/** The bot's word to what was typed in a report that goes on. */
export async function hearInterview(
  deps: Deps,
  caller: Caller,
  { interview, said }: { interview: Interview; said: TypedAnswer },
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
  const turn: InterviewTurn = {
    at,
    question,
    interview: next,
    said,
    notes: isDanger ? ['danger'] : [],
    isMended,
  };
  const word = wordIn(said.text);
  if (word) return onWord(deps, caller, { ...turn, word });
  if (isAside(said.text))
    return {
      ...(await putQuestion(deps, caller, { at, question: present, interview: next })),
      isAside: true,
    };
  return takeAnswer(deps, caller, turn);
}
