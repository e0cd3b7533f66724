import type { Incident } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { StepSpec } from '../model/routine';
import { twoPersonsStep } from '../plan/traits';
import type { Roles } from '../rules/access';
import { confirmersOf, hasEnded, stateOf } from '../rules/progress';
import { needOpen, readForm, readReason, situationOf, stamp, type Turn, withStep } from './turn';

type Data = Readonly<Record<string, unknown>>;

/*
 * What is told to whom (plan 3.2.3): one person proposes, another confirms.
 */

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
  return endGroups(proposal, turn, { id: step.id, reason: readReason(data, turn) });
}

function needWorkOrConfirm(incident: Incident, step: StepSpec, roles: Roles, turn: Turn): void {
  needOpen(incident);
  if (hasEnded(incident, step.id)) throw new Refusal('alreadyEnded');
  if (stateOf(incident, step, turn.routine, turn.now) !== 'open') throw new Refusal('notOpen');
  if (!roles.has('confirmer') && !roles.has('lead') && !roles.has('strategist'))
    throw new Refusal('notYours');
}

const endGroups = (
  incident: Incident,
  turn: Turn,
  { id, reason }: { id: string; reason?: string | undefined },
): Incident => ({
  ...withStep(incident, id, {
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
  return endGroups(incident, turn, { id: step.id });
}
