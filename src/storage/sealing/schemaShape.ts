import { z } from 'zod';
import { markOf } from '../../routine/model/sensitivity';

type Schema = z.core.$ZodType;

/** How a schema is walked: a marked leaf, a list, or fields by name (undefined: the schema does not know the field). */
export type Shape =
  | { kind: 'leaf'; mayBeOpen(value: unknown): boolean }
  | { kind: 'list'; element: Schema }
  | { kind: 'fields'; of(key: string): Schema | undefined; all: readonly (readonly [string, Schema])[] };

const fits = (schema: Schema, value: unknown): boolean => z.core.safeParse(schema, value).success;

const noMark = (at: string): never => {
  throw new Error(
    `Storage does not know what "${at}" may reveal: it has no mark. Make it with code(), oneOf(), flag(), count(), ` +
      'instant(), day(), name(), person() or text() of routine/marks.ts, or teach storage/schemaShape.ts its kind.',
  );
};

const objectShape = (shape: Readonly<Record<string, Schema>>): Shape => ({
  kind: 'fields',
  of: (key) => (Object.hasOwn(shape, key) ? shape[key] : undefined),
  all: Object.entries(shape),
});

/** A record's keys stand open, so they must be marked so; a key of another kind is unknown, and sealed with its value. */
const recordShape = (key: Schema, value: Schema, at: string): Shape => {
  if (markOf(key) !== 'open') return noMark(`${at} (its keys)`);
  return { kind: 'fields', of: (name) => (fits(key, name) ? value : undefined), all: [['*', value]] };
};

/** @throws when the schema, or what it wraps, is neither marked nor a container: a test finds it, not a user. */
export const shapeOf = (schema: Schema, at: string): Shape => {
  const mark = markOf(schema);
  // A value that does not fit its open field could be anything: it is sealed.
  if (mark) return { kind: 'leaf', mayBeOpen: (value) => mark === 'open' && fits(schema, value) };
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
    case 'readonly':
      return shapeOf(def.innerType, at);
    case 'array':
      return { kind: 'list', element: def.element };
    case 'object':
      return objectShape(def.shape);
    case 'record':
      return recordShape(def.keyType, def.valueType, at);
    default:
      return noMark(at);
  }
};

/** Walks the whole schema without a value. @throws on the first field without a mark. */
export const assertMarked = (schema: Schema, at = 'the value'): void => {
  const shape = shapeOf(schema, at);
  if (shape.kind === 'list') assertMarked(shape.element, `${at}[]`);
  if (shape.kind === 'fields') for (const [key, field] of shape.all) assertMarked(field, `${at}.${key}`);
};
