import { createHash } from 'node:crypto';
import { type Contact, type PersonId, postsIn } from '../../../routine/model/contact';
import { mayAdminister } from '../../../routine/rules/access';
import type { ListRoster } from '../../../routine/rules/contactList/rowFaults';
import { strategistAccounts } from '../../../routine/rules/drills';
import type { NewsKind } from '../../../screens/round';
import { addNews } from '../../aggregates/news';
import type { Caller } from '../../bot';
import type { Deps } from '../../deps';
import type { ListEdit, ListEntry } from '../../ports/people';
import { personAggregateId } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';

/** The list as it is stored, for who keeps it; undefined for anybody else. */
export async function readEditor(deps: Deps, { person }: Caller): Promise<ListRoster | undefined> {
  const [today, stored] = await Promise.all([readRoster(deps), deps.contacts.stored()]);
  if (!mayAdminister(today, person)) return undefined;
  return { contacts: postsIn(stored), routine: deps.municipality.routine };
}

/** A code that says how a row stood: who saves an older form overwrites nobody. */
export const rowState = (contact: Contact): string =>
  createHash('sha256').update(JSON.stringify(contact)).digest('hex').slice(0, 26);

/** A change of the list, and who else than the other strategists hears of it. */
export interface ListWrite extends ListEntry {
  edits: readonly ListEdit[];
  /** The news for the other strategists. */
  news: NewsKind;
  /** The news for holders of changed rows. */
  own?: readonly { person: PersonId; kind: NewsKind; id: string }[];
}

/**
 * Writes a change of the list; every incident is looked at anew. The other strategists and who is concerned hear of it: nobody
 * puts himself in a post unseen (routine, section 10).
 * @returns the aggregates to dispatch; undefined: somebody else was quicker, and nothing is written
 */
export async function writeList(
  deps: Deps,
  caller: Caller,
  { edits, act, about, news, own = [] }: ListWrite,
): Promise<string[] | undefined> {
  const at = deps.now().toISOString();
  // Before and after: whoever looks in between, and if the process dies here, all is looked at again.
  await deps.agenda.wakeAll(deps.now().getTime());
  if (!(await deps.contacts.edit(edits, { at, by: caller.person }, { act, about }))) return undefined;
  await deps.agenda.wakeAll(deps.now().getTime());
  const others = strategistAccounts(await readRoster(deps)).filter((person) => person !== caller.person);
  const [first] = edits;
  const told = [
    ...own.filter(({ person }) => person !== caller.person),
    ...others
      .filter((person) => !own.some((one) => one.person === person))
      .map((person) => ({ person, kind: news, id: first?.row.id ?? '' })),
  ];
  for (const { person, ...one } of told) await addNews(deps, person, { ...one, at });
  deps.log.info({ act, rows: edits.length }, 'contactListChanged');
  return told.map(({ person }) => personAggregateId(person));
}
