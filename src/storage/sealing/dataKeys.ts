import type { RandomBytes, RealClock } from '../../app/ports/runtime';
import { inParallel } from '../../app/runtime/concurrency';
import { KeysAway } from '../../app/runtime/failures';
import { type Entity, property, type StoredEntity } from '../azure/entity';
import { assertKeyText } from '../azure/rowKeys';
import type { Table } from '../azure/table';
import { ExpiringCache } from './expiringCache';
import { type KeyWrap, VaultDown, type Wrapped } from './keyWrap';
import { isVouched, mac } from './pseudonyms';

const KEY_BYTES = 32;
const ROW = 'key';
const CACHED_KEYS = 2_000;
const CACHED_FOR = 5 * 60_000;
/** How long a key is used past its time while the vault is down: the alarm must go out. */
const HELD_OVER = 24 * 3_600_000;
const AT_ONCE = 8;

const wrappedIn = (row: StoredEntity): Wrapped | undefined => {
  const bytes = property(row, 'wrapped');
  const version = property(row, 'version');
  return bytes instanceof Uint8Array && typeof version === 'string' ? { bytes, version } : undefined;
};

/** An unwrapped key, and the code of the row that it came from. */
interface Opened {
  key: Uint8Array;
  code: string;
}

/** What is vouched for: whose key it is, and what is wrapped. */
const vouchedText = (subject: string, { bytes, version }: Wrapped): string =>
  JSON.stringify([subject, version, Buffer.from(bytes).toString('base64')]);

/**
 * One data key a subject, wrapped, in a table of its own: to erase a subject for good, backups included, erase its key.
 * Unwrapped keys are held for five minutes, and while the vault is down for a day.
 *
 * Wrapping needs the public half of the wrapping key only, so whoever writes to the table could put a key of their own in
 * the place of another, and read what is sealed from then on: each row is vouched for with the index secret.
 */
export class DataKeys {
  private readonly cache: ExpiringCache<Opened>;

  constructor(
    private readonly table: Table,
    private readonly wrap: KeyWrap,
    /** Vouches for the rows. */
    private readonly vouch: Uint8Array,
    private readonly random: RandomBytes,
    now: RealClock,
  ) {
    this.cache = new ExpiringCache(CACHED_KEYS, CACHED_FOR, now, HELD_OVER);
  }

  /** The subject's key, if it has one. */
  async find(subject: string): Promise<Uint8Array | undefined> {
    const cached = this.cache.get(subject);
    if (cached) return cached.key;
    const row = await this.table.get(subject, ROW);
    return row && this.unwrap(subject, row);
  }

  /**
   * As `find`, but the row is asked for each time: what a client asks for by an id costs the same calls whether it is
   * there or not, and a key that was destroyed elsewhere is of no use here.
   */
  async findNow(subject: string): Promise<Uint8Array | undefined> {
    const row = await this.table.get(subject, ROW);
    const cached = this.cache.get(subject);
    // Destroyed and made anew elsewhere, it is another key.
    if (row && cached && property(row, 'code') === cached.code) return cached.key;
    if (row) return this.unwrap(subject, row);
    this.cache.delete(subject);
    return undefined;
  }

  /** For rows that are there: @throws when their key is gone. */
  async need(subject: string): Promise<Uint8Array> {
    const key = await this.find(subject);
    if (key) return key;
    throw new Error(
      `The key of ${subject} is missing in table ${this.table.name}, so its rows cannot be read. ` +
        'Restore the row from an export; if it was erased on purpose, erase the rows as well.',
    );
  }

  /** The subject's key, made now if it has none. */
  async obtain(subject: string): Promise<Uint8Array> {
    return (await this.find(subject)) ?? this.make(subject);
  }

  /**
   * A key for a subject that is new: nothing is read first, and nothing unwrapped, so it works while the vault is down.
   * If another made one at the same time, theirs holds.
   */
  async make(subject: string): Promise<Uint8Array> {
    assertKeyText(subject, 'The id of a subject');
    const key = this.random(KEY_BYTES);
    const row = await this.wrapped(subject, key);
    const outcome = await this.table.write([{ kind: 'insert', row }]);
    if (outcome !== 'saved') return this.need(subject);
    this.cache.set(subject, { key, code: String(row.code) });
    return key;
  }

