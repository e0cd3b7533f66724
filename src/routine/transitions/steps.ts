import type { Incident } from '../model/incident';
import { Refusal } from '../model/refusal';
import { type Routine, type StepSpec, stepOf } from '../model/routine';
import { isMet } from '../plan/evaluate';
import { effectsOf, isWorkedOn, partsOf, twoPersonsStep } from '../plan/traits';
import type { Roles } from '../rules/access';
import { confirmersOf, hasEnded, mayApprove, ownersOf, stateOf, stored } from '../rules/progress';
import { victimOf } from '../rules/succession';
import { sharedRecords } from './sharing';
import { readStep, withFirstTalk } from './talks';
import { needOpen, readForm, readReason, situationOf, stamp, type Turn, withStep } from './turn';

type Data = Readonly<Record<string, unknown>>;

function findStep(id: string, turn: Turn): StepSpec {
  const step = stepOf(turn.routine, id);
  if (!step) throw new Refusal('notOpen');
  return step;
}

/** The lead approves a step: it opens for its owner. Approved twice: once. */
export function approve(incident: Incident, id: string, turn: Turn): Incident {
  needOpen(incident);
  const step = findStep(id, turn);
  if (hasEnded(incident, id) || stored(incident, id).state === 'open') return incident;
  if (!mayApprove(incident, step, turn.routine, turn.now)) throw new Refusal('notOpen');
  return withStep(incident, id, {
    state: 'open',
    epoch: stored(incident, id).epoch + 1,
    openedAt: stamp(turn),
  });
}

/** Who may end a step: its owner; lead or strategist for an owner who has no Teams or is silent. */
export function mayEnd(incident: Incident, step: StepSpec, roles: Roles, turn: Turn): boolean {
  if (!isWorkedOn(step)) return false;
  if (roles.has('lead') || roles.has('strategist')) return true;
  return ownersOf(situationOf(incident, turn), step).includes(turn.by);
}

function needWork(incident: Incident, step: StepSpec, roles: Roles, turn: Turn): void {
  needOpen(incident);
  if (!mayEnd(incident, step, roles, turn)) throw new Refusal('notYours');
  if (stateOf(incident, step, turn.routine, turn.now) === 'open') return;
  throw new Refusal(hasEnded(incident, step.id) ? 'alreadyEnded' : 'notOpen');
}

const isForOwner = (incident: Incident, step: StepSpec, turn: Turn): boolean => {
  const owners = ownersOf(situationOf(incident, turn), step);
  return owners.length > 0 && !owners.includes(turn.by) && step.owner !== 'twoPersons';
};

/** Ends with a step what belongs to it, on one card. */
function withParts(incident: Incident, step: StepSpec, data: Data, turn: Turn): Incident {
  const ended = { state: 'done' as const, endedAt: stamp(turn), endedBy: turn.by };
  return openParts(incident, step, turn.routine)
    .filter(({ id }) => data[id] === 'true')
    .reduce((value, { id }) => withStep(value, id, ended), incident);
}

/** A talk that is decided on stands among the talks. */
function withTalks(incident: Incident, step: StepSpec, values: Record<string, string>, turn: Turn): Incident {
  const [effect] = effectsOf(step, 'plansTalk').filter((one) => isMet(incident, one));
  if (!effect) return incident;
  const planned = { id: turn.once, kind: 'followUp' as const, attendees: '', notes: '', at: stamp(turn) };
  const plannedFor = values[effect.on] || undefined;
  return { ...incident, talks: [...incident.talks, { ...planned, plannedFor }] };
}

/** A step is done; what it wants written down is checked and kept. */
export function endStep(incident: Incident, id: string, data: Data, roles: Roles, turn: Turn): Incident {
  const step = findStep(id, turn);
  needWork(incident, step, roles, turn);
  if (step.owner === 'twoPersons') throw new Refusal('secondPersonNeeded');
  const { records: values, isFirstTalk } = readStep(incident, step, data, turn);
  if (isFirstTalk) return withFirstTalk(incident, step, values, turn);
  const ended = withStep(incident, id, {
    state: 'done',
    isAuto: undefined,
    endedAt: stamp(turn),
    endedBy: turn.by,
    isForOwner: isForOwner(incident, step, turn),
    reason: undefined,
    ...sharedRecords(incident, step, values, { data, roles }),
  });
  return withTalks(withParts(ended, step, data, turn), step, values, turn);
}

/** The victim was promised a police report: only the lead, who talks with them, may put it aside. */
export const maySkip = ({ decision }: Incident, step: StepSpec, roles: Roles): boolean =>
  step.report === undefined ||
  (step.report !== 'always' && decision?.answer !== 'municipality') ||
  roles.has('lead');

