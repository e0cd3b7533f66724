import type { Held } from '../../app/ports/delivery';
import type { RandomBytes } from '../../app/ports/runtime';
import { type Entity, etagOf, type StoredEntity } from '../azure/entity';
import { seal, unseal } from './aead';
import { cutBytes, joinBytes } from './chunks';
import type { DataKeys } from './dataKeys';
import { canonicalJson } from './json';
import type { OpenedRows } from './openedRows';
import { pad, unpad } from './padding';
import type { Ids } from './pseudonyms';
import { isRelease01, openRelease01 } from './release01';
import type { RowKind } from './rowKind';

const SEALED = 'sealed';

/** A key owner's rows in one table: seals and opens them. */
export class OwnersRows {
  constructor(
    private readonly own: Readonly<{
      table: string;
      owner: string;
      key: Uint8Array;
      random: RandomBytes;
      /** Left out: every row is opened anew. */
      opened?: OpenedRows;
    }>,
  ) {}

  /**
   * A row of one sealed value, padded so that its length tells little.
   * @param at the row's keys and whatever else stands open, as the kind names it
   */
  seal<T, Open extends string>(
    kind: RowKind<T, Open>,
    at: Entity & Readonly<Record<Open, unknown>>,
    value: T,
  ): Entity {
    const plain = pad(Buffer.from(JSON.stringify(value)));
    return {
      ...at,
      ...cutBytes(
        SEALED,
        seal(this.own.key, plain, { bound: this.boundTo(kind, at), random: this.own.random }),
      ),
    };
  }

  /**
   * The value as it was written, with fields that this code does not know. It is not checked: what has been stored is
   * never refused, and the seal says that it was this bot that stored it.
   * @throws {SealBroken} when the row was changed or moved outside the bot
   */
  open<T>(kind: RowKind<T>, entity: Entity): T {
    if (isRelease01(entity)) return openRelease01(entity, this.own.owner, this.own.key) as T;
    const { opened, key, table, owner } = this.own;
    const open = () => this.plain(kind, entity);
    if (!opened) return JSON.parse(open());
    const place = [table, kind.name, owner, entity.partitionKey, entity.rowKey].join('\n');
    return JSON.parse(opened.text(place, { etag: entity.etag, key }, open));
  }

  private plain<T>(kind: RowKind<T>, entity: Entity): string {
    const sealed = joinBytes(SEALED, entity);
    return Buffer.from(unpad(unseal(this.own.key, sealed, this.boundTo(kind, entity)))).toString();
  }

  held<T>(kind: RowKind<T>, entity: StoredEntity): Held<T> {
    return { value: this.open(kind, entity), etag: etagOf(entity) };
  }

  /**
   * The text that the seal vouches for without hiding it: whose row of which kind it is, where it stands, and what
   * stands open.
   */
  private boundTo({ name, open }: RowKind<unknown>, entity: Entity): string {
    const { partitionKey, rowKey } = entity;
    const beside = open.map((property) => entity[property]);
    return canonicalJson([this.own.table, name, this.own.owner, partitionKey, rowKey, ...beside]);
  }
}

/** Parts that the tables' sealers have in common. */
export interface SealerParts {
  readonly keys: DataKeys;
  readonly ids: Ids;
  readonly random: RandomBytes;
  readonly opened: OpenedRows;
}

/** All that a table's code needs to seal its rows, and to name people without naming them. */
export class Sealer {
  readonly keys: DataKeys;
  readonly ids: Ids;
  readonly random: RandomBytes;
  private readonly opened: OpenedRows;

  /** @param table without a prefix: rows that are restored under another one open as well */
  constructor(
    private readonly table: string,
    { keys, ids, random, opened }: SealerParts,
  ) {
    this.keys = keys;
    this.ids = ids;
    this.random = random;
    this.opened = opened;
  }

  /** To write: the owner gets a key if it has none. */
  async toWrite(owner: string): Promise<OwnersRows> {
    return this.rowsOf(owner, await this.keys.obtain(owner));
  }

  /** For an owner that is new: see `DataKeys.make`. */
  async toCreate(owner: string): Promise<OwnersRows> {
    return this.rowsOf(owner, await this.keys.make(owner));
  }

  /** To read: undefined when the owner has no key. */
  async toRead(owner: string): Promise<OwnersRows | undefined> {
    const key = await this.keys.find(owner);
    return key && this.rowsOf(owner, key);
  }

  /** `toRead`, but the key's row is asked for now: it may just have been made anew elsewhere. */
  async toReadNow(owner: string): Promise<OwnersRows | undefined> {
    const key = await this.keys.findNow(owner);
    return key && this.rowsOf(owner, key);
  }

  /** For rows that are there: @throws when their key is gone. */
  async toOpen(owner: string): Promise<OwnersRows> {
    return this.rowsOf(owner, await this.keys.need(owner));
  }

  /** The contact list's, which asks no vault. */
  forList(): OwnersRows {
    return this.rowsOf('contacts', this.ids.listKey);
  }

  private rowsOf(owner: string, key: Uint8Array): OwnersRows {
    const { table, random, opened } = this;
    return new OwnersRows({ table, owner, key, random, opened });
  }
}

/*
 * Key owners are named so that no id of an incident, which may come from a client, is ever taken for another kind: those
 * are 26 letters and digits.
 */
const PERSON = 'p-';
const DRAFT = 'd-';
export const MUNICIPALITY_OWNER = 't-town';
export const MAINTENANCE_OWNER = 't-maintenance';
/** Whether an owner is nobody: the municipality, maintenance, a question to many. Its name is the same whatever the secret. */
export const isNobodys = (owner: string): boolean => owner.startsWith('t-');
/** That of a question to many. */
export const askingOwner = (id: string): string => `t-${id}`;

/** The owner of a person's own rows. */
export const personOwner = (hash: string): string => PERSON + hash;
/** That of one draft: what becomes an incident is erased with it, in every copy. */
export const draftOwner = (code: string): string => DRAFT + code;
export const isDraftOwner = (owner: string): boolean => owner.startsWith(DRAFT);
/** Keys that are no incident's: of persons, their drafts and the municipality. */
export const isBesideIncidents = (owner: string): boolean => /^[pdt]-/.test(owner);
