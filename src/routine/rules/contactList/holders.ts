import type { Contact, PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';

/*
 * Whose rows are one person's. Who is out of an incident is out as a person: with an account that comes later or becomes another,
 * and with every other row of theirs.
 */

const asOne = (text: string): string => text.trim().toLowerCase();
const isSameText = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && asOne(one) !== '' && asOne(one) === asOne(other);

/** Whether two rows are one person's: by account, by address, or by name and number. */
export const isSameHolder = (one: Contact, other: Contact): boolean =>
  one.id === other.id ||
  (one.person !== undefined && one.person === other.person) ||
  isSameText(one.email, other.email) ||
  (isSameText(one.name, other.name) && isSameText(one.phone, other.phone));

/** Ids of all rows of those who have these: by id or by account. */
export function rowsHeldBy(contacts: readonly Contact[], who: readonly string[]): string[] {
  const own = contacts.filter(({ id, person }) => who.includes(id) || (person && who.includes(person)));
  return contacts.filter((contact) => own.some((one) => isSameHolder(one, contact))).map(({ id }) => id);
}

type Out = Incident['declined'][number];

/** Whether somebody has gone from it for good: who could not come may come back. */
export const isForGood = ({ why }: Out): boolean => why !== 'cannot';

/** Those who are out, with all rows that are theirs as the list is now. */
function withRows(incident: Incident, contacts: readonly Contact[]): Out[] {
  return incident.declined.map((one) => {
    if (!isForGood(one)) return one;
    const { person, rows = [] } = one;
    const all = [...new Set([...rows, ...rowsHeldBy(contacts, [person, ...rows])])];
    return all.length === rows.length ? one : { ...one, rows: all };
  });
}

/** The accounts of those rows that are not written down yet, each with why. */
function accountsOut(declined: readonly Out[], contacts: readonly Contact[]): Out[] {
  const known = new Set<PersonId>(declined.filter(isForGood).map(({ person }) => person));
  return declined.filter(isForGood).flatMap((one) =>
    contacts.flatMap(({ id, person }) => {
      if (person === undefined || known.has(person) || !one.rows?.includes(id)) return [];
      known.add(person);
      return [{ ...one, person }];
    }),
  );
}

/** The incident with everybody out who is, by whatever account they have by now. The same value where nothing is new. */
export function asExcluded(incident: Incident, contacts: readonly Contact[]): Incident {
  if (!incident.declined.some(isForGood)) return incident;
  const declined = withRows(incident, contacts);
  const more = accountsOut(declined, contacts);
  const isSame = more.length === 0 && declined.every((one, index) => one === incident.declined[index]);
  if (isSame) return incident;
  const out = new Set(more.map(({ person }) => person));
  const without = declined.filter(({ person }) => !out.has(person));
  return {
    ...incident,
    declined: [...without, ...more],
    standby: incident.standby.filter(({ person }) => !out.has(person)),
    wanted: incident.wanted.filter((person) => !out.has(person)),
  };
}
