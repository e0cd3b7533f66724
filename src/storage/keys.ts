import type { RandomBytes, RealClock } from '../app/ports';
import { ExpiringCache } from './cache';
import { property, type StoredEntity } from './entity';
import { assertKeyText } from './keyText';
import type { KeyWrap } from './keyWrap';
import type { Table } from './table';

const KEY_BYTES = 32;
const ROW = 'key';
const CACHED_KEYS = 500;
const CACHED_FOR = 5 * 60_000;

/**
 * One data key a subject, wrapped, in a table of its own: to erase a subject for good, backups included, erase its key.
 * Unwrapped keys are held for five minutes.
 */
export class DataKeys {
  private readonly cache: ExpiringCache<Uint8Array>;

  constructor(
    private readonly table: Table,
    private readonly wrap: KeyWrap,
    private readonly random: RandomBytes,
    now: RealClock,
  ) {
    this.cache = new ExpiringCache(CACHED_KEYS, CACHED_FOR, now);
  }

  /** The subject's key, if it has one. */
  async find(subject: string): Promise<Uint8Array | undefined> {
    const cached = this.cache.get(subject);
    if (cached) return cached;
    const row = await this.table.get(subject, ROW);
    return row && this.unwrap(subject, row);
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
    const row = { partitionKey: subject, rowKey: ROW, wrapped: await this.wrap.wrap(key) };
    const outcome = await this.table.write([{ kind: 'insert', row }]);
    if (outcome !== 'saved') return this.need(subject);
    this.cache.set(subject, key);
    return key;
  }

  /** Forgets all keys held in memory. */
  forget(): void {
    this.cache.clear();
  }

  private async unwrap(subject: string, row: StoredEntity): Promise<Uint8Array> {
    const wrapped = property(row, 'wrapped');
    if (!(wrapped instanceof Uint8Array)) {
      throw new Error(
        `The key row of ${subject} in table ${this.table.name} holds no wrapped key: restore it from an export.`,
      );
    }
    const key = await this.wrap.unwrap(wrapped).catch((cause: unknown) => {
      throw new Error(
        `The key of ${subject} could not be unwrapped: can the wrapping key be reached, and is it the right one?`,
        {
          cause,
        },
      );
    });
    this.cache.set(subject, key);
    return key;
  }
}
