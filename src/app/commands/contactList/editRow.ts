import { type Contact, isActive, type PersonId } from '../../../routine/model/contact';
import { standsAs } from '../../../routine/model/posts';
import type { Problem, RefusalReason } from '../../../routine/model/refusal';
import { changedParts, strategistsWithout } from '../../../routine/rules/contactList/listPlan';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import { type Place, placesIn } from '../../../routine/rules/contactList/places';
import {
  type ListRoster,
  type RowFound,
  type RowTexts,
  readRow,
} from '../../../routine/rules/contactList/rowFaults';
import { strategistAccounts } from '../../../routine/rules/drills';
import { officersByParty } from '../../../routine/rules/ladders/partyOfficers';
import type { Refused } from '../../../screens/refused';
import { nothingHere } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import { addNews } from '../../aggregates/news';
import type { Caller, Data, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { personAggregateId } from '../../ports/states';
import { newId } from '../../runtime/ids';
import { readEditor, rowState, writeList } from './editor';

/* The strategist changes the list row by row. A post goes on to another person by `replaceContact`. */

const nothing: Outcome = { screen: nothingHere };
const active = ({ contacts }: ListRoster, id: string): Contact | undefined =>
  contacts.find((one) => one.id === id && isActive(one));

/** A row with what a form of it shows: the address too, and when its holder said that all is right. */
const asEdited = (contact: Contact): Contact => ({ ...asEverybodySees(contact), email: contact.email });

/** Every row, from number `from` on, and the parties that nobody stands for; nothing for who may not change it. */
export async function showEditList(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  if (!roster) return nothing;
  const { routine } = deps.municipality;
  const contacts = asLookedFor(routine, roster.contacts).map(asEdited);
  const missing = [...officersByParty(routine, roster.contacts)]
    .filter(([, officers]) => officers.length === 0)
    .map(([party]) => party);
  return { screen: { kind: 'page', page: 'editList', contacts, missing, from } };
}

const textsOf = ({ order, name, phone, email = '', groups = [], begins = '', ends = '' }: Contact) => ({
  ...{ name, phone, email, begins, ends },
  ...{ order: String(order), groups: groups.join(', ') },
});

const rowScreen = (contact: Contact, refusal?: Refused): Outcome => ({
  screen: {
    ...{ kind: 'page', page: 'contactRow', id: contact.id, contact: asEdited(contact), places: [] },
    ...{ was: rowState(contact), values: textsOf(contact), refusal },
  },
});

/** The form of a row. */
export async function showRow(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  const contact = roster && active(roster, id);
  return contact ? rowScreen(contact) : showEditList(deps, caller, 0);
}

const newScreen = (roster: ListRoster, id: string, refusal?: Refused): Outcome => ({
  screen: {
    ...{ kind: 'page', page: 'contactRow', id, was: '', places: placesIn(roster.routine) },
    ...{ values: { order: '1' }, refusal },
  },
});

/** The form of a row that is to be added. */
export async function showNewRow(deps: Deps, caller: Caller): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  return roster ? newScreen(roster, newId(deps)) : nothing;
}

const typed = (data: Data): Record<string, string> =>
  Object.fromEntries(
    ['place', 'name', 'phone', 'email', 'order', 'groups', 'begins', 'ends'].flatMap((id) => {
      const value = data[id];
      return typeof value === 'string' ? [[id, value] as const] : [];
    }),
  );

/** A form that comes back: every fault at its own field. */
function refusedBy(data: Data, faults: readonly RowFound[], reason: RefusalReason = 'badInput'): Refused {
  const problems: Record<string, Problem> = {};
  for (const { part, fault } of faults)
    problems[part === 'role' || part === 'party' || part === 'board' ? 'place' : part] ??= {
      kind: 'row',
      fault,
    };
  return { reason, problems, values: typed(data) };
}

/** The strategists are asked whether an address that has another account is the same person's (never bound unseen). */
async function askIfOther(deps: Deps, roster: ListRoster, { id, email, person }: Contact): Promise<string[]> {
  const account = email === undefined ? undefined : await deps.people.findByEmail(email);
  if (!account || !person || account === person) return [];
  const asked = strategistAccounts(roster);
  const at = deps.now().toISOString();
  for (const strategist of asked) await addNews(deps, strategist, { kind: 'sameAccount', id, at });
  return asked.map(personAggregateId);
}

