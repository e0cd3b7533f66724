import { randomBytes } from 'node:crypto';
import { assertFits } from '../../src/storage/azure/limits';
import { SealBroken, seal, unseal } from '../../src/storage/sealing/aead';
import { CHUNK_BYTES, cutBytes, joinBytes } from '../../src/storage/sealing/chunks';
import { canonicalJson } from '../../src/storage/sealing/json';

const key = randomBytes(32);
const sealed = () => seal(key, Buffer.from('hemligt'), { bound: 'incident 1', random: randomBytes });

describe('seal', () => {
  it('gives back what was sealed', () => {
    expect(Buffer.from(unseal(key, sealed(), 'incident 1')).toString()).toBe('hemligt');
  });

  it('never gives the same bytes twice, and hides the text', () => {
    expect(Buffer.from(sealed())).not.toEqual(Buffer.from(sealed()));
    expect(Buffer.from(sealed()).toString('latin1')).not.toContain('hemligt');
  });

  it('breaks with another key, another place, or any byte changed', () => {
    expect(() => unseal(randomBytes(32), sealed(), 'incident 1')).toThrow(SealBroken);
    expect(() => unseal(key, sealed(), 'incident 2')).toThrow(SealBroken);
    for (let at = 0; at < sealed().length; at++) {
      const changed = Buffer.from(sealed());
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(key, changed, 'incident 1')).toThrow(SealBroken);
    }
    expect(() => unseal(key, sealed().subarray(0, 20), 'incident 1')).toThrow(SealBroken);
  });
});

describe('canonicalJson', () => {
  it.each([
    [{ b: 1, a: 2, c: undefined }, '{"a":2,"b":1}'],
    [[{ b: 1, a: 2 }, { c: undefined }], '[{"a":2,"b":1},{}]'],
    [[[{ b: true, a: null }]], '[[{"a":null,"b":true}]]'],
    [{ list: ['x', 2, undefined] }, '{"list":["x",2,null]}'],
    [['b', 'a', 1], '["b","a",1]'],
  ])('gives the same text however its fields stand, also within lists: %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });
});

describe('chunks', () => {
  it.each([0, 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3 * CHUNK_BYTES])('hold %i bytes', (size) => {
    const bytes = randomBytes(size);
    const cut = cutBytes('sealed', bytes);
    expect(Buffer.from(joinBytes('sealed', cut))).toEqual(bytes);
    expect(Object.keys(cut)).toHaveLength(Math.ceil(size / CHUNK_BYTES));
  });
});

describe('assertFits', () => {
  const row = (properties: object) => ({ partitionKey: 'p', rowKey: 'r', ...properties });

  it('refuses what Azure refuses and Azurite takes', () => {
    const many = Object.fromEntries(Array.from({ length: 253 }, (_, at) => [`p${at}`, 1]));
    expect(() => assertFits('t', [row(many)], 1)).toThrow('253 properties');
    expect(() => assertFits('t', [row(cutBytes('b', Buffer.alloc(1024 * 1024)))], 1)).toThrow(
      'shorten the texts',
    );
    expect(() => assertFits('t', [], 101)).toThrow('101 rows');
    const big = Array.from({ length: 4 }, () => row(cutBytes('b', Buffer.alloc(1_000_000))));
    expect(() => assertFits('t', big, 4)).toThrow('4 MiB');
  });
});
