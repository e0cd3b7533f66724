import type { Erasure, Tombstone } from '../app/ports';
import type { AgendaRows } from './agendaRows';
import { property } from './entity';
import type { DataKeys } from './keys';
import { isKeyText } from './keyText';
import type { Table } from './table';

const PARTITION = 'tombstones';

interface Parts {
  incidents: Table;
  index: Table;
  agenda: Table;
  tombstones: Table;
  keys: DataKeys;
  agendaRows: AgendaRows;
}

/** Erases incidents. A tombstone stays: it says that there was one, and keeps a restored copy from coming back. */
export class TableErasure implements Erasure {
  constructor(private readonly parts: Parts) {}

  async isBuried(id: string): Promise<boolean> {
    return isKeyText(id) && (await this.parts.tombstones.get(PARTITION, id)) !== undefined;
  }

  async bury(tombstone: Tombstone): Promise<void> {
    const row = { partitionKey: PARTITION, rowKey: tombstone.id, ...tombstone };
    await this.parts.tombstones.write([{ kind: 'insert', row }]);
  }

  async buried(): Promise<Tombstone[]> {
    const found: Tombstone[] = [];
    for await (const row of this.parts.tombstones.rows()) {
      const text = (name: string) => String(property(row, name) ?? '');
      found.push({
        id: row.rowKey,
        reference: text('reference'),
        createdAt: text('createdAt'),
        closedAt: text('closedAt'),
        erasedAt: text('erasedAt'),
        decision: text('decision'),
      });
    }
    return found;
  }

  /** The key first: from then on nothing can be read. The agenda last: it is what comes back after a crash. */
  async destroy(id: string): Promise<void> {
    await this.parts.keys.destroy(id);
    await this.removeIncident(id);
    await this.removeIndex(id);
    await this.removeAgenda(id);
  }

  private async removeIncident(id: string): Promise<void> {
    const { incidents } = this.parts;
    for (const { rowKey } of await incidents.all({ partition: id, from: '0', to: '~' }))
      await incidents.remove(id, rowKey, '*');
  }

  /** Who knew of it stands under their HMACs only, so the whole index is looked through. */
  private async removeIndex(id: string): Promise<void> {
    const { index } = this.parts;
    for await (const row of index.rows()) {
      if (property(row, 'id') === id || row.rowKey === `o|${id}`)
        await index.remove(row.partitionKey, row.rowKey, '*');
    }
  }

  private async removeAgenda(id: string): Promise<void> {
    const { agenda, agendaRows } = this.parts;
    const { partitionKey, rowKey } = agendaRows.mainKey(id);
    const hash = rowKey.split('|').at(-1) ?? '';
    for (const row of await agenda.all({ partition: partitionKey, from: 'a', to: 't' }))
      if (row.rowKey.endsWith(`|${hash}`)) await agenda.remove(partitionKey, row.rowKey, '*');
  }
}
