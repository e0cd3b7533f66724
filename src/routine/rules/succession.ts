import { addDaytime, addMinutes } from '../calendar/workingTime';
import { type Contact, type ContactRole, isActive, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { oncePerSituation, type Situation, type Unreachable } from '../model/situation';

/** The account of the victim, once it is theirs: a person who was only asked "Gäller det dig?" is not bound yet. */
export const victimOf = (incident: Incident): PersonId | undefined =>
  incident.victim.bound === 'self' || incident.victim.bound === 'yes' ? incident.victim.person : undefined;

/** Being the victim takes every other role away; so does having stepped or been taken out for good (section 5, 8). */
export const isExcluded = (incident: Incident, person: PersonId): boolean =>
  person === incident.victim.person ||
  incident.declined.some((one) => one.person === person && one.why !== 'cannot');

const hasSaidNo = (incident: Incident, person: PersonId): boolean =>
  incident.declined.some((one) => one.person === person);

const mayServe = (incident: Incident) => (contact: Contact) =>
  isActive(contact) && (contact.person === undefined || !isExcluded(incident, contact.person));

const byOrder = (contacts: readonly Contact[]): Contact[][] => {
  const orders = [...new Set(contacts.map((contact) => contact.order))].sort((a, b) => a - b);
  return orders.map((order) => contacts.filter((contact) => contact.order === order));
};

/** The groups of a role, first to be told first, without those who are part of the incident. */
export const groupsOf = (
  incident: Incident,
  contacts: readonly Contact[],
  role: ContactRole,
  party?: string,
): Contact[][] =>
  byOrder(
    contacts
      .filter((contact) => contact.role === role && (party === undefined || contact.party === party))
      .filter(mayServe(incident)),
  );

/** Next in line, group by group, as the contact list stands now: officers, deputies, strategist, deputies, chief, others. */
export function chain(incident: Incident, contacts: readonly Contact[]): Contact[][] {
  const officers =
    incident.route === 'party' && incident.party
      ? groupsOf(incident, contacts, 'partySecurityOfficer', incident.party)
      : [];
  const wanted = contacts.filter((contact) => contact.person && incident.wanted.includes(contact.person));
  const strategists = groupsOf(incident, contacts, 'securityStrategist');
  const special = groupsOf(incident, contacts, 'alternateContact');
  const chiefs = groupsOf(incident, contacts, 'chiefExecutive');
  // In the strategists' place when all of them are part of it, else after everybody with a post.
  const municipality =
    strategists.length > 0 ? [...strategists, ...chiefs, ...special] : [...special, ...chiefs];
  return [
    wanted.filter(mayServe(incident)),
    ...officers,
    ...municipality,
    ...groupsOf(incident, contacts, 'dutyOfficer'),
  ].filter((group) => group.length > 0);
}

export const isReachable = (contact: Contact, unreachable: Unreachable): boolean =>
  contact.person !== undefined && !unreachable.has(contact.person);

const whoOf = (contact: Contact): string => contact.person ?? contact.id;

const distinct = (contacts: readonly Contact[]): Contact[] => [
  ...new Map(contacts.map((contact) => [whoOf(contact), contact])).values(),
];

/** Those who are asked to lead, and from when on. */
export interface AskedLevel {
  at: Date;
  contacts: Contact[];
}

/** Since when someone is asked: counted anew when the lead is gone, or when it has become acute. */
export const askedSince = ({ askedAt, createdAt, acute, acuteAt }: Incident): Date =>
  new Date([askedAt ?? createdAt, acute ? (acuteAt ?? '') : ''].sort().at(-1) ?? createdAt);

/** From `at` on, the groups up to the one with that number are asked too; `isAll`: those who can only be rung as well. */
interface Widening {
  at: Date;
  upTo(groups: readonly Contact[][], last: number): number;
  isAll?: true;
}

const hasRole = (role: ContactRole) => (group: readonly Contact[]) =>
  group.some((contact) => contact.role === role);
const nextGroup: Widening['upTo'] = (_, last) => last + 1;
/** Who is there for the municipality: its strategists, or who takes their place. */
const isStrategists = (groups: readonly Contact[][]) =>
  hasRole(groups.some(hasRole('securityStrategist')) ? 'securityStrategist' : 'alternateContact');
const firstStrategist: Widening['upTo'] = (groups) => groups.findIndex(isStrategists(groups));
const allStrategists: Widening['upTo'] = (groups) => groups.findLastIndex(isStrategists(groups));

/** When nobody answers, more are asked (routine: Time). The last of an acute one is the duty officer, who is rung. */
function widenings({ incident, routine: { times } }: Situation): Widening[] {
  const since = askedSince(incident);
  const at = (minutes: number) => addMinutes(since, minutes);
  if (!incident.acute) return [{ at: addDaytime(since, times.calmUp, times), upTo: allStrategists }];
  return incident.via === 'alarm'
    ? [
        { at: at(times.alarmNext), upTo: nextGroup },
        { at: at(times.alarmStrategist), upTo: firstStrategist },
        { at: at(times.alarmAll), upTo: allStrategists, isAll: true },
      ]
    : [
        { at: at(times.acuteUp), upTo: allStrategists },
        { at: at(times.acuteAll), upTo: allStrategists, isAll: true },
      ];
}

/**
 * Who is asked to lead, in the order of time: the first group of which someone has not said no, and the next ones too as
 * long as nobody before them can be reached in Teams; later more, as long as nobody has answered. When all have said
 * no, those who only could not come are asked again.
 */
export const askedLevels = oncePerSituation((situation): AskedLevel[] => {
  const { incident, contacts, unreachable } = situation;
  if (incident.lead || incident.state === 'closed') return [];
  const groups = chain(incident, contacts);
  const willing = groups
    .map((group) => group.filter((contact) => !contact.person || !hasSaidNo(incident, contact.person)))
    .filter((group) => group.length > 0);
  const reached = willing.findIndex((group) => group.some((contact) => isReachable(contact, unreachable)));
  const since = askedSince(incident);
  if (reached === -1) return [{ at: since, contacts: distinct([...willing, ...groups].flat()) }];
  return widened(willing, reached, since, widenings(situation));
});

function widened(groups: readonly Contact[][], first: number, since: Date, steps: Widening[]): AskedLevel[] {
  const levels: AskedLevel[] = [{ at: since, contacts: distinct(groups.slice(0, first + 1).flat()) }];
  let last = first;
  for (const { at, upTo, isAll } of steps) {
    last = Math.max(last, Math.min(upTo(groups, last), groups.length - 1));
    const added = groups.filter((group, index) => index <= last || (isAll && hasRole('dutyOfficer')(group)));
    // By person: who has two posts is asked once, in the first.
    const known = new Set(levels.flatMap((level) => level.contacts).map(whoOf));
    const more = distinct(added.flat()).filter((contact) => !known.has(whoOf(contact)));
    if (more.length > 0) levels.push({ at, contacts: more });
  }
  return levels;
}

/** When the last of those before the ones who are asked first now said no; undefined: nobody was before them. */
export function passedOnAt(situation: Situation): string | undefined {
  const { incident, contacts } = situation;
  const next = askedFirst(situation);
  const everyone = chain({ ...incident, declined: [] }, contacts);
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
  distinct(
    askedLevels(situation)
      .filter((level) => level.at <= situation.now)
      .flatMap((level) => level.contacts),
  );

/** Those who were asked first, before time made it more. */
export const askedFirst = (situation: Situation): Contact[] => askedLevels(situation)[0]?.contacts ?? [];

/** Officers of the same order as the one who leads: asked together with them, they may still stand by (section 8). */
export function peersOf(incident: Incident, contacts: readonly Contact[]): Contact[] {
  const lead = incident.lead?.person;
  if (!lead || incident.route !== 'party' || !incident.party) return [];
  const together = groupsOf(incident, contacts, 'partySecurityOfficer', incident.party).find((group) =>
    group.some((contact) => contact.person === lead),
  );
  return (together ?? []).filter(
    ({ person }) => person !== undefined && person !== lead && !hasSaidNo(incident, person),
  );
}

/**
 * The strategists who serve this incident: the first group that is not part of it. When all of them are, the special
 * contact takes their place (section 1).
 */
export const strategistsOf = (incident: Incident, contacts: readonly Contact[]): Contact[] =>
  servingOf(incident, contacts, 'securityStrategist')[0] ?? [];

/** Those of a post that are not part of the incident; when all are, the special contact in their place. */
export function servingOf(
  incident: Incident,
  contacts: readonly Contact[],
  role: 'securityStrategist' | 'chiefExecutive',
): Contact[][] {
  const own = groupsOf(incident, contacts, role);
  return own.length > 0 ? own : groupsOf(incident, contacts, 'alternateContact');
}

export const accountsOf = (contacts: readonly Contact[]): PersonId[] => [
  ...new Set(contacts.flatMap((contact) => contact.person ?? [])),
];
