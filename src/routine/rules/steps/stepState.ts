import { addDays, dayOf } from '../../calendar/localTime';
import {
  nextWorkingDay,
  roundOn,
  workingDay,
  workingDayFrom,
  workingDayUntil,
} from '../../calendar/workingTime';
import type { Limit } from '../../model/condition';
import type { Incident, StepState } from '../../model/incident';
import type { Routine, StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { needOf, needOn } from '../../plan/evaluate';
import { endOf, hasteOf } from './limits';

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

/** Nobody has said that it has arisen: nothing waits for it, and it ends with the incident. */
export const isUnarisen = (incident: Incident, step: StepSpec): boolean =>
  step.opens === 'ifArises' && stored(incident, step.id).state === 'waiting';

/** Whether a step stands in the way of nothing any more. */
export const isSettled = (incident: Incident, step: StepSpec): boolean =>
  hasEnded(incident, step.id) || isUnarisen(incident, step);

const reportedDay = ({ createdAt }: Incident): string => dayOf(new Date(createdAt));

/**
 * The day of the event, of a span its last, whichever of the two stands first; the report's own day when none was given. What happens after the report is
 * another event, and moves no date.
 */
export const eventDay = (incident: Incident): string => {
  const { dateTo = '', date = '' } = incident.report;
  const reported = reportedDay(incident);
  const last = [date, dateTo].sort().at(-1) || reported;
  return [last, reported].sort()[0] ?? reported;
};

/** The days of the follow-up talk: when it is booked, from when it is held, and until when. */
export interface FollowUpDays {
  book: string;
  from: string;
  last: string;
  /** The last day is counted from the report, which came late. */
  isLate: boolean;
}

/** Counted in days from the event; reported late, in working days from the report. */
export function followUpDays(incident: Incident, { followUp }: Pick<Routine, 'followUp'>): FollowUpDays {
  const event = eventDay(incident);
  const reported = reportedDay(incident);
  if (reported > addDays(event, followUp.inTimeUntil)) {
    const last = workingDay(nextWorkingDay(reported), followUp.lateWorkingDays);
    return { book: reported, from: reported, last, isLate: true };
  }
  return {
    book: addDays(event, followUp.book),
    from: addDays(event, followUp.from),
    last: lastDay(reported, addDays(event, followUp.last)),
    isLate: false,
  };
}

/** A last day that is a day off: the working day before, but never before the report. */
const lastDay = (reported: string, day: string): string => {
  const last = workingDayUntil(day);
  return last < reported ? day : last;
};

/** The instant from which 3.2.4 is open by itself: in the morning of the day on which the talk is booked. */
export const followUpOpensAt = (incident: Incident, routine: Routine): Date =>
  roundOn(followUpDays(incident, routine).book, routine.times);

/** A step that opens on a day of its own, which has not come: the lead may open it early, and is not led to. */
export const isBeforeItsDay = ({ incident, routine, now }: Situation, step: StepSpec): boolean =>
  step.opens === 'followUp' && now < followUpOpensAt(incident, routine);

/** The morning from which the talk is to be held. */
export const followUpHeldFrom = (incident: Incident, routine: Routine): Date =>
  roundOn(workingDayFrom(followUpDays(incident, routine).from), routine.times);

/** When a step opens by the time since the incident began. */
const opensFrom = (incident: Incident, limit: Limit, routine: Routine): Date =>
  endOf(limit, new Date(incident.createdAt), hasteOf({ incident, routine }));

const opensByItself = (incident: Incident, step: StepSpec, routine: Routine, now: Date): boolean => {
  const need = needOf(incident, step, routine);
  const { opens } = step;
  if (step.opensIf && needOn(incident, step.opensIf) === 'yes') return need !== 'no';
  if (typeof opens === 'object')
    return 'after' in opens
      ? hasEnded(incident, opens.after) && need === 'yes'
      : // The victim's own question waits for nobody.
        (incident.lead !== undefined || step.owner === 'victim') &&
          need !== 'no' &&
          now >= opensFrom(incident, opens.from, routine);
  switch (opens) {
    case 'atOnce':
      return need !== 'no';
    case 'followUp':
      return now >= followUpOpensAt(incident, routine);
    case 'inOrder':
      return need !== 'no' && step.opensIf !== undefined && needOn(incident, step.opensIf) === 'yes';
    case 'ifArises':
      return false;
    case 'decision':
      return need === 'yes';
  }
};

/** A step that is asked once more: answered with no before the talk was to be held. */
export const mayAskAgain = (incident: Incident, step: StepSpec, routine: Routine): boolean => {
  const { state, records, endedAt = '' } = stored(incident, step.id);
  const isNo = state === 'done' && records[step.answers ?? ''] === 'no';
  return step.asksAgain === true && isNo && new Date(endedAt) < followUpHeldFrom(incident, routine);
};

/** How a step stands now: what is stored, or open by a rule. */
export function stateOf(incident: Incident, step: StepSpec, routine: Routine, now: Date): StepState['state'] {
  const { state } = stored(incident, step.id);
  const isAsked = mayAskAgain(incident, step, routine) && now >= followUpHeldFrom(incident, routine);
  if (isAsked) return 'open';
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
  if (mayAskAgain(incident, step, routine)) return followUpHeldFrom(incident, routine);
  if (openedAt) return from(openedAt);
  const { opens } = step;
  if (typeof opens === 'object')
    return 'after' in opens
      ? from(stored(incident, opens.after).endedAt)
      : from(opensFrom(incident, opens.from, routine).toISOString());
  switch (opens) {
    case 'followUp':
      return from(followUpOpensAt(incident, routine).toISOString());
    case 'decision':
      return later(incident.decision?.at, incident.reopenedAt);
    default:
      return step.owner === 'strategist' ? from(incident.strategist?.since) : base;
  }
}

/** Whether its owner has the incident: a strategist does not before they are brought in, for the whole or for this step. */
export const isWithItsOwner = (incident: Incident, step: StepSpec): boolean =>
  step.owner !== 'strategist' || isStrategists(incident, step);

/** Whether the strategist has a step: with the whole incident, by the step itself, or as one that brings nobody in. */
export const isStrategists = ({ strategist }: Pick<Incident, 'strategist'>, step: StepSpec): boolean =>
  strategist !== undefined &&
  (!strategist.steps ||
    strategist.steps.includes(step.id) ||
    (step.owner === 'strategist' && !step.bringsIn));
