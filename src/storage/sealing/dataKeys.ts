import type { Millis, RandomBytes, RealClock } from '../../app/ports/runtime';
import { type BoundedCache, boundedCache } from '../../app/runtime/boundedCache';
import { inParallel } from '../../app/runtime/concurrency';
import { KeysUnavailable } from '../../app/runtime/failures';
import { type Entity, property, type StoredEntity } from '../azure/entity';
import { assertKeyText } from '../azure/rowKeys';
import type { Table } from '../azure/table';
import { type KeyWrap, VaultDown, type Wrapped } from './keyWrap';
import type { Voucher } from './voucher';

const KEY_BYTES = 32;
export const KEY_ROW = 'key';
const CACHED_KEYS = 2_000;
/** Till then the key in memory is used unasked: a key destroyed elsewhere is noticed after this. */
const CHECKED_FOR = 60_000;
/** After this the vault is asked again. */
const UNWRAPPED_FOR = 5 * 60_000;
/** How long a key is used past its time while the vault is down: the alarm must go out. */
const HELD_OVER = 24 * 3_600_000;
const AT_ONCE = 8;

export const wrappedIn = (row: StoredEntity): Wrapped | undefined => {
  const bytes = property(row, 'wrapped');
  const version = property(row, 'version');
  return bytes instanceof Uint8Array && typeof version === 'string' ? { bytes, version } : undefined;
};

/** An unwrapped key, the code of the row that it came from, and when the vault and the row were asked for last. */
interface Opened {
  key: Uint8Array;
  code: string;
  unwrappedAt: Millis;
  checkedAt: Millis;
}

/** Whether a key in memory is that of the row: destroyed and made anew elsewhere, it is another. */
const isOf = (held: Opened, row: StoredEntity): boolean => property(row, 'code') === held.code;

/** The text that is vouched for: whose key it is, and what is wrapped. */
export const keyRowText = (owner: string, { bytes, version }: Wrapped): string =>
  JSON.stringify([owner, version, Buffer.from(bytes).toString('base64')]);

/** The table of keys, what wraps them, what vouches for their rows, chance and clock. */
interface KeyParts {
  table: Table;
  wrap: KeyWrap;
  voucher: Voucher;
  random: RandomBytes;
  now: RealClock;
}

/**
 * One data key an owner, wrapped, in a table of its own: to erase an owner for good, backups included, erase its key.
 * Unwrapped keys are held for five minutes, and while the vault is down for a day.
 *
 * Wrapping needs the public half of the wrapping key only, so whoever writes to the table could put a key of their own in
 * the place of another, and read what is sealed from then on: each row is vouched for with the index secret.
 */
export class DataKeys {
  private readonly cache: BoundedCache<Opened>;

  constructor(private readonly parts: KeyParts) {
    this.cache = boundedCache(CACHED_KEYS, {
      ttl: HELD_OVER,
      ttlResolution: 0,
      perf: { now: parts.now },
      noUpdateTTL: true,
    });
  }

  /** The owner's key, if it has one. Its row is asked for at most once a minute. */
  async find(owner: string): Promise<Uint8Array | undefined> {
    const held = this.cache.get(owner);
    if (held && this.parts.now() - held.checkedAt < CHECKED_FOR) return held.key;
    return this.findNow(owner);
  }

  /** `find`, but its row is asked for: another process may just have destroyed the key, or made another. */
  async findNow(owner: string): Promise<Uint8Array | undefined> {
    const row = await this.parts.table.get(owner, KEY_ROW);
    if (!row) {
      this.cache.delete(owner);
      return undefined;
    }
    const held = this.cache.get(owner);
    if (!held || !isOf(held, row) || this.parts.now() - held.unwrappedAt >= UNWRAPPED_FOR)
      return this.unwrap(owner, row);
    this.cache.set(owner, { ...held, checkedAt: this.parts.now() });
    return held.key;
  }

  /** For rows that are there: @throws when their key is gone. */
  async need(owner: string): Promise<Uint8Array> {
    return this.needed(owner, await this.find(owner));
  }

  private needed(owner: string, key: Uint8Array | undefined): Uint8Array {
    if (key) return key;
    throw new Error(
      `The key of ${owner} is missing in table ${this.parts.table.name}, so its rows cannot be read. ` +
        'Restore the row from an export; if it was erased on purpose, erase the rows as well.',
    );
  }

  /** The owner's key, made now if it has none. */
  async obtain(owner: string): Promise<Uint8Array> {
    return (await this.find(owner)) ?? this.make(owner);
  }

  /**
   * A key for a owner that is new: nothing is read first, and nothing unwrapped, so it works while the vault is down.
   * If another made one at the same time, theirs holds.
   */
  async make(owner: string): Promise<Uint8Array> {
    assertKeyText(owner, 'The id of a owner');
    const key = this.parts.random(KEY_BYTES);
    const row = await this.wrapped(owner, key);
    const outcome = await this.parts.table.write([{ kind: 'insert', row }]);
    if (outcome !== 'saved') return this.needed(owner, await this.findNow(owner));
    this.keep(owner, key, row);
    return key;
  }

