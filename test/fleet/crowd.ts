import { sampleContacts } from '../../src/content/sandbox/sampleContacts';
import type { PersonId } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import type { Tables } from '../../src/storage/openTables';
import { incident } from '../support/pureTown';
import { NOON } from './ground';

const AT = new Date(NOON).toISOString();
const AT_ONCE = 16;

/** Invented persons, and the chat of each. */
const personOf = (number: number): PersonId => `7e57da7a-0001-4000-8000-${String(number).padStart(12, '0')}`;
export const chatOf = (person: PersonId): string => `chat-${person}`;

/** An incident of which two persons should know something just now: whom it is about, and who leads it. */
export function dueIncident(number: number): Incident & { lead: { person: PersonId } } {
  const victim = { person: personOf(2 * number), name: 'Utsatt' };
  return {
    ...incident({
      id: `fleet${String(number).padStart(21, '0')}`,
      reference: `2026-${number}`,
      victim,
      reporter: { ...victim, kind: 'self' },
    }),
    lead: { person: personOf(2 * number + 1), since: AT, why: 'acknowledged' },
    wantsCallAt: AT,
  };
}

export const personsOf = ({ lead, victim }: ReturnType<typeof dueIncident>): PersonId[] => [
  lead.person,
  victim.person ?? '',
];

export async function inChunks<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < items.length; start += AT_ONCE)
    await Promise.all(items.slice(start, start + AT_ONCE).map(work));
}

const settle = async (tables: Tables, serviceUrl: string, person: PersonId) => {
  const address = { serviceUrl, conversationId: chatOf(person), userId: person, botId: 'bot' };
  await tables.people.save({ person, name: '', address });
};

/** So many incidents through the real ports, two notices each, all due at once. */
export async function seedCrowd(tables: Tables, serviceUrl: string, count: number): Promise<Incident[]> {
  const incidents = Array.from({ length: count }, (_, number) => dueIncident(number));
  // Nobody on the list has the bot: only the two are to be told.
  await tables.contacts.put(
    sampleContacts.map(({ userId: _, ...row }, index) => ({ ...row, id: `c${index}` })),
    { at: new Date(NOON).toISOString(), by: 'operator' },
  );
  await inChunks(incidents, async (one) => {
    await Promise.all(personsOf(one).map((person) => settle(tables, serviceUrl, person)));
    await tables.index.opens(one.id, one.rev);
    await tables.incidents.insert({ incident: one });
  });
  // Woken last, so that all are due at once.
  await inChunks(incidents, async (one) => {
    await tables.agenda.wake(one.id, NOON, one.rev, one.acute);
  });
  return incidents;
}
