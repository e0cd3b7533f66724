import type { FieldSpec } from '../../model/fields';
import type { StepSpec } from '../../model/step';
import type { Labels } from '../../model/words';
import { ofStep, type Plan } from './refer';

/*
 * Words that are missing: a card would show a code in their place.
 */

const missing = (where: string, what: string): string => `${where} has no ${what}: give it one in \`words\`.`;

const without = (where: string, words: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(words)
    .filter(([, text]) => !text)
    .map(([what]) => missing(where, what));

function ofSteps({ steps, words }: Plan): string[] {
  return steps.flatMap((step) => {
    const own = words.steps[step.id];
    if (!own) return [missing(ofStep(step), 'words')];
    const { title, help, short, done } = own;
    return [
      ...without(ofStep(step), { title, help, short, done }),
      ...(step.partOf ? without(ofStep(step), { beside: own.beside }) : []),
      ...(step.passOn ? without(ofStep(step), { passOn: own.passOn }) : []),
      ...(step.asksAgain ? without(ofStep(step), { again: own.again }) : []),
      ...(step.informs ? without(ofStep(step), { informs: own.informs }) : []),
      ...(step.opens === 'ifArises' ? without(ofStep(step), { arises: own.arises }) : []),
      ...(step.later ? without(ofStep(step), { later: own.later }) : []),
      ...(step.victimMay ? without(ofStep(step), { victim: own.victim }) : []),
      ...(step.talkFirst
        ? without(ofStep(step), { talkFirst: own.answers?.talkFirst && own.answers.talkAsked })
        : []),
      ...(step.reasons ?? [])
        .filter((code) => !own.reasons?.[code])
        .map((code) => missing(ofStep(step), `word for its reason "${code}"`)),
      ...(step.answers
        ? without(ofStep(step), { answers: own.answers?.yes && own.answers.no && own.answers.write })
        : []),
    ];
  });
}

/** Answers that every form has words for. */
const COMMON: ReadonlySet<string> = new Set(['yes', 'no', 'notApplicable']);

/** Labels of fields, and words of what is chosen in them. `step`: the one that they are of; empty for the report. */
function ofFields(
  plan: Plan,
  {
    fields,
    labels,
    where,
    step,
  }: { fields: readonly FieldSpec[]; labels: Labels; where: string; step: string },
): string[] {
  const { choices } = plan.words;
  return fields.flatMap((field) => {
    const words = choices[`${step}.${field.id}`] ?? choices[field.id] ?? {};
    const untold = (field.choices ?? []).filter((code) => !COMMON.has(code) && !words[code]);
    return [
      ...(labels[field.id] ? [] : [missing(where, `label for its field "${field.id}"`)]),
      ...untold.map((code) => missing(where, `word for "${code}" of "${field.id}"`)),
    ];
  });
}

const ofSections = ({ steps, words }: Plan): string[] =>
  [...new Set(steps.map((step) => step.section))]
    .filter((section) => !words.sections[section])
    .map((section) => missing(`Section ${section}`, 'name'));

const ofChecks = ({ checks, words }: Plan): string[] =>
  checks.flatMap((section) => {
    const own = words.checks[section.id];
    const where = `Check "${section.id}"`;
    return [
      ...(own?.title ? [] : [missing(where, 'title')]),
      ...[...section.checks, ...section.comments]
        .filter(({ id }) => !own?.labels[id])
        .map(({ id }) => missing(where, `label for "${id}"`)),
    ];
  });

const fieldsOfStep = (plan: Plan, step: StepSpec): string[] =>
  ofFields(plan, {
    fields: step.fields,
    labels: plan.words.fields[step.id] ?? {},
    where: ofStep(step),
    step: step.id,
  });

/** Words that are missing, each with where to give them. */
export const wordFaults = (plan: Plan): string[] => [
  ...ofSteps(plan),
  ...plan.steps.flatMap((step) => fieldsOfStep(plan, step)),
  ...ofSections(plan),
  ...ofChecks(plan),
  ...plan.pages.flatMap((page) =>
    ofFields(plan, { fields: page.fields, labels: plan.words.report, where: `Page "${page.id}"`, step: '' }),
  ),
];
