import { addDays, dayOf } from '../../calendar/localTime';
import { roundOn } from '../../calendar/workingTime';
import type { Situation } from '../../model/situation';
import { leadOf, type Waiting, waiting } from './waiting';

const DAYS = { asked: undefined, day: 1, week: 7 } as const;

/** The next outlook of how it stands: since somebody asked, or on its day. It never goes up: nothing of the plan waits for it. */
export function outlookDue(situation: Situation): Waiting[] {
  const { incident, routine } = situation;
  const { outlook } = incident;
  if (!outlook || incident.enoughAt !== undefined) return [];
  const days = DAYS[outlook.pace];
  const last = outlook.said.at(-1);
  const next = days && last ? roundOn(addDays(dayOf(new Date(last.at)), days), routine.times) : undefined;
  const since = outlook.askedAt ? new Date(outlook.askedAt) : next;
  if (!since) return [];
  const roundFrom = dayOf(since);
  return waiting(situation, {
    ...{ about: 'outlook', owner: 'lead', persons: leadOf(situation) },
    ...{ since, roundFrom, upAt: undefined },
  });
}
