import type { Incident } from '../model/incident';
import type { StepSpec } from '../model/routine';
import { hasEnded, stored } from '../rules/progress';
import { strategistsOf } from '../rules/succession';
import { situationOf, stamp, type Turn, withStep } from './turn';

/*
 * What follows by itself from a transition, so that no transition has to think of it: steps that an answer made
 * needless end, and come back when the answer changes; the strategist is brought in; the victim is asked.
 */

const end = (incident: Incident, step: StepSpec, turn: Turn): Incident =>
  withStep(incident, step.id, {
    state: 'notApplicable',
    isAuto: true,
    reason: '',
    endedAt: stamp(turn),
    endedBy: turn.by,
  });

const comeBack = (incident: Incident, step: StepSpec): Incident => {
  const { epoch } = stored(incident, step.id);
  return {
    ...incident,
    steps: { ...incident.steps, [step.id]: { state: 'waiting', epoch: epoch + 1, records: {} } },
  };
};

function settleStep(incident: Incident, step: StepSpec, turn: Turn): Incident {
  const need = step.need?.(incident) ?? 'yes';
  const { state, isAuto } = stored(incident, step.id);
  if (need === 'no' && (state === 'waiting' || (state === 'open' && step.opens === 'decision'))) {
    return end(incident, step, turn);
  }
  return need !== 'no' && isAuto && state === 'notApplicable' ? comeBack(incident, step) : incident;
}

const isOpened = (incident: Incident, step: string) => stored(incident, step).state === 'open';

function reasonToBringIn(
  incident: Incident,
  turn: Turn,
): NonNullable<Incident['strategist']>['why'] | undefined {
  const police = turn.routine.steps.find((step) => step.id === 'contact-police');
  const lead = incident.lead?.person;
  if (lead && strategistsOf(situationOf(incident, turn)).some((contact) => contact.person === lead))
    return 'leads';
  if (stored(incident, 'contact-strategist').state === 'done') return 'contacted';
  if (
    police &&
    !hasEnded(incident, police.id) &&
    (isOpened(incident, police.id) || police.need?.(incident) === 'yes')
  ) {
    return 'police';
  }
  if (isOpened(incident, 'inform-groups')) return 'groups';
  const order = turn.routine.steps.find((step) => step.id === 'order-professional-support');
  return order && !hasEnded(incident, order.id) && order.need?.(incident) === 'yes' ? 'support' : undefined;
}

function bringIn(incident: Incident, turn: Turn): Incident {
  if (incident.strategist) return incident;
  const why = reasonToBringIn(incident, turn);
  return why ? { ...incident, strategist: { since: stamp(turn), why, epoch: 1 } } : incident;
}

/** Once the strategist has the incident, they need not be contacted again. */
const contacted = (incident: Incident, turn: Turn): Incident =>
  incident.strategist && !hasEnded(incident, 'contact-strategist')
    ? withStep(incident, 'contact-strategist', {
        state: 'done',
        isAuto: true,
        endedAt: stamp(turn),
        endedBy: turn.by,
      })
    : incident;

const askDecision = (incident: Incident, turn: Turn): Incident =>
  hasEnded(incident, 'contact-police') && !incident.decision?.askedAt && incident.victim.bound !== 'struck'
    ? { ...incident, decision: { epoch: 1, ...incident.decision, askedAt: stamp(turn) } }
    : incident;

export function settle(incident: Incident, turn: Turn): Incident {
  if (incident.state === 'closed') return incident;
  const settled = turn.routine.steps.reduce((value, step) => settleStep(value, step, turn), incident);
  return askDecision(contacted(bringIn(settled, turn), turn), turn);
}
