import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { markOf } from '../../src/routine/model/sensitivity';
import * as rows from '../../src/storage/repositories/schemas';
import { RowCodec } from '../../src/storage/sealing/rowCodec';
import { shapeOf } from '../../src/storage/sealing/schemaShape';

/*
 * SECURITY.md says all that the key of the storage account alone can read. Of sealed rows that is what their schemas mark
 * as open, so it is compared with those, and not with what a test happens to have written.
 */

const SECURITY = readFileSync(join(__dirname, '../../SECURITY.md'), 'utf8');

/** Paths of the open leaves of a schema; `*` is any key of a record. */
function openIn(schema: z.core.$ZodType, at = ''): string[] {
  const shape = shapeOf(schema, at);
  if (shape.kind === 'leaf') return isOpen(schema) ? [at] : [];
  if (shape.kind === 'list') return openIn(shape.element, at);
  return shape.all.flatMap(([key, field]) => openIn(field, at ? `${at}.${key}` : key));
}

const isOpen = (schema: z.core.$ZodType): boolean => {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  return markOf(schema) === 'open' || ('innerType' in def && isOpen(def.innerType as z.core.$ZodType));
};

const codecs = Object.entries(rows).flatMap(([name, one]) =>
  one instanceof RowCodec ? [[name, one] as const] : [],
);

describe('SECURITY.md names every open column', () => {
  it.each(codecs)('of %s', (name, codec) => {
    const line = `${name}: ${openIn(codec.schema).sort().join(' ') || 'nothing'}`;
    // So long a line is wrapped there; all of the page is no use in a fault.
    const isSaid = SECURITY.replace(/\s+/g, ' ').includes(`${line} `);
    expect(isSaid ? line : 'not in SECURITY.md').toBe(line);
  });
});
