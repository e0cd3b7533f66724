import { property } from './entity';
import { assertKeyText } from './keyText';
import type { Table } from './table';

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
