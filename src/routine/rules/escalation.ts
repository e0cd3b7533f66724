import { addDays, dayOf } from '../calendar/localTime';
import { roundOn } from '../calendar/workingTime';
import type { Contact, PersonId } from '../model/contact';
import { oncePerSituation, type Situation } from '../model/situation';
import { upAgain } from './deadlines';
import { asksForLead } from './leadership';
import { type Waiting, type WaitOwner, waitingIn } from './pendingTasks';
import { accountsOf, groupsAs, isExcluded, overseersOf, servingAs } from './succession';
import { goesUp } from './wishes/enough';
import { isQuiet } from './wishes/quiet';

/*
 * Nothing falls silent: what waits too long goes up, one step after the other (routine: Time, "up"). Computed from what
 * waits; who ends it, ends this too.
 */

/** How someone hears of silence: `escalated` may take over, `informed` knows the reference only. */
export type Hearing = 'escalated' | 'informed';

/** Someone hears, from `at` on, that another has been silent. `persons` is empty at the top: the operator's alert. */
export interface Silence {
  owner: WaitOwner;
  /** The task that has waited longest. */
  basis: Waiting;
  level: number;
  at: Date;
  persons: PersonId[];
  hearing: Hearing;
}

type Step = Pick<Silence, 'persons' | 'hearing'>;

/** Who hears of it, one after the other: the lead's deputies, strategist, deputy strategists, overseer. */
function ladder(situation: Situation, owner: WaitOwner): Step[] {
  const { incident } = situation;
  const lead = incident.lead?.person;
  const firstContacts = groupsAs(situation, 'firstContact');
  const strategists = servingAs(situation, 'strategist');
  const overseers = overseersOf(situation);
  const may = (group: PersonId[]): PersonId[] =>
    group.filter(
      (person) => person !== lead && !isExcluded(incident, person) && !isQuiet(situation.contacts, person),
    );
  const steps = (groups: readonly Contact[][], hearing: Hearing): Step[] =>
    groups.map((group) => ({ persons: may(accountsOf(group)), hearing }));
  const [, ...deputies] = strategists;
  // Where a strategist leads, the deputies are the strategist's own.
  const isStrategists = strategists.flat().some((contact) => contact.person === lead);
  // Who came after a lead whose post has ended hears of it once the victim has chosen them.
  const own = isStrategists || asksForLead(situation) ? [] : firstContacts;
  const top = steps(overseers, 'informed');
  switch (owner) {
    case 'asked':
      return filled(top);
    case 'registry':
      return filled([...steps(deputies, 'informed'), ...top]);
    case 'lead':
      return filled([...steps([...own, ...strategists], 'escalated'), ...top]);
    case 'filer':
      return filled(steps(strategists, 'escalated'));
    default:
      return filled([...steps(deputies, 'escalated'), ...top]);
  }
}

const filled = (steps: Step[]): Step[] => steps.filter((step) => step.persons.length > 0);

function silences(situation: Situation, basis: Waiting, upAt: Date): Silence[] {
  const { owner, pace } = basis;
  const steps = ladder(situation, owner);
  const told = steps.map(
    (step, level): Silence => ({
      owner,
      basis,
      level,
      at: upAgain(upAt, level, pace, situation),
      ...step,
    }),
  );
  return [...told, ...atTheTop(situation, { owner, basis, level: steps.length }, upAt)];
}

/** At the top it never falls silent: the operator is told again and again, once a week. */
function atTheTop(
  situation: Situation,
  silence: Pick<Silence, 'owner' | 'basis' | 'level'>,
  upAt: Date,
): Silence[] {
  const { now, routine } = situation;
  const first = upAgain(upAt, silence.level, silence.basis.pace, situation);
  const every = routine.times.topEveryDays;
  const past = Math.max(0, Math.floor((now.getTime() - first.getTime()) / (every * 86_400_000)));
  const at = (week: number) =>
    week === 0 ? first : roundOn(addDays(dayOf(first), week * every), routine.times);
  return [past, past + 1].map((week) => ({
    ...silence,
    level: silence.level + week,
    at: at(week),
    persons: [],
    hearing: 'informed' as const,
  }));
}

/**
 * All who hear of silence, now or later. What has waited longest speaks for all that an owner leaves undone; what goes up in
 * minutes is not held up by what goes up in days.
 */
export const silencesIn = oncePerSituation((situation): Silence[] => {
  const oldest = new Map<string, Waiting & { upAt: Date }>();
  for (const item of waitingIn(situation)) {
    const { upAt, owner, pace } = item;
    const key = `${owner}.${pace?.minutes ?? ''}`;
    const before = oldest.get(key);
    if (upAt && goesUp(situation.incident, item) && (!before || upAt < before.upAt))
      oldest.set(key, { ...item, upAt });
  }
  return [...oldest.values()].flatMap((basis) => silences(situation, basis, basis.upAt));
});

/** The silence that a person has been told of and that still lasts, the latest first; none while they chose to wait. */
export function silencesFor(situation: Situation, person: PersonId): Silence[] {
  const { incident, now } = situation;
  const isWaiting = incident.waits?.some((one) => one.person === person && new Date(one.until) > now);
  if (isWaiting) return [];
  return silencesIn(situation).filter((one) => one.at <= now && one.persons.includes(person));
}

/** Whether, and how, a person has been told that someone is silent. */
export function toldOfSilence(situation: Situation, person: PersonId): Hearing | undefined {
  if (situation.incident.state === 'closed') return undefined;
  const told = silencesIn(situation).filter((one) => one.at <= situation.now && one.persons.includes(person));
  if (told.some((one) => one.hearing === 'escalated')) return 'escalated';
  return told.length > 0 ? 'informed' : undefined;
}
