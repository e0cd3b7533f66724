import type { Agenda } from '../app/ports/agenda';
import type { Chains } from '../app/ports/audit';
import type { FileStore } from '../app/ports/files';
import type { IncidentIndex, IncidentStore } from '../app/ports/incidents';
import type { ContactList, DraftStore, People } from '../app/ports/people';
import type { RandomBytes, RealClock } from '../app/ports/runtime';
import type { Telemetry } from '../app/ports/telemetry';
import type { AccessFault } from './azure/accessFault';
import type { Connect } from './azure/connect';
import { property } from './azure/entity';
import { Table } from './azure/table';
import { CONTAINER_NAMES, type ConnectContainer, type Container } from './blobs/container';
import { SealedFiles } from './blobs/sealedFiles';
import {
  containerFaults,
  emptyContainer,
  type FileCopies,
  fileCopies,
  toldContainer,
} from './blobs/wholeContainer';
import { emptyTable, type RawRow, rawRows } from './maintenance/inspect';
import { linesByPartition, linesOf, putBack, rowOfLine } from './maintenance/rowDump';
import { markedSecret, SecretMark, type SecretStanding } from './maintenance/secretMark';
import { tableFaults } from './maintenance/tableFaults';
import { AgendaRows } from './repositories/agendaRows';
import { TableAgenda } from './repositories/tableAgenda';
import { type AggregateStores, aggregateStores } from './repositories/tableAggregates';
import { TableContacts } from './repositories/tableContacts';
import { TableDrafts } from './repositories/tableDrafts';
import { TableErasure } from './repositories/tableErasure';
import { TableIncidents } from './repositories/tableIncidents';
import { TableIndex } from './repositories/tableIndex';
import { TablePeople } from './repositories/tablePeople';
import { publicKeyCache, TableSettings } from './repositories/tableSettings';
import { DataKeys } from './sealing/dataKeys';
import type { KeptText } from './sealing/keyVaultWrap';
import type { KeyWrap } from './sealing/keyWrap';
import { OpenedRows } from './sealing/openedRows';
import { Ids } from './sealing/pseudonyms';
import { isBesideIncidents, Sealer, type SealerParts } from './sealing/rowSealer';

export { connectWithString } from './azure/connect';
export { containersWithString } from './blobs/azureContainer';
export type { RawRow } from './maintenance/inspect';
export { newWrappingKey, rsaWrap } from './sealing/keyWrap';

