import { type Entity, property } from '../azure/entity';
import { unseal } from './aead';
import { joinBytes, joinText } from './chunks';
import { type Json, put } from './json';

/*
 * Rows as release 0.1 wrote them are read for as long as there are any: codes and times stood open as JSON (`open0` …),
 * and what was sealed beside them was a list of paths and values. Each write replaces such a row by one that is sealed whole.
 */

type SealedLeaf = readonly [path: readonly (string | number)[], value: Json];

const child = (parent: unknown, key: string | number): unknown => {
  if (typeof parent === 'object' && parent !== null && Object.hasOwn(parent, key))
    return (parent as Record<string | number, unknown>)[key];
  throw new Error(
    'The sealed part of a row does not fit its open part: the row was not written by this bot.',
  );
};

/** Puts the sealed leaves back into the open part, which is used up. */
function joined(open: Json, sealed: readonly SealedLeaf[]): Json {
  const root = { value: open };
  for (const [path, value] of sealed) {
    const full = ['value', ...path];
    const last = full.pop() ?? 'value';
    const parent = full.reduce<unknown>(child, root);
    if (typeof parent !== 'object' || parent === null) child(parent, last);
    else put(parent, last, value);
  }
  return root.value;
}

/** Whether a row has the layout of release 0.1. */
export const isRelease01 = (entity: Entity): boolean => property(entity, 'open0') !== undefined;

/** The value of such a row. @throws {SealBroken} when it was changed outside the bot, also in its open part */
export function openRelease01(entity: Entity, owner: string, key: Uint8Array): Json {
  const open = joinText('open', entity);
  const bound = JSON.stringify([owner, entity.partitionKey, entity.rowKey, open]);
  const plain = unseal(key, joinBytes('sealed', entity), bound);
  return joined(JSON.parse(open), JSON.parse(Buffer.from(plain).toString()));
}
