import { isOfOther, saidIn } from '../../../screens/forms';
import {
  type InterviewNote,
  type InterviewScreen,
  type Question,
  questionsOf,
} from '../../../screens/plainText';
import type { Caller } from '../../bot';
import type { Deps } from '../../deps';
import type { IncidentFile } from '../../ports/incidents';
import type { Draft, Interview } from '../../ports/people';
import { isOwn } from '../../queries/loadIncident';
import { draftFor, showDraft } from '../draft';

/* The draft that a report in plain text is about, and how its questions are put. */

/** The bot's word, and where the report is after it; no `interview`: it is over. */
export interface InterviewWord {
  screen: InterviewScreen;
  interview?: Interview | undefined;
  /** The message asks for something else, which comes first. */
  isAside?: boolean;
  touched?: readonly string[];
}

/** A draft as it is talked about. */
export interface Standing {
  draft: Draft;
  file: IncidentFile | undefined;
  values: Readonly<Record<string, string>>;
  questions: readonly Question[];
}

/** Undefined: the report has been sent or thrown away, on a card or in another window. */
export async function readStanding(deps: Deps, caller: Caller, id: string): Promise<Standing | undefined> {
  const [{ id: kept, file }, held] = await Promise.all([
    draftFor(deps, caller, id),
    deps.drafts.read(caller.person, id),
  ]);
  if (!held || kept !== id) return undefined;
  const draft = held.value;
  const isOnIncident = file !== undefined && isOwn(file, caller.person);
  const values = saidIn({ values: draft.values, isOnIncident });
  return { draft, file, values, questions: questionsOf(deps.municipality, values) };
}

/** The last question with the answers that it has now: to the municipality only where the party would read. */
export async function asAsked(
  deps: Deps,
  caller: Caller,
  { at, question }: { at: Standing; question: Question },
) {
  if (question.id !== 'send') return { spec: question.spec, shows: undefined };
  const { screen } = await showDraft(deps, caller, at.draft, at.file, 'review');
  const isParty = screen.kind === 'draft' && screen.page !== 'first' && screen.readers.isParty;
  const choices = question.spec.choices?.filter((one) => isParty || one !== 'sendMunicipality');
  return { spec: { ...question.spec, choices: choices ?? [] }, shows: screen };
}

export type Beside = { notes?: readonly InterviewNote[] } & Pick<InterviewScreen, 'problem'>;

/** Puts a question; before sending it is said what is answered, and who will read it. */
export async function putQuestion(
  deps: Deps,
  caller: Caller,
  {
    at,
    question,
    interview,
    notes = [],
    problem,
  }: Beside & { at: Standing; question: Question; interview: Interview },
): Promise<InterviewWord> {
  const { spec, shows } = await asAsked(deps, caller, { at, question });
  const isAgain = problem !== undefined || notes.includes('notUnderstood');
  const asked = {
    id: question.id,
    spec,
    isOfOther: isOfOther(at.values),
    // Whom it is about is filled in beforehand.
    isAnswered: question.id !== 'who' && !!at.values[question.id],
  };
  return {
    screen: { notes, problem, question: asked, shows: isAgain ? undefined : shows },
    interview: { ...interview, question: question.id },
  };
}
