import type { Contact, ContactRole, PersonId } from './contact';
import type { Incident } from './incident';

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
  contact.person === undefined || !isExcluded(incident, contact.person);

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

export const firstOf = (incident: Incident, contacts: readonly Contact[], role: ContactRole): Contact[] =>
  groupsOf(incident, contacts, role)[0] ?? [];

/** Next in line, group by group, as the contact list stands now: officers, deputies, strategist, deputies, chief, others. */
export function chain(incident: Incident, contacts: readonly Contact[]): Contact[][] {
  const officers =
    incident.route === 'party' && incident.party
      ? groupsOf(incident, contacts, 'partySecurityOfficer', incident.party)
      : [];
  const wanted = contacts.filter((contact) => contact.person && incident.wanted.includes(contact.person));
  return [
    wanted.filter(mayServe(incident)),
    ...officers,
    ...groupsOf(incident, contacts, 'securityStrategist'),
    ...groupsOf(incident, contacts, 'chiefExecutive'),
    ...groupsOf(incident, contacts, 'alternateContact'),
    ...groupsOf(incident, contacts, 'dutyOfficer'),
  ].filter((group) => group.length > 0);
}

const isReachable = (contact: Contact, unreachable: ReadonlySet<PersonId>): boolean =>
  contact.person !== undefined && !unreachable.has(contact.person);

const untilReached = (groups: readonly Contact[][], unreachable: ReadonlySet<PersonId>): Contact[] => {
  const reached = groups.findIndex((group) => group.some((contact) => isReachable(contact, unreachable)));
  return distinct(groups.slice(0, reached === -1 ? groups.length : reached + 1).flat());
};

const distinct = (contacts: readonly Contact[]): Contact[] => [
  ...new Map(contacts.map((contact) => [contact.person ?? contact.id, contact])).values(),
];

/**
 * Who is asked to lead now: the first group of which someone has not said no, and the next ones too as long as nobody
 * before them can be reached in Teams. When all have said no, those who only could not come are asked again.
 */
export function asked(
  incident: Incident,
  contacts: readonly Contact[],
  unreachable: ReadonlySet<PersonId>,
): Contact[] {
  if (incident.lead || incident.state === 'closed') return [];
  const groups = chain(incident, contacts);
  const willing = groups
    .map((group) => group.filter((contact) => !contact.person || !hasSaidNo(incident, contact.person)))
    .filter((group) => group.length > 0);
  const now = untilReached(willing, unreachable);
  return now.some((contact) => isReachable(contact, unreachable))
    ? now
    : distinct([...now, ...groups.flat()]);
}

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

/** The strategists who serve this incident: the first group that is not part of it. */
export const strategistsOf = (incident: Incident, contacts: readonly Contact[]): Contact[] =>
  firstOf(incident, contacts, 'securityStrategist');

/** The chief executive, or who stands in (the first group that is not part of it). */
export const chiefsOf = (incident: Incident, contacts: readonly Contact[]): Contact[] =>
  firstOf(incident, contacts, 'chiefExecutive');
