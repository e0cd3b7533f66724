import { DECISION_ANSWERS } from '../../model/codes';
import type { Condition, Prefill } from '../../model/condition';
import type { FieldSpec } from '../../model/fields';
import type { StepSpec } from '../../model/step';
import { conditionsIn, conditionsOf, fieldOf, namedBy, ofStep, type Plan, quoted, sourcesOf } from './refer';

/*
 * What names something that is not there: a step, a field, a choice.
 */

const unknownStep = (plan: Plan, says: string, id: string): string =>
  `${says} "${id}", which is no step: name one of ${quoted(plan.steps.map((step) => step.id))}.`;

const isStep = (plan: Plan, id: string): boolean => plan.steps.some((step) => step.id === id);

const stepsNamed = (plan: Plan): string[] =>
  plan.steps.flatMap((step) =>
    namedBy(step)
      .filter(({ id }) => !isStep(plan, id))
      .map(({ id, why }) => unknownStep(plan, `${ofStep(step)} ${why}`, id)),
  );

/** Faults of the values that a field is compared with. */
function valueFaults(
  where: string,
  field: FieldSpec | undefined,
  { field: id, oneOf: values }: { field: string; oneOf: readonly string[] },
): string[] {
  if (!field) return [`${where} names the field "${id}", which is not there: name one that is written down.`];
  const choices = field.kind === 'toggle' ? ['true', 'false'] : field.choices;
  if (!choices)
    return [`${where} compares the field "${id}", which is not chosen: name a choice or a toggle.`];
  const unknown = values.filter((value) => !choices.includes(value));
  if (values.length === 0) return [`${where} names no choice of "${id}": give one of ${quoted(choices)}.`];
  return unknown.length === 0
    ? []
    : [`${where} names ${quoted(unknown)} of "${id}": give one of ${quoted(choices)}.`];
}

const reportFields = (plan: Plan): FieldSpec[] => plan.pages.flatMap((page) => [...page.fields]);

function conditionFaults(plan: Plan, of: string, condition: Condition): string[] {
  const where = `${of}: a condition`;
  switch (condition.is) {
    case 'reported':
      return valueFaults(where, fieldOf(reportFields(plan), condition.field), condition);
    case 'recorded': {
      const other = plan.steps.find((one) => one.id === condition.step);
      return other ? valueFaults(where, fieldOf(other.fields, condition.field), condition) : [];
    }
    case 'victimSays': {
      const known: readonly string[] = DECISION_ANSWERS;
      const unknown = condition.oneOf.filter((answer) => !known.includes(answer));
      return unknown.length === 0
        ? []
        : [`${where} names the answer ${quoted(unknown)}: give one of ${quoted(DECISION_ANSWERS)}.`];
    }
    default:
      return [];
  }
}

function fieldsNamed(step: StepSpec): string[] {
  const { fields, effects = [], answers, asksAgain, prefill = {} } = step;
  const where = ofStep(step);
  const days = effects.flatMap((effect) =>
    effect.does === 'plansTalk' && fieldOf(fields, effect.on)?.kind !== 'date'
      ? [`${where} plans a talk on "${effect.on}", which is no day that it asks: name one.`]
      : [],
  );
  const asked =
    answers !== undefined && fieldOf(fields, answers)?.kind !== 'choice'
      ? [`${where} is answered by "${answers}", which is no choice that it asks: name one.`]
      : [];
  const filled = Object.keys(prefill)
    .filter((field) => !fieldOf(fields, field))
    .map((field) => `${where} begins "${field}", which it does not ask: name a field of it.`);
  const again =
    asksAgain && !fieldOf(fields, answers ?? '')?.choices?.includes('no')
      ? [
          `${where} is asked again after a no, which nobody can answer: name a choice with "no" in \`answers\`.`,
        ]
      : [];
  return [
    ...days,
    ...asked,
    ...again,
    ...filled,
    ...tapped(step),
    ...chosenBeside(step),
    ...readFaults(step),
  ];
}

/** Faults in the fields and choices that its traits name. */
function chosenBeside({ id: step, fields, answers = '', later = [], talkFirst }: StepSpec): string[] {
  const where = `Step "${step}"`;
  const unknown = [...later, ...fields.flatMap(({ requiredIf }) => requiredIf?.field ?? [])]
    .filter((id) => !fieldOf(fields, id))
    .map((id) => `${where} names the field "${id}", which it does not ask: name one that it asks.`);
  const chosen = [
    ...(talkFirst === undefined ? [] : [{ field: answers, oneOf: [talkFirst] }]),
    ...fields.flatMap(({ id, alone }) => (alone === undefined ? [] : [{ field: id, oneOf: [alone] }])),
  ];
  return [...unknown, ...chosen.flatMap((one) => valueFaults(where, fieldOf(fields, one.field), one))];
}

