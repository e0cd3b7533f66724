import type { FieldSpec } from '../model/fields';
import type { Incident } from '../model/incident';
import { Refusal } from '../model/refusal';
import { type Routine, type StepSpec, stepOf } from '../model/routine';
import { isMet } from '../plan/evaluate';
import { effectsOf, filedSteps, partsOf } from '../plan/traits';
import type { Viewer } from '../rules/access';
import { haveLed } from '../rules/leadership';
import { hasEnded, isUnarisen, mayApprove, ownersOf, stateOf, stored } from '../rules/progress';
import type { Roles } from '../rules/roles/role';
import { answeredOf } from '../rules/steps/answered';
import { mayEndAsUnknown, maySkip } from '../rules/steps/skipping';
import { mayOpenAgain, mayWork } from '../rules/steps/working';
import { victimOf } from '../rules/succession';
import { handedTo, helpersFor, mayHand } from '../rules/wishes/handing';
import { askedOf, sharedRecords } from './sharing';
import { readStep, withFirstTalk } from './talks';
import {
  type ActTurn,
  needOpen,
  readForm,
  readReason,
  situationOf,
  stamp,
  type Turn,
  withStep,
} from './turn';
import { callMe } from './victim';

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
  if (!mayApprove(incident, step, turn.routine, turn.now) && !isUnarisen(incident, step))
    throw new Refusal('notOpen');
  return withStep(incident, id, {
    state: 'open',
    epoch: stored(incident, id).epoch + 1,
    openedAt: stamp(turn),
  });
}

/** The one who acts, as the rules know them. */
const viewerIn = (turn: Turn, roles: Roles): Viewer => ({ person: turn.by, roles });

function needWork(incident: Incident, step: StepSpec, roles: Roles, turn: Turn): void {
  needOpen(incident);
  if (!mayWork(situationOf(incident, turn), step, viewerIn(turn, roles))) throw new Refusal('notYours');
  if (step.victimMay && roles.has('victim')) {
    // The victim need not wait for the lead, nor for what the assessment said.
    if (stored(incident, step.id).state === 'done') throw new Refusal('alreadyEnded');
    return;
  }
  if (stateOf(incident, step, turn.routine, turn.now) === 'open') return;
  throw new Refusal(hasEnded(incident, step.id) ? 'alreadyEnded' : 'notOpen');
}

const isForOwner = (incident: Incident, step: StepSpec, turn: Turn): boolean => {
  const owners = ownersOf(situationOf(incident, turn), step);
  const isVictims = step.victimMay === true && victimOf(incident) === turn.by;
  return owners.length > 0 && !owners.includes(turn.by) && step.owner !== 'twoPersons' && !isVictims;
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
  return { ...incident, talks: [...incident.talks, { ...planned, plannedFor, plannedBy: turn.by }] };
}

/** One step handed to a deputy, who stands by for it and is told of it; its clocks go on. */
export function handStep(
  incident: Incident,
  { step: id, contact }: { step: string; contact: string },
  turn: Turn,
): Incident {
  needOpen(incident);
  const situation = situationOf(incident, turn);
  const step = findStep(id, turn);
  const person = helpersFor(situation).find((one) => one.id === contact)?.person;
  if (!person) throw new Refusal('noSuchPerson');
  if (!mayHand(situation, step)) throw new Refusal('notOpen');
  if (handedTo(incident, step) === person) return incident;
  const others = incident.standby.filter((one) => one.person !== person);
  const led = haveLed(incident).includes(person) || undefined;
  return withStep({ ...incident, standby: [...others, { person, at: stamp(turn), led }] }, id, {
    handedTo: person,
    epoch: stored(incident, id).epoch + 1,
  });
}

/** The records of a form, with what the incident has answered by itself where nobody wrote anything else. */
const withAnswered = (
  records: Record<string, string>,
  answered: Readonly<Record<string, string>>,
): Record<string, string> => ({
  ...records,
  ...Object.fromEntries(Object.entries(answered).filter(([id]) => !records[id])),
});

