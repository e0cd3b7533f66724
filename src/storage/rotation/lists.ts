import { property, type StoredEntity } from '../azure/entity';
import type { Write } from '../azure/table';
import { lineOf, rowOfLine } from '../maintenance/rowDump';
import { AgendaRows } from '../repositories/agendaRows';
import { CONTACTS, LIST_HISTORY, STATE } from '../repositories/contactRows';
import { contactRow, historyRow, listRow } from '../repositories/rowKinds';
import { stoneOf, stoneText } from '../repositories/tableErasure';
import { FILE_NOTES, openKeyOf } from '../repositories/tableIndex';
import { publicKeyCache, TableSettings } from '../repositories/tableSettings';
import { SealBroken, tryOpen } from '../sealing/aead';
import type { RowKind } from '../sealing/rowKind';
import { OwnersRows } from '../sealing/rowSealer';
import { everyRow, move, type Rotation, writeAll } from './context';
import { chainWrites } from './incidents';

/** The value of a row of the agenda, if it opens with these keys. */
const heldIn = (rows: AgendaRows, row: StoredEntity) => {
  try {
    return rows.held(row).value;
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
};

/** Main rows with their due rows, and what the old ones leave behind. The times stay as they are. */
export async function rotateAgenda(rotation: Rotation): Promise<void> {
  const { tables, from, to, random, faults } = rotation;
  const [before, after] = [new AgendaRows(from, random), new AgendaRows(to, random)];
  const rows = await everyRow(tables.agenda);
  const fresh = new Set<string>();
  for (const row of rows.filter(({ rowKey }) => rowKey.startsWith('s|'))) {
    const own = heldIn(after, row);
    const value = own ?? heldIn(before, row);
    if (!value) {
      faults.push(`A row of the agenda (${row.partitionKey} ${row.rowKey}) is not this bot's, and was left.`);
      continue;
    }
    fresh.add(after.mainKey(value.id).rowKey.slice('s|'.length));
    if (own) continue;
    const { main, index } = after.of(value);
    await writeAll(rotation, tables.agenda, [
      [
        { kind: 'upsert', row: main },
        { kind: 'upsert', row: index },
      ],
    ]);
    await tables.agenda.remove(row.partitionKey, row.rowKey, '*');
  }
  for (const { partitionKey, rowKey } of rows)
    if (/^[ad]\|/.test(rowKey) && !fresh.has(rowKey.split('|').at(-1) ?? ''))
      await tables.agenda.remove(partitionKey, rowKey, '*');
}

/** Each person's list of incidents, and the partitions of those that are open. References name nobody, nor do notes of files. */
export async function rotateIndex(rotation: Rotation): Promise<void> {
  const { tables, to, persons, faults } = rotation;
  const fresh = new Set([...persons.values()].map((person) => to.person(person)));
  let lost = 0;
  for (const row of await everyRow(tables.index)) {
    const { partitionKey, rowKey } = row;
    if (partitionKey.startsWith('ref|') || partitionKey.startsWith(FILE_NOTES)) continue;
    const target = rowKey.startsWith('o|')
      ? openKeyOf(to, rowKey.slice('o|'.length)).partitionKey
      : codeOf(rotation, partitionKey);
    if (target === undefined) lost += fresh.has(partitionKey) ? 0 : 1;
    else if (target !== partitionKey)
      await move(rotation, tables.index, { row, to: { ...rowOfLine(lineOf(row)), partitionKey: target } });
  }
  if (lost > 0)
    faults.push(`${lost} rows of the index are of nobody whom any other row names, and were left.`);
}

const codeOf = ({ persons, to }: Rotation, code: string): string | undefined => {
  const person = persons.get(code);
  return person === undefined ? undefined : to.person(person);
};

/** The contact list is sealed with a key of the secret: its rows stay in their places. */
export async function rotateContacts(rotation: Rotation): Promise<void> {
  const { tables, from, to, random, faults } = rotation;
  const of = (key: Uint8Array) => new OwnersRows({ table: CONTACTS, owner: CONTACTS, key, random });
  const [before, after] = [of(from.listKey), of(to.listKey)];
  const entities = await tables.contacts.all({ partition: CONTACTS, from: '0', to: '~' });
  const opened = <T>(kind: RowKind<T>, row: StoredEntity): { value: T; isFresh: boolean } | undefined => {
    const own = tryOpen(() => after.open(kind, row));
    const value = own ?? tryOpen(() => before.open(kind, row));
    return value && { value, isFresh: own !== undefined };
  };
  const kindOf = (rowKey: string): RowKind<unknown> => {
    if (rowKey === STATE) return listRow;
    return rowKey.startsWith(LIST_HISTORY) ? historyRow : contactRow;
  };
  const resealed = entities.flatMap((row): Write[][] => {
    const kind = kindOf(row.rowKey);
    const found = opened(kind, row);
    if (!found) faults.push(`The contact list's row ${row.rowKey} does not open, and was left.`);
    if (!found || found.isFresh) return [];
    const { partitionKey, rowKey } = row;
    return [
      [{ kind: 'replace', row: after.seal(kind, { partitionKey, rowKey }, found.value), etag: row.etag }],
    ];
  });
  await writeAll(rotation, tables.contacts, resealed);
  await relinkList(rotation, after);
}

/** The history of the list, whose rows are all sealed anew by now. */
async function relinkList(rotation: Rotation, rows: OwnersRows): Promise<void> {
  const { contacts } = rotation.tables;
  const entities = await contacts.all({ partition: CONTACTS, from: '0', to: '~' });
  const own = entities.find(({ rowKey }) => rowKey === STATE);
  const state = own && tryOpen(() => rows.open(listRow, own));
  if (!own || !state) return;
  const links = entities.filter(
    (row) => !row.rowKey.startsWith(LIST_HISTORY) || tryOpen(() => rows.open(historyRow, row)),
  );
  const chain = chainWrites(
    rotation,
    { rows, entities: links },
    { kind: historyRow, prefix: LIST_HISTORY, name: CONTACTS, head: state.head },
  );
  if (!chain) {
    rotation.faults.push('The history of the contact list was not whole before, and is left so.');
    return;
  }
  const { partitionKey, rowKey } = own;
  const isSame = state.head.mac === chain.head.mac;
  const head = rows.seal(listRow, { partitionKey, rowKey }, { ...state, head: chain.head });
  await writeAll(rotation, contacts, [
    ...chain.writes,
    ...(isSame ? [] : [[{ kind: 'replace' as const, row: head, etag: own.etag }]]),
  ]);
}

/** Tombstones that this bot has put there: vouched for anew. Others are not heeded before or after. */
export async function rotateTombstones(rotation: Rotation): Promise<void> {
  const { tables, from, to } = rotation;
  for (const row of await everyRow(tables.tombstones)) {
    const text = stoneText(stoneOf(row));
    if (!from.tombstones.holds(text, property(row, 'code'))) continue;
    const fresh = { ...rowOfLine(lineOf(row)), code: to.tombstones.codeOf(text) };
    await writeAll(rotation, tables.tombstones, [[{ kind: 'replace', row: fresh, etag: row.etag }]]);
  }
}

/** The public half of the wrapping key. One that nobody vouches for is fetched anew from the vault. */
export async function rotatePublicKey({ tables, from, to }: Rotation): Promise<void> {
  const settings = new TableSettings(tables.settings);
  const text = await publicKeyCache(settings, from.publicKey).read();
  if (text !== undefined) await publicKeyCache(settings, to.publicKey).write(text);
}
