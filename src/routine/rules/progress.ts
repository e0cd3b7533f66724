import { isActive, type PersonId } from '../model/contact';
import type { Incident, Talk } from '../model/incident';
import { standsAs } from '../model/posts';
import type { ProtectionMeasure } from '../model/records';
import type { CheckSectionSpec, Routine, StepSpec } from '../model/routine';
import type { Cast, Situation } from '../model/situation';
import { needOf } from '../plan/evaluate';
import { isDead } from '../plan/unable';
import { filerOf, filersOf } from './filing';
import { openMeasures } from './steps/measures';
import { isSettled, isWithItsOwner, stateOf } from './steps/stepState';
import { isFirstTalkMissing, plannedTalks } from './steps/talks';
import { accountsOf, isExcluded, strategistsOf, victimOf } from './succession';
import { confirmFrom } from './victim/readFirst';
import { handedTo } from './wishes/handing';

export {
  followUpDays,
  followUpOpensAt,
  hasEnded,
  isSettled,
  isUnarisen,
  isWithItsOwner,
  stateOf,
  stored,
} from './steps/stepState';
export { plannedTalks } from './steps/talks';

/** A step that the lead may approve now: it opens for its owner. */
export function mayApprove(incident: Incident, step: StepSpec, routine: Routine, now: Date): boolean {
  if (needOf(incident, step, routine) === 'no') return false;
  const state = stateOf(incident, step, routine, now);
  if (state === 'open') return !isWithItsOwner(incident, step);
  return state === 'waiting' && (step.opens === 'inOrder' || step.opens === 'followUp');
}

/** The next step in the routine's order that waits for the lead's approval. */
export const nextToApprove = (incident: Incident, routine: Routine, now: Date): StepSpec | undefined =>
  routine.steps.find((step) => mayApprove(incident, step, routine, now));

/** The persons whose duty an open step is; empty: nobody with an account, so the lead records it for them. */
export function ownersOf(situation: Situation, step: StepSpec): PersonId[] {
  const { incident } = situation;
  const victim = victimOf(incident);
  const lead = incident.lead ? [incident.lead.person] : [];
  switch (step.owner) {
    case 'lead': {
      const deputy = handedTo(incident, step);
      return deputy ? [deputy] : lead;
    }
    case 'twoPersons':
      return lead;
    case 'strategist':
      return accountsOf(strategistsOf(situation));
    case 'victim':
      return victim ? [victim] : [];
    case 'filer': {
      const filer = filerOf(incident);
      if (filer === 'municipality') return accountsOf(filersOf(situation));
      return filer === 'victim' && victim ? [victim] : lead;
    }
  }
}

/** Those who may confirm a proposal now: not before the victim has read it, nor where they have ruled it out. */
export function confirmersOf(situation: Situation): PersonId[] {
  const from = confirmFrom(situation);
  if (!from || from > situation.now) return [];
  const seconds = secondPersonsOf(situation);
  const { groups } = situation.incident;
  // Alone, with a reason, whoever proposed it ends it once the victim has answered, or says that it names nobody.
  return seconds.length === 0 && groups?.reason ? [groups.by] : seconds;
}

/** Who must agree to what is told, beside the one who proposed it: two *persons* (plan 3.2.3). */
export function secondPersonsOf(cast: Cast): PersonId[] {
  const { incident, contacts, routine } = cast;
  const proposer = incident.groups?.by;
  if (!proposer) return [];
  const strategists = strategistsOf(cast).flatMap((contact) => contact.person ?? []);
  const lead = incident.lead?.person;
  const isLedByStrategist = lead !== undefined && strategists.includes(lead);
  const deputies = contacts
    .filter((contact) => standsAs(routine.posts, contact, 'strategist') && isActive(contact))
    .flatMap((contact) => contact.person ?? [])
    .filter((person) => !isExcluded(incident, person));
  const candidates = isLedByStrategist
    ? [...deputies, ...(victimOf(incident) ?? '').split(' ').filter(Boolean)]
    : [...strategists, ...(lead ? [lead] : [])];
  return [...new Set(candidates)].filter(
    (person) => person !== proposer && (person === victimOf(incident) || person !== incident.victim.person),
  );
}

/** Check sections that nobody has answered yet. */
export const checksLeft = (incident: Incident, routine: Routine): CheckSectionSpec[] =>
  routine.checks.filter((section) => !incident.checks[section.id]);

/** Whether all steps of a check section are ended: its questions may be answered then. */
export const mayCheck = (incident: Incident, section: CheckSectionSpec, routine: Routine): boolean =>
  routine.steps
    .filter((step) => section.after.includes(step.section))
    .every((step) => isSettled(incident, step));

/** All that still stands between an incident and its closing (Bilaga 5). */
export interface Missing {
  steps: StepSpec[];
  checks: CheckSectionSpec[];
  /** The first talk, neither held nor waived. */
  firstTalk: boolean;
  talks: Talk[];
  /** Protection measures, neither carried out nor said to be needless. */
  measures: ProtectionMeasure[];
  review: boolean;
}

const NOTHING_MISSING: Missing = {
  steps: [],
  checks: [],
  firstTalk: false,
  talks: [],
  measures: [],
  review: false,
};

export function missingToClose(incident: Incident, routine: Routine): Missing {
  // The victim wants no more of it, or is dead: nothing stands in the way.
  if (incident.enoughAt !== undefined || isDead(incident)) return NOTHING_MISSING;
  return {
    steps: routine.steps.filter((step) => !isSettled(incident, step)),
    checks: checksLeft(incident, routine),
    firstTalk: isFirstTalkMissing(incident),
    talks: plannedTalks(incident),
    measures: openMeasures(incident),
    review: incident.review === undefined,
  };
}

export const mayClose = (missing: Missing): boolean =>
  missing.steps.length + missing.checks.length + missing.talks.length + missing.measures.length === 0 &&
  !missing.firstTalk &&
  !missing.review;
