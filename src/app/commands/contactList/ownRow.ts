import { type Contact, isActive } from '../../../routine/model/contact';
import { strategistAccounts } from '../../../routine/rules/drills';
import { note, nothingHere } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import { addNews, removeNews } from '../../aggregates/news';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { personAggregateId } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';

/* Once a year: is what stands about me on the list right? Its holder says so; a strategist changes it. */

const ownRow = async (deps: Deps, { person }: Caller, id: string): Promise<Contact | undefined> =>
  (await deps.contacts.stored()).find((one) => one.id === id && one.person === person && isActive(one));

/** The row, to its holder; nothing for anybody else. */
export async function showOwnRow(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const row = await ownRow(deps, caller, id);
  if (!row) return { screen: nothingHere };
  const contact = { ...asEverybodySees(row), email: row.email };
  return { screen: { kind: 'page', page: 'ownRow', contact } };
}

/** All is right: the day stands on the row, for who keeps the list. */
export async function sayRight(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const was = await ownRow(deps, caller, id);
  if (!was) return { screen: nothingHere };
  const at = deps.now().toISOString();
  const edits = [{ row: { ...was, rightAt: at }, was }];
  // A row that was changed in between is not the one that they read: it is shown again.
  if (!(await deps.contacts.edit(edits, { at, by: caller.person }, { act: 'right', about: id })))
    return showOwnRow(deps, caller, id);
  await removeNews(deps, caller.person, { kind: 'rightAgain', id });
  return { screen: note('saved'), also: [personAggregateId(caller.person)] };
}

/** Something is wrong: the strategists are asked to ring. */
export async function sayWrong(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  if (!(await ownRow(deps, caller, id))) return { screen: nothingHere };
  const asked = strategistAccounts(await readRoster(deps));
  // Pressed twice on a day it is told once.
  const at = `${deps.now().toISOString().slice(0, 10)}T00:00:00.000Z`;
  for (const strategist of asked) await addNews(deps, strategist, { kind: 'wrong', id, at });
  await removeNews(deps, caller.person, { kind: 'rightAgain', id });
  return { screen: note('saved'), also: [caller.person, ...asked].map(personAggregateId) };
}
