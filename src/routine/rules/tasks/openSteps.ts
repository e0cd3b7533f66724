import { dayOf } from '../../calendar/localTime';
import { nextWorkingDay, roundOn, workingDay } from '../../calendar/workingTime';
import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { companyNow } from '../companion';
import { aloneUp } from '../deadlines';
import { filerOf, filing } from '../filing';
import { followUpDays, hasEnded } from '../progress';
import { duties } from '../steps/duties';
import { dueOf, hasteOf } from '../steps/limits';
import { later } from '../steps/stepState';
import { talkTimes } from '../steps/talks';
import { isRuledOut } from '../victim/readFirst';
import { withOwnDay } from './ownDay';
import { type Item, leadOf, sinceOf, type Waiting, type WaitOwner, waiting } from './waiting';

const OWNER: Readonly<Record<StepSpec['owner'], WaitOwner>> = {
  lead: 'lead',
  twoPersons: 'lead',
  strategist: 'strategist',
  victim: 'victim',
  filer: 'filer',
};

function ownerOf({ incident }: Situation, step: StepSpec): WaitOwner {
  if (step.owner !== 'filer' || filerOf(incident) === 'municipality') return OWNER[step.owner];
  return filerOf(incident) === 'victim' ? 'victim' : 'lead';
}

/** The limits of a step's own. */
function limitsOf(situation: Situation, step: StepSpec, since: Date): Partial<Waiting> {
  const { incident, routine } = situation;
  const { times } = routine;
  if (step.isTalk) {
    const talk = talkTimes(situation);
    const { from, last } = followUpDays(incident, routine);
    const next = nextWorkingDay(dayOf(since));
    // Opened early or booked, it waits in the round from its own first day on.
    const roundFrom = [from, next].sort()[1] ?? next;
    return { last, roundFrom, upAt: talk.overdue > since ? talk.overdue : roundOn(next, times) };
  }
  const filed = step.owner === 'filer' ? filing(situation) : undefined;
  const isAlone = step.protects && companyNow(incident) === undefined;
  return {
    ...(step.protects || step.isUrgent ? { isUrgent: true } : {}),
    ...(filed ? { upAt: filed.upAt, pace: filed.pace, from: sinceOf(filed.levels) } : {}),
    ...(isAlone ? aloneUp(situation) : {}),
    ...dueOf(step, since, hasteOf(situation)),
  };
}

/** Steps that are open: each waits for its owner. What is worked on one card is one. */
export function openSteps(situation: Situation): Waiting[] {
  const { incident } = situation;
  const { word } = incident.groups ?? {};
  return duties(situation).flatMap(({ step, owners, since: openedAt }) => {
    // A proposal that the victim has ruled out is to be made anew from then.
    const since = step.owner === 'twoPersons' ? later(openedAt.toISOString(), word?.at) : openedAt;
    if (step.owner === 'twoPersons' && incident.groups && !isRuledOut(situation)) return [];
    if (step.partOf && !hasEnded(incident, step.partOf)) return [];
    const owner = ownerOf(situation, step);
    const persons = owner === 'victim' || incident.lead ? [...owners] : [];
    const item = { about: step.id, owner, since, ...limitsOf(situation, step, since) };
    if (owner === 'victim' && persons.length > 0) return ofVictim(situation, { ...item, persons });
    return waiting(situation, { ...item, persons: persons.length > 0 ? persons : leadOf(situation) }).map(
      (one) => withOwnDay(situation, step, one),
    );
  });
}

/** A victim is reminded, and never told on; after some days the lead asks in their place. */
function ofVictim(situation: Situation, item: Item): Waiting[] {
  const { routine, now } = situation;
  const mine = waiting(situation, { ...item, upAt: undefined });
  const from = roundOn(workingDay(dayOf(item.since), routine.times.upOnWorkingDay), routine.times);
  if (now < from) return mine;
  const asked = { ...item, owner: 'lead' as const, persons: leadOf(situation), since: from, upAt: undefined };
  return [...mine, ...waiting(situation, asked)];
}
