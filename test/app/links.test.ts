import { createHmac } from 'node:crypto';
import type { Deps } from '../../src/app/deps';
import { links } from '../../src/app/tab/links';
import { newMarking } from '../../src/app/tab/senderMarks';
import type { Incident } from '../../src/routine/model/incident';
import { addressesIn } from '../../src/routine/rules/figures/senders';
import { MemoryTown } from '../support/memoryTown';
import { incident, people } from '../support/pureTown';
import { LINKED } from '../support/retention';

/* One sender in several incidents, compared by marks that are made for one press. */

const told = (at: number, what: string): Incident => ({
  ...incident({ id: `incident00000000000000000${at}` }),
  strategist: { since: '2026-11-24T09:00:00.000Z', why: 'contacted', epoch: 1 },
  report: { kinds: 'threat', what },
});

/** What the strategist is answered, and the sizes of what was drawn by chance meanwhile. */
async function pressed(texts: readonly string[], more: Partial<Deps> = {}) {
  const town = new MemoryTown();
  const all = texts.map((what, at) => told(at, what));
  for (const one of all) await town.put(one);
  const drawn: number[] = [];
  const deps: Deps = {
    ...town.deps(),
    links: LINKED,
    random: (size) => {
      drawn.push(size);
      return new Uint8Array(size).fill(town.chance);
    },
    ...more,
  };
  const index = {
    ...deps.index,
    ofYear: async (year: string) => (year === '2026' ? all.map(({ id }) => id) : []),
  };
  const screen = await links({ ...deps, index, ...more }, people.strategist);
  return { town, screen, drawn };
}

describe('a mark', () => {
  const [address = 'email x'] = addressesIn('arg@exempel.example');
  const key = (byte: number) => ({ random: (size: number) => new Uint8Array(size).fill(byte) });

  it('is the kind and HMAC-SHA-256 of the address under a key of 32 bytes that chance gave', () => {
    const mac = createHmac('sha256', new Uint8Array(32).fill(7)).update('email arg@exempel.example');
    expect(newMarking(key(7))(address)).toBe(`email:${mac.digest('base64url')}`);
  });

  it('is the same for each spelling of an address, another for all else, and another under each key', () => {
    const marking = newMarking(key(7));
    const marks = (text: string) => [...addressesIn(text)].map(marking);
    for (const text of ['070-123 45 67', '+46 (0)70-1234567', '0046701234567'])
      expect(marks(text)).toEqual(marks('+46701234567'));
    expect(marks('@arg_person')).toEqual(marks('https://www.instagram.com/Arg_Person/'));
    const others = ['+46701234567', '+46701234568', '@arg', '@arga', 'arg@exempel.example'].flatMap(marks);
    expect(new Set(others).size).toBe(5);
    expect(newMarking(key(8))(address)).not.toBe(marking(address));
  });
});

it('a key is drawn at each press, once, and nothing else is', async () => {
  const { drawn } = await pressed(['arg@exempel.example', 'ARG@exempel.example']);
  expect(drawn).toEqual([32]);
});

it('links what is wholly the same, however it is spelled', async () => {
  const same = ['Ring 070-123 45 67', 'Han ringde från +46 (0)70-1234567', 'Från 070-123 45 68'];
  const { screen } = await pressed(same);
  expect(screen).toMatchObject({ rows: [{ kinds: ['phone'] }], isCut: false });
  expect((screen?.rows ?? []).map(({ known, others }) => known.length + others)).toEqual([2]);
});

it.each(['2026', '2025'])(
  'a year that has more than is read is enough for the page to say so: %s',
  async (full) => {
    const many = Array.from({ length: 2_001 }, (_, at) => `missing${at}`);
    const town = new MemoryTown();
    const ofYear = (found: readonly string[]) => async (year: string) => (year === full ? [...found] : []);
    const cut = async (found: readonly string[]) =>
      (await pressed([], { index: { ...town.deps().index, ofYear: ofYear(found) } })).screen?.isCut;
    expect([await cut(many), await cut(many.slice(1)), await cut([...many.slice(1), 'missing1'])]).toEqual([
      true,
      false,
      false,
    ]);
  },
);

it('after the last day no incident is read and nothing is drawn', async () => {
  const { screen, drawn } = await pressed(['arg@exempel.example'], {
    links: { ...LINKED, until: '2026-01-01' },
    incidents: new Proxy({} as Deps['incidents'], {
      get: () => {
        throw new Error('It was read.');
      },
    }),
  });
  expect([screen, drawn]).toEqual([undefined, []]);
});