/** The tables by name. */
export const TABLE_NAMES = [
  'incidents',
  'agenda',
  'contacts',
  'people',
  'drafts',
  'index',
  'rounds',
  'keys',
  'settings',
  'tombstones',
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

export interface TablesOptions {
  connect: Connect;
  /** Gives the blob containers, of the same account. */
  containers: ConnectContainer;
  /** Wraps the data keys; a vault's key keeps its public half among the settings. */
  wrap: KeyWrap | ((kept: KeptText) => KeyWrap);
  /** At least 32 random bytes, the same for ever: keys of rows and the chains of history are made with it. */
  indexSecret: Uint8Array;
  random: RandomBytes;
  realNow: RealClock;
  /** Letters and digits before each table's name, beginning with a letter. */
  tablePrefix?: string | undefined;
  /** Told of each call to storage, as method and table or container: `POST incidents`, `PUT evidence`. */
  onCall?: ((what: string) => void) | undefined;
  /** Notes each call under the same name; left out: none. */
  telemetry?: Pick<Telemetry, 'step'> | undefined;
}

/** Whether a row is of what was erased. `id`: the incident that it names, in the tables that do. */
export type IsOut = (row: { partitionKey: string; rowKey: string; id?: string | undefined }) => boolean;

/** All that is stored. */
export interface Tables extends AggregateStores {
  incidents: IncidentStore;
  /** The chains of all incidents, for `npm run verify-log` and `npm run export-log`. */
  chains: Chains;
  agenda: Agenda;
  contacts: ContactList;
  people: People;
  drafts: DraftStore;
  index: IncidentIndex;
  /** The bytes of files that were given as evidence. */
  files: FileStore;
  /** All of them as they stand, sealed: for backup and restore. */
  fileCopies: FileCopies;
  erasure: TableErasure;
  /** A small open table, used by the sandbox for its clock. */
  settings: Pick<TableSettings, 'read' | 'write'>;
  /** Which index secret the tables are written with; tables without a mark get this one's. */
  secret(): Promise<SecretStanding>;
  /** @throws when a table cannot be read, saying which and what to do. */
  ready(): Promise<void>;
  /** The faults of the tables: missing, forbidden, no answer. Makes none and writes nothing. */
  faults(): Promise<AccessFault[]>;
  /** Those of the container of files, likewise. */
  fileFaults(): Promise<AccessFault[]>;
  /** Makes the tables that are missing: never in production, whose tables are made when it is deployed. */
  create(): Promise<void>;
  /** Wraps anew all keys that an older wrapping key has wrapped. */
  rewrap(): Promise<{ count: number; faults: string[] }>;
  /** Has the keys at hand that an alarm needs, so that it goes out while the vault is down. */
  warm(): Promise<void>;
  /** The rows of a table as lines of text, sealed as they stand. */
  lines(table: TableName): AsyncGenerator<string>;
  /** Puts a line's row back where none is, unless `isOut` says that it must not come back. */
  putBack(table: TableName, line: string, isOut: IsOut): Promise<boolean>;
  /** The names of the keys of all drafts that are there. */
  draftOwners(): Promise<Set<string>>;
  /** Deletes all rows, keys and files with them: for the sandbox, and for a copy that a rehearsal has made. */
  empty(): Promise<void>;
  /** At most so many rows of each table, as they stand there: for the sandbox, and to see that tables are empty. */
  rawRows(limit: number): Promise<RawRow[]>;
}

const openTable = (options: TablesOptions, name: TableName): Table => {
  const { connect, tablePrefix = '', onCall, telemetry, random } = options;
  const client = connect(tablePrefix + name);
  if (onCall) {
    client.pipeline.addPolicy({
      name: 'trygghetsbotenCount',
      sendRequest: (request, next) => {
        onCall(`${request.method} ${name}`);
        return next(request);
      },
    });
  }
  if (telemetry) {
    client.pipeline.addPolicy({
      name: 'trygghetsbotenTrace',
      sendRequest: (request, next) => telemetry.step(`${request.method} ${name}`, () => next(request)),
    });
  }
  return new Table(client, random);
};

type ByName = Readonly<Record<TableName, Table>>;

/** Every table, opened; `keys` last, so that emptying never leaves rows without their keys. */
export const openAll = (options: TablesOptions): ByName => {
  const names = [...TABLE_NAMES].sort((a, b) => Number(a === 'keys') - Number(b === 'keys'));
  return Object.fromEntries(names.map((name) => [name, openTable(options, name)])) as ByName;
};

/** Work on whole tables: at the start, by the operator's commands, and by the sandbox. */
const wholeTables = (
  tables: ByName,
  { keys, evidence }: { keys: DataKeys; evidence: Container },
): Pick<Tables, 'ready' | 'faults' | 'fileFaults' | 'create' | 'lines' | 'putBack' | 'empty' | 'rawRows'> => {
  const all = Object.values(tables);
  return {
    ready: async () => {
      await Promise.all(all.map((table) => table.get('ready', 'ready')));
    },
    faults: () => tableFaults(all),
    fileFaults: () => containerFaults(evidence),
    create: async () => {
      await Promise.all([...all, evidence].map((one) => one.create()));
    },
    lines: (name) => (name === 'incidents' ? linesByPartition : linesOf)(tables[name]),
    putBack: async (name, line, isOut) => {
      const row = rowOfLine(line);
      const { partitionKey, rowKey } = row;
      const id = property(row, 'id');
      return (
        !isOut({ partitionKey, rowKey, id: typeof id === 'string' ? id : undefined }) &&
        putBack(tables[name], row)
      );
    },
    empty: async () => {
      await emptyContainer(evidence);
      for (const table of all) await emptyTable(table);
      keys.forget();
    },
    rawRows: async (limit) => (await Promise.all(all.map((table) => rawRows(table, limit)))).flat(),
  };
};

const sealers = (shared: SealerParts) => (table: TableName) => new Sealer(table, shared);

const chainsOf = (incidents: TableIncidents, contacts: TableContacts): Chains => ({
  ids: () => incidents.ids(),
  history: (id) => incidents.history(id),
  views: (id) => incidents.views(id),
  list: () => contacts.history(),
});

const evidenceOf = (options: TablesOptions): Container => {
  const [name] = CONTAINER_NAMES;
  return toldContainer(options.containers((options.tablePrefix ?? '') + name), { ...options, name });
};

/** Opens the storage. Nothing is read or written yet. */
export const openTables = (options: TablesOptions): Tables => {
  const { wrap, indexSecret, random, realNow } = options;
  const tables = openAll(options);
  const ids = new Ids(indexSecret);
  const settings = new TableSettings(tables.settings);
  const wrapping = typeof wrap === 'function' ? wrap(publicKeyCache(settings, ids.publicKey)) : wrap;
  const parts = { table: tables.keys, voucher: ids.keyRows, random, now: realNow };
  const keys = new DataKeys({ ...parts, wrap: wrapping });
  const sealerOf = sealers({ keys, ids, random, opened: new OpenedRows(realNow) });
  const agendaRows = new AgendaRows(ids, random);
  const drafts = new TableDrafts(tables.drafts, sealerOf('drafts'));
  const contacts = new TableContacts(tables.contacts, sealerOf('contacts'));
  const evidence = evidenceOf(options);
  const files = new SealedFiles(evidence, random);
  const erasure = new TableErasure({ ...tables, drafts, files, keys, ids, agendaRows });
  const incidents = new TableIncidents(tables.incidents, sealerOf('incidents'), (id) => erasure.isBuried(id));
  return {
    ...wholeTables(tables, { keys, evidence }),
    incidents,
    chains: chainsOf(incidents, contacts),
    agenda: new TableAgenda(tables.agenda, agendaRows, realNow),
    erasure,
    contacts,
    people: new TablePeople(tables.people, sealerOf('people')),
    drafts,
    index: new TableIndex(tables.index, ids, realNow),
    files,
    fileCopies: fileCopies(evidence),
    ...aggregateStores(tables.rounds, sealerOf('rounds')),
    settings,
    secret: () => markedSecret(new SecretMark(settings, ids.mark)),
    draftOwners: () => drafts.owners(),
    rewrap: () => keys.rewrap(),
    // Persons, their drafts and the lists: whoever may ask for help, and whoever is told.
    warm: () => keys.warm(isBesideIncidents),
  };
};
