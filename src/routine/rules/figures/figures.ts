import { dayOf } from '../../calendar/localTime';
import { addDaytime, addMinutes } from '../../calendar/workingTime';
import { splitChoices } from '../../model/fields';
import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { companyStep, informingStep, talkStep } from '../../plan/traits';
import { isPressing } from '../ladders/asked';
import { stored } from '../progress';
import { endOf, hasteOf } from '../steps/limits';
import { followUpDays } from '../steps/stepState';

/*
 * An incident in figures: when, what kind, on which way, and how it stands against the plan's limits. Never whose, never which party.
 */

/** The limits that are measured. */
export const MEASURED = ['acknowledged', 'company', 'talk', 'sameDay'] as const;
export type Measured = (typeof MEASURED)[number];

/** How an incident stands against a limit. `pending`: its time is not up. `notApplicable`: the limit is none of its. */
export const OUTCOMES = ['met', 'late', 'pending', 'notApplicable'] as const;
export type LimitOutcome = (typeof OUTCOMES)[number];

export interface Figures {
  /** YYYY-MM, where the municipality is. */
  month: string;
  /** Codes; none was said: empty. */
  kinds: readonly string[];
  channel: string;
  isClosed: boolean;
  limits: Readonly<Record<Measured, LimitOutcome>>;
}

/** Compares when something was done with when it was to be. @param doneAt undefined: it has not been done */
function outcome(doneAt: Date | undefined, by: Date, { incident, now }: Situation): LimitOutcome {
  if (doneAt) return doneAt <= by ? 'met' : 'late';
  if (now > by) return 'late';
  return incident.state === 'closed' ? 'notApplicable' : 'pending';
}

const dateOf = (text: string | undefined): Date | undefined => (text ? new Date(text) : undefined);

const earliest = (...times: (Date | undefined)[]): Date | undefined =>
  times.reduce((first, one) => (!first || (one && one < first) ? one : first));

/** When somebody first took it on. */
function takenAt({ incident, routine }: Pick<Situation, 'incident' | 'routine'>): Date | undefined {
  const step = informingStep(routine);
  const state = step && stored(incident, step.id);
  return earliest(
    state?.state === 'done' ? dateOf(state.endedAt) : undefined,
    dateOf(incident.lead?.since),
    dateOf(incident.standby[0]?.at),
  );
}

/** An alarm: before the next in line is asked. Any other report: before it goes up. */
function acknowledged(situation: Situation): LimitOutcome {
  const { incident, routine } = situation;
  const { times } = routine;
  const began = new Date(incident.createdAt);
  const isAcute = incident.via === 'alarm' || incident.acuteAt === incident.createdAt;
  const by = isAcute
    ? addMinutes(began, times.alarmNext)
    : addDaytime(began, isPressing(situation) ? times.pressingUp : times.calmUp, times);
  return outcome(takenAt(situation), by, situation);
}

/** Somebody with the victim, from when it was taken on: in the minutes of what is acute, else on the next day. */
function withVictim(situation: Situation): LimitOutcome {
  const { incident, routine } = situation;
  const step = companyStep(routine);
  if (!step || stored(incident, step.id).state === 'notApplicable') return 'notApplicable';
  const taken = takenAt(situation);
  if (!taken) return incident.state === 'closed' ? 'notApplicable' : 'pending';
  const { state, endedAt } = stored(incident, step.id);
  const said = incident.company?.find(({ who }) => who !== '')?.at;
  const doneAt = earliest(dateOf(said), state === 'done' ? dateOf(endedAt) : undefined);
  const { times } = routine;
  const isAcute = incident.acuteAt !== undefined || incident.via === 'alarm';
  const by = isAcute
    ? addMinutes(taken, times.aloneUpAcute)
    : endOf({ within: 'days', count: 1 }, taken, hasteOf({ incident, routine }));
  return outcome(doneAt, by, situation);
}

/** The follow-up talk within the plan's days from the event. */
function talk(situation: Situation): LimitOutcome {
  const { incident, routine, now } = situation;
  if (!talkStep(routine)) return 'notApplicable';
  const held = incident.talks
    .filter(({ kind, heldOn }) => kind === 'followUp' && heldOn)
    .map(({ heldOn }) => heldOn ?? '')
    .sort()[0];
  const { last } = followUpDays(incident, routine);
  if (held) return held <= last ? 'met' : 'late';
  const isWaived = incident.talks.some(({ kind, waived }) => kind === 'followUp' && waived);
  const step = talkStep(routine);
  if (isWaived || (step && stored(incident, step.id).state === 'notApplicable')) return 'notApplicable';
  if (dayOf(now) > last) return 'late';
  return incident.state === 'closed' ? 'notApplicable' : 'pending';
}

/** Steps that the plan wants done on the same day. */
function sameDay(situation: Situation): LimitOutcome {
  const { incident, routine } = situation;
  const all = routine.steps
    .filter(({ due }) => due?.within === 'sameDay')
    .map((step): LimitOutcome => {
      const { state, openedAt, endedAt } = stored(incident, step.id);
      if (state === 'notApplicable' || !step.due) return 'notApplicable';
      if (!openedAt) return incident.state === 'closed' ? 'notApplicable' : 'pending';
      const by = endOf(step.due, new Date(openedAt), hasteOf({ incident, routine }));
      return outcome(state === 'done' ? dateOf(endedAt) : undefined, by, situation);
    });
  return WORST.find((one) => all.includes(one)) ?? 'notApplicable';
}
/** Of several steps the worst counts. */
const WORST: readonly LimitOutcome[] = ['late', 'pending', 'met', 'notApplicable'];

const kindsOf = ({ report }: Incident): string[] => splitChoices(report.kinds);

/** Whether it is a threat of its own: no exercise, no mistake, and not told of in another one. */
const isCounted = ({ practice, mergedInto, closeReason }: Incident): boolean =>
  !practice && !mergedInto && closeReason !== 'mistake' && closeReason !== 'duplicate';

/** An incident's own figures; undefined: it is none to be counted. */
export function figuresOf(situation: Situation): Figures | undefined {
  const { incident } = situation;
  if (!isCounted(incident)) return undefined;
  return {
    month: dayOf(new Date(incident.createdAt)).slice(0, 7),
    kinds: kindsOf(incident),
    channel: splitChoices(incident.report.channel)[0] ?? '',
    isClosed: incident.state === 'closed',
    limits: {
      acknowledged: acknowledged(situation),
      company: withVictim(situation),
      talk: talk(situation),
      sameDay: sameDay(situation),
    },
  };
}
