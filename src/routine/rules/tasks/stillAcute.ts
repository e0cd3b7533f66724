import { roundOn } from '../../calendar/workingTime';
import type { Situation } from '../../model/situation';
import { isRelayOut } from '../deadlines';
import { isAtAnyHour } from '../ladders/reaching';
import { firstSpokenAt } from '../ladders/spoken';
import { hasEnded, later, stateOf, stored } from '../steps/stepState';
import { leadOf, type Waiting, waiting } from './waiting';

/*
 * "Är det fortfarande akut?" What is acute stays so until whoever leads lowers it. When it has calmed they are asked once; nothing is
 * ever lowered by itself, and nobody hears that the question stands.
 */

/** Whether something is still done for its haste: a ladder runs, somebody is to be rung, or may be alone. */
function isHurried(situation: Situation): boolean {
  const { incident, routine, now } = situation;
  const isOpen = routine.steps.some(
    (step) => step.protects && stateOf(incident, step, routine, now) === 'open',
  );
  return isAtAnyHour(incident) || incident.wantsCallAt !== undefined || isOpen || isRelayOut(situation);
}

/** Whether the lead has said that it still is, since it became so. */
const isKept = ({ incident: { acuteAt, acuteKeptAt, createdAt } }: Situation): boolean =>
  acuteKeptAt !== undefined && acuteKeptAt >= (acuteAt ?? createdAt);

/** The question, in the lead's rounds from the next working day on. */
export function stillAcute(situation: Situation): Waiting[] {
  const { incident, routine } = situation;
  const { acute, acuteAt, createdAt, lead, spoken, enoughAt } = incident;
  if (!acute || !lead || enoughAt !== undefined) return [];
  if (isKept(situation) || isHurried(situation)) return [];
  const protecting = routine.steps.filter((step) => step.protects && hasEnded(incident, step.id));
  const ends = protecting.map((step) => stored(incident, step.id).endedAt);
  const since = later(createdAt, acuteAt, firstSpokenAt(incident), spoken?.at, ...ends);
  return waiting(situation, {
    ...{ about: 'stillAcute', owner: 'lead', persons: leadOf(situation) },
    ...{ since, upAt: undefined },
  });
}

/** Whether the question has come: from then on it stands on the lead's card, until they answer. */
export const isStillAcuteAsked = (situation: Situation): boolean =>
  stillAcute(situation).some(({ roundFrom }) => roundOn(roundFrom, situation.routine.times) <= situation.now);
