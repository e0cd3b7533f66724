import { type Contact, isActive, isRung, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { isAs, type Position, type PostSpec, placeInLine } from '../model/posts';
import { type Cast, oncePerCast, type Unreachable } from '../model/situation';
import { isForGood } from './contactList/holders';

/** The account of the victim, once it is theirs: a person who was only asked "Gäller det dig?" is not bound yet. */
export const victimOf = (incident: Incident): PersonId | undefined =>
  incident.victim.bound === 'self' || incident.victim.bound === 'yes' ? incident.victim.person : undefined;

/**
 * Being the victim, with a name that is hidden too, takes every other role away; so does having stepped or been taken out for good
 * (section 5, 8). @param who an account, or the id of a row of the contact list
 */
export const isExcluded = (incident: Incident, who: PersonId): boolean =>
  who === incident.victim.person ||
  who === incident.hidden?.person ||
  incident.declined.some((one) => isForGood(one) && (one.person === who || one.rows?.includes(who) === true));

/** Whether the holder of a row is out, by the row or by the account. */
export const isOut = (incident: Incident, contact: Contact): boolean =>
  isExcluded(incident, contact.id) || isExcluded(incident, whoOf(contact));

export const hasSaidNo = (incident: Incident, person: PersonId): boolean =>
  incident.declined.some((one) => one.person === person);

const mayServe = (incident: Incident) => (contact: Contact) => isActive(contact) && !isOut(incident, contact);

/** Whether a row of a post that each party or board has is of the incident's own. */
function isOfIncident({ incident }: Cast, { per }: PostSpec, { party, board }: Contact): boolean {
  switch (per) {
    case 'party':
      return incident.route === 'party' && incident.party !== undefined && party === incident.party;
    case 'board':
      return incident.board !== undefined && board === incident.board;
    default:
      return true;
  }
}

/** Those who may serve, first to be told first: by the place of their post, then by order. `undefined`: no place. */
function grouped(cast: Cast, placeOf: (post: PostSpec) => number | undefined): Contact[][] {
  const groups = new Map<number, Map<number, Contact[]>>();
  const serving = cast.contacts.filter(mayServe(cast.incident));
  for (const post of cast.routine.posts) {
    const place = placeOf(post);
    if (place === undefined) continue;
    const orders = groups.get(place) ?? new Map<number, Contact[]>();
    groups.set(place, orders);
    for (const contact of serving.filter((one) => one.role === post.id && isOfIncident(cast, post, one)))
      orders.set(contact.order, [...(orders.get(contact.order) ?? []), contact]);
  }
  return sorted(groups).flatMap(sorted);
}

const sorted = <T>(byNumber: ReadonlyMap<number, T>): T[] =>
  [...byNumber].sort(([a], [b]) => a - b).map(([, value]) => value);

const groupsFound = oncePerCast(() => new Map<Position, Contact[][]>());

/** The groups of those in a position, in the order of the line, without those who are part of the incident. */
export function groupsAs(cast: Cast, position: Position): Contact[][] {
  const { posts } = cast.routine;
  const known = groupsFound(cast);
  const groups =
    known.get(position) ??
    grouped(cast, (post) => (isAs(post, position) ? placeInLine(posts, post) : undefined));
  known.set(position, groups);
  return groups;
}

/**
 * Next in line, group by group, as the contact list stands now: whom the victim or the lead asked for, then the posts by
 * their place in the line. When all strategists are part of the incident, the alternate stands in their place.
 */
export const chain = oncePerCast((cast): Contact[][] => {
  const { incident, contacts, routine } = cast;
  const wanted = contacts.filter((contact) => contact.person && incident.wanted.includes(contact.person));
  const hasStrategists = groupsAs(cast, 'strategist').flat().some(isRung);
  const ofStrategists = routine.posts.find((post) => isAs(post, 'strategist') && post.line)?.line;
  const inLine = grouped(cast, (post) =>
    isAs(post, 'alternate') && !hasStrategists ? (ofStrategists ?? post.line) : post.line,
  );
  return [wanted.filter(mayServe(incident)), ...inLine].filter((group) => group.length > 0);
});

export const isReachable = (contact: Contact, unreachable: Unreachable): boolean =>
  contact.person !== undefined && !unreachable.has(contact.person);

export const whoOf = (contact: Contact): string => contact.person ?? contact.id;

export const eachOnce = (contacts: readonly Contact[]): Contact[] => [
  ...new Map(contacts.map((contact) => [whoOf(contact), contact])).values(),
];

/** First contacts of the same order as the one who leads: asked together with them, they may still stand by (section 8). */
export function peersOf(cast: Cast): Contact[] {
  const { incident } = cast;
  const lead = incident.lead?.person;
  if (!lead) return [];
  const together = groupsAs(cast, 'firstContact').find((group) =>
    group.some((contact) => contact.person === lead),
  );
  return (together ?? []).filter(
    ({ person }) => person !== undefined && person !== lead && !hasSaidNo(incident, person),
  );
}

/**
 * The strategists who serve this incident: the first group that is not part of it. When all of them are, the alternate
 * takes their place (section 1).
 */
export const strategistsOf = (cast: Cast): Contact[] => servingAs(cast, 'strategist')[0] ?? [];

/**
 * Groups in which somebody may be told: whoever is quiet keeps their part behind the next in line, and is not the one that it hangs on.
 */
function withSomebody(groups: readonly Contact[][]): Contact[][] {
  const found: Contact[][] = [];
  let before: Contact[] = [];
  for (const group of groups) {
    const rung = group.filter(isRung);
    const quiet = [...group.filter((contact) => !isRung(contact)), ...before];
    if (rung.length > 0) found.push([...rung, ...quiet]);
    before = rung.length > 0 ? [] : quiet;
  }
  return before.length > 0 ? [...found, before] : found;
}

/** Those in a position who are not part of the incident; when all are, or none of them may be told, the alternate too. */
export function servingAs(cast: Cast, position: 'strategist' | 'filer'): Contact[][] {
  const own = groupsAs(cast, position);
  return withSomebody(own.flat().some(isRung) ? own : [...own, ...groupsAs(cast, 'alternate')]);
}

export const accountsOf = (contacts: readonly Contact[]): PersonId[] => [
  ...new Set(contacts.flatMap((contact) => contact.person ?? [])),
];

/** The overseers who hear of silence: the first group of whom somebody may be told. */
export const overseersOf = (cast: Cast): Contact[][] =>
  groupsAs(cast, 'overseer')
    .map((group) => group.filter(isRung))
    .filter((group) => group.length > 0)
    .slice(0, 1);
