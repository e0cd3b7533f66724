import { addDaytime, addMinutes } from '../calendar/workingTime';
import { type Contact, isActive, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { isAs, type Position, type PostSpec, type Posts, standsAs } from '../model/posts';
import {
  type Cast,
  oncePerCast,
  oncePerSituation,
  type Situation,
  type Unreachable,
} from '../model/situation';

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
    grouped(cast, (post) =>
      isAs(post, position) ? (post.line ?? posts.length + posts.indexOf(post)) : undefined,
    );
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
  const hasStrategists = groupsAs(cast, 'strategist').length > 0;
  const ofStrategists = routine.posts.find((post) => isAs(post, 'strategist') && post.line)?.line;
  const inLine = grouped(cast, (post) =>
    isAs(post, 'alternate') && !hasStrategists ? (ofStrategists ?? post.line) : post.line,
  );
  return [wanted.filter(mayServe(incident)), ...inLine].filter((group) => group.length > 0);
});

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

const isGroupOf = (posts: Posts, position: Position) => (group: readonly Contact[]) =>
  group.some((contact) => standsAs(posts, contact, position));
const nextGroup: Widening['upTo'] = (_, last) => last + 1;
/** Who is there for the municipality: its strategists, or who takes their place. */
const isStrategists = (posts: Posts, groups: readonly Contact[][]) =>
  isGroupOf(posts, groups.some(isGroupOf(posts, 'strategist')) ? 'strategist' : 'alternate');

/** When nobody answers, more are asked (routine: Time). The last of an acute one is the duty officer, who is rung. */
function widenings({ incident, routine: { times, posts } }: Situation): Widening[] {
  const firstStrategist: Widening['upTo'] = (groups) => groups.findIndex(isStrategists(posts, groups));
  const allStrategists: Widening['upTo'] = (groups) => groups.findLastIndex(isStrategists(posts, groups));
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
  const { incident, unreachable } = situation;
  if (incident.lead || incident.state === 'closed') return [];
  const groups = chain(situation);
  const willing = groups
    .map((group) => group.filter((contact) => !contact.person || !hasSaidNo(incident, contact.person)))
    .filter((group) => group.length > 0);
  const reached = willing.findIndex((group) => group.some((contact) => isReachable(contact, unreachable)));
  const since = askedSince(incident);
  if (reached === -1) return [{ at: since, contacts: distinct([...willing, ...groups].flat()) }];
  return widened(willing, reached, situation);
});

function widened(groups: readonly Contact[][], first: number, situation: Situation): AskedLevel[] {
  const isDuty = isGroupOf(situation.routine.posts, 'duty');
  const since = askedSince(situation.incident);
  const levels: AskedLevel[] = [{ at: since, contacts: distinct(groups.slice(0, first + 1).flat()) }];
  let last = first;
  for (const { at, upTo, isAll } of widenings(situation)) {
    last = Math.max(last, Math.min(upTo(groups, last), groups.length - 1));
    const added = groups.filter((group, index) => index <= last || (isAll && isDuty(group)));
    // By person: who has two posts is asked once, in the first.
    const known = new Set(levels.flatMap((level) => level.contacts).map(whoOf));
    const more = distinct(added.flat()).filter((contact) => !known.has(whoOf(contact)));
    if (more.length > 0) levels.push({ at, contacts: more });
  }
  return levels;
}

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
  distinct(
    askedLevels(situation)
      .filter((level) => level.at <= situation.now)
      .flatMap((level) => level.contacts),
  );

/** Those who were asked first, before time made it more. */
export const askedFirst = (situation: Situation): Contact[] => askedLevels(situation)[0]?.contacts ?? [];

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

/** Those in a position who are not part of the incident; when all are, the alternate in their place. */
export function servingAs(cast: Cast, position: 'strategist' | 'filer'): Contact[][] {
  const own = groupsAs(cast, position);
  return own.length > 0 ? own : groupsAs(cast, 'alternate');
}

export const accountsOf = (contacts: readonly Contact[]): PersonId[] => [
  ...new Set(contacts.flatMap((contact) => contact.person ?? [])),
];
