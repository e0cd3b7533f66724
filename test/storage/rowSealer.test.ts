import { randomBytes } from 'node:crypto';
import * as fc from 'fast-check';
import type { Entity } from '../../src/storage/azure/entity';
import { SealBroken } from '../../src/storage/sealing/aead';
import { joinBytes } from '../../src/storage/sealing/chunks';
import { Chain, NO_LINKS } from '../../src/storage/sealing/hashChain';
import { rowKind } from '../../src/storage/sealing/rowKind';
import { OwnersRows } from '../../src/storage/sealing/rowSealer';
import { sampleIncident } from './samples';

const key = randomBytes(32);
const kind = rowKind<unknown, 'beside'>('kind', ['beside']);
const at = { partitionKey: 'p', rowKey: 'r', beside: 'b' };
const own = { table: 'table', owner: 'owner', key, random: randomBytes };
const rows = new OwnersRows(own);

/** Through JSON, as storage does; in one piece a value is what JSON makes of it. */
const throughJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const sealedBytes = (row: Entity) => joinBytes('sealed', row).length;

describe('a row', () => {
  const value = { id: 'i', note: 'hemligt' };
  const row = rows.seal(kind, at, value);

  it('gives back its value, and nothing of it stands open', () => {
    expect(rows.open(kind, row)).toEqual(value);
    expect(Object.keys(row).sort()).toEqual(['beside', 'partitionKey', 'rowKey', 'sealed0']);
  });

  it('gives back any JSON at all, and an incident', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        expect(rows.open(kind, rows.seal(kind, at, any))).toEqual(throughJson(any));
      }),
    );
    expect(rows.open(kind, rows.seal(kind, at, sampleIncident()))).toEqual(sampleIncident());
  });

  it.each([
    ['table', new OwnersRows({ ...own, table: 'other' })],
    ['owner', new OwnersRows({ ...own, owner: 'other' })],
    ['key', new OwnersRows({ ...own, key: randomBytes(32) })],
  ])('does not open with another %s', (_, others) => {
    expect(() => others.open(kind, row)).toThrow(SealBroken);
  });

  it.each([{ partitionKey: 'other' }, { rowKey: 'other' }, { beside: 'other' }, { beside: undefined }])(
    'does not open at another place, nor with what stands open changed: %p',
    (changes) => {
      expect(() => rows.open(kind, { ...row, ...changes })).toThrow(SealBroken);
    },
  );

  it('does not open as another kind, nor as a row of release 0.1', () => {
    expect(() => rows.open(rowKind('other', ['beside']), row)).toThrow(SealBroken);
    expect(() => rows.open(kind, { ...row, open0: 'null' })).toThrow(SealBroken);
  });
});

describe('the size of a row', () => {
  /** Format, nonce and tag. */
  const SEAL = 29;
  const KIB = 1024;
  /** A text whose JSON has so many bytes with the quotation marks; four more say how long it is. */
  const sized = (bytes: number) => sealedBytes(rows.seal(kind, at, 'x'.repeat(bytes - 6)));

  it.each([
    [6, 256],
    [256, 256],
    [257, KIB],
    [KIB, KIB],
    [KIB + 1, 4 * KIB],
    [4 * KIB, 4 * KIB],
    [4 * KIB + 1, 16 * KIB],
    [16 * KIB + 1, 32 * KIB],
    [32 * KIB, 32 * KIB],
    [32 * KIB + 1, 64 * KIB],
    [64 * KIB + 1, 96 * KIB],
    [500 * KIB, 512 * KIB],
  ])('%i bytes take %i', (bytes, step) => {
    expect(sized(bytes)).toBe(step + SEAL);
  });

  it('is one of a few, whatever was typed: two stories of one step cannot be told apart', () => {
    const sizes = new Set<number>();
    for (let length = 1; length <= 10_000; length += 37)
      sizes.add(
        sealedBytes(rows.seal(kind, at, { ...sampleIncident(), report: { what: 'å'.repeat(length) } })),
      );
    expect([...sizes].map((size) => (size - SEAL) / KIB)).toEqual([4, 16, 32]);
  });

  it('counts bytes, not characters', () => {
    expect(sealedBytes(rows.seal(kind, at, '😀'.repeat(100)))).toBe(KIB + SEAL);
  });
});

describe('a chain', () => {
  const chain = new Chain(randomBytes(32), 'history i');
  const [first, second] = chain.extend(NO_LINKS, ['a', 'b']);

  it('vouches in each link for all before it', () => {
    expect(chain.extend({ seq: 1, mac: first?.mac ?? '' }, ['b'])).toEqual([second]);
    expect(chain.extend({ seq: 1, mac: 'another' }, ['b'])[0]?.mac).not.toBe(second?.mac);
  });

  it('is of one subject and one key', () => {
    for (const other of [new Chain(randomBytes(32), 'history i'), new Chain(randomBytes(32), 'history j')]) {
      expect(other.extend(NO_LINKS, ['a'])[0]?.mac).not.toBe(first?.mac);
    }
  });
});
