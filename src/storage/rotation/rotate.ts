import type { PersonId } from '../../routine/model/contact';
import type { StoredEntity } from '../azure/entity';
import { CONTACTS } from '../repositories/contactRows';
import { CARD_ROW, DELIVERY_ROW } from '../repositories/deliveryRows';
import { HISTORY, KEYS } from '../repositories/incidentRows';
import {
  cardRow,
  contactRow,
  deliveryRow,
  draftRow,
  historyRow,
  incidentRow,
  personRow,
  personState,
} from '../repositories/rowKinds';
import { tryOpen } from '../sealing/aead';
import type { RowKind } from '../sealing/rowKind';
import { draftOwner, isBesideIncidents, isNobodys, OwnersRows, personOwner } from '../sealing/rowSealer';
import { assertOwnVersion, everyRow, type Rotation } from './context';
import { rotateIncident } from './incidents';
import { rotateAgenda, rotateContacts, rotateIndex, rotatePublicKey, rotateTombstones } from './lists';
import { rotateDrafts, rotatePeople, rotateRounds } from './persons';

/** An Entra id, wherever it stands in a value. */
const PERSON_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi;

/** The kinds of rows that name people, by the beginnings of their keys. */
const INCIDENT_KINDS: readonly (readonly [string, RowKind<unknown>])[] = [
  [KEYS.incident, incidentRow],
  [CARD_ROW, cardRow],
  [DELIVERY_ROW, deliveryRow],
  [HISTORY, historyRow],
];
const ROUND_KINDS: typeof INCIDENT_KINDS = [
  ['0|state', personState],
  [CARD_ROW, cardRow],
  [DELIVERY_ROW, deliveryRow],
];

function note({ from, persons }: Rotation, value: unknown): void {
  for (const [id] of JSON.stringify(value ?? null).matchAll(PERSON_ID))
    for (const person of [id, id.toLowerCase()] as PersonId[]) persons.set(from.person(person), person);
}

/** The rows of an owner, by whichever secret its key is vouched for; undefined: it has none, and nothing of it opens. */
async function openedBy({ keys, random }: Rotation, table: string, owners: readonly string[]) {
  for (const owner of owners) {
    const key = await keys.find(owner);
    if (key) return new OwnersRows({ table, owner, key, random });
  }
  return undefined;
}

async function noteRow(
  rotation: Rotation,
  row: StoredEntity,
  { table, owners, kind }: { table: string; owners: readonly string[]; kind: RowKind<unknown> | undefined },
): Promise<void> {
  const rows = kind && (await openedBy(rotation, table, owners));
  if (rows)
    note(
      rotation,
      tryOpen(() => rows.open(kind, row)),
    );
}

/**
 * The persons of all rows. Codes cannot be turned back, so whoever is named by one is looked for in what is sealed: the
 * contact list, their own rows, their drafts, and every incident that they have had a part in.
 */
async function findPersons(rotation: Rotation): Promise<void> {
  const { tables, from, to, random } = rotation;
  const kindIn = (kinds: typeof INCIDENT_KINDS, { rowKey }: StoredEntity) =>
    kinds.find(([prefix]) => rowKey.startsWith(prefix))?.[1];
  for await (const row of tables.incidents.rows())
    await noteRow(rotation, row, {
      table: 'incidents',
      owners: [row.partitionKey],
      kind: kindIn(INCIDENT_KINDS, row),
    });
  for await (const row of tables.rounds.rows())
    await noteRow(rotation, row, {
      table: 'rounds',
      owners: [row.partitionKey],
      kind: kindIn(ROUND_KINDS, row),
    });
  for await (const row of tables.people.rows())
    await noteRow(rotation, row, {
      table: 'people',
      owners: [personOwner(row.rowKey.slice(2))],
      kind: row.rowKey.startsWith('p|') ? personRow : undefined,
    });
  for await (const row of tables.drafts.rows())
    await noteRow(rotation, row, {
      table: 'drafts',
      owners: [from, to].map((ids) => draftOwner(ids.draft(row.partitionKey, row.rowKey.slice(2)))),
      kind: draftRow,
    });
  for await (const row of tables.contacts.rows())
    for (const { listKey: key } of [from, to])
      note(
        rotation,
        tryOpen(() =>
          new OwnersRows({ table: CONTACTS, owner: CONTACTS, key, random }).open(contactRow, row),
        ),
      );
}

/** Keys of incidents and the municipality are vouched for anew in place, those of persons copied under their new code. */
async function rotateKeys({ keys, persons, to, faults }: Rotation): Promise<void> {
  const rows = await keys.rows();
  const there = new Set(rows.map(({ partitionKey }) => partitionKey));
  for (const row of rows) {
    const owner = row.partitionKey;
    if (isBesideIncidents(owner) && !isNobodys(owner)) continue;
    const vouched = keys.vouched(row);
    if (vouched === 'from') await keys.copy(owner, owner);
    if (vouched === 'nobody') faults.push(`The key of ${owner} was not written by this bot, and was left.`);
  }
  for (const [code, person] of persons)
    if (there.has(personOwner(code))) await keys.copy(personOwner(code), personOwner(to.person(person)));
}

/** The keys under codes of the secret before: what they sealed is sealed under the new ones, or was thrown away. */
async function removeOldKeys({ keys }: Rotation): Promise<void> {
  for (const row of await keys.rows()) if (keys.vouched(row) === 'from') await keys.remove(row.partitionKey);
}

/**
 * Writes everything that hangs on the index secret anew, under another. No bot may run. May be broken off at any moment and
 * begun again: what each step has done it finds done.
 */
export async function rotateAll(rotation: Rotation): Promise<void> {
  await assertOwnVersion(rotation.tables);
  await findPersons(rotation);
  await rotateKeys(rotation);
  await rotatePeople(rotation);
  await rotateRounds(rotation);
  await rotateDrafts(rotation);
  const ids = new Set((await everyRow(rotation.tables.incidents)).map(({ partitionKey }) => partitionKey));
  for (const id of ids) await rotateIncident(rotation, id);
  await rotateContacts(rotation);
  await rotateIndex(rotation);
  await rotateAgenda(rotation);
  await rotateTombstones(rotation);
  await rotatePublicKey(rotation);
  // Whatever could not be moved may still need its key.
  if (rotation.faults.every((fault) => !fault.includes('was left.') && !fault.includes('were left.')))
    await removeOldKeys(rotation);
}
