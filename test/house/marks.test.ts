import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { code, name } from '../../src/routine/model/sensitivity';
import * as rows from '../../src/storage/repositories/schemas';
import { RowCodec } from '../../src/storage/sealing/rowCodec';
import { assertMarked } from '../../src/storage/sealing/schemaShape';

const ROUTINE = join(__dirname, '../../src/routine');

/** Every schema that the routine exports, by `room/file.name`. */
const schemas = readdirSync(ROUTINE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) =>
    Object.entries(require(join(ROUTINE, file)) as Record<string, unknown>).map(
      ([key, value]) => [`${file}.${key}`, value] as const,
    ),
  )
  .flatMap(([key, value]) => (value instanceof z.ZodType ? [[key, value] as const] : []));

describe('every field says what it may reveal', () => {
  it('of the routine', () => {
    expect(schemas.map(([key]) => key)).toContain('model/incident.ts.incidentSchema');
    for (const [key, schema] of schemas) expect(() => assertMarked(schema, key)).not.toThrow();
  });

  it('of the rows of storage', () => {
    const codecs = Object.values(rows).filter((one) => one instanceof RowCodec);
    expect(codecs.length).toBe(Object.keys(rows).length);
  });

  it('a field without a mark is found', () => {
    const unmarked = z.object({ id: code(), who: z.object({ name: name(), note: z.string().optional() }) });
    expect(() => assertMarked(unmarked)).toThrow('who.note');
    expect(() => assertMarked(z.record(z.string(), code()))).toThrow('its keys');
  });
});