/** One of the step's own reasons, in the words that were pressed, or what was typed. */
function reasonIn(step: StepSpec, data: Data, turn: Turn): string {
  const code = step.reasons?.find((one) => one === data.why);
  return (code && turn.routine.words.steps[step.id]?.reasons?.[code]) || readReason(data, turn);
}

/** Not applicable, with a reason; "den utsatte avstod" is one. */
export function skipStep(incident: Incident, id: string, data: Data, roles: Roles, turn: Turn): Incident {
  const step = findStep(id, turn);
  needWork(incident, step, roles, turn);
  if (!maySkip(incident, step, roles)) throw new Refusal('notYours');
  if (
    step.owner === 'victim' &&
    roles.has('victim') === false &&
    victimOf(incident) !== undefined &&
    !roles.has('lead')
  ) {
    throw new Refusal('notYours');
  }
  return {
    ...withStep(incident, id, {
      state: 'notApplicable',
      endedAt: stamp(turn),
      endedBy: turn.by,
      isForOwner: isForOwner(incident, step, turn),
      reason: reasonIn(step, data, turn),
    }),
    groups: step.owner === 'twoPersons' ? undefined : incident.groups,
  };
}

/** An ended step becomes open again, with a reason; what was recorded stays in it. Its checks are asked anew. */
export function reopenStep(incident: Incident, id: string, data: Data, turn: Turn): Incident {
  needOpen(incident);
  const step = findStep(id, turn);
  if (!hasEnded(incident, id)) throw new Refusal('notOpen');
  if (!isWorkedOn(step)) throw new Refusal('notYours');
  const checks = Object.fromEntries(
    Object.entries(incident.checks).filter(
      ([check]) => !turn.routine.checks.find((one) => one.id === check)?.after.includes(step.section),
    ),
  );
  return {
    ...withStep(incident, id, {
      state: 'open',
      isAuto: undefined,
      epoch: stored(incident, id).epoch + 1,
      openedAt: stamp(turn),
      endedAt: undefined,
      endedBy: undefined,
      isForOwner: undefined,
      reason: readReason(data, turn),
    }),
    checks,
    groups: step.owner === 'twoPersons' ? undefined : incident.groups,
  };
}

/** One of two persons says what is told to whom; it is told when another person has confirmed it (plan 3.2.3). */
export function proposeGroups(incident: Incident, data: Data, roles: Roles, turn: Turn): Incident {
  const step = twoPersonsStep(turn.routine);
  if (!step) throw new Refusal('notOpen');
  needWorkOrConfirm(incident, step, roles, turn);
  const values = readForm(step.fields, data, turn);
  // Counted on: who presses an old card must not agree to what they have not read.
  const proposals = (incident.proposals ?? 0) + 1;
  const groups = { by: turn.by, at: stamp(turn), values, epoch: proposals };
  const proposal = { ...incident, proposals, groups };
  if (confirmersOf(situationOf(proposal, turn)).length > 0) return proposal;
  return endGroups(proposal, step, turn, readReason(data, turn));
}

function needWorkOrConfirm(incident: Incident, step: StepSpec, roles: Roles, turn: Turn): void {
  needOpen(incident);
  if (hasEnded(incident, step.id)) throw new Refusal('alreadyEnded');
  if (stateOf(incident, step, turn.routine, turn.now) !== 'open') throw new Refusal('notOpen');
  if (!roles.has('confirmer') && !roles.has('lead') && !roles.has('strategist'))
    throw new Refusal('notYours');
}

const endGroups = (incident: Incident, step: StepSpec, turn: Turn, reason?: string): Incident => ({
  ...withStep(incident, step.id, {
    state: 'done',
    endedAt: stamp(turn),
    endedBy: turn.by,
    reason,
    records: {
      ...incident.groups?.values,
      proposedBy: incident.groups?.by ?? '',
      confirmedBy: reason ? '' : turn.by,
    },
  }),
  groups: undefined,
});

/** The second person agrees to the proposal they were shown (`epoch`), not to one that came after it. */
export function confirmGroups(incident: Incident, epoch: string, turn: Turn): Incident {
  needOpen(incident);
  if (!incident.groups || String(incident.groups.epoch) !== epoch) throw new Refusal('alreadyEnded');
  if (!confirmersOf(situationOf(incident, turn)).includes(turn.by)) throw new Refusal('secondPersonNeeded');
  const step = twoPersonsStep(turn.routine);
  if (!step) throw new Refusal('notOpen');
  return endGroups(incident, step, turn);
}

/** The steps that are asked beside a step on its card: those that have not ended already. */
export const openParts = (incident: Incident, step: StepSpec, routine: Routine): StepSpec[] =>
  partsOf(routine, step).filter(({ id }) => !hasEnded(incident, id));
