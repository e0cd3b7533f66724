import { dayOf } from '../../../routine/calendar/localTime';
import { type Contact, isListed, type PersonId } from '../../../routine/model/contact';
import { checkFields } from '../../../routine/model/fields';
import type { Problem } from '../../../routine/model/refusal';
import type { Roster } from '../../../routine/model/situation';
import { mayAdminister } from '../../../routine/rules/access';
import { strategistAccounts } from '../../../routine/rules/drills';
import { absenceFields } from '../../../screens/forms';
import type { Refused } from '../../../screens/refused';
import { nothingHere } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import { addNews } from '../../aggregates/news';
import type { Caller, Data, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { personAggregateId } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';
import { showContacts } from './contacts';

/* Planned absence: from a day to a day nobody is asked who is away, and the next in line is, or whom they name. */

/** Rows whose absence a person may write down: their own; a strategist all. */
function rowsOf(roster: Roster, { person }: Caller): Contact[] {
  const listed = roster.contacts.filter(isListed);
  return mayAdminister(roster, person) ? listed : listed.filter((contact) => contact.person === person);
}

/** The form of an absence; nothing for who has no post. */
export async function showAbsence(
  deps: Deps,
  caller: Caller,
  { contact, refusal }: { contact?: string | undefined; refusal?: Refused | undefined } = {},
): Promise<Outcome> {
  const roster = await readRoster(deps);
  const rows = rowsOf(roster, caller);
  if (rows.length === 0) return { screen: nothingHere };
  const own =
    rows.find(({ id }) => id === contact) ?? rows.find(({ person }) => person === caller.person) ?? rows[0];
  return {
    screen: {
      kind: 'page',
      page: 'absence',
      rows: rows.map(asEverybodySees),
      others: roster.contacts.filter(isListed).map(asEverybodySees),
      chosen: own?.id ?? '',
      today: dayOf(deps.now()),
      refusal,
    },
  };
}

/** Days that do not fit together. */
const wrongDays = (from: string, to: string, today: string): Record<string, Problem> =>
  to < from || to < today ? { to: { kind: 'badDate' } } : {};

/** The row and the days of a form of an absence; undefined with what is wrong with it. */
function readForm(deps: Deps, roster: Roster, { caller, data }: { caller: Caller; data: Data }) {
  const rows = rowsOf(roster, caller);
  const listed = roster.contacts.filter(isListed);
  const today = dayOf(deps.now());
  const { values, problems } = checkFields(absenceFields(rows, listed), data, today);
  const { contact = '', from = '', to = '', instead } = values;
  const days = Object.keys(problems).length === 0 ? wrongDays(from, to, today) : {};
  const row = rows.find(({ id }) => id === contact);
  const all = { ...problems, ...days };
  if (!row || Object.keys(all).length > 0) return { values, problems: all };
  return { row, away: { from, to, instead: instead && instead !== row.id ? instead : undefined } };
}

/** Writes an absence down. Every incident is looked at anew, and the other strategists hear of it. */
export async function saveAbsence(deps: Deps, caller: Caller, data: Data): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (rowsOf(roster, caller).length === 0) return { screen: nothingHere };
  const { row, away, values = {}, problems = {} } = readForm(deps, roster, { caller, data });
  if (!row || !away) return showAbsence(deps, caller, { refusal: { reason: 'badInput', values, problems } });
  return change(deps, caller, { roster, row, away });
}

/** Takes an absence back. */
export async function endAbsence(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const roster = await readRoster(deps);
  const row = rowsOf(roster, caller).find((contact) => contact.id === id);
  return row ? change(deps, caller, { roster, row, away: undefined }) : { screen: nothingHere };
}

/** Who is away hears that it is written down, whoever takes their place that they do, and the other strategists of it. */
async function tellOfAbsence(
  deps: Deps,
  caller: Caller,
  { roster, row, away, at }: AbsenceChange & { away: NonNullable<Contact['away']>; at: string },
): Promise<PersonId[]> {
  const instead = roster.contacts.find(({ id }) => id === away.instead)?.person;
  const own = [
    ...(row.person ? [{ person: row.person, kind: 'ownAway' as const }] : []),
    ...(instead ? [{ person: instead, kind: 'standIn' as const }] : []),
  ];
  const others = strategistAccounts(roster)
    .filter((person) => !own.some((one) => one.person === person))
    .map((person) => ({ person, kind: 'away' as const }));
  const told = [...own, ...others].filter(({ person }) => person !== caller.person);
  for (const { person, kind } of told) await addNews(deps, person, { kind, id: row.id, at });
  return told.map(({ person }) => person);
}

/** A row of the list, and its absence as it is to be. */
interface AbsenceChange {
  roster: Roster;
  row: Contact;
  away: Contact['away'];
}

async function change(deps: Deps, caller: Caller, { roster, row, away }: AbsenceChange): Promise<Outcome> {
  const at = deps.now().toISOString();
  // Before and after: whoever looks in between, and if the process dies here, all is looked at again.
  await deps.agenda.wakeAll(deps.now().getTime());
  await deps.contacts.setAway(row.id, away, { at, by: caller.person });
  await deps.agenda.wakeAll(deps.now().getTime());
  const told = away ? await tellOfAbsence(deps, caller, { roster, row, away, at }) : [];
  deps.log.info({ role: row.role, contact: row.id, isAway: away !== undefined }, 'absence');
  return { ...(await showContacts(deps, caller, 0)), also: told.map(personAggregateId), isWide: true };
}
