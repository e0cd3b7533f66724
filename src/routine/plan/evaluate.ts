import type { Condition, Need } from '../model/condition';
import { splitChoices } from '../model/fields';
import type { Incident } from '../model/incident';
import type { Routine } from '../model/routine';
import type { Effect, StepSpec } from '../model/step';
import { isEndedByState, isForColleagues } from './unable';

/*
 * The one evaluator of what a plan declares: conditions in three values.
 */

type Ended = 'done' | 'notApplicable' | undefined;

/** How a step ended; undefined: it has not. */
export const howEnded = (incident: Incident, step: string): Ended => {
  const state = incident.steps[step]?.state;
  return state === 'done' || state === 'notApplicable' ? state : undefined;
};

/** A value that a step wrote down, '' when it has not. */
export const recordOf = (incident: Incident, step: string, field: string): string =>
  incident.steps[step]?.records[field] ?? '';

/** Whether the strategist has the whole incident, not only what a step of theirs needs. */
export const hasWhole = ({ strategist }: Pick<Incident, 'strategist'>): boolean =>
  strategist !== undefined && strategist.steps === undefined;

const sure = (is: boolean): Need => (is ? 'yes' : 'no');

const includesOne = (value: string | undefined, oneOf: readonly string[]): boolean =>
  splitChoices(value).some((one) => oneOf.includes(one));

const NOT: Readonly<Record<Need, Need>> = { yes: 'no', no: 'yes', unknown: 'unknown' };

const doneNeed = (incident: Incident, step: string): Need => {
  const end = howEnded(incident, step);
  return end === undefined ? 'unknown' : sure(end === 'done');
};

function victimSays(incident: Incident, oneOf: readonly string[]): Need {
  const answer = incident.decision?.answer ?? '';
  if (oneOf.includes(answer)) return 'yes';
  return ['', 'notNow', 'cannotAnswer'].includes(answer) ? 'unknown' : 'no';
}

function combined(needs: readonly Need[], deciding: Need): Need {
  if (needs.includes(deciding)) return deciding;
  return needs.includes('unknown') ? 'unknown' : NOT[deciding];
}

/** A condition's answer for an incident as it is. */
export function needOn(incident: Incident, condition: Condition): Need {
  switch (condition.is) {
    case 'reported':
      return sure(includesOne(incident.report[condition.field], condition.oneOf));
    case 'recorded':
      return sure(includesOne(recordOf(incident, condition.step, condition.field), condition.oneOf));
    case 'done':
      return doneNeed(incident, condition.step);
    case 'once': {
      const end = howEnded(incident, condition.step);
      const is = condition.state === 'done' ? end === 'done' : end !== undefined;
      return is ? needOn(incident, condition.of) : 'unknown';
    }
    case 'victimSays':
      return victimSays(incident, condition.oneOf);
    case 'broughtIn':
      return sure(hasWhole(incident));
    case 'partyAsked':
      return sure(incident.route === 'party');
    case 'acute':
      return sure(incident.acute);
    case 'not':
      return NOT[needOn(incident, condition.of)];
    default: {
      const needs = condition.of.map((one) => needOn(incident, one));
      return combined(needs, condition.is === 'anyOf' ? 'yes' : 'no');
    }
  }
}

/** Whether an effect of a step that is done takes place: where its condition is certain. */
export const isMet = (incident: Incident, effect: Effect): boolean =>
  !('when' in effect && effect.when) || needOn(incident, effect.when) === 'yes';

/** The last answer of `needlessSteps` for an incident: each step asks it again. */
const remembered = new WeakMap<Incident, { routine: Routine; ids: ReadonlySet<string> }>();

/** Ids of steps that others, which are done, have made needless. */
function needlessSteps(incident: Incident, routine: Routine): ReadonlySet<string> {
  const before = remembered.get(incident);
  if (before?.routine === routine) return before.ids;
  const done = routine.steps.filter((step) => howEnded(incident, step.id) === 'done');
  const effects = done.flatMap((step) => step.effects ?? []);
  const ids = new Set(
    effects.flatMap((effect) => (effect.does === 'ends' && isMet(incident, effect) ? effect.steps : [])),
  );
  remembered.set(incident, { routine, ids });
  return ids;
}

/** Another step that is done has made this one needless. */
export const isEndedByAnother = (incident: Incident, { id }: StepSpec, routine: Routine): boolean =>
  needlessSteps(incident, routine).has(id);

/** The victim has said "nog nu": nothing more is done. That somebody takes it in is not theirs to end. */
export const isEndedByVictim = ({ enoughAt }: Incident, step: StepSpec): boolean =>
  enoughAt !== undefined && step.endedBy !== 'acknowledgement';

/** Whether a step is needed: by its own condition, and by what other steps have made of it. */
export function needOf(incident: Incident, step: StepSpec, routine: Routine): Need {
  if (isEndedByVictim(incident, step) || isEndedByState(incident, step)) return 'no';
  // Of the dead the colleagues are offered what they cannot be asked of themselves.
  if (isForColleagues(incident, step, routine)) return 'yes';
  if (isEndedByAnother(incident, step, routine)) return 'no';
  return step.need ? needOn(incident, step.need) : 'yes';
}
