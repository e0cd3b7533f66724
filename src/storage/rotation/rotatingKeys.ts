import { property, type StoredEntity } from '../azure/entity';
import type { Table } from '../azure/table';
import { KEY_ROW, keyRowText, wrappedIn } from '../sealing/dataKeys';
import type { KeyWrap, Wrapped } from '../sealing/keyWrap';
import type { Voucher } from '../sealing/voucher';

interface Parts {
  table: Table;
  wrap: KeyWrap;
  from: Voucher;
  to: Voucher;
}

/** The secret that vouches for a row of keys: the one before, the new one, or none. */
type Vouched = 'from' | 'to' | 'nobody';

/**
 * The data keys while the index secret changes. They stay as they are wrapped; what is written anew is whose they are, and
 * the code that vouches for it.
 */
export class RotatingKeys {
  private readonly held = new Map<string, Uint8Array>();

  constructor(private readonly parts: Parts) {}

  /** An owner's key, by whichever secret its row is vouched for. */
  async find(owner: string): Promise<Uint8Array | undefined> {
    const held = this.held.get(owner);
    if (held) return held;
    const row = await this.parts.table.get(owner, KEY_ROW);
    const wrapped = row && this.trusted(row);
    if (!wrapped) return undefined;
    const key = await this.parts.wrap.unwrap(wrapped);
    this.held.set(owner, key);
    return key;
  }

  async need(owner: string): Promise<Uint8Array> {
    const key = await this.find(owner);
    if (key) return key;
    throw new Error(`There is no key of ${owner} that this bot has made.`);
  }

  async rows(): Promise<StoredEntity[]> {
    const found: StoredEntity[] = [];
    for await (const row of this.parts.table.rows()) if (row.rowKey === KEY_ROW) found.push(row);
    return found;
  }

  vouched(row: StoredEntity): Vouched {
    const wrapped = wrappedIn(row);
    if (!wrapped) return 'nobody';
    const text = keyRowText(row.partitionKey, wrapped);
    const code = property(row, 'code');
    if (this.parts.to.holds(text, code)) return 'to';
    return this.parts.from.holds(text, code) ? 'from' : 'nobody';
  }

  /** The same key, as `owner`'s by the new secret; it may be there already. @throws when the old one is not there */
  async copy(from: string, owner: string): Promise<void> {
    const row = await this.parts.table.get(from, KEY_ROW);
    const wrapped = row && this.trusted(row);
    if (!wrapped) throw new Error(`There is no key of ${from} that this bot has made.`);
    await this.parts.table.write([{ kind: 'upsert', row: this.rowOf(owner, wrapped) }]);
  }

  remove(owner: string): Promise<void> {
    this.held.delete(owner);
    return this.parts.table.remove(owner, KEY_ROW, '*');
  }

  private trusted(row: StoredEntity): Wrapped | undefined {
    return this.vouched(row) === 'nobody' ? undefined : wrappedIn(row);
  }

  private rowOf(owner: string, wrapped: Wrapped) {
    const code = this.parts.to.codeOf(keyRowText(owner, wrapped));
    return { partitionKey: owner, rowKey: KEY_ROW, wrapped: wrapped.bytes, version: wrapped.version, code };
  }
}
