import { createHash } from 'node:crypto';
import type { Contact } from '../../../routine/model/contact';
import { type PlannedLine, planOf } from '../../../routine/rules/contactList/listPlan';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import type { ListRoster } from '../../../routine/rules/contactList/rowFaults';
import type { CsvLine, ListFileFault } from '../../../screens/listScreens';
import { nothingHere } from '../../../screens/screen';
import type { Caller, Data, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import type { ListEdit } from '../../ports/people';
import { newId } from '../../runtime/ids';
import { linesIn, listFileOf, wholeListOf } from './csvFile';
import { readEditor, writeList } from './editor';
import { showEditList } from './editRow';

/* The list as a file. It comes in as pasted text: a personal chat takes no file without asking for consent first. */

const textIn = ({ text }: Data): string => (typeof text === 'string' ? text : '');

/** The page on which a file is pasted. */
export async function showCsv(deps: Deps, caller: Caller): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  return { screen: roster ? { kind: 'page', page: 'csv', text: '', mark: '' } : nothingHere };
}

const lineOf = (one: PlannedLine): CsvLine => ({
  ...{ line: one.line, kind: one.kind },
  name: one.kind === 'fault' ? one.name : 'row' in one ? one.row.name : one.was.name,
  parts: one.kind === 'changed' ? one.parts : [],
  faults: one.kind === 'fault' ? one.faults.map(({ fault }) => fault) : [],
});

/** A code of all that a file would do to the list as it is now: what was shown is what is taken in. */
const markOf = (plan: readonly PlannedLine[]): string =>
  createHash('sha256').update(JSON.stringify(plan)).digest('hex').slice(0, 26);

function planIn(deps: Deps, roster: ListRoster, text: string): PlannedLine[] | ListFileFault {
  const read = linesIn(text, deps.municipality);
  return 'fault' in read ? read.fault : planOf(roster, read.lines);
}

/** @param isOutside a page without the bounds of a card: every line is shown */
function tried(text: string, plan: PlannedLine[] | ListFileFault, isOutside?: boolean): Outcome {
  const page = { kind: 'page', page: 'csv', text, isWhole: isOutside === true } as const;
  if (!Array.isArray(plan)) return { screen: { ...page, fault: plan, mark: '' } };
  return { screen: { ...page, lines: plan.map(lineOf), mark: markOf(plan) } };
}

/** Every line of a file with its effect, or what is wrong with it. Nothing is written. */
export async function tryCsv(
  deps: Deps,
  { caller, isOutside }: Pick<Press, 'caller' | 'isOutside'>,
  data: Data,
): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  if (!roster) return { screen: nothingHere };
  const text = textIn(data);
  return tried(text, planIn(deps, roster, text), isOutside);
}

/** The rows that a plan writes. */
async function editsOf(deps: Deps, plan: readonly PlannedLine[]): Promise<ListEdit[]> {
  const ended = deps.now().toISOString();
  const edits: ListEdit[] = [];
  const account = async (email: string | undefined) => (email ? deps.people.findByEmail(email) : undefined);
  for (const one of plan) {
    if (one.kind === 'ended') edits.push({ row: { ...one.was, ended }, was: one.was });
    if (one.kind === 'changed') {
      const person = one.was.person ?? (await account(one.row.email));
      edits.push({ row: { ...one.was, ...one.row, person, rightAt: undefined }, was: one.was });
    }
    if (one.kind === 'new')
      edits.push({ row: { id: newId(deps), ...one.row, person: await account(one.row.email) } });
  }
  return edits;
}

/** The holders of rows that change or end, each told once. */
const ownNews = (edits: readonly ListEdit[]) =>
  edits.flatMap(({ row, was }: { row: Contact; was?: Contact | undefined }) =>
    was?.person
      ? [{ person: was.person, kind: row.ended ? ('out' as const) : ('changedOwn' as const), id: row.id }]
      : [],
  );

/** Takes a file in, whole, as it was shown: where the list or the text has changed since, it is tried anew. */
export async function takeCsv(
  deps: Deps,
  press: Pick<Press, 'caller' | 'isOutside'>,
  action: { mark: string } & Data,
): Promise<Outcome> {
  const { caller } = press;
  const roster = await readEditor(deps, caller);
  if (!roster) return { screen: nothingHere };
  const text = textIn(action);
  const plan = planIn(deps, roster, text);
  const again = tried(text, plan, press.isOutside);
  if (!Array.isArray(plan) || markOf(plan) !== action.mark || plan.some(({ kind }) => kind === 'fault'))
    return again;
  const edits = await editsOf(deps, plan);
  if (edits.length === 0) return again;
  const about = edits.map(({ row }) => row.id).join(' ');
  const told = await writeList(deps, caller, {
    ...{ edits, act: 'import', about, news: 'imported', own: ownNews(edits) },
  });
  if (!told) return tryCsv(deps, press, action);
  return { ...(await showEditList(deps, caller, 0)), also: told, isWide: true };
}

/** The list as a file, from row `from` on, to copy. */
export async function showCsvOut(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const roster = await readEditor(deps, caller);
  if (!roster) return { screen: nothingHere };
  const contacts = asLookedFor(deps.municipality.routine, roster.contacts);
  return { screen: { kind: 'page', page: 'csvOut', ...listFileOf(contacts, deps.municipality, from) } };
}

/** The list as a file, whole, with its name; undefined: the person does not keep it. */
export async function listFile(deps: Deps, caller: Caller): Promise<string | undefined> {
  const roster = await readEditor(deps, caller);
  if (!roster) return undefined;
  const { length: rows } = roster.contacts;
  deps.log.info({ person: caller.person, purpose: 'keepTheList', rows }, 'contactListTaken');
  return wholeListOf(asLookedFor(deps.municipality.routine, roster.contacts), deps.municipality);
}
