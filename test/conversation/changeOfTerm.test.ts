import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { VICTIM_AGAIN } from '../../src/content/texts/timed';
import type { Contact } from '../../src/routine/model/contact';
import { words } from '../support/cardReading';
import type { Person, Town } from '../support/town';
import { rowOf } from './here';
import { openTown, resident } from './support';

/*
 * After an election the officers of all parties change on one day, while 40 incidents are open: each victim of a led one is asked whom
 * they want, each of the others is with somebody new, and nobody whose term is over has a card that opens anything.
 */

const LAST = '2026-11-30';
const FIRST_DAY = '2026-12-01';
const [ROLE] = rowOf('officer');

const account = (from: number, at: number) =>
  `7e57da7a-0000-4000-8000-${String(from + at).padStart(12, '0')}`;

interface Officer {
  party: string;
  row: Contact;
  now: Person;
  next: Person;
}

/** The list with every party's officers changed on that day; each new one has the bot. */
async function changed(town: Town): Promise<Officer[]> {
  const { contacts } = town.tables;
  const rows = (await contacts.stored()).filter(({ role }) => role === ROLE);
  const fresh = rows.map((row, at) => {
    const name = `Nyvald ${row.name}`;
    const email = `ny${at}@kommun.example`;
    return {
      ...row,
      id: `ny${row.id}`.slice(0, 26),
      person: account(700, at),
      name,
      email,
      begins: FIRST_DAY,
    };
  });
  const edits = [
    ...rows.map((row) => ({ row: { ...row, ends: LAST }, was: row })),
    ...fresh.map((row) => ({ row })),
  ];
  const by = { at: town.now.toISOString(), by: account(900, 0) };
  expect(await contacts.edit(edits, by, { act: 'saveContact', about: '' })).toBe(true);
  await town.tables.agenda.wakeAll(town.now.getTime());
  return Promise.all(
    rows.map(async (row, at) => ({
      party: row.party ?? '',
      row,
      now: await resident(town, row.person ?? '', row.name, row.email),
      next: await resident(town, account(700, at), fresh[at]?.name ?? '', fresh[at]?.email),
    })),
  );
}

const filesOf = async ({ tables }: Town) =>
  (await Promise.all((await tables.index.open()).map(({ id }) => tables.incidents.read(id)))).flatMap(
    (file) => file ?? [],
  );

it('all officers of all parties change on one day with 40 open incidents: nothing falls between two', async () => {
  const town = await openTown({ now: '2026-11-30T22:40:00Z' });
  const officers = await changed(town);
  const firsts = officers.filter(({ row }) => row.order === 1);
  const victims = new Map<string, Person>();
  for (let at = 0; at < 40; at++) {
    const { party = '', now } = firsts[at % firsts.length] ?? {};
    const victim = await resident(town, account(500, at), `Vald ${at}`);
    await victim.say('rapportera hot');
    await victim.press(FIRST.alarm(party));
    if (at % 3 > 0) await now?.press(BUTTON.acknowledge);
    victims.set(victim.userId, victim);
  }
  const before = await filesOf(town);
  expect(before).toHaveLength(40);
  const led = new Set(before.filter(({ incident }) => incident.lead).map(({ incident }) => incident.id));
  expect(led.size).toBeGreaterThan(20);

  await town.until('2026-11-30T23:20:00Z');
  const after = await filesOf(town);
  expect(after).toHaveLength(40);
  for (const { incident, cards } of after) {
    const own = officers.filter(({ party }) => party === incident.party);
    const victim = victims.get(incident.victim.person ?? '');
    const sees = victim?.sees().map(words).join('\n') ?? '';
    if (led.has(incident.id)) {
      const leads = own.find(({ now }) => now.userId === incident.lead?.person);
      expect(sees).toContain(VICTIM_AGAIN.keep(leads?.row.name ?? 'nobody leads'));
    } else {
      expect(incident.lead).toBeUndefined();
      const toldNow = own.filter(({ next }) =>
        cards.some(({ value }) => value.person === next.userId && value.activityId !== ''),
      );
      expect(toldNow.length).toBeGreaterThan(0);
    }
  }
  // Whose term is over has nothing left to answer with; who leads goes on until the victim has chosen.
  for (const { now } of officers) expect(now.has(BUTTON.acknowledge)).toBe(false);

  const [one] = after.filter(({ incident }) => led.has(incident.id));
  const victim = victims.get(one?.incident.victim.person ?? '');
  const mine = officers.find(({ party, row }) => party === one?.incident.party && row.order === 1);
  await victim?.press(VICTIM_AGAIN.change(mine?.next.name ?? ''));
  await mine?.next.press(BUTTON.acknowledge);
  await town.later(60_000);
  const chosen = await town.tables.incidents.read(one?.incident.id ?? '');
  expect(chosen?.incident.declined.map(({ person }) => person)).toContain(mine?.now.userId);
});
