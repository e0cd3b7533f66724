import { dayOf } from '../../../routine/calendar/localTime';
import { type Contact, FULL_TIME, fullTimeIn } from '../../../routine/model/contact';
import { checkFields } from '../../../routine/model/fields';
import { mayAdminister } from '../../../routine/rules/access';
import { FULL_TIME_FIELDS } from '../../../screens/forms';
import type { Refused } from '../../../screens/refused';
import { nothingHere } from '../../../screens/screen';
import type { Caller, Data, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { newId } from '../../runtime/ids';

/* The politicians on full time, in whose incidents the strategist is always brought in (KL 4 kap. 18 a §): kept by strategists. */

const sameAddress = (one: string, other = ''): boolean => one.toLowerCase() === other.toLowerCase();

const readRows = async (deps: Deps, { person }: Caller): Promise<Contact[] | undefined> => {
  const rows = await deps.contacts.read();
  const isTheirs = mayAdminister({ contacts: rows, routine: deps.municipality.routine }, person);
  return isTheirs ? fullTimeIn(rows) : undefined;
};

/** Those who are marked, from row `from` on, and the form that marks another; nothing for who is no strategist. */
export async function showFullTime(
  deps: Deps,
  caller: Caller,
  { from = 0, refusal }: { from?: number; refusal?: Refused } = {},
): Promise<Outcome> {
  const rows = await readRows(deps, caller);
  if (!rows) return { screen: nothingHere };
  const named = rows.map(({ id, name }) => ({ id, name }));
  return { screen: { kind: 'page', page: 'fullTime', rows: named, from, refusal } };
}

/** A change of the marks: every incident is looked at before and after, as after any change of the list. */
async function change(deps: Deps, caller: Caller, write: (at: string) => Promise<unknown>): Promise<Outcome> {
  await deps.agenda.wakeAll(deps.now().getTime());
  await write(deps.now().toISOString());
  await deps.agenda.wakeAll(deps.now().getTime());
  return { ...(await showFullTime(deps, caller)), isWide: true };
}

/** Marks a politician by their e-mail, whether or not they have the bot yet. Who is marked already is not marked twice. */
export async function addFullTime(deps: Deps, caller: Caller, data: Data): Promise<Outcome> {
  const rows = await readRows(deps, caller);
  if (!rows) return { screen: nothingHere };
  const { values, problems } = checkFields(FULL_TIME_FIELDS, data, dayOf(deps.now()));
  if (Object.keys(problems).length > 0)
    return showFullTime(deps, caller, { refusal: { reason: 'badInput', values, problems } });
  const { name = '', email = '' } = values;
  if (rows.some((row) => sameAddress(email, row.email))) return showFullTime(deps, caller);
  const person = await deps.people.findByEmail(email);
  const row = { id: newId(deps), role: FULL_TIME, order: 1, name, phone: '', email, person };
  return change(deps, caller, (since) =>
    deps.contacts.add({ ...row, since }, { at: since, by: caller.person }),
  );
}

/** Takes a mark away. Incidents in which the strategist has been brought in by it stay theirs once anything was done in them. */
export async function removeFullTime(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const rows = await readRows(deps, caller);
  if (!rows) return { screen: nothingHere };
  if (!rows.some((row) => row.id === id)) return showFullTime(deps, caller);
  return change(deps, caller, (at) => deps.contacts.end(id, { at, by: caller.person }));
}
