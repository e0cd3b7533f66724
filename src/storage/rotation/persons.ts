import type { PersonRow } from '../../app/ports/people';
import type { PersonId } from '../../routine/model/contact';
import { property, type StoredEntity } from '../azure/entity';
import { CARD_ROW } from '../repositories/deliveryRows';
import { cardRow, deliveryRow, draftRow, emailRow, personRow, personState } from '../repositories/rowKinds';
import { emailsOf, PEOPLE } from '../repositories/tablePeople';
import type { RowKind } from '../sealing/rowKind';
import { draftOwner, isNobodys, personOwner } from '../sealing/rowSealer';
import { everyRow, move, type Rotation, rowsOf, writeAll } from './context';
import { besideMoves } from './incidents';

const STATE_ROW = '0|state';
const PERSON_ROW = 'p|';
const EMAIL_ROW = 'e|';
const DRAFT_ROW = 'd|';

/** A person's own rows and the rows that lead there from their e-mails. */
export async function rotatePeople(rotation: Rotation): Promise<void> {
  const { people } = rotation.tables;
  const rows = await everyRow(people);
  const known = new Map<PersonId, PersonRow>();
  for (const row of rows.filter(({ rowKey }) => rowKey.startsWith(PERSON_ROW))) {
    const own = await rowsOf(rotation, 'people', personOwner(row.rowKey.slice(PERSON_ROW.length)));
    const value = own.open(personRow, row);
    known.set(value.person, value);
    const code = rotation.to.person(value.person);
    if (row.rowKey === PERSON_ROW + code) continue;
    const target = await rowsOf(rotation, 'people', personOwner(code));
    const to = target.seal(personRow, { partitionKey: PEOPLE, rowKey: PERSON_ROW + code }, value);
    await move(rotation, people, { row, to });
  }
  for (const row of rows.filter(({ rowKey }) => rowKey.startsWith(EMAIL_ROW)))
    await rotateEmail(rotation, row, known);
}

/** A row of an e-mail that its person no longer has leads nowhere, and goes. */
async function rotateEmail(
  rotation: Rotation,
  row: StoredEntity,
  known: ReadonlyMap<PersonId, PersonRow>,
): Promise<void> {
  const { tables, from, to } = rotation;
  const owner = String(property(row, 'owner'));
  const { person } = (await rowsOf(rotation, 'people', personOwner(owner))).open(emailRow, row);
  const code = to.person(person);
  const own = known.get(person);
  const emails = own ? emailsOf(own) : [];
  if (owner === code && emails.some((email) => row.rowKey === EMAIL_ROW + to.email(email))) return;
  const email = emails.find((one) => row.rowKey === EMAIL_ROW + from.email(one));
  if (email === undefined) {
    await tables.people.remove(row.partitionKey, row.rowKey, '*');
    return;
  }
  const target = await rowsOf(rotation, 'people', personOwner(code));
  const at = { partitionKey: PEOPLE, rowKey: EMAIL_ROW + to.email(email), owner: code };
  await move(rotation, tables.people, { row, to: target.seal(emailRow, at, { person }) });
}

/** A person's state with its cards and deliveries goes to the partition of their new code; the municipality's stays. */
export async function rotateRounds(rotation: Rotation): Promise<void> {
  const { rounds } = rotation.tables;
  const all = await everyRow(rounds);
  for (const partition of new Set(all.map(({ partitionKey }) => partitionKey))) {
    const entities = all.filter(({ partitionKey }) => partitionKey === partition);
    const rows = await rowsOf(rotation, 'rounds', partition);
    await writeAll(rotation, rounds, besideMoves(rotation, rows, entities));
    if (isNobodys(partition)) continue;
    const person = rotation.persons.get(partition.slice(personOwner('').length));
    if (person === undefined) continue;
    await moveRound(rotation, partition, personOwner(rotation.to.person(person)));
  }
}

/** The kind of a row of a person's partition. */
const kindOfRound = (rowKey: string): RowKind<unknown> => {
  if (rowKey === STATE_ROW) return personState;
  return rowKey.startsWith(CARD_ROW) ? cardRow : deliveryRow;
};

/** Every row of a person's partition, sealed anew for another; they have their new row keys already. */
async function moveRound(rotation: Rotation, partition: string, target: string): Promise<void> {
  if (partition === target) return;
  const { rounds } = rotation.tables;
  const [before, after] = [
    await rowsOf(rotation, 'rounds', partition),
    await rowsOf(rotation, 'rounds', target),
  ];
  for (const row of await rounds.all({ partition, from: '0', to: '~' })) {
    const kind = kindOfRound(row.rowKey);
    const to = after.seal(kind, { partitionKey: target, rowKey: row.rowKey }, before.open(kind, row));
    await move(rotation, rounds, { row, to });
  }
}

/** Drafts with their keys, which are named after their writer's code. One without its key was thrown away. */
export async function rotateDrafts(rotation: Rotation): Promise<void> {
  const { tables, from, to, persons, keys } = rotation;
  for (const row of await everyRow(tables.drafts)) {
    const person = persons.get(row.partitionKey);
    const id = row.rowKey.slice(DRAFT_ROW.length);
    const before = draftOwner(from.draft(row.partitionKey, id));
    if (person === undefined || row.partitionKey === to.person(person)) continue;
    if (!(await keys.find(before))) {
      await tables.drafts.remove(row.partitionKey, row.rowKey, '*');
      continue;
    }
    const code = to.person(person);
    const after = draftOwner(to.draft(code, id));
    await keys.copy(before, after);
    const value = (await rowsOf(rotation, 'drafts', before)).open(draftRow, row);
    const target = await rowsOf(rotation, 'drafts', after);
    await move(rotation, tables.drafts, {
      row,
      to: target.seal(draftRow, { partitionKey: code, rowKey: row.rowKey }, value),
    });
  }
}
