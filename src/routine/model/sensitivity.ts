import { z } from 'zod';

/**
 * The degree to which a field may be revealed. `open`: codes, ids, times, yes/no. `name`: a person or a party. `text`:
 * typed by someone. Storage seals a row whole, whatever its fields are marked; the marks are for views and masked
 * copies.
 */
export type Mark = 'open' | 'name' | 'text';

const registry = z.registry<{ mark: Mark }>();

/** The mark of a leaf of a schema; undefined for containers. */
export const markOf = (schema: z.core.$ZodType): Mark | undefined => registry.get(schema)?.mark;

const marked = <S extends z.ZodType>(schema: S, mark: Mark): S => {
  registry.add(schema, { mark });
  return schema;
};

/** Longest texts, in characters (Unicode code points). */
export const LIMITS = { story: 10_000, text: 1_000, name: 200, code: 120 } as const;

export const code = () => marked(z.string(), 'open');
export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  marked(z.enum(values), 'open');
/** One of these, and which one is nobody's business: an answer, or what somebody is to somebody. */
export const sealedOneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  marked(z.enum(values), 'text');
export const flag = () => marked(z.boolean(), 'open');
export const count = () => marked(z.number().int(), 'open');
/** A code that says what somebody did, or in which matter. */
export const sealedCode = () => marked(z.string(), 'text');
/** A day that somebody wrote, YYYY-MM-DD. */
export const sealedDay = () => marked(z.string(), 'text');
/** An instant, ISO 8601 in UTC with milliseconds. */
export const instant = () => marked(z.string(), 'open');
/** A day, YYYY-MM-DD in the municipality's time zone. */
export const openDay = () => marked(z.string(), 'open');
export const sealedName = () => marked(z.string(), 'name');
const accounts = new WeakSet<z.core.$ZodType>();

/** An Entra object id in lower case: sealed like a name, for it leads to one. */
export const person = () => {
  const schema = marked(z.string(), 'name');
  accounts.add(schema);
  return schema;
};
/** Whether a leaf of a schema is an account, and no words. */
export const isAccount = (schema: z.core.$ZodType): boolean => accounts.has(schema);
export const sealedText = () => marked(z.string(), 'text');
