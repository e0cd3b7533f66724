import type { Amount, Limit } from '../../model/condition';
import { reportSchema } from '../../model/report';
import { REPORT_PAGE_IDS, type ReportPage } from '../../model/routine';
import { OWNERS, type StepSpec } from '../../model/step';
import { effectsOf, isVictimAsked, reportStep } from '../traits';
import { fieldOf, limitsOf, ofStep, type Plan, quoted, repeated } from './refer';

/*
 * What stands twice, what nobody can be or do, and limits without a length.
 */

const twice = (what: string, ids: readonly string[]): string[] =>
  repeated(ids).map((id) => `${what} "${id}" is named twice: give each an id of its own.`);

/** Ids as cards send them: a press on a step names it so. */
const ID = /^[a-z][a-z0-9-]{0,59}$/i;

const ids = (plan: Plan): string[] => [
  ...twice(
    'Step',
    plan.steps.map((step) => step.id),
  ),
  ...twice(
    'Check',
    plan.checks.map((section) => section.id),
  ),
  ...twice(
    'Page',
    plan.pages.map((page) => page.id),
  ),
  ...plan.steps.flatMap((step) =>
    twice(
      `${ofStep(step)}: field`,
      step.fields.map((field) => field.id),
    ),
  ),
  ...plan.checks.flatMap(({ id, checks, comments }) =>
    twice(
      `Check "${id}": question`,
      [...checks, ...comments].map((one) => one.id),
    ),
  ),
  ...plan.steps
    .filter((step) => !ID.test(step.id))
    .map((step) => `${ofStep(step)}: give it an id of letters, digits and dashes.`),
];

function owners(plan: Plan): string[] {
  const isBroughtIn = plan.steps.some((step) => (step.bringsIn?.when.length ?? 0) > 0);
  return plan.steps.flatMap((step) => {
    const where = ofStep(step);
    if (!OWNERS.includes(step.owner))
      return [`${where} is owned by "${step.owner}", who nobody can be: name one of ${quoted(OWNERS)}.`];
    if (step.owner === 'filer' && !reportStep(plan))
      return [
        `${where} is owned by who files the police report, and no step is one: give a step \`report\`.`,
      ];
    return step.owner === 'strategist' && !isBroughtIn
      ? [`${where} is the strategist's, who is never brought in: give a step \`bringsIn\`.`]
      : [];
  });
}

/** Steps that bring the strategist in for themselves alone: they must say what is read, and it must be enough to work by. */
const narrow = (plan: Plan): string[] =>
  plan.steps
    .filter(({ bringsIn }) => bringsIn?.reads === 'shown')
    .flatMap((step) => [
      ...(step.owner === 'strategist' || step.owner === 'twoPersons'
        ? []
        : [
            `${ofStep(step)} opens only what it shows, and is not the strategist's: let it open the whole, or give it that owner.`,
          ]),
      ...(step.shows?.who === true || step.shows?.report === 'police' || step.shows?.records
        ? [
            `${ofStep(step)} opens only what it shows: name what that is, with "who: 'name'" and fields of the report.`,
          ]
        : []),
    ]);

/** Traits that one step at most has: an incident keeps one proposal, one decision, one first talk. */
const ONCE: Readonly<Record<string, (step: StepSpec) => boolean>> = {
  'the police report': (step) => step.report !== undefined,
  'the follow-up talk': (step) => step.isTalk === true,
  'the first assessment': (step) => step.isAssessment === true,
  'confirmed by a second person': (step) => step.owner === 'twoPersons',
  'ended by the acknowledgement': (step) => step.endedBy === 'acknowledgement',
  'ended by the strategist': (step) => step.endedBy === 'strategist',
  'ended by company': (step) => step.endedBy === 'company',
};

const onlyOnce = (plan: Plan): string[] =>
  Object.entries(ONCE).flatMap(([what, is]) => {
    const found = plan.steps.filter(is).map((step) => step.id);
    return found.length > 1 ? [`Steps ${quoted(found)} are each ${what}: let one of them be.`] : [];
  });

