import type { z } from 'zod';
import type { Held, RandomBytes } from '../app/ports';
import { type Entity, etagOf, type StoredEntity } from './entity';
import type { RowCodec } from './rowCodec';

/** Seals and opens the rows of one subject, wherever they stand. */
export class SubjectRows {
  constructor(
    private readonly subject: string,
    private readonly key: Uint8Array,
    private readonly random: RandomBytes,
  ) {}

  seal<S extends z.ZodType>(
    codec: RowCodec<S>,
    partitionKey: string,
    rowKey: string,
    value: z.infer<S>,
  ): Entity {
    return codec.write(value, { subject: this.subject, key: this.key, partitionKey, rowKey }, this.random);
  }

  /** @throws {SealBroken} when the row was changed outside the bot */
  open<S extends z.ZodType>(codec: RowCodec<S>, entity: Entity): z.infer<S> {
    const { partitionKey, rowKey } = entity;
    return codec.read(entity, { subject: this.subject, key: this.key, partitionKey, rowKey });
  }

  held<S extends z.ZodType>(codec: RowCodec<S>, entity: StoredEntity): Held<z.infer<S>> {
    return { value: this.open(codec, entity), etag: etagOf(entity) };
  }
}
