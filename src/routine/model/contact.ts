import { z } from 'zod';
import { addDays, atHour } from '../calendar/localTime';
import { code, count, instant, openDay, person, sealedName } from './sensitivity';

/** A row of the contact list. `order` 1 is told first, equal orders together, higher ones are deputies. */
export const contactSchema = z.object({
  id: code(),
  /** The id of one of the municipality's posts. */
  role: code(),
  party: sealedName().optional(),
  board: sealedName().optional(),
  order: count(),
  name: sealedName(),
  phone: sealedName(),
  email: sealedName().optional(),
  person: person().optional(),
  /** When a party's officer last confirmed that they keep what they read to themselves. */
  silentAt: instant().optional(),
  /** Since when a politician has been marked as one on full time. */
  since: instant().optional(),
  /** When this person's time in the post ended: kept, so that what they did still has a name. */
  ended: instant().optional(),
  /** The first and the last day of a term that was set beforehand; absent: since it was written, and until it is ended. */
  begins: openDay().optional(),
  ends: openDay().optional(),
  /** Names of groups that whoever keeps the list has put them in. */
  groups: z.array(sealedName()).optional(),
  /** When the holder last said that name, number and address are right. */
  rightAt: instant().optional(),
  /** Planned absence: the first and the last day, and the row that takes their place meanwhile. */
  away: z.object({ from: openDay(), to: openDay(), instead: code().optional() }).optional(),
});

/** An Entra object id, lower case. */
export type PersonId = string;

/** Stands for whoever runs the bot: no send, a line in the log that an alert rule looks for. */
export const OPERATOR: PersonId = 'operator';

/** Why nothing may come to a person by itself, and since when (ISO). */
export interface Quiet {
  /** They hide, somebody may see their phone, or they cannot answer. */
  why: 'hiding' | 'watched' | 'unable';
  at: string;
}

/**
 * `person` is known once the row names an Entra object id, or an e-mail was matched at install. `quiet`: as long as nothing may
 * come to its holder by itself; no part of a stored row.
 */
export type Contact = z.infer<typeof contactSchema> & { quiet?: Quiet | undefined };

/** Whether somebody is named and rung as one who helps: not while they are quiet. */
export const isRung = ({ quiet }: Contact): boolean => quiet === undefined;

/** Who holds a post now. */
export const isActive = (contact: Contact): boolean => contact.ended === undefined;

const isAwayOn = ({ away, ended }: Contact, day: string): boolean =>
  away !== undefined && ended === undefined && away.from <= day && day <= away.to;

const awaySince = ({ away }: Contact): string | undefined => away && `${away.from}T00:00:00.000Z`;

const comesAt = ({ begins }: Contact): string | undefined => begins && `${begins}T00:00:00.000Z`;

/** A row by its term: no post before its first day, and ended when its last day is over. */
function inTerm(contact: Contact, day: string): Contact {
  const { begins, ends, ended } = contact;
  if (begins !== undefined && begins > day && ended === undefined)
    return { ...contact, ended: comesAt(contact) };
  const isOver = ended === undefined && ends !== undefined && ends < day;
  return isOver ? { ...contact, ended: atHour(addDays(ends, 1), 0).toISOString() } : contact;
}

/**
 * The list as it holds on a day (YYYY-MM-DD): terms have begun and ended, the post of who is away has ended for the time
 * being, and whoever they named stands in their place.
 */
export function listOn(all: readonly Contact[], day: string): Contact[] {
  const contacts = all.map((contact) => inTerm(contact, day));
  const away = contacts.filter((contact) => isAwayOn(contact, day));
  if (away.length === 0) return contacts;
  return contacts.map((contact) => {
    if (isAwayOn(contact, day)) return { ...contact, ended: awaySince(contact) };
    const places = away.filter((one) => one.away?.instead === contact.id).map(({ order }) => order);
    return places.length > 0 ? { ...contact, order: Math.min(contact.order, ...places) } : contact;
  });
}

/** Whether somebody is away for a while, in a list as it holds on a day: they have a post all the same. */
export const isAway = (contact: Contact): boolean =>
  contact.ended !== undefined && contact.ended === awaySince(contact);

/** Whether somebody's term has not begun, in a list as it holds on a day. */
export const isComing = (contact: Contact): boolean =>
  contact.ended !== undefined && contact.ended === comesAt(contact);

/** Who has a post, away or not. */
export const isListed = (contact: Contact): boolean => isActive(contact) || isAway(contact);

/**
 * The role of a row that is no post: a politician on full time or a significant part of it, for whom the municipality answers
 * that harm is prevented (KL 4 kap. 18 a §). Kept with the list, and shown on no list but the strategists' own.
 */
export const FULL_TIME = 'fullTime';

/** The role of a row that only says that a person is quiet, whether they have a post or not. It is read with the list and never stored. */
const QUIET = 'quiet';

/** The row that says that a person is quiet. */
export const quietMark = (person: PersonId, quiet: Quiet): Contact => ({
  ...{ id: `${QUIET}.${person}`, role: QUIET, order: 0, name: '', phone: '', person, quiet },
});

const isQuietMark = ({ role }: Contact): boolean => role === QUIET;
const isMark = (row: Contact): boolean => row.role === FULL_TIME || isQuietMark(row);

/** Everybody who is quiet, by account, as the list was read. */
export const quietIn = (rows: readonly Contact[]): ReadonlyMap<PersonId, Quiet> =>
  new Map(
    rows
      .filter(isQuietMark)
      .flatMap(({ person, quiet }) => (person && quiet ? [[person, quiet] as const] : [])),
  );

/** The rows that are posts: the contact list itself, each with whether its holder is quiet. */
export function postsIn(rows: readonly Contact[]): readonly Contact[] {
  if (!rows.some(isMark)) return rows;
  const quiet = quietIn(rows);
  return rows
    .filter((row) => !isMark(row))
    .map((row) => {
      const own = row.person === undefined ? undefined : quiet.get(row.person);
      return own ? { ...row, quiet: own } : row;
    });
}

/** The politicians on full time. */
export const fullTimeIn = (rows: readonly Contact[]): Contact[] =>
  rows.filter((row) => row.role === FULL_TIME && isActive(row));
