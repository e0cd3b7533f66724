import type { Deps } from '../../src/app/deps';
import type { Agenda, AgendaRow } from '../../src/app/ports/agenda';
import type {
  AggregateFile,
  AggregateStore,
  CardRow,
  DeliveryRow,
  Held,
  SaveResult,
} from '../../src/app/ports/delivery';
import type { FileStore } from '../../src/app/ports/files';
import type { IncidentIndex, IncidentStore, OpenIncident } from '../../src/app/ports/incidents';
import type { ContactList, Draft, DraftStore, People, PersonRow } from '../../src/app/ports/people';
import type { Millis } from '../../src/app/ports/runtime';
import {
  type AskingState,
  emptyAsking,
  emptyMaintenance,
  emptyMunicipality,
  emptyPerson,
  MAINTENANCE,
  type MaintenanceState,
  MUNICIPALITY,
  type MunicipalityState,
  type PersonState,
} from '../../src/app/ports/states';
import { type Contact, type PersonId, type Quiet, quietMark } from '../../src/routine/model/contact';
import { MemoryStore } from './memoryStore';

type Ports =
  | 'incidents'
  | 'agenda'
  | 'contacts'
  | 'people'
  | 'drafts'
  | 'index'
  | 'persons'
  | 'municipalityState'
  | 'maintenance'
  | 'askings'
  | 'erasure'
  | 'files';
/** The app's ports that are kept in tables. */
/** A store of files for worlds in which nobody sends any. */
export const NO_FILES: FileStore = {
  put: async () => undefined,
  get: async () => undefined,
  remove: async () => undefined,
};

export type TablePorts = Pick<Deps, Ports>;

type Listed = Parameters<IncidentIndex['add']>[1];

/** A table: a row is inserted where there is none, and replaced only as it was read. */
class Rows<T> {
  private rows = new Map<string, Held<T>>();
  private count = 0;

  copy(): Rows<T> {
    const copy = new Rows<T>();
    copy.rows = new Map(this.rows);
    copy.count = this.count;
    return copy;
  }

  get = (key: string): Held<T> | undefined => this.rows.get(key);
  all = (prefix = ''): Held<T>[] =>
    [...this.rows].filter(([key]) => key.startsWith(prefix)).map(([, held]) => held);
  delete = (key: string): boolean => this.rows.delete(key);
  isAsRead = (key: string, etag: string | undefined): boolean => this.rows.get(key)?.etag === etag;

  upsert(key: string, value: T): void {
    this.rows.set(key, { value, etag: `W/${++this.count}` });
  }

  /** `etag` undefined: insert. */
  write(key: string, value: T, etag: string | undefined): SaveResult {
    if (!this.isAsRead(key, etag)) return 'conflict';
    this.upsert(key, value);
    return 'saved';
  }
}

/** A kind of aggregate that is no incident: its state, its cards and its deliveries. */
class MemoryAggregates<S extends { rev: number }> implements AggregateStore<S> {
  private states = new Rows<S>();
  private cards = new Rows<CardRow>();
  private deliveries = new Rows<DeliveryRow>();

  constructor(
    private readonly empty: (id: string) => S,
    private readonly idOf: (state: S) => string,
  ) {}

  copy(): MemoryAggregates<S> {
    const copy = new MemoryAggregates<S>(this.empty, this.idOf);
    copy.states = this.states.copy();
    copy.cards = this.cards.copy();
    copy.deliveries = this.deliveries.copy();
    return copy;
  }

  /** Notices that are claimed and not known to have arrived. */
  unsent(): string[] {
    return this.deliveries
      .all()
      .filter(({ value }) => !value.sentAt)
      .map(({ value }) => value.key);
  }

  async read(id: string): Promise<AggregateFile<S>> {
    const held = this.states.get(id);
    const state = held?.value ?? this.empty(id);
    return {
      state,
      etag: held?.etag,
      rev: state.rev,
      cards: this.cards.all(`${id} `),
      deliveries: this.deliveries.all(`${id} `),
    };
  }

  async save(file: AggregateFile<S>, change: Parameters<AggregateStore<S>['save']>[1]): Promise<SaveResult> {
    const { state, cards = [], deliveries = [] } = change;
    const id = this.idOf(file.state);
    if (state && (this.idOf(state) !== id || state.rev !== file.rev + 1))
      throw new Error(`Revision of ${id}`);
    const isFresh =
      (!state || this.states.isAsRead(id, file.etag)) &&
      cards.every(({ value, etag }) => this.cards.isAsRead(`${id} ${value.person}`, etag)) &&
      deliveries.every(({ value, etag }) => this.deliveries.isAsRead(`${id} ${value.key}`, etag));
    if (!isFresh) return 'conflict';
    if (state) this.states.upsert(id, state);
    for (const { value } of cards) this.cards.upsert(`${id} ${value.person}`, value);
    for (const { value } of deliveries) this.deliveries.upsert(`${id} ${value.key}`, value);
    return 'saved';
  }
}

