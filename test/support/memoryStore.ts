import type { Agenda, AgendaRow } from '../../src/app/ports/agenda';
import type { ViewEntry } from '../../src/app/ports/audit';
import type { CardRow, DeliveryRow, Held, SaveResult } from '../../src/app/ports/delivery';
import type { Change, IncidentFile, IncidentStore } from '../../src/app/ports/incidents';
import type { HistoryEntry, Incident } from '../../src/routine/model/incident';

/** One incident and its agenda row in memory, with the ETag rules of the tables: for searching interleavings. */
export class MemoryStore {
  incident: Incident;
  incidentTag = 1;
  cards = new Map<string, { value: CardRow; tag: number }>();
  deliveries = new Map<string, { value: DeliveryRow; tag: number }>();
  agendaRow: { value: AgendaRow; tag: number } | undefined;
  history: HistoryEntry[] = [];
  views: ViewEntry[] = [];

  constructor(incident: Incident) {
    this.incident = incident;
  }

  copy(): MemoryStore {
    const store = new MemoryStore(this.incident);
    store.incidentTag = this.incidentTag;
    store.cards = new Map(this.cards);
    store.deliveries = new Map(this.deliveries);
    store.agendaRow = this.agendaRow;
    store.history = this.history;
    store.views = this.views;
    return store;
  }

  /** Everything that a later decision can depend on. */
  fingerprint(): string {
    const rows = (map: Map<string, { value: object }>) =>
      [...map]
        .map(([key, { value }]) => [key, value])
        .sort((a, b) => String(a[0]).localeCompare(String(b[0])));
    return JSON.stringify([
      this.incident.rev,
      rows(this.cards),
      rows(this.deliveries),
      this.agendaRow?.value,
    ]);
  }

  /** Whether a claim is under way: only then does it matter that time passes. */
  hasClaim(): boolean {
    return (
      [...this.deliveries.values()].some(({ value }) => value.leaseUntil > 0) ||
      [...this.cards.values()].some(({ value }) => value.puttingUntil !== undefined)
    );
  }

  private file(): IncidentFile {
    const held = <T>(map: Map<string, { value: T; tag: number }>): Held<T>[] =>
      [...map.values()].map(({ value, tag }) => ({ value, etag: String(tag) }));
    return {
      incident: this.incident,
      etag: String(this.incidentTag),
      cards: held(this.cards),
      deliveries: held(this.deliveries),
      historyHead: { seq: 0, mac: '' },
    };
  }

  private apply(file: IncidentFile, change: Change): SaveResult {
    const isSame = (map: Map<string, { tag: number }>, key: string, etag: string | undefined) =>
      String(map.get(key)?.tag ?? '') === (etag ?? '');
    const cards = change.cards ?? [];
    const deliveries = change.deliveries ?? [];
    const isFresh =
      (!change.incident || file.etag === String(this.incidentTag)) &&
      cards.every(({ value, etag }) => isSame(this.cards, value.person, etag)) &&
      deliveries.every(({ value, etag }) => isSame(this.deliveries, value.key, etag));
    if (!isFresh) return 'conflict';
    // What a press was taken back to goes without a revision, as in storage.
    const dropsUndo = this.incident.undo !== undefined && change.incident?.undo === undefined;
    const steps = (change.incident?.rev ?? 0) - this.incident.rev;
    if (change.incident && steps !== 1 && !(steps === 0 && dropsUndo))
      throw new Error(`Revision ${change.incident.rev} over ${this.incident.rev}`);
    this.history = [...this.history, ...(change.history ?? [])];
    this.views = change.view ? [...this.views, change.view] : this.views;
    if (change.incident) {
      this.incident = change.incident;
      this.incidentTag++;
    }
    const next = (map: Map<string, { tag: number }>, key: string) => (map.get(key)?.tag ?? 0) + 1;
    for (const { value } of cards)
      this.cards.set(value.person, { value, tag: next(this.cards, value.person) });
    for (const { value } of deliveries) {
      this.deliveries.set(value.key, { value, tag: next(this.deliveries, value.key) });
    }
    return 'saved';
  }

  /** What was read, with what was written of it: what others have changed beside it is not known to the writer. */
  private after(file: IncidentFile, { incident, cards = [], deliveries = [] }: Change): IncidentFile {
    const tagged = <T>(map: Map<string, { value: T; tag: number }>, key: string, value: T): Held<T> => ({
      value,
      etag: String(map.get(key)?.tag),
    });
    const people = new Set(cards.map(({ value }) => value.person));
    const keys = new Set(deliveries.map(({ value }) => value.key));
    return {
      ...file,
      ...(incident && { incident, etag: String(this.incidentTag) }),
      cards: [
        ...file.cards.filter(({ value }) => !people.has(value.person)),
        ...cards.map(({ value }) => tagged(this.cards, value.person, value)),
      ],
      deliveries: [
        ...file.deliveries.filter(({ value }) => !keys.has(value.key)),
        ...deliveries.map(({ value }) => tagged(this.deliveries, value.key, value)),
      ],
    };
  }

  incidents(): IncidentStore {
    return {
      read: async () => this.file(),
      insert: async () => 'exists',
      save: async (file, change, after) => {
        const result = this.apply(file, change);
        if (result === 'saved') after?.(this.after(file, change));
        return result;
      },
      history: async () => ({ entries: this.history, whole: true }),
      views: async () => ({ entries: this.views, whole: true }),
    };
  }

  private heldRow() {
    return this.agendaRow && { value: this.agendaRow.value, etag: String(this.agendaRow.tag) };
  }

  private replaceRow({ etag }: { etag: string }, value: AgendaRow): SaveResult {
    if (!this.agendaRow || etag !== String(this.agendaRow.tag)) return 'conflict';
    this.agendaRow = { value, tag: this.agendaRow.tag + 1 };
    return 'saved';
  }

  agenda(realNow: () => number): Agenda {
    return {
      wake: async (id, due, rev, isAcute = false) => {
        // Other aggregates, such as a person's own, have an agenda of their own.
        if (id !== this.incident.id) return undefined;
        this.agendaRow = {
          value: { id, due, rev, isAcute, writtenAt: realNow() },
          tag: (this.agendaRow?.tag ?? 0) + 1,
        };
        return this.heldRow();
      },
      read: async (id) => (id === this.incident.id ? this.heldRow() : undefined),
      all: async () => [this.heldRow()].flatMap((row) => row ?? []),
      move: async (row, due) => this.replaceRow(row, { ...row.value, due, writtenAt: realNow() }),
      rewrite: async (row) => this.replaceRow(row, row.value),
      due: async (now) => (this.agendaRow && this.agendaRow.value.due <= now ? [this.agendaRow.value] : []),
      earliest: async () => this.agendaRow?.value.due,
      wakeAll: async () => undefined,
    };
  }
}
