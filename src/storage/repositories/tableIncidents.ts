import type { ChainRead, ViewEntry } from '../../app/ports/audit';
import type { SaveResult } from '../../app/ports/delivery';
import type { Change, IncidentFile, IncidentStore } from '../../app/ports/incidents';
import type { HistoryEntry, Incident } from '../../routine/model/incident';
import type { StoredEntity } from '../azure/entity';
import { isKeyText } from '../azure/rowKeys';
import type { Table, Tags } from '../azure/table';
import { NO_LINKS } from '../sealing/hashChain';
import type { Sealer } from '../sealing/rowSealer';
import { COLD, HISTORY, IncidentRows, KEYS, VIEW } from './incidentRows';

/** An action may save between the reading of a chain and of its head: they are then read again. */
const CHAIN_READS = 3;

/** Nothing but what it takes to take a press back is gone: no revision, for there is nothing to tell, and no form is old by it. */
const isWithoutUndo = (before: Incident, next: Incident): boolean =>
  before.undo !== undefined && JSON.stringify({ ...before, undo: undefined }) === JSON.stringify(next);

/** A bug in the caller would break the protocol of the agenda (src/app/delivery/README.md). */
const assertNext = (file: IncidentFile, next: Incident | undefined): void => {
  if (!next || (next.id === file.incident.id && next.rev === file.incident.rev + 1)) return;
  if (isWithoutUndo(file.incident, next)) return;
  throw new Error(
    `Incident ${next.id} revision ${next.rev} cannot be saved over ${file.incident.id} revision ${file.incident.rev}: ` +
      'a transition keeps the id and raises rev by 1.',
  );
};

/** Incidents in Azure tables: the partition of an incident is its id. */
export class TableIncidents implements IncidentStore {
  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
    private readonly isBuried: (id: string) => Promise<boolean> = async () => false,
  ) {}

  async read(id: string): Promise<IncidentFile | undefined> {
    // An id from a card may be anything.
    if (!isKeyText(id)) return undefined;
    const hot = this.table.all({ partition: id, from: '0', to: COLD });
    const [entities, key] = await Promise.all([hot, this.sealer.keys.find(id)]);
    // Rows without a key are an incident that is being erased, or a copy of one that was.
    if (!key && entities.length > 0 && (await this.isBuried(id))) return undefined;
    return entities.length === 0 ? undefined : (await this.rowsOf(id)).fileOf(entities);
  }

  async insert(
    change: Change & { incident: Incident },
    after?: (saved: IncidentFile) => void,
  ): Promise<'saved' | 'exists'> {
    const { id } = change.incident;
    const rows = new IncidentRows(id, await this.sealer.toCreate(id), this.sealer.ids);
    const tagged = (tags: Tags) => {
      const saved = rows.fileAfter(undefined, change, tags);
      if (saved) after?.(saved);
    };
    const writes = rows.writesOf({ historyHead: NO_LINKS }, change);
    const outcome = await this.table.write(writes, after && tagged);
    return outcome === 'saved' ? 'saved' : 'exists';
  }

  async save(file: IncidentFile, change: Change, after?: (saved: IncidentFile) => void): Promise<SaveResult> {
    assertNext(file, change.incident);
    const rows = await this.rowsOf(file.incident.id);
    const start = { ...file, incident: { value: file.incident, etag: file.etag } };
    const writes = rows.writesOf(start, change);
    if (writes.length === 0) return 'saved';
    const tagged = (tags: Tags) => {
      const saved = rows.fileAfter(file, change, tags);
      if (saved) after?.(saved);
    };
    return (await this.table.write(writes, after && tagged)) === 'saved' ? 'saved' : 'conflict';
  }

  async ids(): Promise<string[]> {
    const found = new Set<string>();
    for await (const row of this.table.rows()) found.add(row.partitionKey);
    return [...found];
  }

  history(id: string): Promise<ChainRead<HistoryEntry>> {
    return this.chain(id, { head: KEYS.incident, prefix: HISTORY }, (rows, head, links) =>
      rows.history(head, links),
    );
  }

  views(id: string): Promise<ChainRead<ViewEntry>> {
    return this.chain(id, { head: KEYS.viewHead, prefix: VIEW }, (rows, head, links) =>
      rows.views(head, links),
    );
  }

  private async chain<T>(
    id: string,
    { head: headKey, prefix }: { head: string; prefix: string },
    read: (rows: IncidentRows, head: StoredEntity | undefined, links: StoredEntity[]) => ChainRead<T>,
  ): Promise<ChainRead<T>> {
    for (let attempt = 1; ; attempt++) {
      const all = this.table.all({ partition: id, from: prefix, to: `${prefix}~` });
      const [links, head] = await Promise.all([all, this.table.get(id, headKey)]);
      // Each chain has a head from the beginning: without one, the rows of an incident that is there were taken away.
      if (links.length === 0 && !head)
        return { entries: [], links: [], whole: (await this.table.get(id, KEYS.incident)) === undefined };
      const result = read(await this.rowsOf(id), head, links);
      if (result.whole || attempt === CHAIN_READS) return result;
    }
  }

  private async rowsOf(id: string): Promise<IncidentRows> {
    return new IncidentRows(id, await this.sealer.toOpen(id), this.sealer.ids);
  }
}
