import { addDays, dayOf } from '../../calendar/localTime';
import { roundOn, workingDayUntil } from '../../calendar/workingTime';
import type { Incident, StepState } from '../../model/incident';
import type { Routine, StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { needOf } from '../../plan/evaluate';

/*
 * How a step stands, and since when: what is stored of it, or open by its own rule.
 */

const WAITING: StepState = { state: 'waiting', epoch: 0, records: {} };

/** The stored state of a step; a step that was never touched is waiting. */
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
  const need = needOf(incident, step, routine);
  const { opens } = step;
  if (typeof opens === 'object') return hasEnded(incident, opens.after) && need === 'yes';
  switch (opens) {
    case 'atOnce':
      return need !== 'no';
    case 'followUp':
      return now >= followUpOpensAt(incident, routine);
    case 'inOrder':
      return false;
    case 'decision':
      return need === 'yes';
  }
};

/** How a step stands now: what is stored, or open by a rule. */
export function stateOf(incident: Incident, step: StepSpec, routine: Routine, now: Date): StepState['state'] {
  const { state } = stored(incident, step.id);
  if (state !== 'waiting') return state;
  return opensByItself(incident, step, routine, now) ? 'open' : 'waiting';
}

/** The latest of some instants (ISO); those that are not there are left out. */
export const later = (...isos: (string | undefined)[]): Date =>
  new Date(
    isos
      .filter((iso) => iso !== undefined)
      .sort()
      .at(-1) ?? 0,
  );

/** Since when a step is open, by the plan alone: not who is told of it at which hour. */
export function openedSince({ incident, routine }: Situation, step: StepSpec): Date {
  const { openedAt } = stored(incident, step.id);
  const isLeads = step.owner === 'lead' || step.owner === 'twoPersons';
  const base = later(incident.createdAt, incident.reopenedAt, isLeads ? incident.lead?.since : undefined);
  const from = (iso: string | undefined) => later(iso, base.toISOString());
  if (openedAt) return from(openedAt);
  const { opens } = step;
  if (typeof opens === 'object') return from(stored(incident, opens.after).endedAt);
  switch (opens) {
    case 'followUp':
      return from(followUpOpensAt(incident, routine).toISOString());
    case 'decision':
      return later(incident.decision?.at, incident.reopenedAt);
    default:
      return step.owner === 'strategist' ? from(incident.strategist?.since) : base;
  }
}

/** Whether its owner has the incident: a strategist does not before they are brought in. */
export const isWithItsOwner = (incident: Incident, step: StepSpec): boolean =>
  step.owner !== 'strategist' || incident.strategist !== undefined;
