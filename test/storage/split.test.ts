import * as fc from 'fast-check';
import { z } from 'zod';
import { incidentSchema } from '../../src/routine/model/incident';
import { code, count, name, oneOf, text } from '../../src/routine/model/sensitivity';
import { join, split } from '../../src/storage/sealing/fieldSplit';
import { assertMarked } from '../../src/storage/sealing/schemaShape';
import { sampleIncident } from './samples';

const schema = z.object({
  id: code(),
  kind: oneOf(['a', 'b']).optional(),
  who: name(),
  list: z.array(z.object({ n: count(), note: text().optional() })),
  people: z.array(name()),
  values: z.record(code(), text()),
  nested: z.object({ deep: z.record(code(), z.object({ at: code(), by: name() })) }).optional(),
});

/** Through JSON, as storage does; in one piece a value is what JSON makes of it. */
const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const roundTrip = (value: unknown) => join(throughJson(split(schema, value)));

const known = fc.record(
  {
    id: fc.string(),
    kind: fc.constantFrom('a', 'b', 'unknown'),
    who: fc.string({ unit: 'grapheme' }),
    list: fc.array(fc.record({ n: fc.integer(), note: fc.string() }, { requiredKeys: ['n'] })),
    people: fc.array(fc.string()),
    values: fc.dictionary(fc.string(), fc.string()),
    nested: fc.record({ deep: fc.dictionary(fc.string(), fc.record({ at: fc.string(), by: fc.string() })) }),
  },
  { requiredKeys: ['id'] },
);

describe('split and join', () => {
  it('give back every value that fits the schema', () => {
    fc.assert(fc.property(known, (value) => expect(roundTrip(value)).toEqual(throughJson(value))));
  });

  it('give back any JSON at all: newer code may have stored it', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(roundTrip(value)).toEqual(throughJson(value))));
  });

  it('keep names, texts and unknown fields out of the open part', () => {
    const value = {
      id: 'i1',
      who: 'HEMLIG',
      people: ['HEMLIG'],
      values: { a: 'HEMLIG' },
      later: { x: 'HEMLIG' },
    };
    const { open, sealed } = split(schema, value);
    expect(open).toEqual({ id: 'i1', people: [null], values: {} });
    expect(sealed).toHaveLength(4);
  });

  it('seal what does not fit its open field: it could be anything', () => {
    expect(split(schema, { id: { name: 'Åsa' }, kind: 'Åsa', list: 'Åsa' }).open).toEqual({});
  });

  it('give back an incident', () => {
    expect(join(throughJson(split(incidentSchema, sampleIncident())))).toEqual(sampleIncident());
  });

  it('refuse a field without a mark, and say which', () => {
    const careless = z.object({ a: z.array(z.object({ b: z.string() })) });
    expect(() => assertMarked(careless)).toThrow('"the value.a[].b"');
    expect(() => split(careless, { a: [{ b: 'x' }] })).toThrow('"a.0.b"');
    expect(() => assertMarked(z.record(name(), text()))).toThrow('its keys');
    expect(() => assertMarked(z.union([code(), text()]))).toThrow('no mark');
  });

  it('know every field of an incident', () => {
    expect(() => assertMarked(incidentSchema)).not.toThrow();
  });

  it('do not reach outside the value', () => {
    const hostile = JSON.parse(
      '{"id":"i","__proto__":{"polluted":true},"values":{"__proto__":"x","constructor":"y"}}',
    );
    const back = roundTrip(hostile);
    expect(JSON.stringify(back)).toContain('"__proto__":{"polluted":true}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('say so when the parts do not belong together', () => {
    expect(() => join({ open: {}, sealed: [[['a', 'b'], 1]] })).toThrow('does not fit');
  });
});
