import type { Municipality } from '../../content/municipalities/municipality';
import { PLAN } from '../../content/texts/printed/plan';
import { POSTS } from '../../content/texts/printed/posts';
import { REPORT } from '../../content/texts/report';
import type { FieldSpec } from '../../routine/model/fields';
import type { Routine } from '../../routine/model/routine';
import type { StepSpec } from '../../routine/model/step';
import type { Labels } from '../../routine/model/words';
import { taskTable, warningLines } from './byChannel';
import { differenceOf } from './difference';
import { findingsOf } from './findings';
import { onCardsTable } from './onCards';
import { pictureOf } from './picture';
import { postTable } from './posts';
import {
  conditionWords,
  dueWords,
  followWords,
  type NamedRoutine,
  openingWords,
  ownerText,
  reminderWords,
  sourceWords,
} from './sentences';
import { type Column, tableLines } from './table';

const { columns } = PLAN;
const STEPS: readonly Column[] = [
  { heading: columns.step, width: 29 },
  { heading: columns.owner, width: 20 },
  { heading: columns.opens, width: 18 },
  { heading: columns.need, width: 30 },
  { heading: columns.due, width: 17 },
  { heading: columns.remind, width: 18 },
  { heading: columns.follows, width: 28 },
  { heading: columns.records, width: 28 },
];

const orNothing = (texts: readonly string[]): readonly string[] =>
  texts.length > 0 ? texts : [PLAN.nothing];

/** Labels as others than the one who writes read them. */
const fieldWords = (fields: readonly FieldSpec[], labels: Labels = {}): string[] =>
  fields.map(
    ({ id, required, requiredIf }) =>
      `${labels[`${id}.read`] ?? labels[id] ?? id}${required ? PLAN.required : requiredIf ? PLAN.requiredIf : ''}`,
  );

const stepCells = (routine: NamedRoutine, step: StepSpec): (readonly string[])[] => [
  [routine.words.steps[step.id]?.short ?? step.id, `[${step.id}]`],
  [ownerText(routine, step)],
  [openingWords(routine, step)],
  [step.need ? conditionWords(routine, step.need) : PLAN.always],
  [dueWords(routine, step)],
  orNothing(reminderWords(routine, step)),
  orNothing(followWords(routine, step)),
  orNothing(fieldWords(step.fields, routine.words.fields[step.id])),
];

/** Steps in the plan's order; a new table where the section changes. */
function stepTables(routine: NamedRoutine): string[] {
  const { steps, words } = routine;
  return steps.flatMap((step, index) => {
    if (steps[index - 1]?.section === step.section) return [];
    const next = steps.findIndex((one, at) => at > index && one.section !== step.section);
    const group = steps.slice(index, next === -1 ? undefined : next);
    return [
      `${step.section} ${words.sections[step.section] ?? ''}`,
      '',
      ...tableLines(
        STEPS,
        group.map((one) => stepCells(routine, one)),
      ),
      '',
    ];
  });
}

function checkTable(routine: NamedRoutine): string[] {
  const say = PLAN.checks;
  const rows = routine.checks.flatMap((section) =>
    [...section.checks, ...section.comments].map(({ id, from }, index) => {
      const own = routine.words.checks[section.id];
      return [
        index === 0 ? [own?.title ?? section.id, say.after(section.after.join(', '))] : [],
        [own?.labels[id] ?? id],
        [index < section.checks.length ? say.answer : say.comment],
        [sourceWords(routine, from)],
      ];
    }),
  );
  const { section, question, answer, from } = say.columns;
  const widths = [
    { heading: section, width: 30 },
    { heading: question, width: 46 },
    { heading: answer, width: 22 },
    { heading: from, width: 44 },
  ];
  return tableLines(widths, rows);
}

const pageTable = (routine: Routine): string[] =>
  tableLines(
    [
      { heading: PLAN.pages.page, width: 30 },
      { heading: PLAN.pages.fields, width: 60 },
    ],
    routine.pages.map(({ id, fields }) => [[REPORT[`${id}Title`]], fieldWords(fields, routine.words.report)]),
  );

const statusLines = ({ status, words }: Routine): string[] =>
  status.map((row) =>
    typeof row === 'object'
      ? (words.status[row.step] ?? words.steps[row.step]?.short ?? row.step)
      : PLAN.status[row],
  );

const list = (texts: readonly string[]): string[] => texts.map((text) => `- ${text}`);

/** A plan as a document of plain text: tables, what to look at, and a picture. */
export function planDocument(municipality: Municipality, version: Routine): string {
  const { name, names, parties, boards, channelWords } = municipality;
  const routine: NamedRoutine = { ...version, names };
  const { headings } = PLAN;
  const part = (heading: string, lines: readonly string[]): string[] => [heading, '', ...lines, ''];
  return [
    PLAN.heading(name, routine.version),
    '',
    ...stepTables(routine),
    PLAN.requiredNote,
    '',
    ...part(headings.onCards, onCardsTable(routine)),
    ...part(headings.bringsInFor(names), [
      routine.bringsInFor ? PLAN.bringsInFor[routine.bringsInFor](names) : PLAN.bringsInFor.nobody,
    ]),
    ...part(POSTS.heading, postTable(routine.posts, names)),
    ...part(headings.checks, checkTable(routine)),
    ...part(headings.pressing, [routine.pressing ? conditionWords(routine, routine.pressing) : PLAN.nothing]),
    ...part(headings.byChannel, taskTable(routine, channelWords)),
    ...part(headings.warnings, list(warningLines(routine, channelWords))),
    ...part(headings.pages, pageTable(routine)),
    ...part(headings.status, list(statusLines(routine))),
    ...part(headings.parties(names), list(parties.map((party) => party.name))),
    ...(boards.length > 0 ? part(headings.boards, list(boards.map((board) => board.name))) : []),
    ...part(headings.findings, list(findingsOf(routine))),
    ...part(headings.picture, pictureOf(routine)),
  ].join('\n');
}

/**
 * A municipality's plan: the routine of new incidents whole, and of each older version, which incidents still go by, what
 * differs from the one that came after it.
 */
export function planDocuments(municipality: Municipality): string {
  const { name, versions } = municipality;
  const [present, ...older] = versions.map((version) => ({
    version: version.version,
    text: planDocument(municipality, version),
  }));
  // The first lines say which version it is, which is no difference.
  const body = (text: string) => text.split('\n').slice(1);
  let after = present;
  const differences = older.flatMap((one) => {
    const next = after ?? one;
    after = one;
    const lines = differenceOf(body(one.text), body(next.text));
    const told = lines.length > 0 ? lines : [PLAN.older.same];
    return [
      '',
      PLAN.older.heading(name, one.version, next.version),
      '',
      PLAN.older.marks(next.version),
      '',
      ...told,
    ];
  });
  return [present?.text ?? '', ...differences].join('\n');
}
