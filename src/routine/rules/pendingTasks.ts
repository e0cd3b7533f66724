import { dayOf } from '../calendar/localTime';
import { addMinutes, addWorkingDays, nextWorkingDay, roundOn, workingDay } from '../calendar/workingTime';
import type { PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import type { StepSpec } from '../model/routine';
import type { Situation } from '../model/situation';
import {
  isAcuteUntaken,
  isFirstTalkMissing,
  isRelayOut,
  needsAsking,
  policeTimes,
  relayAt,
  talkTimes,
} from './deadlines';
import { filerOf, filing } from './filing';
import {
  checksDue,
  confirmersOf,
  followUpDays,
  followUpOpensAt,
  type Missing,
  missingToClose,
  nextToApprove,
  ownersOf,
  plannedTalks,
  stateOf,
  stored,
} from './progress';
import { accountsOf, asked, askedLevels, askedSince, strategistsOf, victimOf } from './succession';

/** Whose silence it is: says who hears of it next. */
export type WaitOwner = 'asked' | 'lead' | 'strategist' | 'registry' | 'filer' | 'victim' | 'confirmer';

/** Something that waits for someone: rounds, and who hears of silence, are computed from it. */
export interface Waiting {
  /** What: a step's id, or one of the routine's other duties. */
  about: string;
  /** What it is of, where there are several: a section, a talk, a step. */
  of: string;
  owner: WaitOwner;
  persons: PersonId[];
  since: Date;
  /** Its last day, where the routine has one. */
  last?: string;
  /** The first day on which it stands in a morning round. */
  roundFrom: string;
  /** When it goes up; undefined: never. */
  upAt: Date | undefined;
  /** Not to be put off: someone may be alone. */
  isUrgent: boolean;
}

type Item = Pick<Waiting, 'about' | 'owner' | 'persons'> & { since: Date } & Partial<Waiting>;

/**
 * In the round from working day 2, goes up on working day 4, unless the item says otherwise. Who has just taken over has
 * not been silent: what the lead owes is counted from then, also what was late before.
 */
function waiting({ incident, routine: { times } }: Situation, item: Item): Waiting[] {
  if (item.persons.length === 0 && item.owner !== 'asked') return [];
  const isLeads = item.owner === 'lead';
  const since = isLeads ? later(item.since.toISOString(), incident.lead?.since) : item.since;
  const day = dayOf(since);
  const upAt = roundOn(workingDay(day, times.upOnWorkingDay), times);
  const generic = { of: '', roundFrom: workingDay(day, times.roundFromWorkingDay), upAt, isUrgent: false };
  const isLateBefore = isLeads && item.upAt !== undefined && item.upAt <= since;
  return [{ ...generic, ...item, since, ...(isLateBefore ? { upAt } : {}) }];
}

const later = (...isos: (string | undefined)[]): Date =>
  new Date(
    isos
      .filter((iso) => iso !== undefined)
      .sort()
      .at(-1) ?? 0,
  );

/** When something was last done by those who help: a report that stands still is known by it. */
export function lastProgress(incident: Incident): string {
  const steps = Object.values(incident.steps).flatMap((step) => [step.openedAt, step.endedAt]);
  const others = [
    ...Object.values(incident.checks).map((check) => check.at),
    ...incident.protection.map((measure) => measure.at),
    ...incident.talks.map((talk) => talk.at),
    // That somebody rang a lead who is silent is no progress of theirs.
    ...(incident.calls ?? []).filter((call) => call.by === incident.lead?.person).map((call) => call.at),
    ...(incident.company ?? []).map((entry) => entry.at),
    incident.groups?.at,
    incident.lead?.since,
    incident.review?.at,
    incident.reopenedAt,
  ];
  return later(incident.createdAt, ...steps, ...others).toISOString();
}

/** Nobody has acknowledged it. */
function unacknowledged(situation: Situation): Waiting[] {
  const { incident, routine } = situation;
  const levels = askedLevels(situation);
  const last = levels.at(-1)?.at ?? askedSince(incident);
  const since = askedSince(incident);
  return waiting(situation, {
    about: 'acknowledge',
    owner: 'asked',
    persons: accountsOf(asked(situation)),
    since,
    roundFrom: nextWorkingDay(dayOf(since)),
    upAt: isAcuteUntaken(incident)
      ? addMinutes(since, routine.times.acuteTop)
      : roundOn(addWorkingDays(dayOf(last), routine.times.upEveryWorkingDays), routine.times),
    isUrgent: true,
  });
}

/** Since when a step is open. */
export function openSince(situation: Situation, step: StepSpec): Date {
  const { incident, routine } = situation;
  const { openedAt } = stored(incident, step.id);
  const isLeads = step.owner === 'lead' || step.owner === 'twoPersons';
  const base = later(incident.createdAt, incident.reopenedAt, isLeads ? incident.lead?.since : undefined);
  if (openedAt) return later(openedAt, base.toISOString());
  switch (step.opens) {
    case 'followUp':
      return later(followUpOpensAt(incident, routine).toISOString(), base.toISOString());
    case 'decision':
      return later(
        filing(situation)?.levels[0]?.at.toISOString() ?? incident.decision?.at,
        incident.reopenedAt,
      );
    case 'afterTalk':
      return later(stored(incident, 'follow-up-talk').endedAt, base.toISOString());
    case 'ifAsked':
      return later(stored(incident, 'assess-professional-support').endedAt, incident.reopenedAt);
    default:
      return step.owner === 'strategist' ? later(incident.strategist?.since, base.toISOString()) : base;
  }
}

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

/** What is particular to a step's time. */
function limitsOf(situation: Situation, step: StepSpec, since: Date): Partial<Waiting> {
  const { incident, routine } = situation;
  if (step.section === '3.2.1' || step.section === '3.2.2') return { isUrgent: true };
  if (step.id === 'contact-police') return { upAt: policeTimes(since, situation).up, isUrgent: true };
  if (step.id === 'follow-up-talk') {
    const talk = talkTimes(situation);
    return {
      last: followUpDays(incident, routine).last,
      roundFrom: nextWorkingDay(dayOf(since)),
      upAt: talk.overdue > since ? talk.overdue : roundOn(nextWorkingDay(dayOf(since)), routine.times),
    };
  }
  const filed = step.owner === 'filer' ? filing(situation) : undefined;
  return filed ? { upAt: filed.offeredAt } : {};
}

const isTold = ({ incident }: Situation, step: StepSpec): boolean =>
  step.owner !== 'strategist' || incident.strategist !== undefined;

/** Steps that are open: each waits for its owner. The three of the police report are one. */
function openSteps(situation: Situation): Waiting[] {
  const { incident, routine, now } = situation;
  const isDone = (id: string) =>
    stored(incident, id).state !== 'waiting' && stored(incident, id).state !== 'open';
  return routine.steps.flatMap((step) => {
    if (step.id === 'inform-officer' || !isTold(situation, step)) return [];
    if (stateOf(incident, step, routine, now) !== 'open') return [];
    if (step.owner === 'twoPersons' && incident.groups) return [];
    if (step.section === '3.1.3' && step.id !== 'police-report' && !isDone('police-report')) return [];
    const since = openSince(situation, step);
    const owner = ownerOf(situation, step);
    const persons = owner === 'victim' || incident.lead ? ownersOf(situation, step) : [];
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

const leadOf = ({ incident }: Situation): PersonId[] => (incident.lead ? [incident.lead.person] : []);

/** What the lead does beside the steps. */
function leadsDuties(situation: Situation): Waiting[] {
  const { incident, routine, now } = situation;
  const persons = leadOf(situation);
  const progress = new Date(lastProgress(incident));
  const since = later(incident.lead?.since, incident.reopenedAt);
  const item = (about: string, more: Partial<Waiting> = {}) =>
    waiting(situation, { about, owner: 'lead', persons, since: progress, ...more });
  const out = relayAt(situation);
  const next = nextToApprove(incident, routine, now);
  const isTooEarly = next?.opens === 'followUp' && now < followUpOpensAt(incident, routine);
  // Beside the 19 steps: stands in the round until it is held, and never goes up.
  const firstTalk = {
    since,
    upAt: undefined,
    roundFrom: workingDay(nextWorkingDay(dayOf(since)), routine.times.firstTalkWorkingDays),
  };
  const last = lastDuty(missingToClose(incident, routine));
  return [
    ...(next && !isTooEarly ? item('approve', { of: next.id }) : []),
    ...checksDue(incident, routine).flatMap((section) => item('checks', { of: section.id })),
    ...plannedTalks(incident).flatMap((talk) => item('talk', talkItem(situation, talk))),
    ...(isFirstTalkMissing(situation) ? item('firstTalk', firstTalk) : []),
    ...(needsAsking(situation) ? item('askVictim') : []),
    // Whatever else is done meanwhile, it counts from the hour in which nobody was there any more.
    ...(out && isRelayOut(situation)
      ? item('relay', { isUrgent: true, since: new Date(out), roundFrom: dayOf(now) })
      : []),
    ...last.flatMap((about) => item(about)),
  ];
}

/** When nothing else is left: the review, then the closing. */
const lastDuty = (missing: Missing): ('review' | 'close')[] =>
  missing.steps.length + missing.checks.length + missing.talks.length > 0
    ? []
    : [missing.review ? 'review' : 'close'];

function talkItem(
  { routine: { times } }: Situation,
  talk: ReturnType<typeof plannedTalks>[number],
): Partial<Waiting> {
  if (!talk.plannedFor) return { of: talk.id };
  const after = nextWorkingDay(talk.plannedFor);
  return {
    of: talk.id,
    last: talk.plannedFor,
    roundFrom: after,
    upAt: roundOn(workingDay(after, times.upOnWorkingDay), times),
  };
}

/** The registry number: secret documents are registered when they are received. */
function registry(situation: Situation): Waiting[] {
  const { incident, routine } = situation;
  if (incident.registry) return [];
  const since = new Date(incident.createdAt);
  const last = workingDay(nextWorkingDay(dayOf(since)), routine.times.registryWorkingDays);
  return waiting(situation, {
    about: 'registry',
    owner: 'registry',
    persons: accountsOf(strategistsOf(situation)),
    since,
    last,
    roundFrom: last,
  });
}

function victims(situation: Situation): Waiting[] {
  const { incident } = situation;
  const victim = victimOf(incident);
  const { decision, partyQuestion } = incident;
  const persons = victim ? [victim] : [];
  const question = (about: string, at: string | undefined) =>
    at ? waiting(situation, { about, owner: 'victim', persons, since: new Date(at), upAt: undefined }) : [];
  return [
    ...(decision?.answer ? [] : question('decision', decision?.askedAt)),
    ...(partyQuestion?.answer ? [] : question('partyQuestion', partyQuestion?.askedAt)),
  ];
}

function confirmers(situation: Situation): Waiting[] {
  const { groups } = situation.incident;
  if (!groups) return [];
  return waiting(situation, {
    about: 'confirm',
    owner: 'confirmer',
    persons: confirmersOf(situation),
    since: new Date(groups.at),
  });
}

/** All that waits for someone in an incident now. */
export function waitingIn(situation: Situation): Waiting[] {
  const { incident } = situation;
  if (incident.state === 'closed') return [];
  const led = incident.lead
    ? [...openSteps(situation), ...leadsDuties(situation)]
    : [...unacknowledged(situation), ...openSteps(situation).filter((one) => one.owner !== 'lead')];
  return [...led, ...registry(situation), ...victims(situation), ...confirmers(situation)];
}

/** The same for one person. */
export const waitingFor = (situation: Situation, person: PersonId): Waiting[] =>
  waitingIn(situation).filter((one) => one.persons.includes(person));
