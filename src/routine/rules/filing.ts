import { addDaytime, afterWorkingDays, inDaytime } from '../calendar/workingTime';
import type { Contact } from '../model/contact';
import type { Incident } from '../model/incident';
import type { Situation } from '../model/situation';
import { isVictimAsked, reportStep } from '../plan/traits';
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

/** The next in line when the one before has not filed. */
function step(at: Date, { incident, routine: { times } }: Situation): Date {
  return incident.acute
    ? addDaytime(at, times.filerAcute, times)
    : afterWorkingDays(at, times.filerWorkingDays);
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
 * The filer in daytime after the victim's yes, then the deputies one after the other; and when the victim is
 * offered to report it themselves, since nobody has.
 */
export function filing(situation: Situation): { levels: FilingLevel[]; offeredAt: Date } | undefined {
  const { routine } = situation;
  const from = filedFrom(situation);
  if (!from) return undefined;
  const groups = servingAs(situation, 'filer');
  let at = inDaytime(from, routine.times);
  const levels = groups.map((group): FilingLevel => {
    const level = { at, contacts: group };
    at = step(at, situation);
    return level;
  });
  return { levels, offeredAt: groups.length > 0 ? at : step(at, situation) };
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
