import { atHour, dayOf } from '../calendar/localTime';
import {
  addWithin,
  addWorkingDays,
  type Hours,
  inHours,
  roundOn,
  workingDayFrom,
} from '../calendar/workingTime';
import type { Contact } from '../model/contact';
import type { Incident } from '../model/incident';
import type { Situation } from '../model/situation';
import { isVictimAsked, reportStep } from '../plan/traits';
import { hoursOf } from './ladders/spoken';
import type { Pace } from './steps/limits';
import { openedSince, stateOf } from './steps/stepState';
import { servingAs } from './succession';

/** Who makes the police report and what belongs to it, by the victim's word. */
export const filerOf = (incident: Incident): 'municipality' | 'victim' | 'other' =>
  incident.decision?.answer === 'self'
    ? 'victim'
    : incident.decision?.answer === 'other'
      ? 'other'
      : 'municipality';

/** From when on which of those who file for the municipality are asked. */
export interface FilingLevel {
  at: Date;
  contacts: Contact[];
}

const endedAt = ({ incident, routine }: Situation): string | undefined =>
  incident.steps[reportStep(routine)?.id ?? '']?.endedAt;

/** The hours between which those who file are told: of what is acute its own, until it has been talked over. */
const filingHours = ({ incident, routine: { times } }: Situation): Hours =>
  incident.acute
    ? { within: { dayFrom: times.filerFrom, dayTo: times.filerTo }, ...hoursOf(incident, times) }
    : { within: times };

/** The next in line when the one before has not filed: some minutes later, or in the morning of a working day. */
function step(at: Date, situation: Situation): Date {
  const {
    incident,
    routine: { times },
  } = situation;
  if (incident.acute) return addWithin(at, times.filerAcute, filingHours(situation));
  return roundOn(addWorkingDays(dayOf(at), times.filerWorkingDays), times);
}

/** The first is reminded once, on the working day on which they were told: of what is not acute. */
function remindedAt(at: Date, { incident, routine: { times } }: Situation): Date | undefined {
  const reminder = atHour(workingDayFrom(dayOf(at)), times.filerRemindAt);
  return !incident.acute && reminder > at ? reminder : undefined;
}

/** The police report by the municipality, as time makes it. */
export interface Filing {
  levels: FilingLevel[];
  remindAt: Date | undefined;
  /** The victim is offered to report it themselves, when the deputy is told. */
  offeredAt: Date;
  /** Nobody in the line has filed: it goes up, and at which pace. */
  upAt: Date;
  pace?: Pace;
}

/** Since when the municipality files: the victim's yes, or where the report is always made, that step's beginning. */
function filedFrom(situation: Situation): Date | undefined {
  const { incident, routine, now } = situation;
  const { decision } = incident;
  if (decision?.answer === 'municipality') return decision.at ? new Date(decision.at) : undefined;
  const report = reportStep(routine);
  const state = report && stateOf(incident, report, routine, now);
  return report?.report === 'always' && (state === 'open' || state === 'done')
    ? openedSince(situation, report)
    : undefined;
}

/**
 * The filer after the victim's yes, then the deputies one after the other; and when the victim is offered to report it
 * themselves, since nobody has.
 */
export function filing(situation: Situation): Filing | undefined {
  const { times } = situation.routine;
  const from = filedFrom(situation);
  if (!from) return undefined;
  const first = inHours(from, filingHours(situation));
  let at = first;
  const levels = servingAs(situation, 'filer').map((contacts): FilingLevel => {
    const level = { at, contacts };
    at = step(at, situation);
    return level;
  });
  return {
    levels,
    remindAt: remindedAt(first, situation),
    offeredAt: step(first, situation),
    upAt: levels.length > 0 ? at : step(first, situation),
    ...(situation.incident.acute ? { pace: { minutes: times.filerAcute, ...filingHours(situation) } } : {}),
  };
}

/**
 * Those who have been asked to file for the municipality by now. The first are known from the victim's yes on, though told
 * in daytime; the next ones only as long as nobody has filed.
 */
export function filingNow(situation: Situation): FilingLevel[] {
  const ended = endedAt(situation);
  const until = ended ? new Date(ended) : situation.now;
  return (filing(situation)?.levels ?? []).filter(({ at }, index) => index === 0 || at <= until);
}

export const filersOf = (situation: Situation): Contact[] =>
  filingNow(situation).flatMap((level) => level.contacts);

/** The victim has been offered to report it themselves: nobody has in all this time. */
export const isOfferedToFile = (situation: Situation): boolean => {
  const found = filing(situation);
  return (
    found !== undefined &&
    isVictimAsked(situation.routine) &&
    !endedAt(situation) &&
    found.offeredAt <= situation.now
  );
};
