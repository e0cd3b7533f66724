import { inDaytime } from '../../calendar/workingTime';
import type { Situation } from '../../model/situation';
import { talkStep } from '../../plan/traits';
import { followUpDays, stateOf, stored } from '../progress';
import { talkDays } from '../steps/talkDays';
import { plannedTalkTimes, talkTimes } from '../steps/talks';
import { accountsOf, strategistsOf, victimOf } from '../succession';
import type { Draw, Notice } from './draw';

/** The follow-up talk: book, remind, last day, overdue (the strategist too); and talks 2, 3, …. */
export function talks(situation: Situation, note: Draw): Notice[] {
  const { incident, routine, now } = situation;
  const { lead } = incident;
  const step = talkStep(routine);
  const state = step && stateOf(incident, step, routine, now);
  const { epoch } = stored(incident, step?.id ?? '');
  const times = talkTimes(situation);
  const strategists = accountsOf(strategistsOf(situation)).filter((one) => one !== lead?.person);
  const isHeld = state !== 'open' && state !== 'waiting';
  // When the event turns out to have been on another day, so is the last day: told anew.
  const { last } = followUpDays(incident, routine);
  const dated = (about: string) => `${about}.${last}`;
  // Who takes it on later sees it on the card they take it on from.
  const toThisLead = (about: string, at: Date) =>
    lead && at > new Date(lead.since) ? note('talk', dated(about), epoch, lead.person, at) : [];
  const first = isHeld
    ? []
    : [
        ...(times.book ? toThisLead('book', times.book) : []),
        ...(times.remind ? toThisLead('remind', times.remind) : []),
        ...toThisLead('last', times.last),
        ...toThisLead('overdue', times.overdue),
        ...strategists.flatMap((person) => note('talk', dated('overdue'), epoch, person, times.overdue)),
      ];
  const planned = plannedTalkTimes(situation).flatMap(({ talk, before, day, after }) => {
    const of = (about: string, at: Date) =>
      note('plannedTalk', `${talk.id}.${talk.plannedFor}.${about}`, 1, lead?.person, at);
    // Planned at short notice: what has passed already is not said.
    const isAhead = before.getTime() > Date.parse(talk.at ?? incident.createdAt);
    return [...(isAhead ? of('before', before) : []), ...of('day', day), ...of('after', after)];
  });
  return [...first, ...planned];
}

/** A talk has been given a day, or another one: the victim is told, and the lead of what another wrote. By day: it wakes nobody. */
export function toTalkers(situation: Situation, note: Draw): Notice[] {
  const { incident, routine } = situation;
  const { lead } = incident;
  return talkDays(situation).flatMap(({ talk, day, at, moved, by }) => {
    const told = (person: string | undefined) =>
      note('talkDay', `${talk}.${day}.${moved}`, 1, person, inDaytime(new Date(at), routine.times));
    const isOthers = lead !== undefined && by !== undefined && by !== lead.person && at > lead.since;
    return [...told(victimOf(incident)), ...(isOthers ? told(lead.person) : [])];
  });
}
