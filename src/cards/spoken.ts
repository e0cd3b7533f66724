import { choicesInWords } from '../content/choices';
import type { Municipality } from '../content/municipalities/municipality';
import { COMMON } from '../content/texts/common';
import { INTERVIEW, INTERVIEW_LABELS } from '../content/texts/interview/plainText';
import { problemText } from '../content/texts/refusals';
import { REPORT } from '../content/texts/report';
import { isOfOther, saidIn } from '../screens/forms';
import type { InterviewNote, InterviewScreen } from '../screens/plainText';
import type { DraftScreen, Screen } from '../screens/screen';
import { NOTHING_TYPED } from './parts';
import { present } from './present';
import { reportLabel } from './report/reportFacts';
import { reviewParts } from './report/review';
import type { CardView, ItemView, LinkView, RowView, View } from './view';

/* A card as it is read aloud, and the questions of a report in plain text. No buttons: they are said in words. */

const NUMBER = /^tel:/;

const digits = (text: string): string => text.replace(/\D/g, '');

/** A number to ring: its button says it, as a rule. */
const linkWords = ({ title, url }: LinkView): string =>
  digits(title).endsWith(digits(url)) ? title : `${title}: ${url.replace(NUMBER, '')}`;

const itemWords = ({ text, detail, links }: ItemView): string =>
  [text, detail, ...links.filter(({ url }) => NUMBER.test(url)).map(linkWords)].filter(Boolean).join('. ');

/** A line of progress: what its sign says, in words. */
const rowWords = ({ sign, text, note }: RowView): string => {
  const state = sign === COMMON.signs.done ? COMMON.states.done : COMMON.states.waiting;
  return `${text}: ${note || state}`;
};

function cardWords(data: CardView): string[] {
  return [
    ...data.danger,
    data.title,
    data.problem,
    ...data.lines,
    ...data.facts.map(({ label, text }) => `${label}${label.endsWith('?') ? '' : ':'} ${text}`),
    ...data.items.map(itemWords),
    ...data.links.filter(({ url }) => NUMBER.test(url)).map(linkWords),
    ...data.rows.map(rowWords),
    data.below.title,
    ...data.below.rows.map(rowWords),
    data.footnote,
  ];
}

/** The words of a card, a line each. */
const spoken = (view: View): string[] =>
  (view.name === 'card' ? cardWords(view.data) : [view.data.text]).filter((line) => line !== '');

const noteWords = (note: InterviewNote): readonly string[] => [INTERVIEW[note]].flat();

/**
 * The report before it is sent: which questions have an answer, and who will read it. Not the answers: this stays in the chat, and
 * they stand above in the person's own words.
 */
function reviewWords(screen: DraftScreen, municipality: Municipality): string[] {
  const scene = { ...screen, values: saidIn(screen), municipality, typed: NOTHING_TYPED };
  const { labels, consent } = reviewParts(scene);
  const later = isOfOther(screen.values) ? REPORT.consentOther : INTERVIEW.mayChange;
  return [INTERVIEW.answered(COMMON.listAnd(labels.map(lowerFirst))), consent, later];
}

const lowerFirst = (text: string): string =>
  text.slice(0, 1).toLowerCase() + text.slice(1).replace(/\?$/, '');

const shownWords = (screen: Screen, municipality: Municipality): string[] =>
  screen.kind === 'draft' && screen.page !== 'first'
    ? reviewWords(screen, municipality)
    : spoken(present(screen, municipality));

type Asked = NonNullable<InterviewScreen['question']>;

/** How a question may be answered. */
function ways({ spec, isAnswered }: Asked, problem: boolean): string[] {
  const how = {
    choice: INTERVIEW.mayChoose,
    choices: INTERVIEW.maySeveral,
    date: INTERVIEW.mayDate,
    time: INTERVIEW.mayTime,
  }[spec.kind as string];
  const has = isAnswered && !problem ? [INTERVIEW.has] : [];
  return [...(how ? [how] : []), ...(has.length > 0 ? has : spec.required ? [] : [INTERVIEW.maySkip])];
}

function questionWords(asked: Asked, municipality: Municipality, hasProblem: boolean): string[] {
  const { id, spec, isOfOther } = asked;
  const own: Readonly<Record<string, string>> = {
    ...INTERVIEW_LABELS,
    leave: INTERVIEW.leave,
    send: INTERVIEW.send,
  };
  const said = isOfOther ? (own[`${id}.other`] ?? own[id]) : own[id];
  const label = said ?? reportLabel(municipality.routine.words.report, id, isOfOther ? 'other' : 'own');
  const choices = spec.choices ? choicesInWords(municipality, spec) : [];
  return [
    label,
    ...choices.map(({ title }, index) => `${index + 1}. ${title}`),
    ways(asked, hasProblem).join(' '),
  ];
}

/** The bot's word in a report in plain text: parts with an empty line between them. */
export function spokenInterview(screen: InterviewScreen, municipality: Municipality): string {
  const { notes, shows, problem, question } = screen;
  const parts = [
    ...notes.flatMap(noteWords),
    ...(shows ? [shownWords(shows, municipality).join('\n')] : []),
    ...(problem ? [problemText(problem)] : []),
    ...(notes.includes('sent') ? [INTERVIEW.after] : []),
    ...(question
      ? [
          questionWords(question, municipality, problem !== undefined)
            .filter(Boolean)
            .join('\n'),
        ]
      : []),
  ];
  return parts.filter((part) => part !== '').join('\n\n') || COMMON.fallback;
}
