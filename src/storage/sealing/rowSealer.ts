import type { z } from 'zod';
import type { Held } from '../../app/ports/delivery';
import type { RandomBytes } from '../../app/ports/runtime';
import { type Entity, etagOf, type StoredEntity } from '../azure/entity';
import type { DataKeys } from './dataKeys';
import type { Ids } from './pseudonyms';
import type { RowCodec } from './rowCodec';

/** All that the tables need to seal rows and to name people without naming them. */
export class Sealer {
  constructor(
    readonly keys: DataKeys,
    readonly ids: Ids,
    readonly random: RandomBytes,
  ) {}

  /** To write: the subject gets a key if it has none. */
  async toWrite(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.obtain(subject), this.random);
  }

  /** As `toWrite`, for a subject whose key may just have been destroyed elsewhere. */
  async toBegin(subject: string): Promise<SubjectRows> {
    const key = (await this.keys.findNow(subject)) ?? (await this.keys.make(subject));
    return new SubjectRows(subject, key, this.random);
  }

  /** For a subject that is surely new: see `DataKeys.make`. */
  async toCreate(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.make(subject), this.random);
  }

  /** To read: undefined when the subject has no key. */
  async toRead(subject: string): Promise<SubjectRows | undefined> {
    const key = await this.keys.find(subject);
    return key && new SubjectRows(subject, key, this.random);
  }

  /** As `toRead`, for a subject whose key may just have been destroyed, or made anew, elsewhere. */
  async toReadNow(subject: string): Promise<SubjectRows | undefined> {
    const key = await this.keys.findNow(subject);
    return key && new SubjectRows(subject, key, this.random);
  }

  /** The contact list's, which asks no vault. */
  forList(): SubjectRows {
    return new SubjectRows('contacts', this.ids.listKey, this.random);
  }

  /** For rows that are there: @throws when their key is gone. */
  async toOpen(subject: string): Promise<SubjectRows> {
    return new SubjectRows(subject, await this.keys.need(subject), this.random);
  }
}

/*
 * Subjects are named so that no id of an incident, which may come from a client, is ever taken for another kind: those
 * are 26 letters and digits.
 */
const PERSON = 'p-';
const DRAFT = 'd-';
export const TOWN_SUBJECT = 't-town';

/** The subject under which a person's own rows are sealed. */
export const personSubject = (hash: string): string => PERSON + hash;
/** That of one draft: what becomes an incident is erased with it, in every copy. */
export const draftSubject = (code: string): string => DRAFT + code;
export const isDraftSubject = (subject: string): boolean => subject.startsWith(DRAFT);
/** What is not an incident's: of persons, their drafts and the town. */
export const isBesideIncidents = (subject: string): boolean => /^[pdt]-/.test(subject);

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
