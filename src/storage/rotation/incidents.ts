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

/** The incident's own row and the head of its looks, with the heads that their chains have now. */
function headWrites(
  rotation: Rotation,
  id: string,
  { rows, entities }: { rows: OwnersRows; entities: readonly StoredEntity[] },
): Write[][] {
  const at = (key: string) => entities.find(({ rowKey }) => rowKey === key);
  const [own, viewHead] = [at(KEYS.incident), at(KEYS.viewHead)];
  const value = own && rows.open(incidentRow, own);
  const head = viewHead && rows.open(headRow, viewHead);
  const place = ({ partitionKey, rowKey }: StoredEntity) => ({ partitionKey, rowKey });
  const history = chainWrites(
    rotation,
    { rows, entities },
    { kind: historyRow, prefix: HISTORY, name: `history ${id}`, head: value?.head },
  );
  const views = chainWrites(
    rotation,
    { rows, entities },
    { kind: viewRow, prefix: VIEW, name: `view ${id}`, head },
  );
  for (const [chain, what] of [
    [history, 'history'],
    [views, 'list of looks'],
  ] as const)
    if (!chain)
      rotation.faults.push(
        `${id}: its ${what} was not whole before, and is left so: see npm run verify-log.`,
      );
  return [
    ...(history?.writes ?? []),
    ...(own && value && history && value.head.mac !== history.head.mac
      ? [
          [
            {
              kind: 'replace' as const,
              row: rows.seal(incidentRow, place(own), { ...value, head: history.head }),
              etag: own.etag,
            },
          ],
        ]
      : []),
    ...(views?.writes ?? []),
    ...(viewHead && head && views && head.mac !== views.head.mac
      ? [
          [
            {
              kind: 'replace' as const,
              row: rows.seal(headRow, place(viewHead), views.head),
              etag: viewHead.etag,
            },
          ],
        ]
      : []),
  ];
}

/** An incident's rows: names of people in row keys, and both chains. One whose key is gone is being erased, and is left. */
export async function rotateIncident(rotation: Rotation, id: string): Promise<void> {
  const { incidents } = rotation.tables;
  if (!(await rotation.keys.find(id))) return;
  const rows = await rowsOf(rotation, 'incidents', id);
  const entities = await incidents.all({ partition: id, from: '0', to: '~' });
  await writeAll(rotation, incidents, besideMoves(rotation, rows, entities));
  await writeAll(rotation, incidents, headWrites(rotation, id, { rows, entities }));
}
