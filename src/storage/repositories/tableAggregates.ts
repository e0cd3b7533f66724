import type { AggregateFile, AggregateStore, DeliveryChange, SaveResult } from '../../app/ports/delivery';
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
} from '../../app/ports/states';
import type { Table } from '../azure/table';
import type { RowKind } from '../sealing/rowKind';
import type { OwnersRows } from '../sealing/rowSealer';
import {
  askingOwner,
  MAINTENANCE_OWNER,
  MUNICIPALITY_OWNER,
  personOwner,
  type Sealer,
} from '../sealing/rowSealer';
import { DeliveryRows } from './deliveryRows';
import { askingState, maintenanceState, municipalityState, personState } from './rowKinds';

const STATE = '0|state';
const COLD = '5';

/** How a kind of aggregate is stored. */
interface Kind<S extends { rev: number }> {
  row: RowKind<S>;
  empty(id: string): S;
  idOf(state: S): string;
  /** The owner whose key seals its rows; also the name of its partition, so it names nobody. */
  keyOf(id: string): string;
}

/** Subjects that are no incidents: a partition each, of the state and the rows that delivery keeps beside it. */
class TableAggregates<S extends { rev: number }> implements AggregateStore<S> {
  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
    private readonly kind: Kind<S>,
  ) {}

  async read(id: string): Promise<AggregateFile<S>> {
    const key = this.kind.keyOf(id);
    const hot = this.table.all({ partition: key, from: '0', to: COLD });
    const [entities] = await Promise.all([hot, this.sealer.keys.find(key)]);
    const nothing = { state: this.kind.empty(id), etag: undefined, rev: 0, cards: [], deliveries: [] };
    if (entities.length === 0) return nothing;
    const rows = await this.sealer.toOpen(key);
    const stored = entities.find((entity) => entity.rowKey === STATE);
    const held = stored && rows.held(this.kind.row, stored);
    return {
      ...nothing,
      ...(held && { state: held.value, etag: held.etag, rev: held.value.rev }),
      ...this.beside(key, rows).among(entities),
    };
  }

  async save(file: AggregateFile<S>, change: DeliveryChange & { state?: S }): Promise<SaveResult> {
    const { state } = change;
    if (state) this.assertNext(file, state);
    const key = this.kind.keyOf(this.kind.idOf(file.state));
    const beside = this.beside(key, await this.sealer.toWrite(key));
    const writes = [
      ...(state ? [beside.put(this.kind.row, STATE, { value: state, etag: file.etag })] : []),
      ...beside.writesOf(change),
    ];
    if (writes.length === 0) return 'saved';
    return (await this.table.write(writes)) === 'saved' ? 'saved' : 'conflict';
  }

  /** A bug in the caller would break the protocol of the agenda, or write over somebody else's state. */
  private assertNext(file: AggregateFile<S>, next: S): void {
    const isSame = this.kind.idOf(next) === this.kind.idOf(file.state);
    if (isSame && next.rev === file.rev + 1) return;
    throw new Error(
      `Revision ${next.rev} cannot be saved over revision ${file.rev}: a new state keeps its id and raises rev by 1.`,
    );
  }

  private beside(key: string, rows: OwnersRows): DeliveryRows {
    return new DeliveryRows(key, rows, this.sealer.ids);
  }
}

/** A person's own aggregate, sealed with that person's key: erase the key, and it is gone too. */
const tablePersons = (table: Table, sealer: Sealer): AggregateStore<PersonState> =>
  new TableAggregates(table, sealer, {
    row: personState,
    empty: emptyPerson,
    idOf: (state) => state.person,
    keyOf: (person) => personOwner(sealer.ids.person(person)),
  });

const tableMunicipality = (table: Table, sealer: Sealer): AggregateStore<MunicipalityState> =>
  new TableAggregates(table, sealer, {
    row: municipalityState,
    empty: emptyMunicipality,
    idOf: () => MUNICIPALITY,
    keyOf: () => MUNICIPALITY_OWNER,
  });

const tableMaintenance = (table: Table, sealer: Sealer): AggregateStore<MaintenanceState> =>
  new TableAggregates(table, sealer, {
    row: maintenanceState,
    empty: emptyMaintenance,
    idOf: () => MAINTENANCE,
    keyOf: () => MAINTENANCE_OWNER,
  });

/** Questions to many, each in a partition of its own. */
const tableAskings = (table: Table, sealer: Sealer): AggregateStore<AskingState> =>
  new TableAggregates(table, sealer, {
    row: askingState,
    empty: emptyAsking,
    idOf: (state) => state.id,
    keyOf: askingOwner,
  });

/** The subjects that are no incidents, each kind in its store. */
export interface AggregateStores {
  /** A person as an aggregate of its own. */
  persons: AggregateStore<PersonState>;
  municipalityState: AggregateStore<MunicipalityState>;
  maintenance: AggregateStore<MaintenanceState>;
  askings: AggregateStore<AskingState>;
}

export const aggregateStores = (table: Table, sealer: Sealer): AggregateStores => ({
  persons: tablePersons(table, sealer),
  municipalityState: tableMunicipality(table, sealer),
  maintenance: tableMaintenance(table, sealer),
  askings: tableAskings(table, sealer),
});