/** Faults of what the victim reads first: two persons propose it, and its text and groups are fields. */
function readFaults({ id: step, owner, fields, readFirst }: StepSpec): string[] {
  if (!readFirst) return [];
  const where = `Step "${step}" is read first:`;
  const { text, groups, nobody } = readFirst;
  return [
    ...(owner === 'twoPersons'
      ? []
      : [`${where} nobody proposes it for another to confirm: let its owner be "twoPersons".`]),
    ...(fieldOf(fields, text) ? [] : [`${where} "${text}" is none of its fields: name one that it asks.`]),
    ...valueFaults(where, fieldOf(fields, groups), { field: groups, oneOf: [nobody] }),
  ];
}

/** Faults of the presses that are a whole answer. */
function tapped({ id, fields, reasons = [], oneTap = [] }: StepSpec): string[] {
  return oneTap.flatMap((tap) => {
    const where = `Step "${id}": one press`;
    if (tap.does === 'chooses')
      return valueFaults(where, fieldOf(fields, tap.field), { field: tap.field, oneOf: [tap.choice] });
    return reasons.includes(tap.reason)
      ? []
      : [`${where} puts it aside for "${tap.reason}", which is none of its reasons: add it to \`reasons\`.`];
  });
}

/** Faults of what a step begins with, and shows above its form. */
function knownBefore(plan: Plan, step: StepSpec): string[] {
  const sources = Object.entries(step.prefill ?? {}).flatMap(([field, from]) =>
    from.flatMap((source) => sourceFaults(plan, source, `${ofStep(step)}: "${field}"`)),
  );
  const report = step.shows?.report;
  const fields = report === undefined || report === 'police' ? [] : report;
  const told = fields.flatMap((field) =>
    sourceFaults(plan, { from: 'report', field }, `${ofStep(step)}: what it shows`),
  );
  const records = (step.shows?.records ?? []).flatMap((one) =>
    one.fields.flatMap((field) =>
      sourceFaults(plan, { from: 'record', step: one.step, field }, `${ofStep(step)}: what it shows`),
    ),
  );
  return [...sources, ...told, ...records];
}

function sourceFaults(plan: Plan, source: Prefill, where: string): string[] {
  if (source.from === 'report') {
    return fieldOf(reportFields(plan), source.field)
      ? []
      : [`${where} begins with the report's "${source.field}", which no page asks: name a field of one.`];
  }
  if (!('step' in source)) return [];
  const step = plan.steps.find((one) => one.id === source.step);
  if (!step) return [unknownStep(plan, `${where} is prefilled from`, source.step)];
  if (source.from === 'ended' && source.unless)
    return conditionsIn(source.unless).flatMap((one) => conditionFaults(plan, where, one));
  const named = source.from === 'record' || source.from === 'chosen' ? [source.field] : [];
  const also = source.from === 'chosen' && source.also !== undefined ? [source.also] : [];
  return [...named, ...also]
    .filter((id) => !fieldOf(step.fields, id))
    .map(
      (id) =>
        `${where} is prefilled from "${id}" of "${step.id}", which does not ask it: name a field of it.`,
    );
}

function checkSources(plan: Plan): string[] {
  return sourcesOf(plan).flatMap(({ source, where }) => {
    if (!source) return [`${where} has no source: give it one, or say notRecorded.`];
    return sourceFaults(plan, source, where);
  });
}

const statusRows = (plan: Plan): string[] =>
  plan.status.flatMap((row) =>
    typeof row === 'object' && !isStep(plan, row.step)
      ? [unknownStep(plan, "The victim's card shows", row.step)]
      : [],
  );

/** Faults of the condition that makes a report press: it names the report, and is asked before any step is done. */
const pressingFaults = (plan: Plan): string[] =>
  (plan.pressing ? conditionsIn(plan.pressing) : []).flatMap((one) => [
    ...conditionFaults(plan, PRESSING, one),
    ...('step' in one ? [`${PRESSING} depends on the step "${one.step}": name what the report says.`] : []),
  ]);

const PRESSING = 'What makes a report press';

/** Everything that names what is not there, each with how to mend it. */
export const referenceFaults = (plan: Plan): string[] => [
  ...stepsNamed(plan),
  ...plan.steps.flatMap((step) =>
    conditionsOf(step).flatMap((one) => conditionFaults(plan, ofStep(step), one)),
  ),
  ...pressingFaults(plan),
  ...plan.steps.flatMap((step) => fieldsNamed(step)),
  ...plan.steps.flatMap((step) => knownBefore(plan, step)),
  ...checkSources(plan),
  ...statusRows(plan),
];
