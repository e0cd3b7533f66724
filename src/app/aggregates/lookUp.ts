import type { PersonId } from '../../routine/model/contact';
import { strategistAccounts } from '../../routine/rules/drills';
import type { Deps } from '../deps';
import type { KnownMember } from '../ports/messenger';
import { personAggregateId } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { decideAgain } from '../runtime/decideAgain';
import { addNews } from './news';

/* Who writes, by the addresses that Teams knows of them: the rows of the contact list that have one of these are theirs. */

const sameAddress = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase();

/**
 * The strategists are asked whether a new account is the same person's: a row of the list has the address, but is bound
 * to another account. It is never bound unseen.
 */
async function askIfSame(deps: Deps, person: PersonId, emails: readonly string[]): Promise<string[]> {
  const roster = await readRoster(deps);
  const others = roster.contacts.filter(
    (contact) =>
      !contact.ended &&
      contact.person !== undefined &&
      contact.person !== person &&
      emails.some((email) => contact.email !== undefined && sameAddress(email, contact.email)),
  );
  const asked = strategistAccounts(roster);
  const at = deps.now().toISOString();
  for (const { id } of others)
    for (const strategist of asked) await addNews(deps, strategist, { kind: 'sameAccount', id, at });
  return others.length > 0 ? asked.map(personAggregateId) : [];
}

/**
 * Keeps what Teams knows of somebody, and binds rows of the contact list to them, by any of their addresses: those of
 * their own organisation only. Returns the aggregates to dispatch.
 */
export async function keepFound(deps: Deps, person: PersonId, found: KnownMember): Promise<string[]> {
  const emails = found.isOwnTenant ? found.emails : [];
  const at = deps.now().toISOString();
  await decideAgain(
    () => deps.people.read(person),
    ({ value }) => ({
      ...value,
      email: emails[0] ?? value.email,
      emails: emails.length > 0 ? [...emails] : value.emails,
      lookedUpAt: at,
    }),
    ({ etag }, row) => deps.people.save(row, etag),
  );
  const bound: boolean[] = [];
  for (const email of emails) bound.push(await deps.contacts.bind(email, person, { at, by: person }));
  if (bound.includes(true)) await deps.agenda.wakeAll(deps.now().getTime());
  return askIfSame(deps, person, emails);
}

/**
 * Looks somebody up who has not been found yet: Teams was throttled when they installed, or never told of it. Returns
 * the aggregates to dispatch.
 */
export async function lookUp(deps: Deps, person: PersonId): Promise<string[]> {
  const row = (await deps.people.read(person))?.value;
  if (!deps.directory || !row?.address || row.lookedUpAt) return [];
  const found = await deps.directory.find(row.address);
  return found ? keepFound(deps, person, found) : [];
}
