import { atHour, dayOf } from '../../calendar/localTime';
import { addDaytime, addMinutes, inDaytime, isDaytime, nextAtHour } from '../../calendar/workingTime';
import type { Contact } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { type Position, postOf, standsAs } from '../../model/posts';
import { oncePerSituation, type Situation } from '../../model/situation';
import { needOn } from '../../plan/evaluate';
import { accountsOf, chain, eachOnce, hasSaidNo, isReachable, whoOf } from '../succession';
import { partyRungs } from './lateParty';
import { type AskedLevel, levelsOf, type Rung } from './rung';

export type { AskedLevel } from './rung';

/*
 * Who is asked to lead, and when more are asked because nobody has answered (routine: Time).
 */

/** Since when someone is asked: counted anew when the lead is gone, or when it has become acute. */
export const askedSince = ({ askedAt, createdAt, acute, acuteAt }: Incident): Date =>
  new Date([askedAt ?? createdAt, acute ? (acuteAt ?? '') : ''].sort().at(-1) ?? createdAt);

/** Whether a report that is not acute shortens the time in which it is to be answered: the municipality says which do. */
export const isPressing = ({ incident, routine }: Situation): boolean =>
  routine.pressing !== undefined && needOn(incident, routine.pressing) === 'yes';

/** When the first are told: at once, but for a report that its writer has said can wait, and that presses nobody. */
export function firstNoticeAt(situation: Situation): Date {
  const { incident, routine } = situation;
  const since = askedSince(incident);
  const mayWait = !incident.acute && incident.report.urgent === 'no' && !isPressing(situation);
  const { noticeFrom, noticeTo } = routine.times;
  return mayWait ? inDaytime(since, { dayFrom: noticeFrom, dayTo: noticeTo }) : since;
}

const isGroupOf = ({ routine }: Situation, position: Position, group: readonly Contact[]): boolean =>
  group.some((contact) => standsAs(routine.posts, contact, position));

/** Each person in the first of their groups only. */
function withoutRepeats(groups: readonly Contact[][]): Contact[][] {
  const known = new Set<string>();
  return groups
    .map((group) =>
      group.filter((contact) => {
        const isNew = !known.has(whoOf(contact));
        known.add(whoOf(contact));
        return isNew;
      }),
    )
    .filter((group) => group.length > 0);
}

/** Groups by what they are for, each in the order of the line. */
function sortedOut(situation: Situation, groups: readonly Contact[][]) {
  const as = (position: Position) => groups.filter((group) => isGroupOf(situation, position, group));
  const hasStrategists = as('strategist').length > 0;
  return {
    firstContacts: as('firstContact'),
    /** Who is there for the municipality: its strategists, or who takes their place. */
    strategists: hasStrategists ? as('strategist') : as('alternate'),
    overseers: as('overseer').slice(0, 1),
    alternates: as('alternate').slice(0, 1),
    duty: as('duty'),
  };
}

/** The ladder of an acute incident in the party's hands: the next in line, the first strategist, then all of them. */
function partyLadder(situation: Situation, groups: readonly Contact[][], first: number): Rung[] {
  const { incident, routine } = situation;
  const { times } = routine;
  const { strategists } = sortedOut(situation, groups);
  const at = (minutes: number) => addMinutes(askedSince(incident), minutes);
  const upTo = (group: Contact[] | undefined) => groups.slice(0, group ? groups.indexOf(group) + 1 : 0);
  return [
    { at: at(times.alarmNext), contacts: groups.slice(0, first + 2).flat() },
    { at: at(times.alarmStrategist), contacts: upTo(strategists[0]).flat() },
    { at: at(times.alarmAll), contacts: upTo(strategists.at(-1)).flat() },
  ];
}

/** Where the party is out: deputy strategist, overseer, then the rest. The alternate is there for whoever is not. */
function municipalLadder(situation: Situation, groups: readonly Contact[][]): Rung[] {
  const { incident, routine } = situation;
  const { times } = routine;
  const { strategists, overseers, alternates } = sortedOut(situation, groups);
  const at = (minutes: number) => addMinutes(askedSince(incident), minutes);
  return [
    { at: at(times.alarmNext), contacts: strategists[1] ?? alternates.flat() },
    { at: at(times.alarmStrategist), contacts: (overseers.length > 0 ? overseers : alternates).flat() },
    { at: at(times.alarmAll), contacts: strategists.flat() },
  ];
}

