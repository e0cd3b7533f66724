import { PLAN } from '../../content/texts/printed/plan';
import type { Prefill } from '../../routine/model/condition';
import type { StepSpec } from '../../routine/model/routine';
import type { OneTap } from '../../routine/model/step';
import { choicesOf, labelOf, type NamedRoutine, sourceWords, stepNameOf } from './sentences';
import { type Column, tableLines } from './table';

/*
 * What stands on a step's card before anybody writes: what is read above the form, what is filled in, and the presses that are
 * a whole answer.
 */

const say = PLAN.onCards;

const COLUMNS: readonly Column[] = [
  { heading: PLAN.columns.step, width: 29 },
  { heading: say.columns.shows, width: 40 },
  { heading: say.columns.prefill, width: 44 },
  { heading: say.columns.onePress, width: 40 },
];

/** The lines above a step's form, a sentence each. */
export function shownWords(routine: NamedRoutine, { shows }: StepSpec): string[] {
  if (!shows) return [];
  const { who, report = [], records = [] } = shows;
  const labels = typeof report === 'object' ? report.map((one) => labelOfReport(routine, one)) : [];
  return [
    ...(who ? [who === 'name' ? say.name : say.who] : []),
    ...(report === 'police' ? [say.police] : labels.length > 0 ? [say.report(labels.join(', '))] : []),
    ...records.map(({ step, fields }) =>
      say.records(stepNameOf(routine, step), fields.map((field) => labelOf(routine, step, field)).join(', ')),
    ),
  ];
}

const labelOfReport = ({ words }: NamedRoutine, field: string): string =>
  words.report[`${field}.read`] ?? words.report[field] ?? field;

function prefillWords(routine: NamedRoutine, source: Prefill): string {
  switch (source.from) {
    case 'you':
      return say.you;
    case 'bothOfYou':
      return say.bothOfYou;
    case 'company':
      return say.company;
    case 'report':
      return say.told(labelOfReport(routine, source.field));
    default:
      return sourceWords(routine, source);
  }
}

const tapWords = (routine: NamedRoutine, { id }: StepSpec, tap: OneTap): string =>
  tap.does === 'chooses'
    ? say.chooses(choicesOf(routine, { step: id, field: tap.field }, [tap.choice]))
    : say.putsAside(reasonOf(routine, id, tap.reason));

const reasonOf = ({ words }: NamedRoutine, step: string, reason: string): string =>
  words.steps[step]?.reasons?.[reason] ?? reason;

/** The table of all steps whose card says or offers something beforehand. */
export function onCardsTable(routine: NamedRoutine): string[] {
  const rows = routine.steps.map((step) => [
    [routine.words.steps[step.id]?.short ?? step.id, `[${step.id}]`],
    shownWords(routine, step),
    Object.entries(step.prefill ?? {}).map(([field, sources]) =>
      say.field(
        labelOf(routine, step.id, field),
        sources.map((one) => prefillWords(routine, one)).join(PLAN.need.or),
      ),
    ),
    [
      ...(step.oneTap ?? []).map((tap) => tapWords(routine, step, tap)),
      ...(step.reasons ?? []).map((one) => say.putsAside(reasonOf(routine, step.id, one))),
    ].filter((text, index, all) => all.indexOf(text) === index),
  ]);
  const told = rows.filter(([, ...rest]) => rest.some((texts) => texts.length > 0));
  return tableLines(
    COLUMNS,
    told.map((cells) => cells.map((texts) => (texts.length > 0 ? texts : [PLAN.nothing]))),
  );
}
