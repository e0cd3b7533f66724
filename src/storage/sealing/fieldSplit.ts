import type { z } from 'zod';
import { isObject, type Json, put } from './json';
import { type Shape, shapeOf } from './schemaShape';

type Path = readonly (string | number)[];
/** Where a sealed value belongs, and the value. */
export type SealedLeaf = readonly [path: Path, value: Json];
/** A value in two: what may stand in clear text, and what must not. */
export interface Parts {
  open: Json;
  sealed: SealedLeaf[];
}

const SEALED = Symbol('sealed');

/** One walk through a value: collects what is to be sealed and returns what is left. */
class Splitter {
  readonly sealed: SealedLeaf[] = [];

  walk(schema: z.core.$ZodType, value: unknown, path: Path): Json | typeof SEALED {
    const shape = shapeOf(schema, path.join('.'));
    if (shape.kind === 'leaf' && shape.mayBeOpen(value)) return value as Json;
    if (shape.kind === 'list' && Array.isArray(value)) return this.list(shape.element, value, path);
    if (shape.kind === 'fields' && isObject(value)) return this.fields(shape, value, path);
    return this.hide(value, path);
  }

  private hide(value: unknown, path: Path): typeof SEALED {
    this.sealed.push([path, value as Json]);
    return SEALED;
  }

  /** A sealed element leaves null behind, so that the others keep their places. */
  private list(element: z.core.$ZodType, values: readonly unknown[], path: Path): Json[] {
    return values.map((value, at) => {
      const open = this.walk(element, value, [...path, at]);
      return open === SEALED ? null : open;
    });
  }

  private fields(shape: Shape & { kind: 'fields' }, value: Record<string, unknown>, path: Path): Json {
    const open = {};
    for (const [key, child] of Object.entries(value)) {
      if (child === undefined) continue;
      const field = shape.of(key);
      const kept = field ? this.walk(field, child, [...path, key]) : this.hide(child, [...path, key]);
      if (kept !== SEALED) put(open, key, kept);
    }
    return open;
  }
}

/**
 * Parts a value by the marks of its schema. Open leaves stay where they are; names, texts, fields that the schema does
 * not know and values that do not fit go to `sealed`. Fields that are undefined are left out, as in JSON.
 * @throws on a leaf without a mark.
 */
export const split = (schema: z.core.$ZodType, value: unknown): Parts => {
  const splitter = new Splitter();
  const open = splitter.walk(schema, value, []);
  return { open: open === SEALED ? null : open, sealed: splitter.sealed };
};

const child = (parent: unknown, key: string | number): unknown => {
  if (typeof parent !== 'object' || parent === null || !Object.hasOwn(parent, key)) {
    throw new Error(
      'The sealed part of a row does not fit its open part: the row was not written by this code.',
    );
  }
  return (parent as Record<string | number, unknown>)[key];
};

/** Puts the parts together again. `open` is used up: it becomes the value. */
export const join = ({ open, sealed }: Parts): Json => {
  const root = { value: open };
  for (const [path, value] of sealed) {
    const full = ['value', ...path];
    const last = full.pop() ?? 'value';
    const parent = full.reduce<unknown>(child, root);
    if (typeof parent !== 'object' || parent === null) child(parent, last);
    else put(parent, last, value);
  }
  return root.value;
};
