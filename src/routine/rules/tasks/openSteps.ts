import { dayOf } from '../../calendar/localTime';
import { nextWorkingDay, roundOn, workingDay } from '../../calendar/workingTime';
import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { talkTimes } from '../deadlines';
import { filerOf, filing } from '../filing';
import { followUpDays, hasEnded } from '../progress';
import { duties } from '../steps/duties';
import { dueOf } from '../steps/limits';
import { type Item, leadOf, type Waiting, type WaitOwner, waiting } from './waiting';

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
    return {
      last: followUpDays(incident, routine).last,
      roundFrom: nextWorkingDay(dayOf(since)),
      upAt: talk.overdue > since ? talk.overdue : roundOn(nextWorkingDay(dayOf(since)), times),
    };
  }
  const filed = step.owner === 'filer' ? filing(situation) : undefined;
  return {
    ...(step.protects || step.isUrgent ? { isUrgent: true } : {}),
    ...(filed ? { upAt: filed.offeredAt } : {}),
    ...dueOf(step, since, times),
  };
}

/** Steps that are open: each waits for its owner. What is worked on one card is one. */
export function openSteps(situation: Situation): Waiting[] {
  const { incident } = situation;
  return duties(situation).flatMap(({ step, owners, since }) => {
    if (step.owner === 'twoPersons' && incident.groups) return [];
    if (step.partOf && !hasEnded(incident, step.partOf)) return [];
    const owner = ownerOf(situation, step);
    const persons = owner === 'victim' || incident.lead ? [...owners] : [];
    const item = { about: step.id, owner, since, ...limitsOf(situation, step, since) };
    if (owner === 'victim' && persons.length > 0) return ofVictim(situation, { ...item, persons });
    return waiting(situation, { ...item, persons: persons.length > 0 ? persons : leadOf(situation) });
  });
}

/** A victim is reminded, and never told on; after some days the lead asks in their place. */
function ofVictim(situation: Situation, item: Item): Waiting[] {
  const { routine, now } = situation;
  const mine = waiting(situation, { ...item, upAt: undefined });
  const from = roundOn(workingDay(dayOf(item.since), routine.times.upOnWorkingDay), routine.times);
  if (now < from) return mine;
  return [
    ...mine,
    ...waiting(situation, { ...item, owner: 'lead', persons: leadOf(situation), since: from }),
  ];
}
