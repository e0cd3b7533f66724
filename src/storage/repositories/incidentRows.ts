import type { ChainRead, ViewEntry } from '../../app/ports/audit';
import type { Held } from '../../app/ports/delivery';
import type { Change, IncidentFile } from '../../app/ports/incidents';
import type { HistoryEntry, Incident } from '../../routine/model/incident';
import type { StoredEntity } from '../azure/entity';
import { seqKey } from '../azure/rowKeys';
import type { Tags, Write } from '../azure/table';
import { tryOpen } from '../sealing/aead';
import { Chain, type Head, type Link, NO_LINKS } from '../sealing/hashChain';
import type { Ids } from '../sealing/pseudonyms';
import type { RowKind } from '../sealing/rowKind';
import type { OwnersRows } from '../sealing/rowSealer';
import { asStored, DeliveryRows } from './deliveryRows';
import { headRow, historyRow, incidentRow, viewRow } from './rowKinds';

/** Row keys sort hot before cold: an action reads those below `COLD`. */
export const KEYS = {
  incident: '0|incident',
  viewHead: '3|viewHead',
} as const;
export const COLD = '5';
export const HISTORY = '7|history|';
export const VIEW = '8|view|';

/** The read that a change starts from; a new incident starts from nothing. */
export type Start = Pick<IncidentFile, 'historyHead' | 'viewHead'> & { incident?: Held<Incident> };

/** The rows of one incident's partition. */
export class IncidentRows {
  private readonly historyChain: Chain;
  private readonly viewChain: Chain;
  private readonly beside: DeliveryRows;

  constructor(
    id: string,
    private readonly rows: OwnersRows,
    ids: Ids,
  ) {
    this.beside = new DeliveryRows(id, rows, ids);
    this.historyChain = new Chain(ids.chainKey, `history ${id}`);
    this.viewChain = new Chain(ids.chainKey, `view ${id}`);
  }

  /** The hot rows as a file; undefined without an incident row. Rows of unknown kinds are newer code's: left alone. */
  fileOf(entities: readonly StoredEntity[]): IncidentFile | undefined {
    const of = (key: string) => entities.filter((entity) => entity.rowKey.startsWith(key));
    const [incident] = of(KEYS.incident);
    if (!incident) return undefined;
    const { value, etag } = this.rows.held(incidentRow, incident);
    const [viewHead] = of(KEYS.viewHead);
    return {
      incident: value.incident,
      etag,
      historyHead: value.head,
      viewHead: viewHead && this.rows.held(headRow, viewHead),
      ...this.beside.among(entities),
    };
  }

  /** All that a change writes. The history's head stands in the incident row, so history alone writes that as well. */
  writesOf(start: Start, change: Change): Write[] {
    return [
      ...this.historyWrites(start, change),
      ...this.viewWrites(start, change),
      ...this.beside.writesOf(change),
    ];
  }

  /**
   * A file after a change of it was written; undefined where a row's new ETag is not known.
   * @param file undefined: the incident is new
   */
  fileAfter(file: IncidentFile | undefined, change: Change, tags: Tags): IncidentFile | undefined {
    const { history = [], view } = change;
    const isWritten = change.incident !== undefined || history.length > 0;
    const etag = isWritten ? tags.get(KEYS.incident) : file?.etag;
    const beside = this.beside.after(file ?? { cards: [], deliveries: [] }, change, tags);
    const incident = change.incident ? asStored(change.incident) : file?.incident;
    const seen = view || !file ? this.seenAfter(file, view, tags) : file.viewHead;
    if (!etag || !incident || !beside || ((view || !file) && !seen)) return undefined;
    const before = file?.historyHead ?? NO_LINKS;
    const historyHead = headOf(this.historyChain.extend(before, history)) ?? before;
    return { incident, etag, historyHead, viewHead: seen, ...beside };
  }

  private seenAfter(
    file: IncidentFile | undefined,
    view: ViewEntry | undefined,
    tags: Tags,
  ): Held<Head> | undefined {
    const before = file?.viewHead?.value ?? NO_LINKS;
    const etag = tags.get(KEYS.viewHead);
    const value = view ? headOf(this.viewChain.extend(before, [view])) : before;
    return etag && value ? { value, etag } : undefined;
  }

  /** History, oldest first. `head`: the incident row. */
  history(head: StoredEntity | undefined, entities: readonly StoredEntity[]): ChainRead<HistoryEntry> {
    const last = head ? this.tryOpen(incidentRow, head)?.head : NO_LINKS;
    return chained(this.historyChain, last, this.linksOf<HistoryEntry>(historyRow, entities));
  }

  /** Views, oldest first. `head`: the row `3|viewHead`. */
  views(head: StoredEntity | undefined, entities: readonly StoredEntity[]): ChainRead<ViewEntry> {
    const last = head ? this.tryOpen(headRow, head) : NO_LINKS;
    return chained(this.viewChain, last, this.linksOf<ViewEntry>(viewRow, entities));
  }

  private historyWrites(start: Start, change: Change): Write[] {
    const entries = change.history ?? [];
    const incident = change.incident ?? (entries.length > 0 ? start.incident?.value : undefined);
    if (!incident) return [];
    const links = this.historyChain.extend(start.historyHead, entries);
    const head = headOf(links) ?? start.historyHead;
    return [
      this.beside.put(incidentRow, KEYS.incident, { value: { incident, head }, etag: start.incident?.etag }),
      ...links.map(({ seq, mac, entry }) =>
        this.beside.put(historyRow, HISTORY + seqKey(seq), { value: { entry, mac } }),
      ),
    ];
  }

  private viewWrites(start: Start, { view }: Change): Write[] {
    const links = this.viewChain.extend(start.viewHead?.value ?? NO_LINKS, view ? [view] : []);
    // A new incident has a head of no looks: so it shows when all of them are taken away with their head.
    const head = headOf(links) ?? (start.incident ? undefined : NO_LINKS);
    if (!head) return [];
    return [
      this.beside.put(headRow, KEYS.viewHead, { value: head, etag: start.viewHead?.etag }),
      ...links.map(({ seq, mac, entry }) =>
        this.beside.put(viewRow, VIEW + seqKey(seq), { value: { entry, mac } }),
      ),
    ];
  }

  /** The links that can be read: one that was changed leaves a gap, which the chain shows. */
  private linksOf<T>(kind: RowKind<{ entry: T; mac: string }>, entities: readonly StoredEntity[]): Link<T>[] {
    return entities.flatMap((entity) => {
      const seq = Number(entity.rowKey.split('|').at(-1));
      const row = this.tryOpen(kind, entity);
      return row ? [{ ...row, seq }] : [];
    });
  }

  private tryOpen<T>(kind: RowKind<T>, entity: StoredEntity): T | undefined {
    return tryOpen(() => this.rows.open(kind, entity));
  }
}

const chained = <T>(chain: Chain, head: Head | undefined, links: Link<T>[]): ChainRead<T> => ({
  entries: links.map(({ entry }) => entry),
  links: links.map(({ seq, mac }) => ({ seq, mac })),
  whole: head !== undefined && chain.isWhole(links, head),
});

const headOf = (links: readonly Link<unknown>[]): Head | undefined => {
  const last = links.at(-1);
  return last && { seq: last.seq, mac: last.mac };
};
