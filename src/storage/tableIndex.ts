import type { IncidentIndex } from '../app/ports';
import type { PersonId } from '../routine/contact';
import { type Entity, property } from './entity';
import type { Ids } from './ids';
import { assertKeyText, newestFirstKey } from './keyText';
import type { Table } from './table';

type Listed = Parameters<IncidentIndex['add']>[1];

const MAX_PAGE = 1000;
const REFERENCE_ROW = 'reference';

/** Person to incidents, and reference to incident. Holds only codes, ids and times. */
export class TableIndex implements IncidentIndex {
  constructor(
    private readonly table: Table,
    private readonly ids: Ids,
  ) {}

  /** Adding what is there already changes nothing: the entry never changes. */
  async add(person: PersonId, incident: Listed): Promise<void> {
    const row = { partitionKey: this.ids.person(person), rowKey: rowKeyOf(incident), ...incident };
    await this.table.write([{ kind: 'insert', row }]);
  }

  async of(person: PersonId, limit: number): Promise<Listed[]> {
    const found: Listed[] = [];
    const page = Math.min(limit, MAX_PAGE);
    for await (const row of this.table.rows({
      partition: this.ids.person(person),
      from: 'i|',
      to: 'i}',
      page,
    })) {
      found.push(listedOf(row));
      if (found.length >= limit) break;
    }
    return found;
  }

  async claimReference(reference: string, id: string): Promise<boolean> {
    const row = { partitionKey: `ref|${assertKeyText(reference, 'A reference')}`, rowKey: REFERENCE_ROW, id };
    if ((await this.table.write([{ kind: 'insert', row }])) === 'saved') return true;
    return property(await this.table.get(row.partitionKey, row.rowKey), 'id') === id;
  }
}

const rowKeyOf = ({ id, createdAt }: Listed) =>
  `i|${newestFirstKey(Date.parse(createdAt))}|${assertKeyText(id, "An incident's id")}`;

const listedOf = (row: Entity): Listed => ({
  id: String(property(row, 'id')),
  reference: String(property(row, 'reference')),
  createdAt: String(property(row, 'createdAt')),
});
