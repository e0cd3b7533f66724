import type { Situation } from '../../model/situation';
import { callAt, lastToTry, othersToReach, type Reach, reaches } from '../ladders/reaching';
import { repeatedForADay, repeatedFrom } from '../ladders/rung';
import { victimOf } from '../succession';
import type { Draw, Notice } from './draw';

/*
 * To those who are to speak with the victim: the lead, then others too, and again to whoever tried last.
 */

/** A press is never forgotten; what is only acute is asked about for a day at any hour, then each morning. */
const againAt = ({ routine: { times }, now }: Situation, { kind, againFrom }: Reach): Date[] =>
  kind === 'now'
    ? repeatedFrom(againFrom, times.callEvery, now)
    : repeatedForADay(againFrom, { askEvery: times.callEvery, roundHour: times.roundHour }, now);

function ofReach(situation: Situation, note: Draw, reach: Reach): Notice[] {
  const { incident } = situation;
  const { kind, since, leadAt, othersAt, dutyAt } = reach;
  const about = `${since}.${kind}`;
  const lead = incident.lead?.person;
  const first = kind === 'now' ? 'ring' : 'reached';
  return [
    // One of a lead: who takes over later is told by the card with which they take over.
    ...note(first, `${about}.${incident.leadEpoch}`, 1, lead, leadAt),
    ...othersToReach(situation).flatMap((person) => note('unreached', about, 1, person, othersAt)),
    ...(dutyAt ? note('nobody', about, 1, victimOf(incident), dutyAt) : []),
    ...againAt(situation, reach).flatMap((at) =>
      note('ring', `${kind}.${at.toISOString()}`, 1, lastToTry(situation, reach), at),
    ),
  ];
}

/** Ladders of a press and of what is acute, and a plain "Ring mig" in daytime. */
export function toReach(situation: Situation, note: Draw): Notice[] {
  const { incident } = situation;
  const call = callAt(situation);
  return [
    ...reaches(situation).flatMap((reach) => ofReach(situation, note, reach)),
    ...(call && incident.lead
      ? [
          ...note('ring', incident.wantsCallAt ?? '', 1, incident.lead.person, call.at),
          ...note('ring', `again.${incident.wantsCallAt}.`, 1, incident.lead.person, call.again),
        ]
      : []),
  ];
}
