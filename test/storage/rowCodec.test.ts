import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { code, text } from '../../src/routine/model/sensitivity';
import { SealBroken } from '../../src/storage/sealing/aead';
import { Chain, NO_LINKS } from '../../src/storage/sealing/hashChain';
import { RowCodec } from '../../src/storage/sealing/rowCodec';

const codec = new RowCodec(z.object({ id: code(), note: text() }));
const place = { subject: 's', partitionKey: 'p', rowKey: 'r', key: randomBytes(32) };
const value = { id: 'i', note: 'hemligt' };
const row = codec.write(value, place, randomBytes);

describe('a row', () => {
  it('gives back its value', () => {
    expect(codec.read(row, place)).toEqual(value);
  });

  it.each([{ subject: 'other' }, { partitionKey: 'other' }, { rowKey: 'other' }, { key: randomBytes(32) }])(
    'does not open elsewhere: %p',
    (changes) => {
      expect(() => codec.read(row, { ...place, ...changes })).toThrow(SealBroken);
    },
  );

  it('does not open with its open part changed', () => {
    expect(() => codec.read({ ...row, open0: '{"id":"j"}' }, place)).toThrow(SealBroken);
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
