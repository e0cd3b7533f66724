import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { code, markOf, sealedName } from '../../src/routine/model/sensitivity';

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

/** Paths of the leaves of a schema that have no mark; a record's keys are a leaf too. */
function unmarked(schema: z.core.$ZodType, at: string): string[] {
  if (markOf(schema)) return [];
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'readonly':
      return unmarked(def.innerType, at);
    case 'array':
      return unmarked(def.element, `${at}[]`);
    case 'object':
      return Object.entries(def.shape).flatMap(([key, field]) => unmarked(field, `${at}.${key}`));
    case 'record':
      return [...unmarked(def.keyType, `${at} (its keys)`), ...unmarked(def.valueType, `${at}.*`)];
    default:
      return [at];
  }
}

describe('every field says what it may reveal', () => {
  it('of the routine', () => {
    expect(schemas.map(([key]) => key)).toContain('model/incident.ts.incidentSchema');
    expect(schemas.flatMap(([key, schema]) => unmarked(schema, key))).toEqual([]);
  });

  it('a field without a mark is found', () => {
    const careless = z.object({
      id: code(),
      who: z.object({ name: sealedName(), note: z.string().optional() }),
    });
    expect(unmarked(careless, 'x')).toEqual(['x.who.note']);
    expect(unmarked(z.record(z.string(), code()), 'x')).toEqual(['x (its keys)']);
  });
});