function parts(plan: Plan): string[] {
  return plan.steps.flatMap((step) => {
    const main = plan.steps.find((one) => one.id === step.partOf);
    const isNested = main && (main.partOf !== undefined || main === step);
    const nested = isNested ? [`${ofStep(step)} is part of a part: name the step whose card it is on.`] : [];
    const company =
      step.endedBy === 'company' && step.fields[0]?.kind !== 'name'
        ? [`${ofStep(step)} is ended by company: ask first who it is, as a name.`]
        : [];
    return [...nested, ...company];
  });
}

/** A police report that waits for the victim, who is never asked. */
const asking = (plan: Plan): string[] =>
  isVictimAsked(plan) && !plan.steps.some((step) => effectsOf(step, 'asksVictim').length > 0)
    ? [
        'The police report is made as the victim says, and no step asks them: give one `effects: [asksVictim]`.',
      ]
    : [];

const lengthOf = (count: Amount | undefined, plan: Plan): number =>
  (typeof count === 'string' ? plan.times[count] : count) ?? Number.NaN;

/** Every length that a limit has; one by the day has none. */
const countsOf = (limit: Limit): (Amount | undefined)[] => {
  if (limit.within === 'sameDay') return [];
  return limit.within === 'byHaste' ? [limit.acute, limit.calm] : [limit.count];
};

const limits = (plan: Plan): string[] =>
  plan.steps.flatMap((step) =>
    limitsOf(step)
      .filter(({ limit }) => countsOf(limit).some((count) => !(lengthOf(count, plan) > 0)))
      .map(
        ({ why }) =>
          `${ofStep(step)}: \`${why}\` has no length: give a number above 0, or a named time limit.`,
      ),
  );

function sections(plan: Plan): string[] {
  const known = new Set(plan.steps.map((step) => step.section));
  return plan.checks.flatMap((check) => [
    ...check.after
      .filter((section) => !known.has(section))
      .map(
        (section) =>
          `Check "${check.id}" waits for section ${section}, which has no step: name one that has.`,
      ),
    ...(check.after.length === 0 ? [`Check "${check.id}" waits for no section: name one.`] : []),
    ...(check.checks.length + check.comments.length === 0
      ? [`Check "${check.id}" asks nothing: give it a question.`]
      : []),
  ]);
}

function pages(plan: Plan): string[] {
  const missing = REPORT_PAGE_IDS.filter((id) => !plan.pages.some((page) => page.id === id));
  const asked: string[] = plan.pages.flatMap((page) => page.fields.map((field) => field.id));
  return [
    ...missing.map((id) => `The report has no page "${id}": declare it, with at least one field.`),
    ...(asked.includes('what') ? [] : ['The report does not ask "what" happened: give a page that field.']),
    ...plan.pages.flatMap((page) => pageFaults(plan, page)),
  ];
}

function pageFaults(plan: Plan, page: ReportPage): string[] {
  const kept = Object.keys(reportSchema.shape);
  const all = plan.pages.flatMap((one) => [...one.fields]);
  return [
    ...(REPORT_PAGE_IDS.includes(page.id)
      ? []
      : [`Page "${page.id}": name it one of ${quoted(REPORT_PAGE_IDS)}.`]),
    ...page.fields
      .filter((field) => !kept.includes(field.id))
      .map(
        (field) =>
          `Page "${page.id}" asks "${field.id}", which a report does not keep: name one of ${quoted(kept)}.`,
      ),
    ...page.fields
      .filter(({ onlyIf }) => onlyIf && onlyIf.field !== 'who' && !fieldOf(all, onlyIf.field))
      .map(
        ({ id, onlyIf }) =>
          `Page "${page.id}" asks "${id}" only by "${onlyIf?.field}", which no page asks: give it to one, or write "who".`,
      ),
  ];
}

const numbers = ({ version, followUp }: Plan): string[] => [
  ...(Number.isInteger(version) && version > 0
    ? []
    : ['The routine has no version: give a whole number from 1.']),
  ...(followUp.book <= followUp.from && followUp.from < followUp.last && followUp.inTimeUntil < followUp.last
    ? []
    : [
        'The follow-up talk ends before it begins: give `book` at most `from`, and both `from` and `inTimeUntil` less than `last`.',
      ]),
];

/** Faults of what is declared by itself, each with how to mend it. */
export const shapeFaults = (plan: Plan): string[] =>
  [ids, owners, narrow, onlyOnce, parts, asking, limits, sections, pages, numbers].flatMap((find) =>
    find(plan),
  );
