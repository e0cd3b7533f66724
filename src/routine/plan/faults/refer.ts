import type { Condition, Limit, Source } from '../../model/condition';
import type { FieldSpec } from '../../model/fields';
import type { RoutineVersion } from '../../model/routine';
import type { StepSpec } from '../../model/step';
import { opensAfter } from '../traits';

/* What a declaration names, and the words of a fault. */

/** A declaration that is not yet a routine. */
export type Plan = Omit<RoutineVersion, 'hash'>;

export const quoted = (texts: readonly string[]): string => texts.map((text) => `"${text}"`).join(', ');

export const ofStep = (step: StepSpec): string => `Step "${step.id}"`;

/** Values that stand more than once. */
export const repeated = (texts: readonly string[]): string[] => [
  ...new Set(texts.filter((text, index) => texts.indexOf(text) !== index)),
];

/** A condition and all that stand in it. */
export function conditionsIn(condition: Condition): Condition[] {
  switch (condition.is) {
    case 'once':
    case 'not':
      return [condition, ...conditionsIn(condition.of)];
    case 'anyOf':
    case 'allOf':
      return [condition, ...condition.of.flatMap(conditionsIn)];
    default:
      return [condition];
  }
}

/** Every condition of a step: of its need, of its opening, and of what follows from it. */
export const conditionsOf = ({ need, opensIf, effects = [] }: StepSpec): Condition[] => [
  ...(need ? conditionsIn(need) : []),
  ...(opensIf ? conditionsIn(opensIf) : []),
  ...effects.flatMap((effect) => ('when' in effect && effect.when ? conditionsIn(effect.when) : [])),
];

/** The steps that a step names, with what for. */
export function namedBy(step: StepSpec): { id: string; why: string }[] {
  const { partOf, effects = [] } = step;
  const before = opensAfter(step);
  return [
    ...(before === undefined ? [] : [{ id: before, why: 'opens after' }]),
    ...(partOf === undefined ? [] : [{ id: partOf, why: 'is part of' }]),
    ...conditionsOf(step).flatMap((one) => ('step' in one ? [{ id: one.step, why: 'depends on' }] : [])),
    ...effects.flatMap((effect) => {
      if (effect.does === 'opens') return [{ id: effect.step, why: 'opens' }];
      return effect.does === 'ends' ? effect.steps.map((id) => ({ id, why: 'ends' })) : [];
    }),
  ];
}

/** The limits of a step, with what for. */
export const limitsOf = ({
  opens,
  due,
  passOn,
  bringsIn,
  readFirst,
  remind = [],
}: StepSpec): { limit: Limit; why: string }[] => [
  ...(typeof opens === 'object' && 'from' in opens ? [{ limit: opens.from, why: 'opens' }] : []),
  ...(due ? [{ limit: due, why: 'due' }] : []),
  ...(passOn ? [{ limit: passOn, why: 'passOn' }] : []),
  ...(bringsIn?.untaken ? [{ limit: bringsIn.untaken, why: 'bringsIn' }] : []),
  ...(readFirst
    ? [
        { limit: readFirst.remind, why: 'readFirst.remind' },
        { limit: readFirst.unanswered, why: 'readFirst.unanswered' },
      ]
    : []),
  ...remind.map(({ after }) => ({ limit: after, why: 'remind' })),
];

export const fieldOf = (fields: readonly FieldSpec[], id: string): FieldSpec | undefined =>
  fields.find((field) => field.id === id);

/** A source and all that stand in it. */
const sourcesIn = (source: Source | undefined): (Source | undefined)[] =>
  source && 'of' in source ? source.of.flatMap(sourcesIn) : [source];

/** The sources of control questions and comments, with where they stand. */
export const sourcesOf = ({ checks }: Plan): { source: Source | undefined; where: string }[] =>
  checks.flatMap((section) =>
    [...section.checks, ...section.comments].flatMap(({ id, from }) =>
      sourcesIn(from).map((source) => ({ source, where: `Check "${section.id}.${id}"` })),
    ),
  );
