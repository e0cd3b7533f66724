import type { z } from 'zod';
import type { RandomBytes } from '../../app/ports/runtime';
import type { Entity } from '../azure/entity';
import { seal, unseal } from './aead';
import { cutBytes, cutText, joinBytes, joinText } from './chunks';
import { join, type SealedLeaf, split } from './fieldSplit';
import type { Json } from './json';
import { assertMarked } from './schemaShape';

/** Where a row stands, and the key of the subject whose row it is. */
export interface Place {
  subject: string;
  partitionKey: string;
  rowKey: string;
  key: Uint8Array;
}

/**
 * What the seal vouches for: the subject, the row's place, and the open part with the revision in it. So neither a row
 * moved to another place nor an open field changed by hand goes unnoticed.
 */
const boundTo = (place: Place, open: string): string =>
  JSON.stringify([place.subject, place.partitionKey, place.rowKey, open]);

/** Turns values of a schema into rows and back: open fields as JSON, the rest as one sealed blob. */
export class RowCodec<S extends z.ZodType> {
  /** @throws when a field of the schema has no mark */
  constructor(readonly schema: S) {
    assertMarked(schema);
  }

  write(value: z.infer<S>, place: Place, random: RandomBytes): Entity {
    const { open, sealed } = split(this.schema, value);
    const text = JSON.stringify(open);
    const blob = seal(place.key, Buffer.from(JSON.stringify(sealed)), boundTo(place, text), random);
    return {
      partitionKey: place.partitionKey,
      rowKey: place.rowKey,
      ...cutText('open', text),
      ...cutBytes('sealed', blob),
    };
  }

  /**
   * The value as it was written, with fields that this code does not know. It is not checked against the schema: what
   * has been stored is never refused, and the seal says that it was this bot that stored it.
   * @throws {SealBroken} when the row was changed outside the bot
   */
  read(entity: Entity, place: Place): z.infer<S> {
    const text = joinText('open', entity);
    const plain = unseal(place.key, joinBytes('sealed', entity), boundTo(place, text));
    const sealed: SealedLeaf[] = JSON.parse(Buffer.from(plain).toString());
    const open: Json = JSON.parse(text);
    return join({ open, sealed }) as z.infer<S>;
  }
}
