import type { Incident } from '../model/incident';
import type { StepSpec } from '../model/routine';
import { hasWhole, isEndedByAnother, isEndedByVictim, isMet, needOf } from '../plan/evaluate';
import { effectsOf, isVictimAsked, strategistStep } from '../plan/traits';
import { isEndedByState } from '../plan/unable';
import { hasEnded, stored } from '../rules/progress';
import { becauseOf } from '../rules/steps/because';
import { bringsInNow, firstEpoch, withWhole } from '../rules/steps/bringsIn';
import { strategistsOf } from '../rules/succession';
import { withoutSuspectedParty } from './beside/suspects';
import { situationOf, stamp, type Turn, withStep } from './turn';

/*
 * What follows by itself from a transition, so that no transition has to think of it: steps that an answer made
 * needless end, and come back when the answer changes; the strategist is brought in; the victim is asked.
 */

const end = (incident: Incident, step: StepSpec, turn: Turn): Incident =>
  withStep(incident, step.id, {
    state: 'notApplicable',
    isAuto: true,
    because: becauseOf(incident, step),
    reason: '',
    endedAt: stamp(turn),
    endedBy: turn.by,
  });

/** Ended by a rule, and the reason has become another one since. */
const hasOtherReason = (incident: Incident, step: StepSpec): boolean => {
  const { state, isAuto, because } = stored(incident, step.id);
  // What was needless before the victim said "nog nu" keeps its own reason.
  if (incident.enoughAt !== undefined) return false;
  return state === 'notApplicable' && isAuto === true && because !== becauseOf(incident, step);
};

const comeBack = (incident: Incident, step: StepSpec): Incident => {
  const { epoch } = stored(incident, step.id);
  return {
    ...incident,
    steps: { ...incident.steps, [step.id]: { state: 'waiting', epoch: epoch + 1, records: {} } },
  };
};

function settleStep(incident: Incident, step: StepSpec, turn: Turn): Incident {
  const need = needOf(incident, step, turn.routine);
  const { state, isAuto } = stored(incident, step.id);
  const mayEndOpen =
    step.opens === 'decision' ||
    isEndedByVictim(incident, step) ||
    isEndedByState(incident, step) ||
    isEndedByAnother(incident, step, turn.routine);
  if (need === 'no' && (state === 'waiting' || (state === 'open' && mayEndOpen))) {
    return end(incident, step, turn);
  }
  if (need === 'no' && hasOtherReason(incident, step))
    return withStep(incident, step.id, { because: becauseOf(incident, step) });
  return need !== 'no' && isAuto && state === 'notApplicable' ? comeBack(incident, step) : incident;
}

type Why = NonNullable<Incident['strategist']>['why'];

/** Whether a step opens no more than what it shows: what went to the municipality is the strategist's as a whole. */
const opensPart = ({ route }: Incident, { bringsIn }: StepSpec): boolean =>
  bringsIn?.reads === 'shown' && route === 'party';

/** The reason for which the strategist gets the whole of it; undefined: there is none. */
function reasonForWhole(incident: Incident, calling: readonly StepSpec[], turn: Turn): Why | undefined {
  const lead = incident.lead?.person;
  if (lead && strategistsOf(situationOf(incident, turn)).some((contact) => contact.person === lead))
    return 'leads';
  const step = calling.find((one) => !opensPart(incident, one));
  if (step?.bringsIn) return step.bringsIn.why;
  if (incident.route !== 'municipality') return undefined;
  // What went to the municipality is its strategist's as soon as anybody there has taken it (routine, section 5).
  return incident.strategist?.why ?? (lead ? 'municipality' : undefined);
}

function bringIn(incident: Incident, turn: Turn): Incident {
  if (hasWhole(incident)) return incident;
  const { routine } = turn;
  const calling = routine.steps.filter((step) => bringsInNow({ incident, routine }, step));
  const why = reasonForWhole(incident, calling, turn);
  if (why) return withWhole(incident, why, stamp(turn));
  const { steps: had = [], ...rest } = incident.strategist ?? {};
  const more = calling.filter(({ id }) => !had.includes(id));
  const [first] = more;
  if (!first?.bringsIn) return incident;
  const begun = { since: stamp(turn), why: first.bringsIn.why, epoch: firstEpoch(incident), ...rest };
  return { ...incident, strategist: { ...begun, steps: [...had, ...more.map(({ id }) => id)] } };
}

/** Once the strategist has the whole incident, they need not be contacted again. */
function contacted(incident: Incident, turn: Turn): Incident {
  const step = strategistStep(turn.routine);
  if (!hasWhole(incident) || !step) return incident;
  const { state, isAuto } = stored(incident, step.id);
  // Not needed by the same answers that brought the strategist in for something else: they have it all the same.
  if (hasEnded(incident, step.id) && !(state === 'notApplicable' && isAuto)) return incident;
  return withStep(incident, step.id, {
    state: 'done',
    isAuto: true,
    because: 'strategistIn',
    reason: undefined,
    endedAt: stamp(turn),
    endedBy: turn.by,
  });
}

function askDecision(incident: Incident, turn: Turn): Incident {
  const isDone =
    incident.decision?.askedAt || incident.enoughAt || incident.unable || incident.victim.bound === 'struck';
  if (isDone || !isVictimAsked(turn.routine)) return incident;
  const isDue = turn.routine.steps.some(
    (step) => effectsOf(step, 'asksVictim').length > 0 && hasEnded(incident, step.id),
  );
  return isDue
    ? { ...incident, decision: { epoch: 1, ...incident.decision, askedAt: stamp(turn) } }
    : incident;
}

/** Steps that another one opens when it is done: once, as long as they wait. */
const opened = (incident: Incident, turn: Turn): Incident =>
  turn.routine.steps
    .filter((step) => stored(incident, step.id).state === 'done')
    .flatMap((step) => effectsOf(step, 'opens').filter((effect) => isMet(incident, effect)))
    .filter(({ step }) => stored(incident, step).state === 'waiting')
    .reduce(
      (value, { step }) =>
        withStep(value, step, {
          state: 'open',
          epoch: stored(value, step).epoch + 1,
          openedAt: stamp(turn),
        }),
      incident,
    );

export function settle(given: Incident, turn: Turn): Incident {
  if (given.state === 'closed') return given;
  const incident = withoutSuspectedParty(given, turn);
  const settled = turn.routine.steps.reduce((value, step) => settleStep(value, step, turn), incident);
  return askDecision(contacted(bringIn(opened(settled, turn), turn), turn), turn);
}