  /** Whether a subject's key is there; the vault is not asked. */
  async has(subject: string): Promise<boolean> {
    return (await this.table.get(subject, ROW)) !== undefined;
  }

  /** After this nothing of the subject can be read, in any copy of its rows. May be done again. */
  async destroy(subject: string): Promise<void> {
    this.cache.delete(subject);
    await this.table.remove(subject, ROW, '*');
  }

  /** Wraps anew all that another version has wrapped: how many, and what is wrong with those that could not be. */
  async rewrap(): Promise<{ count: number; faults: string[] }> {
    let count = 0;
    const faults: string[] = [];
    const version = await this.wrap.version();
    const rows: StoredEntity[] = [];
    for await (const row of this.table.rows()) if (row.rowKey === ROW) rows.push(row);
    await inParallel(rows, AT_ONCE, async (row) => {
      try {
        const wrapped = this.vouched(row.partitionKey, row);
        if (wrapped.version === version) return;
        if (await this.wrapAnew(row, await this.wrap.unwrap(wrapped))) count += 1;
        else faults.push(`The key row of ${row.partitionKey} was written by somebody else meanwhile.`);
      } catch (error) {
        faults.push(error instanceof Error ? error.message : 'unknown');
      }
    });
    return { count, faults };
  }

  /** Unwraps the keys of subjects that an alarm needs, so that they are at hand if the vault goes down. */
  async warm(isNeeded: (subject: string) => boolean): Promise<void> {
    const rows: StoredEntity[] = [];
    for await (const row of this.table.rows())
      if (row.rowKey === ROW && isNeeded(row.partitionKey)) rows.push(row);
    let failed = 0;
    await inParallel(rows, AT_ONCE, async (row) => {
      await this.unwrap(row.partitionKey, row).catch(() => {
        failed += 1;
      });
    });
    if (failed > 0) throw new Error(`${failed} of ${rows.length} keys could not be unwrapped beforehand.`);
  }

  /** Forgets all keys held in memory. */
  forget(): void {
    this.cache.clear();
  }

  /** @throws when the row holds no key, or one that this bot did not put there */
  private vouched(subject: string, row: StoredEntity): Wrapped {
    const wrapped = wrappedIn(row);
    if (wrapped && isVouched(this.vouch, vouchedText(subject, wrapped), property(row, 'code')))
      return wrapped;
    throw new Error(
      `The key row of ${subject} in table ${this.table.name} was not written by this bot: somebody changed it, or the ` +
        'index secret is another. Restore the row from a backup, and find out who had the account key.',
    );
  }

  private async wrapped(subject: string, key: Uint8Array): Promise<Entity> {
    const wrapped = await this.wrap.wrap(key);
    const code = mac(this.vouch, vouchedText(subject, wrapped));
    return {
      partitionKey: subject,
      rowKey: ROW,
      wrapped: wrapped.bytes,
      version: wrapped.version,
      code,
    };
  }

  private async unwrap(subject: string, row: StoredEntity): Promise<Uint8Array> {
    const wrapped = this.vouched(subject, row);
    try {
      const key = await this.wrap.unwrap(wrapped);
      this.cache.set(subject, { key, code: String(property(row, 'code')) });
      await this.renew(row, wrapped, key);
      return key;
    } catch (cause) {
      // A refusal may be a slip in the vault's settings: help does not wait for it, but nothing is held over.
      const held = cause instanceof VaultDown ? this.cache.late(subject) : undefined;
      if (held && held.code === property(row, 'code')) return held.key;
      throw new KeysAway(
        `The key of ${subject} could not be unwrapped: can the wrapping key be reached, and is it the right one?`,
        { cause },
      );
    }
  }

  /** On first use. A failure is no matter: the old version still unwraps it, and it is tried at the next use. */
  private async renew(row: StoredEntity, wrapped: Wrapped, key: Uint8Array): Promise<void> {
    try {
      if (await this.wrap.isOld(wrapped.version)) await this.wrapAnew(row, key);
    } catch {
      // See above.
    }
  }

  /** Only as it was read: a key that was destroyed meanwhile stays so. */
  private async wrapAnew({ partitionKey, etag }: StoredEntity, key: Uint8Array): Promise<boolean> {
    const row = await this.wrapped(partitionKey, key);
    return (await this.table.write([{ kind: 'replace', row, etag }])) === 'saved';
  }
}
