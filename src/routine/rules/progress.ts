import { addDays, dayOf } from '../calendar/localTime';
import { roundOn, workingDayUntil } from '../calendar/workingTime';
import { isActive, type PersonId } from '../model/contact';
import type { Incident, StepState, Talk } from '../model/incident';
import { standsAs } from '../model/posts';
import type { CheckSectionSpec, Routine, StepSpec } from '../model/routine';
import type { Cast, Situation } from '../model/situation';
import { filerOf, filersOf } from './filing';
import { accountsOf, strategistsOf, victimOf } from './succession';

const WAITING: StepState = { state: 'waiting', epoch: 0, records: {} };

/** What is stored of a step; a step that was never touched is waiting. */
export const stored = (incident: Incident, step: string): StepState => incident.steps[step] ?? WAITING;

export const hasEnded = (incident: Incident, step: string): boolean => {
  const { state } = stored(incident, step);
  return state === 'done' || state === 'notApplicable';
};

/** The day of the event; the report's own day when none was given. */
export const eventDay = (incident: Incident): string =>
  incident.report.dateTo || incident.report.date || dayOf(new Date(incident.createdAt));

/**
 * The follow-up talk: when it opens and its last day. Reported after its first day: due that many days from the
 * report.
 */
export function followUpDays(
  incident: Incident,
  routine: Routine,
): { from: string; last: string; isLate: boolean } {
  const event = eventDay(incident);
  const reported = dayOf(new Date(incident.createdAt));
  const isLate = reported > addDays(event, routine.followUp.from);
  const { from, last } = routine.followUp;
  return isLate
    ? { from: reported, last: lastDay(reported, addDays(reported, from)), isLate }
    : { from: addDays(event, from), last: lastDay(reported, addDays(event, last)), isLate };
}

/** A last day that is a day off: the working day before, but never before the report. */
const lastDay = (reported: string, day: string): string => {
  const last = workingDayUntil(day);
  return last < reported ? day : last;
};

/** The instant from which 3.2.4 is open by itself: in the morning of its first day. */
export const followUpOpensAt = (incident: Incident, routine: Routine): Date =>
  roundOn(followUpDays(incident, routine).from, routine.times);

const opensByItself = (incident: Incident, step: StepSpec, routine: Routine, now: Date): boolean => {
  const need = step.need?.(incident) ?? 'yes';
  switch (step.opens) {
    case 'atOnce':
      return need !== 'no';
    case 'followUp':
      return now >= followUpOpensAt(incident, routine);
    case 'inOrder':
      return false;
    default:
      return need === 'yes';
  }
};

/** How a step stands now: what is stored, or open by a rule. */
export function stateOf(incident: Incident, step: StepSpec, routine: Routine, now: Date): StepState['state'] {
  const { state } = stored(incident, step.id);
  if (state !== 'waiting') return state;
  return opensByItself(incident, step, routine, now) ? 'open' : 'waiting';
}

/** Whether the strategist has been asked for the police contact; until then the lead may approve it as next step. */
const isWithItsOwner = (incident: Incident, step: StepSpec): boolean =>
  step.owner !== 'strategist' || incident.strategist !== undefined;

/** A step that the lead may approve now: it opens for its owner. */
export function mayApprove(incident: Incident, step: StepSpec, routine: Routine, now: Date): boolean {
  if ((step.need?.(incident) ?? 'yes') === 'no') return false;
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
    case 'lead':
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

/** Who must agree to what is told, beside the one who proposed it: two *persons* (plan 3.2.3). */
export function confirmersOf(cast: Cast): PersonId[] {
  const { incident, contacts, routine } = cast;
  const proposer = incident.groups?.by;
  if (!proposer) return [];
  const strategists = strategistsOf(cast).flatMap((contact) => contact.person ?? []);
  const lead = incident.lead?.person;
  const isLedByStrategist = lead !== undefined && strategists.includes(lead);
  const deputies = contacts
    .filter((contact) => standsAs(routine.posts, contact, 'strategist') && isActive(contact))
    .flatMap((contact) => contact.person ?? []);
  const candidates = isLedByStrategist
    ? [...deputies, ...(victimOf(incident) ?? '').split(' ').filter(Boolean)]
    : [...strategists, ...(lead ? [lead] : [])];
  return [...new Set(candidates)].filter(
    (person) => person !== proposer && (person === victimOf(incident) || person !== incident.victim.person),
  );
}

/** Check sections whose steps are all ended and that nobody has answered yet. */
export const checksDue = (incident: Incident, routine: Routine): CheckSectionSpec[] =>
  routine.checks.filter(
    (section) =>
      !incident.checks[section.id] &&
      routine.steps
        .filter((step) => section.after.includes(step.section))
        .every((step) => hasEnded(incident, step.id)),
  );

/** Talks 2, 3, ... that were decided on and are neither held nor waived. */
export const plannedTalks = (incident: Incident): Talk[] =>
  incident.talks.filter((talk) => talk.kind === 'followUp' && !talk.heldOn && !talk.waived);

/** What still stands between an incident and its closing (Bilaga 5). */
export interface Missing {
  steps: StepSpec[];
  checks: CheckSectionSpec[];
  talks: Talk[];
  review: boolean;
}

export function missingToClose(incident: Incident, routine: Routine): Missing {
  return {
    steps: routine.steps.filter((step) => !hasEnded(incident, step.id)),
    checks: routine.checks.filter((section) => !incident.checks[section.id]),
    talks: plannedTalks(incident),
    review: incident.review === undefined,
  };
}

export const mayClose = (missing: Missing): boolean =>
  missing.steps.length + missing.checks.length + missing.talks.length === 0 && !missing.review;