/** Not acute: deputies and all strategists, counted in daytime. */
function calmLadder(situation: Situation, groups: readonly Contact[][]): Rung[] {
  const { incident, routine } = situation;
  const { times } = routine;
  const { strategists } = sortedOut(situation, groups);
  const last = strategists.at(-1);
  const minutes = isPressing(situation) ? times.pressingUp : times.calmUp;
  const contacts = groups.slice(0, last ? groups.indexOf(last) + 1 : 0).flat();
  return [{ at: addDaytime(askedSince(incident), minutes, times), contacts }];
}

/**
 * From when on the duty officer's number is given: the last step of what is acute, by night the first; the morning after
 * a report that presses. Undefined: never.
 */
export function dutyFrom(situation: Situation): Date | undefined {
  const { incident, routine } = situation;
  const { times } = routine;
  const since = askedSince(incident);
  if (incident.acute) return addMinutes(since, isDaytime(since, times) ? times.alarmAll : times.alarmNext);
  if (!isPressing(situation)) return undefined;
  const morning = nextAtHour(addMinutes(since, times.pressingRemind), times.roundHour);
  const reminded = addDaytime(since, times.pressingRemind, times);
  // Who was asked in the same morning's hours, and not at night, is reminded before others are to ring.
  const isSameMorning = since >= atHour(dayOf(morning), times.noticeFrom);
  return isSameMorning && morning < reminded ? reminded : morning;
}

/** The rungs above the first ones: `groups` in the order of the line, of which number `first` is reached in Teams. */
function rungsAbove(situation: Situation, groups: readonly Contact[][], first: number): Rung[] {
  const { firstContacts, duty } = sortedOut(situation, groups);
  const dutyAt = dutyFrom(situation);
  const isPartyOut = firstContacts.length === 0;
  const above = !situation.incident.acute
    ? calmLadder(situation, groups)
    : isPartyOut
      ? municipalLadder(situation, groups)
      : partyLadder(situation, groups, first);
  return [...above, ...(dutyAt ? [{ at: dutyAt, contacts: duty.flat() }] : [])];
}

/**
 * Who is asked to lead, in the order of time: the first group of which someone has not said no, and the next ones too as
 * long as nobody before them can be reached in Teams; later more, as long as nobody has answered. When all have said
 * no, those who only could not come are asked again.
 */
export const askedLevels = oncePerSituation((situation): AskedLevel[] => {
  const { incident, unreachable } = situation;
  if (incident.lead || incident.state === 'closed') return [];
  const { line, late } = partyRungs(situation, withoutRepeats(chain(situation)));
  const willing = line
    .map((group) => group.filter((contact) => !contact.person || !hasSaidNo(incident, contact.person)))
    .filter((group) => group.length > 0);
  // An overseer is not asked to lead: with nobody else left, those who could not come are asked again.
  const reached = willing.findIndex((group) =>
    group.some((contact) => isReachable(contact, unreachable) && !isOverseer(situation, contact)),
  );
  const at = firstNoticeAt(situation);
  if (reached === -1) return levelsOf([{ at, contacts: [...willing, ...line].flat() }, ...late]);
  const first = { at, contacts: willing.slice(0, reached + 1).flat() };
  return levelsOf([first, ...rungsAbove(situation, willing, reached), ...late]);
});

/** When the last of those before the ones who are asked first now said no; undefined: nobody was before them. */
export function passedOnAt(situation: Situation): string | undefined {
  const { incident } = situation;
  const next = askedFirst(situation);
  const everyone = chain({ ...situation, incident: { ...incident, declined: [] } });
  const at = everyone.findIndex((group) => group.some((contact) => next.includes(contact)));
  const before = new Set(accountsOf(everyone.slice(0, Math.max(at, 0)).flat()));
  return incident.declined
    .filter((one) => before.has(one.person))
    .map((one) => one.at)
    .sort()
    .at(-1);
}

/** Who is asked to lead now. */
export const asked = (situation: Situation): Contact[] =>
  eachOnce(
    askedLevels(situation)
      .filter((level) => level.at <= situation.now)
      .flatMap((level) => level.contacts),
  );

const isOverseer = ({ routine }: Situation, contact: Contact): boolean =>
  standsAs(routine.posts, contact, 'overseer') && postOf(routine.posts, contact)?.mayLead !== true;

/**
 * Those who have been asked as overseers alone: they have the name and the number, and see to it that somebody leads
 * (routine: Time).
 */
export function overseersAsked(situation: Situation): Contact[] {
  const found = asked(situation);
  const others = accountsOf(found.filter((one) => !isOverseer(situation, one)));
  return found.filter(
    (one) => isOverseer(situation, one) && one.person !== undefined && !others.includes(one.person),
  );
}

/** Those who were asked first, before time made it more. */
export const askedFirst = (situation: Situation): Contact[] => askedLevels(situation)[0]?.contacts ?? [];
