import type { Names } from '../../content/names';
import { DECISION } from '../../content/texts/police';
import { PLAN } from '../../content/texts/printed/plan';
import type { Amount, Condition, Limit, Source } from '../../routine/model/condition';
import type { Routine } from '../../routine/model/routine';
import type { Effect, StepSpec } from '../../routine/model/step';

/*
 * What a plan declares, as sentences. A step is called by its short name, in quotes.
 */

/** A plan, with what its municipality calls its posts. */
export interface NamedRoutine extends Routine {
  readonly names: Names;
}

const quoted = (text: string): string => `”${text}”`;

/** A step by its short name. */
export const stepNameOf = ({ words }: Routine, id: string): string => quoted(words.steps[id]?.short ?? id);

const COMMON = { yes: 'yesNo', no: 'yesNo', notApplicable: 'check' } as const;

/** The choices of a field, in words; a toggle is said by its label alone. */
export function choicesOf(
  { words }: Routine,
  { step = '', field }: { step?: string; field: string },
  values: readonly string[],
): string {
  const own = words.choices[`${step}.${field}`] ?? words.choices[field] ?? {};
  const common = (value: string) =>
    value in COMMON ? words.choices[COMMON[value as keyof typeof COMMON]]?.[value] : undefined;
  return values.map((value) => own[value] ?? common(value) ?? value).join(PLAN.need.or);
}

/** A step's own label of a field. */
export const labelOf = ({ words }: Routine, step: string, field: string): string =>
  words.fields[step]?.[field] ?? field;

/** A condition in words. `said`: a step that has just been named, and is not named again. */
export function conditionWords(routine: NamedRoutine, condition: Condition, said = ''): string {
  const say = PLAN.need;
  const inner = (of: Condition) => conditionWords(routine, of, said);
  switch (condition.is) {
    case 'reported': {
      const label = routine.words.report[condition.field] ?? condition.field;
      return say.reported(label, choicesOf(routine, condition, condition.oneOf));
    }
    case 'recorded': {
      const { step, field, oneOf } = condition;
      return say.recorded(
        step === said ? '' : stepNameOf(routine, step),
        labelOf(routine, step, field),
        choicesOf(routine, condition, oneOf),
      );
    }
    case 'done':
      return say.done(stepNameOf(routine, condition.step));
    case 'once':
      return say.once(
        stepNameOf(routine, condition.step),
        conditionWords(routine, condition.of, condition.step),
      );
    case 'victimSays':
      return say.victimSays(condition.oneOf.map((answer) => quoted(DECISION.answers[answer])).join(say.or));
    case 'broughtIn':
      return say.broughtIn(routine.names);
    case 'partyAsked':
      return say.partyAsked;
    case 'acute':
      return say.acute;
    case 'not':
      return say.not(inner(condition.of));
    default:
      return condition.of.map(inner).join(condition.is === 'anyOf' ? say.or : say.and);
  }
}

const amountOf = ({ times }: Routine, count: Amount): number =>
  typeof count === 'number' ? count : times[count];

/** A length of time in words. */
export function limitWords(routine: Routine, limit: Limit): string {
  const { dayFrom, dayTo } = routine.times;
  const { sameDayUntil, nextDayAt } = routine.times;
  if (limit.within === 'sameDay') return PLAN.limit.sameDay(dayTo, sameDayUntil, nextDayAt);
  if (limit.within === 'byHaste') {
    const acute = PLAN.limit.minutes(amountOf(routine, limit.acute));
    return PLAN.limit.byHaste(acute, PLAN.limit.daytime(amountOf(routine, limit.calm), dayFrom, dayTo));
  }
  const count = amountOf(routine, limit.count);
  return limit.within === 'daytime'
    ? PLAN.limit.daytime(count, dayFrom, dayTo)
    : PLAN.limit[limit.within](count);
}

/** When a step opens, in words. */
export function openingWords(routine: NamedRoutine, { opens, opensIf, victimMay }: StepSpec): string {
  if (typeof opens === 'object')
    return 'after' in opens
      ? PLAN.opens.after(stepNameOf(routine, opens.after))
      : PLAN.opens.from(limitWords(routine, opens.from));
  const words = opens === 'followUp' ? PLAN.opens.followUp(routine.followUp.book) : PLAN.opens[opens];
  const early = opensIf ? [PLAN.opens.early(conditionWords(routine, opensIf))] : [];
  return [words, ...early, ...(victimMay ? [PLAN.opens.victim] : [])].join('; ');
}

/** Whether it has a day of its own, or one of the plan's. */
export const hasOwnDue = (step: StepSpec): boolean =>
  step.due !== undefined || step.isTalk === true || step.owner === 'filer' || step.protects === true;

