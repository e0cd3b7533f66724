import { property } from '../azure/entity';
import { assertKeyText } from '../azure/rowKeys';
import type { Table } from '../azure/table';
import type { KeptText } from '../sealing/keyVaultWrap';
import type { Voucher } from '../sealing/voucher';

const PARTITION = 'settings';

/** A small open table, for the sandbox's clock. Nothing secret goes here. */
export class TableSettings {
  constructor(private readonly table: Table) {}

  async read(name: string): Promise<string | undefined> {
    const value = property(await this.table.get(PARTITION, assertKeyText(name, "A setting's name")), 'value');
    return typeof value === 'string' ? value : undefined;
  }

  /** The last writer wins. */
  async write(name: string, value: string): Promise<void> {
    const row = { partitionKey: PARTITION, rowKey: assertKeyText(name, "A setting's name"), value };
    await this.table.write([{ kind: 'upsert', row }]);
  }
}

const NAME = 'wrappingKey';

/**
 * The public half of the wrapping key, in the open table of settings. Whoever can write there could put a key of their
 * own in its place, and read all that is written from then on: so it is vouched for with the index secret.
 */
export const publicKeyCache = (settings: TableSettings, voucher: Voucher): KeptText => ({
  async read() {
    const stored = (await settings.read(NAME)) ?? '';
    const [code = '', ...rest] = stored.split(' ');
    const text = rest.join(' ');
    return stored && voucher.holds(`${NAME} ${text}`, code) ? text : undefined;
  },
  write: (text) => settings.write(NAME, `${voucher.codeOf(`${NAME} ${text}`)} ${text}`),
});
