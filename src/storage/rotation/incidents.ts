import type { StoredEntity } from '../azure/entity';
import type { Write } from '../azure/table';
import { CARD_ROW, DELIVERY_ROW } from '../repositories/deliveryRows';
import { HISTORY, KEYS, VIEW } from '../repositories/incidentRows';
import { cardRow, deliveryRow, headRow, historyRow, incidentRow, viewRow } from '../repositories/rowKinds';
import type { Head, Link } from '../sealing/hashChain';
import type { RowKind } from '../sealing/rowKind';
import type { OwnersRows } from '../sealing/rowSealer';
import { relinked } from './chains';
import { type Rotation, rowsOf, writeAll } from './context';

/** Rows of a partition that delivery keeps, under the names that the new secret gives them. */
export function besideMoves(
  rotation: Rotation,
  rows: OwnersRows,
  entities: readonly StoredEntity[],
): Write[][] {
  const { to } = rotation;
  const moved = <T>(kind: RowKind<T>, prefix: string, codeOf: (value: T) => string): Write[][] =>
    entities
      .filter(({ rowKey }) => rowKey.startsWith(prefix))
      .flatMap((row) => {
        const value = rows.open(kind, row);
        const rowKey = prefix + codeOf(value);
        if (rowKey === row.rowKey) return [];
        const put = rows.seal(kind, { partitionKey: row.partitionKey, rowKey }, value);
        return [
          [
            { kind: 'upsert' as const, row: put },
            { kind: 'delete' as const, row },
          ],
        ];
      });
  return [
    ...moved(cardRow, CARD_ROW, ({ person }) => to.person(person)),
    ...moved(deliveryRow, DELIVERY_ROW, ({ key }) => to.delivery(key)),
  ];
}

interface ChainRows<T> {
  kind: RowKind<{ entry: T; mac: string }>;
  prefix: string;
  name: string;
  head: Head | undefined;
}

/** The rows of a chain anew, and its head; undefined: it does not hold, and nothing of it is written. */
export function chainWrites<T>(
  rotation: Rotation,
  { rows, entities }: { rows: OwnersRows; entities: readonly StoredEntity[] },
  { kind, prefix, name, head }: ChainRows<T>,
): { writes: Write[][]; head: Head } | undefined {
  const stored = entities.filter(({ rowKey }) => rowKey.startsWith(prefix));
  const links: Link<T>[] = stored.map((row) => ({
    ...rows.open(kind, row),
    seq: Number(row.rowKey.split('|').at(-1)),
  }));
  const fresh = relinked(rotation, name, { links, head });
  if (!fresh) return undefined;
  const writes = stored.flatMap((row, place): Write[][] => {
    const [link, mac] = [links[place], fresh.macs[place]];
    if (!link || mac === undefined || link.mac === mac) return [];
    const { partitionKey, rowKey } = row;
    const put = rows.seal(kind, { partitionKey, rowKey }, { entry: link.entry, mac });
    return [[{ kind: 'replace', row: put, etag: row.etag }]];
  });
  return { writes, head: fresh.head };
}

/** The rows of an incident's partition, and whose they are. */
interface Partition {
  id: string;
  rows: OwnersRows;
  entities: readonly StoredEntity[];
}

const replaced = <T>(
  rows: OwnersRows,
  kind: RowKind<T>,
  { row, value }: { row: StoredEntity; value: T },
): Write[] => {
  const { partitionKey, rowKey, etag } = row;
  return [{ kind: 'replace', row: rows.seal(kind, { partitionKey, rowKey }, value), etag }];
};

const notWhole = ({ faults }: Rotation, id: string, what: string): void => {
  faults.push(`${id}: its ${what} was not whole before, and is left so: see npm run verify-log.`);
};

/** The history, and the incident's own row, in which its head stands. */
function historyWrites(rotation: Rotation, { id, rows, entities }: Partition): Write[][] {
  const row = entities.find(({ rowKey }) => rowKey === KEYS.incident);
  const value = row && rows.open(incidentRow, row);
  const of = { kind: historyRow, prefix: HISTORY, name: `history ${id}`, head: value?.head };
  const chain = chainWrites(rotation, { rows, entities }, of);
  if (!chain) notWhole(rotation, id, 'history');
  if (!chain || !row || !value || value.head.mac === chain.head.mac) return chain?.writes ?? [];
  return [...chain.writes, replaced(rows, incidentRow, { row, value: { ...value, head: chain.head } })];
}

/** The list of looks, and its head. */
function viewWrites(rotation: Rotation, { id, rows, entities }: Partition): Write[][] {
  const row = entities.find(({ rowKey }) => rowKey === KEYS.viewHead);
  const head = row && rows.open(headRow, row);
  const chain = chainWrites(
    rotation,
    { rows, entities },
    { kind: viewRow, prefix: VIEW, name: `view ${id}`, head },
  );
  if (!chain) notWhole(rotation, id, 'list of looks');
  if (!chain || !row || !head || head.mac === chain.head.mac) return chain?.writes ?? [];
  return [...chain.writes, replaced(rows, headRow, { row, value: chain.head })];
}

/** An incident's rows: names of people in row keys, and both chains. One whose key is gone is being erased, and is left. */
export async function rotateIncident(rotation: Rotation, id: string): Promise<void> {
  const { incidents } = rotation.tables;
  if (!(await rotation.keys.find(id))) return;
  const rows = await rowsOf(rotation, 'incidents', id);
  const entities = await incidents.all({ partition: id, from: '0', to: '~' });
  await writeAll(rotation, incidents, besideMoves(rotation, rows, entities));
  const partition = { id, rows, entities };
  await writeAll(rotation, incidents, [
    ...historyWrites(rotation, partition),
    ...viewWrites(rotation, partition),
  ]);
}
