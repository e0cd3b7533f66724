import { LEAD } from '../../../content/texts/lead';
import { DETAILS, READ_FIRST } from '../../../content/texts/pages';
import { CALLS } from '../../../content/texts/people/calls';
import { PARTY_QUESTION } from '../../../content/texts/people/victimAsked';
import { REACH, TALK } from '../../../content/texts/timed';
import { QUIET } from '../../../content/texts/wishes/quiet';
import { CANNOT_ANSWER } from '../../../content/texts/wishes/unable';
import { assessmentStep } from '../../../routine/plan/traits';
import { isForColleagues } from '../../../routine/plan/unable';
import type { Scene } from '../../scene';
import { wordsOf } from '../../stepParts';
import type { ButtonView, CardView } from '../../view';

/*
 * Cards say "ring the victim" in many places, each in its own words. While they are not to be rung every one of these says
 * something else: in one place, so that no new card forgets it.
 */

/** Headings that ask to ring the victim. */
const TITLES: readonly string[] = [
  LEAD.ringFirst,
  LEAD.ringTitle,
  CALLS.victimTitle,
  REACH.nowTitle,
  REACH.askTitle,
  PARTY_QUESTION.askTitle,
];

/** Lines that do, or that say how to speak on the telephone. */
const LINES: readonly string[] = [
  LEAD.ringWords,
  LEAD.mistake,
  REACH.await,
  CALLS.victimLines,
  TALK.noAccount,
  DETAILS.empty,
  ...LEAD.askLines,
  ...PARTY_QUESTION.askLines,
  ...READ_FIRST.askLines,
];

interface Instead {
  title: string;
  line: string;
  button: string;
}

const insteadOf = ({ incident: { quiet } }: Scene): Instead =>
  quiet
    ? { title: QUIET.leadTitle, line: QUIET.otherLine, button: QUIET.otherButton }
    : { title: CANNOT_ANSWER.instead, line: CANNOT_ANSWER.insteadLine, button: CANNOT_ANSWER.insteadButton };

/** The words of a step that are about the victim's own voice, and what they become: of the dead the support is for others. */
function stepWordsInstead(scene: Scene, { line }: Instead): [string, string][] {
  const judging = assessmentStep(scene.routine);
  const forOthers = scene.routine.steps.filter((step) =>
    isForColleagues(scene.incident, step, scene.routine),
  );
  return [
    ...(judging ? [[wordsOf(scene, judging).help, line] as [string, string]] : []),
    ...forOthers.flatMap((step): [string, string][] => [
      [wordsOf(scene, step).title, CANNOT_ANSWER.colleaguesTitle],
      [wordsOf(scene, step).help, CANNOT_ANSWER.colleaguesLine],
    ]),
  ];
}

/** The same card without a word that asks to ring or write to the victim. */
export function inAnotherWay(scene: Scene, card: CardView): CardView {
  const instead = insteadOf(scene);
  const words = new Map<string, string>([
    ...TITLES.flatMap((title): [string, string][] => [
      [title, instead.title],
      [LEAD.afterwards(title), LEAD.afterwards(instead.title)],
    ]),
    ...LINES.map((line): [string, string] => [line, instead.line]),
    [REACH.offer, QUIET.offer],
    [REACH.show, instead.button],
    [LEAD.noNumber, ''],
    ...stepWordsInstead(scene, instead),
  ]);
  const said = (text: string): string => words.get(text) ?? text;
  const each = (lines: readonly string[]): string[] => [...new Set(lines.map(said))].filter(Boolean);
  const titled = (buttons: readonly ButtonView[]): ButtonView[] =>
    buttons.map((one) => ({ ...one, title: said(one.title) }));
  return {
    ...card,
    title: said(card.title),
    lines: each(card.lines),
    buttons: titled(card.buttons),
    below: {
      ...card.below,
      title: said(card.below.title),
      lines: each(card.below.lines),
      buttons: titled(card.below.buttons),
    },
  };
}
