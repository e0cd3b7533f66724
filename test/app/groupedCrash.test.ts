import { IS_LONG } from '../support/long';
import { MemoryStore } from '../support/memoryStore';
import { addressOf, type Fate, Mortal, World } from '../support/mortal';
import { contacts as everyone, incident, people } from '../support/pureTown';

/*
 * Calm incidents that become due at one time, told in one card a person, by a process that dies before or after each call. Another
 * goes on: each of them is told to everybody whom it concerns, soon, and is to be seen in their chat.
 */

const MINUTE = 60_000;
const REFERENCES = ['2026-AAAA', '2026-BBBB', '2026-CCCC'];
/** A lease of the dead process, the look at a card that is on its way, and the try after that. */
const LATE = 3 * MINUTE;
/** All is told by then, and the watchdog does not call late yet what waits for a save that never came. */
const END = 4 * MINUTE;
/** Of the points at which it dies, every so many are tried. */
const EVERY = IS_LONG ? 1 : 7;
const { victim } = people;
const contacts = everyone.filter((one) => one.party === undefined || one.party === 'S');

async function open(): Promise<World> {
  const world = new World(contacts);
  const { people: rows, agenda } = world.tables.ports();
  for (const person of [victim, ...contacts.flatMap((one) => one.person ?? [])])
    await rows.save({ person, name: 'N', address: addressOf(person) });
  for (const [at, reference] of REFERENCES.entries()) {
    const value = { ...incident(), id: `calm${at}`, reference, acute: false };
    world.tables.stores.set(value.id, new MemoryStore(value));
    await agenda.wake(value.id, world.now().getTime(), value.rev);
  }
  return world;
}

interface Told {
  key: string;
  person: string;
  reference: string;
  at: number;
  isGrouped: boolean;
}

/** What is noted as told, by incident. */
const told = (world: World): Told[] =>
  [...world.tables.stores.values()].flatMap(({ incident: { reference }, deliveries }) =>
    [...deliveries.values()].flatMap(({ value: { key, person, sentAt, group } }) =>
      sentAt === undefined
        ? []
        : [{ key, person, reference, at: Date.parse(sentAt), isGrouped: group !== undefined }],
    ),
  );

const nameOf = ({ key, reference }: Told): string => `${reference} ${key}`;
const cardsOf = (world: World, person: string): string[] =>
  (world.chats.get(person) ?? []).map(({ card }) => card);

async function run(fate?: Fate): Promise<{ world: World; calls: string[] }> {
  const world = await open();
  const first = new Mortal(world, fate);
  if (!(await first.live(() => first.advance(END)))) {
    const next = new Mortal(world);
    await next.check();
    await next.advance(END);
  }
  return { world, calls: first.calls };
}

/** What is wrong after a death, compared with the run without one. */
function faults(world: World, usual: readonly Told[]): string[] {
  const now = new Map(told(world).map((one) => [nameOf(one), one]));
  return usual.flatMap((one) => {
    const found = now.get(nameOf(one));
    if (!found) return [`${nameOf(one)} is missing`];
    const isSeen = cardsOf(world, one.person).some((card) => card.includes(one.reference));
    // One more than each alone: a card that was being sent.
    const isMany = cardsOf(world, one.person).length > REFERENCES.length + 1;
    return [
      ...(isSeen ? [] : [`${nameOf(one)} is not in the chat`]),
      ...(isMany ? [`${one.person} has ${cardsOf(world, one.person).length} cards`] : []),
      ...(found.at > one.at + LATE ? [`${nameOf(one)} is late: ${found.at - one.at}`] : []),
    ];
  });
}

describe('a card of several, with a process that dies', () => {
  it('is sent, or each incident tells it: nothing is lost, and nobody has more cards than without it but one', async () => {
    const { world, calls } = await run();
    const usual = told(world);
    const grouped = usual.filter(({ isGrouped }) => isGrouped);
    expect(new Set(grouped.map(({ reference }) => reference))).toEqual(new Set(REFERENCES));
    for (const { person } of grouped) expect(cardsOf(world, person)).toHaveLength(1);
    const wrong: string[] = [];
    let alone = 0;
    const points = calls
      .flatMap((name, call) => (['before', 'after'] as const).map((when) => ({ call, when, name })))
      .filter((_, at) => at % EVERY === 0);
    for (const { call, when, name } of points) {
      const { world: after } = await run({ call, when });
      const where = `${when} ${call} ${name}`;
      wrong.push(...[...faults(after, usual), ...after.errors].map((text) => `${where}: ${text}`));
      if (told(after).some(({ key, isGrouped }) => key.startsWith('asked|') && !isGrouped)) alone++;
    }
    console.info(
      `crashes, grouped: ${JSON.stringify({ points: points.length, alone, wrong: wrong.length })}`,
    );
    expect([wrong.length, wrong.slice(0, 8)]).toEqual([0, []]);
    // Deaths between the claims and the card, after which each tells it alone, are among them.
    expect(alone).toBeGreaterThan(0);
  });
});