/** Until when a step should be done, in words. */
export function dueWords(routine: Routine, step: StepSpec): string {
  if (step.endedBy === 'acknowledgement') return PLAN.nothing;
  if (step.due) return limitWords(routine, step.due);
  if (step.isTalk) return PLAN.limit.talkHeld(routine.followUp);
  if (step.protects) return PLAN.limit.aloneUp(routine.times.aloneUpAcute, routine.times.roundHour);
  if (step.owner === 'filer') return PLAN.limit.filer;
  return step.owner === 'victim' ? PLAN.limit.victim : PLAN.limit.general(routine.times.upOnWorkingDay);
}

/** When those who answer for a step are reminded of it, or asked, a sentence each. */
export function reminderWords(routine: NamedRoutine, step: StepSpec): string[] {
  const { times, followUp, names } = routine;
  const { remind = [], protects, isTalk, owner, passOn, asksAgain } = step;
  return [
    ...remind.map(({ after }) => limitWords(routine, after)),
    ...(protects ? [PLAN.limit.alone(times.aloneAcute, times.aloneCalm)] : []),
    ...(isTalk ? [times.talkRemindDay, followUp.last].map(PLAN.limit.talk) : []),
    ...(owner === 'filer' && step.report ? [PLAN.limit.filerRemind(times.filerRemindAt)] : []),
    ...(passOn ? [PLAN.limit.passOn(names, limitWords(routine, passOn))] : []),
    ...(asksAgain ? [PLAN.limit.asksAgain(followUp.from)] : []),
  ];
}

function effectWords(routine: NamedRoutine, step: StepSpec, effect: Effect): string {
  const say = PLAN.follows;
  const when = 'when' in effect && effect.when ? conditionWords(routine, effect.when, step.id) : '';
  switch (effect.does) {
    case 'asksVictim':
      return say.asksVictim;
    case 'plansTalk':
      return say.plansTalk(when);
    case 'opens':
      return say.opens(stepNameOf(routine, effect.step), when);
    case 'ends':
      return say.ends(effect.steps.map((id) => stepNameOf(routine, id)).join(PLAN.need.and), when);
  }
}

/** The events that end a step beside its owner, a sentence each. */
function endWords({ names }: NamedRoutine, { endedBy }: StepSpec): string[] {
  if (!endedBy) return [];
  const words = PLAN.follows.endedBy;
  return [endedBy === 'strategist' ? words.strategist(names) : words[endedBy]];
}

/** Who answers for a step. */
export const ownerText = ({ names }: NamedRoutine, { owner }: StepSpec): string =>
  owner === 'strategist' ? PLAN.owners.strategist(names) : PLAN.owners[owner];

/** The consequences of a step, and what it is beside, a sentence each. */
export function followWords(routine: NamedRoutine, step: StepSpec): string[] {
  const say = PLAN.follows;
  const { bringsIn, effects = [] } = step;
  return [
    ...(step.report ? [say.report[step.report]] : []),
    ...(bringsIn
      ? [
          say.bringsIn(
            routine.names,
            [
              ...bringsIn.when.map((when) => say.when[when]),
              ...(bringsIn.untaken ? [say.untaken(limitWords(routine, bringsIn.untaken))] : []),
            ].join(PLAN.need.or),
          ),
        ]
      : []),
    ...(bringsIn?.reads ? [say.onlyShown(routine.names)] : []),
    ...effects.map((effect) => effectWords(routine, step, effect)),
    ...endWords(routine, step),
    ...(step.partOf ? [say.partOf(stepNameOf(routine, step.partOf))] : []),
    ...(step.readFirst
      ? [
          say.readFirst(
            limitWords(routine, step.readFirst.remind),
            limitWords(routine, step.readFirst.unanswered),
          ),
        ]
      : []),
    ...(step.informs ? [say.informs] : []),
    ...(step.protects ? [say.protects] : []),
  ];
}

/** The source of a control question, in words. */
export function sourceWords(routine: NamedRoutine, source: Source): string {
  const say = PLAN.checks;
  switch (source.from) {
    case 'ended': {
      const words = say.ended(stepNameOf(routine, source.step));
      return source.unless ? say.unless(words, conditionWords(routine, source.unless, source.step)) : words;
    }
    case 'chosen':
      return say.record(stepNameOf(routine, source.step), labelOf(routine, source.step, source.field));
    case 'all':
      return say.all(source.of.map((one) => sourceWords(routine, one)));
    case 'joined':
      return source.of.map((one) => sourceWords(routine, one)).join(PLAN.need.and);
    case 'done':
      return say.done(stepNameOf(routine, source.step));
    case 'record':
      return say.record(stepNameOf(routine, source.step), labelOf(routine, source.step, source.field));
    case 'broughtIn':
      return say.broughtIn(routine.names);
    default:
      return say.nothing;
  }
}