/** All tables in memory, with the ETag rules of the real ones. Values are never changed in place. */
export class MemoryTables {
  stores = new Map<string, MemoryStore>();
  agendaRows = new Rows<AgendaRow>();
  opened = new Map<string, OpenIncident>();
  protected peopleRows = new Rows<PersonRow>();
  protected draftRows = new Rows<Draft>();
  protected listed = new Map<string, Listed>();
  protected references = new Map<string, string>();
  readonly unsentBeside = (): string[] => [...this.personFiles.unsent(), ...this.municipalityFiles.unsent()];
  protected personFiles = new MemoryAggregates<PersonState>(emptyPerson, (state) => state.person);
  protected askingFiles = new MemoryAggregates<AskingState>(emptyAsking, (state) => state.id);
  protected maintenanceFiles = new MemoryAggregates<MaintenanceState>(emptyMaintenance, () => MAINTENANCE);

  protected municipalityFiles = new MemoryAggregates<MunicipalityState>(
    emptyMunicipality,
    () => MUNICIPALITY,
  );

  /** Everybody who is quiet. */
  protected hushed = new Map<PersonId, Quiet>();

  constructor(
    public contacts: Contact[],
    public realNow: () => Millis,
  ) {}

  /** The same tables, to be taken another way. */
  copy(realNow: () => Millis): MemoryTables {
    const copy = new MemoryTables(this.contacts, realNow);
    copy.stores = new Map([...this.stores].map(([id, store]) => [id, store.copy()]));
    copy.agendaRows = this.agendaRows.copy();
    copy.opened = new Map(this.opened);
    copy.peopleRows = this.peopleRows.copy();
    copy.draftRows = this.draftRows.copy();
    copy.listed = new Map(this.listed);
    copy.references = new Map(this.references);
    copy.hushed = new Map(this.hushed);
    copy.personFiles = this.personFiles.copy();
    copy.municipalityFiles = this.municipalityFiles.copy();
    copy.maintenanceFiles = this.maintenanceFiles.copy();
    copy.askingFiles = this.askingFiles.copy();
    return copy;
  }

  ports(): TablePorts {
    return {
      incidents: this.incidents(),
      agenda: this.agendaPort(),
      contacts: this.contactList(),
      people: this.people(),
      drafts: this.drafts(),
      index: this.index(),
      persons: this.personFiles,
      municipalityState: this.municipalityFiles,
      maintenance: this.maintenanceFiles,
      askings: this.askingFiles,
      files: NO_FILES,
      // Retention is not set in these worlds: nothing is erased.
      erasure: {
        isBuried: async () => false,
        bury: async () => undefined,
        buryPart: async () => undefined,
        removeFiles: async () => undefined,
        destroy: async () => undefined,
        forget: async () => undefined,
      },
    };
  }

  protected store(id: string): MemoryStore {
    const store = this.stores.get(id);
    if (!store) throw new Error(`No incident ${id}`);
    return store;
  }

  protected incidents(): IncidentStore {
    return {
      read: async (id) => this.stores.get(id)?.incidents().read(id),
      insert: async ({ incident, ...beside }, after) => {
        if (this.stores.has(incident.id)) return 'exists';
        const store = new MemoryStore(incident);
        this.stores.set(incident.id, store);
        const file = await store.incidents().read(incident.id);
        if (file) await store.incidents().save(file, beside, after);
        return 'saved';
      },
      save: async (file, change, after) => this.store(file.incident.id).incidents().save(file, change, after),
      history: async (id) => ({ entries: this.store(id).history, whole: true }),
      views: async (id) => ({ entries: this.store(id).views, whole: true }),
    };
  }

  protected agendaPort(): Agenda {
    const rows = () => this.agendaRows.all().map(({ value }) => value);
    return {
      wake: async (id, due, rev, isAcute = false) => {
        this.agendaRows.upsert(id, { id, due, rev, isAcute, writtenAt: this.realNow() });
        return this.agendaRows.get(id);
      },
      read: async (id) => this.agendaRows.get(id),
      all: async () => this.agendaRows.all(),
      move: async ({ value, etag }, due) =>
        this.agendaRows.write(value.id, { ...value, due, writtenAt: this.realNow() }, etag),
      rewrite: async ({ value, etag }) => this.agendaRows.write(value.id, value, etag),
      due: async (now, limit, which) =>
        rows()
          .filter(({ due, isAcute }) => due <= now && (isAcute || which !== 'acute'))
          .sort((a, b) => Number(b.isAcute) - Number(a.isAcute) || a.due - b.due)
          .slice(0, limit),
      earliest: async () => {
        const first = Math.min(...rows().map(({ due }) => due));
        return Number.isFinite(first) ? first : undefined;
      },
      wakeAll: async (due) => {
        for (const row of rows())
          this.agendaRows.upsert(row.id, {
            ...row,
            due: Math.min(due, row.due),
            writtenAt: this.realNow(),
          });
      },
    };
  }

