import { type Contact, OPERATOR, type PersonId } from '../../../routine/model/contact';
import type { HistoryEntry } from '../../../routine/model/incident';
import { mayAdminister } from '../../../routine/rules/access';
import { ROW_PARTS } from '../../../routine/rules/contactList/rowFaults';
import type { ListChangeLine } from '../../../screens/listScreens';
import { nothingHere } from '../../../screens/screen';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { readRoster } from '../../queries/loadIncident';

const PARTS: readonly string[] = ROW_PARTS;

/** A line in the names that the list has now; rows that are gone have none. */
function lineOf({ at, by, act, about }: HistoryEntry, names: ReadonlyMap<string, string>): ListChangeLine {
  const words = about.split(' ');
  return {
    ...{ at, act, by: by === OPERATOR ? OPERATOR : (names.get(by) ?? '') },
    who: words.flatMap((word) => names.get(word) ?? []),
    parts: words.filter((word) => PARTS.includes(word)),
  };
}

/** The names of persons and of rows, ended ones too. */
async function namesOf(deps: Deps, stored: readonly Contact[], authors: readonly PersonId[]) {
  const names = new Map<string, string>();
  for (const { id, person, name } of stored) {
    names.set(id, name);
    if (person) names.set(person, name);
  }
  const others = new Set(authors.filter((one) => one !== OPERATOR && !names.has(one)));
  for (const person of others) {
    const row = await deps.people.read(person);
    if (row) names.set(person, row.value.name);
  }
  return names;
}

/** Lines that one look shows. */
const SHOWN = 7;

/** Who changed the list, when and how, from line `from` on; for who keeps it. */
export async function showListHistory(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  if (!mayAdminister(await readRoster(deps), caller.person)) return { screen: nothingHere };
  const [{ entries, whole }, stored] = await Promise.all([deps.contacts.history(), deps.contacts.stored()]);
  const newest = [...entries].reverse();
  const shown = newest.slice(from, from + SHOWN);
  const names = await namesOf(
    deps,
    stored,
    shown.map(({ by }) => by),
  );
  const next = from + SHOWN < newest.length ? from + SHOWN : undefined;
  const lines = shown.map((entry) => lineOf(entry, names));
  return { screen: { kind: 'list', list: 'listHistory', lines, isWhole: whole, next } };
}