/** Number or address changed: what the holder said of them before holds no more. */
const stillRight = (was: Contact, parts: readonly string[]): string | undefined =>
  parts.some((part) => ['name', 'phone', 'email'].includes(part)) ? undefined : was.rightAt;

/** Saves a row: pressed twice it changes nothing more, and an older form overwrites nobody. */
export async function saveRow(
  deps: Deps,
  caller: Caller,
  action: { contact: string; was: string } & Data,
): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  const was = roster && active(roster, action.contact);
  if (!roster || !was) return showEditList(deps, caller, 0);
  const { role, party, board } = was;
  const texts: RowTexts = { ...typed(action), role, party, board };
  const { row, faults } = readRow(roster, texts, was.id);
  if (!row) return rowScreen(was, refusedBy(action, faults));
  const parts = changedParts(was, row);
  if (parts.length === 0) return showEditList(deps, caller, 0);
  const stale = () => rowScreen(was, { reason: 'changedMeanwhile', problems: {}, values: {} });
  if (rowState(was) !== action.was) return stale();
  const person = was.person ?? (row.email ? await deps.people.findByEmail(row.email) : undefined);
  const next: Contact = { ...was, ...row, person, rightAt: stillRight(was, parts) };
  const own = was.person ? [{ person: was.person, kind: 'changedOwn' as const, id: was.id }] : [];
  const about = [was.id, ...parts].join(' ');
  const edits = [{ row: next, was }];
  const told = await writeList(deps, caller, { edits, act: 'change', about, news: 'changed', own });
  if (!told) return stale();
  const asked = parts.includes('email') ? await askIfOther(deps, roster, next) : [];
  return { ...(await showEditList(deps, caller, 0)), also: [...told, ...asked], isWide: true };
}

const placeIn = (roster: ListRoster, value: unknown): Place | undefined =>
  placesIn(roster.routine).find((one) => one.value === value);

/** Adds a row; the id came with the form, so that it is added once. */
export async function addRow(
  deps: Deps,
  caller: Caller,
  action: { contact: string } & Data,
): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  if (!roster) return nothing;
  if (roster.contacts.some(({ id }) => id === action.contact)) return showEditList(deps, caller, 0);
  const { role, party, board } = placeIn(roster, action.place) ?? {};
  const { row, faults } = readRow(roster, { ...typed(action), role, party, board });
  if (!row) return newScreen(roster, action.contact, refusedBy(action, faults));
  const person = row.email ? await deps.people.findByEmail(row.email) : undefined;
  const next: Contact = { id: action.contact, ...row, person };
  const told = await writeList(deps, caller, {
    ...{ edits: [{ row: next }], act: 'add', about: next.id, news: 'new' },
  });
  return { ...(await showEditList(deps, caller, 0)), also: told ?? [], isWide: true };
}

/** The question before a post ends. */
export async function showEnd(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  const contact = roster && active(roster, id);
  if (!contact) return showEditList(deps, caller, 0);
  return { screen: { kind: 'page', page: 'endContact', contact: asEdited(contact) } };
}

/** Ends a post. Somebody must be left to keep the list. */
export async function endRow(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  const was = roster && active(roster, id);
  if (!roster || !was) return showEditList(deps, caller, 0);
  const isKeeper = standsAs(roster.routine.posts, was, 'strategist');
  if (isKeeper && strategistsWithout(roster, new Set([id])).length === 0) {
    const refusal: Refused = { reason: 'lastStrategist', problems: {}, values: {} };
    return { screen: { kind: 'page', page: 'endContact', contact: asEdited(was), refusal } };
  }
  const own: { person: PersonId; kind: 'out'; id: string }[] = was.person
    ? [{ person: was.person, kind: 'out', id }]
    : [];
  const edits = [{ row: { ...was, ended: deps.now().toISOString() }, was }];
  const told = await writeList(deps, caller, { edits, act: 'end', about: id, news: 'gone', own });
  return { ...(await showEditList(deps, caller, 0)), also: told ?? [], isWide: true };
}