  protected contactList(): ContactList {
    return {
      read: async () =>
        this.hushed.size === 0
          ? this.contacts
          : [...this.contacts, ...[...this.hushed].map(([person, quiet]) => quietMark(person, quiet))],
      stored: async () => this.contacts,
      hush: async (person, quiet) => {
        this.hushed.delete(person);
        if (quiet) this.hushed.set(person, quiet);
      },
      history: async () => ({ entries: [], links: [], whole: true }),
      edit: async (edits) => {
        const rows = new Map(this.contacts.map((one) => [one.id, one]));
        if (!edits.every(({ row, was }) => rows.get(row.id) === was)) return false;
        for (const { row } of edits) rows.set(row.id, row);
        this.contacts = [...rows.values()];
        return true;
      },
      check: async () => ({ faults: [], head: { seq: 0, mac: '' } }),
      fill: async (contacts) => {
        if (this.contacts.length > 0) return false;
        this.contacts = [...contacts];
        return true;
      },
      put: async (contacts) => {
        this.contacts = [...contacts];
      },
      bind: async (email, person) => {
        const isTheirs = (one: Contact) => one.email === email && one.person === undefined;
        if (!this.contacts.some(isTheirs)) return false;
        this.contacts = this.contacts.map((one) => (isTheirs(one) ? { ...one, person } : one));
        return true;
      },
      setAway: async (id, away) => {
        const isMeant = (one: Contact) => one.id === id && !one.ended;
        if (!this.contacts.some(isMeant)) return false;
        this.contacts = this.contacts.map((one) => (isMeant(one) ? { ...one, away } : one));
        return true;
      },
      silence: async (ids, { at }) => {
        this.contacts = this.contacts.map((one) => (ids.includes(one.id) ? { ...one, silentAt: at } : one));
      },
      rebind: async (id, person) => {
        const isMeant = (one: Contact) => one.id === id && !one.ended;
        if (!this.contacts.some(isMeant)) return false;
        this.contacts = this.contacts.map((one) => (isMeant(one) ? { ...one, person } : one));
        return true;
      },
      add: async (row) => {
        this.contacts = [...this.contacts, row];
      },
      end: async (id, { at: ended }) => {
        const isMeant = (one: Contact) => one.id === id && !one.ended;
        if (!this.contacts.some(isMeant)) return false;
        this.contacts = this.contacts.map((one) => (isMeant(one) ? { ...one, ended } : one));
        return true;
      },
      replace: async (id, next, { at: ended }) => {
        if (!this.contacts.some((one) => one.id === id && !one.ended)) return false;
        this.contacts = [...this.contacts.map((one) => (one.id === id ? { ...one, ended } : one)), next];
        return true;
      },
    };
  }

  protected people(): People {
    return {
      read: async (person) => this.peopleRows.get(person),
      save: async (row, etag) => this.peopleRows.write(row.person, row, etag),
      everyone: async () => this.peopleRows.all().map(({ value }) => value),
      findByEmail: async (email) =>
        this.peopleRows.all().find(({ value }) => value.email === email)?.value.person,
    };
  }

  protected drafts(): DraftStore {
    return {
      of: async (person) =>
        this.draftRows
          .all()
          .map(({ value }) => value)
          .filter((draft) => draft.person === person),
      read: async (person, id) => this.draftRows.get(`${person} ${id}`),
      save: async (draft, etag) => this.draftRows.write(`${draft.person} ${draft.id}`, draft, etag),
      remove: async (person, id) => void this.draftRows.delete(`${person} ${id}`),
    };
  }

  protected index(): IncidentIndex {
    return {
      add: async (person, listed) => {
        const key = `${person} ${listed.id}`;
        if (this.listed.has(key)) return false;
        this.listed.set(key, listed);
        return true;
      },
      takeOff: async (person, { id, createdAt }) => {
        if (this.listed.get(`${person} ${id}`)?.createdAt === createdAt)
          this.listed.delete(`${person} ${id}`);
      },
      of: async (person, limit) =>
        [...this.listed]
          .filter(([key]) => key.startsWith(`${person} `))
          .map(([, listed]) => ({ ...listed, place: listed.id }))
          .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
          .slice(0, limit),
      // Nothing in this memory pages: the tab is tested with the tables themselves.
      waits: async () => [],
      waitPlace: (id, { isAcute, due, since }) => `${isAcute ? 0 : 1}|${due ?? '9'}|${since}|${id}`,
      among: async () => [],
      partPlace: (list, { id }) => `${list}|${id}`,
      movePlaces: async () => undefined,
      late: async () => [],
      claimReference: async (reference, id) => {
        if (!this.references.has(reference)) this.references.set(reference, id);
        return this.references.get(reference) === id;
      },
      named: async (reference) => this.references.get(reference),
      ofYear: async (year) =>
        [...this.references].filter(([reference]) => reference.startsWith(`${year}-`)).map(([, id]) => id),
      opens: async (id, rev) => {
        this.opened.set(id, { id, rev, writtenAt: this.realNow() });
      },
      closes: async (id, rev) => {
        if ((this.opened.get(id)?.rev ?? 0) <= rev) this.opened.delete(id);
      },
      addFile: async () => undefined,
      dropFile: async () => undefined,
      open: async () => [...this.opened.values()],
      openAmong: async (ids) => new Set(ids.filter((id) => this.opened.has(id))),
    };
  }
}