  /** Whether a owner's key is there; the vault is not asked. */
  async has(owner: string): Promise<boolean> {
    return (await this.parts.table.get(owner, KEY_ROW)) !== undefined;
  }

  /** After this nothing of the owner can be read, in any copy of its rows. May be done again. */
  async destroy(owner: string): Promise<void> {
    this.cache.delete(owner);
    await this.parts.table.remove(owner, KEY_ROW, '*');
  }

  /** Wraps anew all that another version has wrapped: how many, and what is wrong with those that could not be. */
  async rewrap(): Promise<{ count: number; faults: string[] }> {
    let count = 0;
    const faults: string[] = [];
    const version = await this.parts.wrap.version();
    const rows: StoredEntity[] = [];
    for await (const row of this.parts.table.rows()) if (row.rowKey === KEY_ROW) rows.push(row);
    await inParallel(rows, AT_ONCE, async (row) => {
      try {
        const wrapped = this.vouched(row.partitionKey, row);
        if (wrapped.version === version) return;
        if (await this.wrapAnew(row, await this.parts.wrap.unwrap(wrapped))) count += 1;
        else faults.push(`The key row of ${row.partitionKey} was written by somebody else meanwhile.`);
      } catch (error) {
        faults.push(error instanceof Error ? error.message : 'unknown');
      }
    });
    return { count, faults };
  }

  /** Unwraps the keys of owners that an alarm needs, so that they are at hand if the vault goes down. */
  async warm(isNeeded: (owner: string) => boolean): Promise<void> {
    const rows: StoredEntity[] = [];
    for await (const row of this.parts.table.rows())
      if (row.rowKey === KEY_ROW && isNeeded(row.partitionKey)) rows.push(row);
    let failed = 0;
    await inParallel(rows, AT_ONCE, async (row) => {
      await this.unwrap(row.partitionKey, row).catch(() => {
        failed += 1;
      });
    });
    if (failed > 0) throw new Error(`${failed} of ${rows.length} keys could not be unwrapped beforehand.`);
  }

  private keep(owner: string, key: Uint8Array, row: Entity): void {
    const now = this.parts.now();
    this.cache.set(owner, { key, code: String(property(row, 'code')), unwrappedAt: now, checkedAt: now });
  }

  /** Forgets all keys held in memory. */
  forget(): void {
    this.cache.clear();
  }

  /** @throws when the row holds no key, or one that this bot did not put there */
  private vouched(owner: string, row: StoredEntity): Wrapped {
    const wrapped = wrappedIn(row);
    if (wrapped && this.parts.voucher.holds(keyRowText(owner, wrapped), property(row, 'code')))
      return wrapped;
    throw new Error(
      `The key row of ${owner} in table ${this.parts.table.name} was not written by this bot: somebody changed it, or the ` +
        'index secret is another. Restore the row from a backup, and find out who had the account key.',
    );
  }

  private async wrapped(owner: string, key: Uint8Array): Promise<Entity> {
    const wrapped = await this.parts.wrap.wrap(key);
    const code = this.parts.voucher.codeOf(keyRowText(owner, wrapped));
    return {
      partitionKey: owner,
      rowKey: KEY_ROW,
      wrapped: wrapped.bytes,
      version: wrapped.version,
      code,
    };
  }

  private async unwrap(owner: string, row: StoredEntity): Promise<Uint8Array> {
    const wrapped = this.vouched(owner, row);
    try {
      const key = await this.parts.wrap.unwrap(wrapped);
      this.keep(owner, key, row);
      await this.renew(row, wrapped, key);
      return key;
    } catch (cause) {
      // A refusal may be a slip in the vault's settings: help does not wait for it, but nothing is held over.
      const held = cause instanceof VaultDown ? this.cache.get(owner) : undefined;
      if (held && isOf(held, row)) return held.key;
      throw new KeysUnavailable(
        `The key of ${owner} could not be unwrapped: can the wrapping key be reached, and is it the right one?`,
        { cause },
      );
    }
  }

  /** On first use. A failure is no matter: the old version still unwraps it, and it is tried at the next use. */
  private async renew(row: StoredEntity, wrapped: Wrapped, key: Uint8Array): Promise<void> {
    try {
      if (await this.parts.wrap.isOld(wrapped.version)) await this.wrapAnew(row, key);
    } catch {
      // See above.
    }
  }

  /** Only as it was read: a key that was destroyed meanwhile stays so. */
  private async wrapAnew({ partitionKey, etag }: StoredEntity, key: Uint8Array): Promise<boolean> {
    const row = await this.wrapped(partitionKey, key);
    return (await this.parts.table.write([{ kind: 'replace', row, etag }])) === 'saved';
  }
}