/** A step is done; what it wants written down is checked and kept. */
export function endStep(incident: Incident, id: string, data: Data, roles: Roles, turn: Turn): Incident {
  const step = findStep(id, turn);
  needWork(incident, step, roles, turn);
  if (step.owner === 'twoPersons') throw new Refusal('secondPersonNeeded');
  const asked = { ...step, fields: askedOf(incident, step, { data, roles }) };
  const { records, isFirstTalk } = readStep(incident, asked, data, turn);
  const values = withAnswered(records, answeredOf(incident, step, turn.routine));
  if (isFirstTalk) return withFirstTalk(incident, step, values, turn);
  if (step.talkFirst !== undefined && values[step.answers ?? ''] === step.talkFirst)
    return talkFirst(withStep(incident, id, { records: values }), roles, turn);
  const ended = withStep(incident, id, {
    state: 'done',
    isAuto: undefined,
    endedAt: stamp(turn),
    endedBy: turn.by,
    isForOwner: isForOwner(incident, step, turn),
    reason: undefined,
    because: undefined,
    ...sharedRecords(incident, step, values, { data, roles }),
  });
  return withTalks(withParts(ended, step, data, turn), step, values, turn);
}

/** The owner wants to talk first: the lead is asked to ring, and the question stays. */
const talkFirst = (waiting: Incident, roles: Roles, turn: Turn): Incident =>
  roles.has('lead') ? waiting : callMe(waiting, turn);

/** Writes down what comes to be known after a step is done, such as the police's answer. May be mended. */
export function addRecord(incident: Incident, data: Data, turn: ActTurn): Incident {
  needOpen(incident);
  const step = findStep(String(data.step), turn);
  if (!mayWork(situationOf(incident, turn), step, viewerIn(turn, turn.roles))) throw new Refusal('notYours');
  const { state, records } = stored(incident, step.id);
  if (state !== 'done' || !step.later) throw new Refusal('notOpen');
  return withStep(incident, step.id, {
    records: { ...records, ...readForm(laterFields(step), data, turn) },
  });
}

/** The fields of a step that may be written when it is done: asked for then. */
export const laterFields = ({ fields, later = [] }: StepSpec): FieldSpec[] =>
  fields.filter(({ id }) => later.includes(id)).map((field) => ({ ...field, required: true }));

/** One of the step's own reasons, in the words that were pressed, or what was typed. */
function reasonIn(step: StepSpec, data: Data, turn: Turn): string {
  const code = step.reasons?.find((one) => one === data.why);
  return (code && turn.routine.words.steps[step.id]?.reasons?.[code]) || readReason(data, turn);
}

/** Not applicable, with a reason; "den utsatte avstod" is one. */
export function skipStep(incident: Incident, id: string, data: Data, roles: Roles, turn: Turn): Incident {
  const step = findStep(id, turn);
  needWork(incident, step, roles, turn);
  if (mayEndAsUnknown({ incident, routine: turn.routine }, step, roles)) return endAsUnknown(incident, turn);
  if (!maySkip(situationOf(incident, turn), step, viewerIn(turn, roles))) throw new Refusal('notYours');
  return withStep(incident, id, {
    state: 'notApplicable',
    endedAt: stamp(turn),
    endedBy: turn.by,
    isForOwner: isForOwner(incident, step, turn),
    reason: reasonIn(step, data, turn),
  });
}

/** "Uppgift saknas": nobody has told whether the report was made, nor what belongs to it. */
const endAsUnknown = (incident: Incident, turn: Turn): Incident =>
  filedSteps(turn.routine)
    .filter(({ id }) => !hasEnded(incident, id))
    .reduce(
      (value, step) =>
        withStep(value, step.id, {
          state: 'notApplicable',
          because: 'notKnown',
          reason: '',
          endedAt: stamp(turn),
          endedBy: turn.by,
          isForOwner: isForOwner(incident, step, turn),
        }),
      incident,
    );

/** An ended step becomes open again, with a reason; what was recorded stays in it. Its checks are asked anew. */
export function reopenStep(incident: Incident, id: string, data: Data, turn: ActTurn): Incident {
  needOpen(incident);
  const step = findStep(id, turn);
  if (!hasEnded(incident, id)) throw new Refusal('notOpen');
  const isTheirs = mayOpenAgain(situationOf(incident, turn), step, viewerIn(turn, turn.roles));
  if (!isTheirs) throw new Refusal('notYours');
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
      because: undefined,
      day: undefined,
      reason: readReason(data, turn),
    }),
    checks,
    groups: step.owner === 'twoPersons' ? undefined : incident.groups,
  };
}

/** The steps that are asked beside a step on its card: those that have not ended already. */
export const openParts = (incident: Incident, step: StepSpec, routine: Routine): StepSpec[] =>
  partsOf(routine, step).filter(({ id }) => !hasEnded(incident, id));
