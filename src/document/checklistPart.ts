import { recordFacts } from '../cards/pages/stepFields';
import { nameOf, ownerWords, type Scene } from '../cards/scene';
import { becauseWords, sectionWords, wordsOf } from '../cards/stepParts';
import { COMMON } from '../content/texts/common';
import { DOCUMENT } from '../content/texts/printed/document';
import { dayAndTime, dayWritten } from '../content/texts/time';
import type { CheckSectionSpec, StepSpec } from '../routine/model/routine';
import { stateOf, stored } from '../routine/rules/progress';
import { answerRow, type DocumentPart } from './model';

/* Bilaga 5 part 2: the routine's steps with owners and how they stand, and the control questions section by section. */

const WORDS = DOCUMENT.checklist;

/** How a step stands: done or not needed, when and by whom, and what was written down. */
function standing(scene: Scene, step: StepSpec): string {
  const { endedAt, endedBy } = stored(scene.incident, step.id);
  const state = stateOf(scene.incident, step, scene.routine, scene.now);
  const when = endedAt ? dayAndTime(endedAt) : '';
  const head = {
    done: WORDS.done(when, nameOf(scene, endedBy)),
    notApplicable: [WORDS.notApplicable(when), becauseWords(scene, step)].filter(Boolean).join(': '),
    open: COMMON.states.open,
    waiting: COMMON.states.waiting,
  }[state];
  const facts = recordFacts(scene, step).map(({ label, text }) =>
    DOCUMENT.report.line(label, dayWritten(text)),
  );
  return [head, ...facts].join('\n');
}

/** One section's steps. */
const stepsPart = (scene: Scene, section: string): DocumentPart => ({
  title: sectionWords(scene, section),
  level: 2,
  lines: [],
  table: {
    heads: WORDS.heads,
    // What was written down is the longest; the first holds the longest word of a step's title whole.
    widths: [5, 4, 6],
    rows: scene.routine.steps
      .filter((step) => step.section === section)
      .map((step) => [wordsOf(scene, step).title, ownerWords(scene, step), standing(scene, step)]),
  },
});

/** The boxes of a question: Ja, Nej, or none of them with why. */
function boxes(answer: string | undefined): readonly [string, string] {
  const tick = (is: boolean, word: string) => `${is ? WORDS.checked : WORDS.unchecked} ${word}`;
  const [yes, no] = [tick(answer === 'yes', DOCUMENT.yes), tick(answer === 'no', DOCUMENT.no)];
  return [yes, no];
}

/** The control questions of a section, and the comments as rows of their own table. */
function checkParts(scene: Scene, section: CheckSectionSpec): DocumentPart[] {
  const words = scene.routine.words.checks[section.id];
  const answers = scene.incident.checks[section.id]?.answers ?? {};
  const label = (id: string) => words?.labels[id] ?? id;
  const note = (id: string) => (answers[id] === 'notApplicable' ? `\n${WORDS.notAsked}` : '');
  const title = `${section.after.join(', ')} ${words?.title ?? ''}`.trim();
  return [
    ...(section.checks.length === 0
      ? []
      : [
          {
            title: `${title}: ${WORDS.checkHeads[0]?.toLowerCase() ?? ''}`,
            level: 2 as const,
            lines: [],
            table: {
              heads: WORDS.checkHeads,
              widths: [4, 1, 1],
              rows: section.checks.map(({ id }) => [`${label(id)}${note(id)}`, ...boxes(answers[id])]),
            },
          },
        ]),
    ...(section.comments.length === 0
      ? []
      : [
          {
            title: `${title}: ${WORDS.commentHeads[0]?.toLowerCase() ?? ''}`,
            level: 2 as const,
            lines: [],
            table: {
              heads: WORDS.commentHeads,
              widths: [1, 2],
              rows: section.comments.map(({ id }) =>
                answerRow(label(id), [answers[id] ?? ''], WORDS.unanswered),
              ),
            },
          },
        ]),
  ];
}

/** Bilaga 5 part 2. A section's control questions stand after the last section that they are asked after. */
export function checklistParts(scene: Scene): DocumentPart[] {
  const sections = [...new Set(scene.routine.steps.map(({ section }) => section))];
  const after = (section: string) => scene.routine.checks.filter((one) => one.after.at(-1) === section);
  return [
    { title: WORDS.title, slot: 'checklist', level: 1, lines: [] },
    ...sections.flatMap((section) => [
      stepsPart(scene, section),
      ...after(section).flatMap((checks) => checkParts(scene, checks)),
    ]),
  ];
}
