import { createHash } from 'node:crypto';
import { dayOf } from '../../../routine/calendar/localTime';
import { type Contact, isActive, postsIn } from '../../../routine/model/contact';
import { checkFields, splitChoices } from '../../../routine/model/fields';
import type { AskedPerson } from '../../../routine/rules/standing/asking';
import { OKAY_FIELDS, type OkayGroup } from '../../../screens/beside/okay';
import type { Refused } from '../../../screens/refused';
import type { Data } from '../../bot';
import type { Deps } from '../../deps';
import type { PersonRow } from '../../ports/people';
import { newId } from '../../runtime/ids';

/* Whom a question goes to: groups of the contact list, everybody who has the bot, and those who are named. Never a party. */

/** Everybody whom the bot knows: the contact list, and those who have written to it. */
interface Known {
  contacts: readonly Contact[];
  people: readonly PersonRow[];
}

/** Somebody who may be asked, before they have a code. */
type Someone = Pick<AskedPerson, 'person' | 'name' | 'phone'>;

interface Group extends OkayGroup {
  members: readonly Someone[];
}

async function readKnown(deps: Deps): Promise<Known> {
  const [contacts, people] = await Promise.all([deps.contacts.read(), deps.people.everyone()]);
  return { contacts: postsIn(contacts).filter(isActive), people: people.filter(({ address }) => address) };
}

const ofContact = ({ person, name, phone }: Contact): Someone => ({ person, name, phone });

const ofRow = ({ contacts }: Known, { person, name, phone = '' }: PersonRow): Someone => {
  const post = contacts.find((contact) => contact.person === person);
  return { person, name: post?.name || name, phone: post?.phone || phone };
};

/** Each once, by account or, without one, by name and number. */
const once = (all: readonly Someone[]): Someone[] => [
  ...new Map(all.map((one) => [one.person ?? `${one.name}|${one.phone}`, one])).values(),
];

const codeOf = (name: string): string => `g-${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;

/**
 * The groups that may be chosen. Of the list's posts those that somebody with an account or a number holds; a post of a party is one group
 * for all parties.
 */
function groupsIn(known: Known, posts: readonly { id: string; as: readonly string[] }[]): Group[] {
  const { contacts, people } = known;
  const all = once(people.map((row) => ofRow(known, row)));
  const names = [...new Set(contacts.flatMap(({ groups = [] }) => groups))].sort();
  const found: Omit<Group, 'count'>[] = [
    { code: 'all', of: { kind: 'all' }, members: all },
    ...names.map((name) => ({
      code: codeOf(name),
      of: { kind: 'group' as const, name },
      members: once(contacts.filter(({ groups }) => groups?.includes(name)).map(ofContact)),
    })),
    ...posts
      .filter(({ as }) => !as.includes('police') && !as.includes('duty'))
      .map(({ id }) => ({
        code: `p-${id}`,
        of: { kind: 'post' as const, post: id },
        members: once(contacts.filter(({ role }) => role === id).map(ofContact)),
      })),
  ];
  return found.map((one) => ({ ...one, count: one.members.length })).filter(({ count }) => count > 0);
}

const isSame = (one: string, other = ''): boolean => one.toLowerCase() === other.toLowerCase();

/** Whom a line names, by name or address. Two of one name are nobody: the address says which. */
function named(known: Known, line: string): Someone | undefined {
  const { contacts, people } = known;
  const found = once([
    ...people
      .filter(
        ({ name, email, emails = [] }) =>
          isSame(line, name) || [email, ...emails].some((address) => isSame(line, address)),
      )
      .map((row) => ofRow(known, row)),
    ...contacts.filter(({ name, email }) => isSame(line, name) || isSame(line, email)).map(ofContact),
  ]);
  return found.length === 1 ? found[0] : undefined;
}

/** Those who are meant, each with a code; or the number of the first line that names nobody. */
function whomIn(
  deps: Deps,
  known: Known,
  { groups, others }: { groups: string; others: string },
): AskedPerson[] | number {
  const chosen = splitChoices(groups);
  const inGroups = groupsIn(known, deps.municipality.routine.posts)
    .filter(({ code }) => chosen.includes(code))
    .flatMap(({ members }) => members);
  const lines = others.split('\n').map((line) => line.trim());
  const byName: Someone[] = [];
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const one = named(known, line);
    if (!one) return index + 1;
    byName.push(one);
  }
  return once([...inGroups, ...byName]).map((one) => ({ ...one, code: newId(deps) }));
}

/** The people whom a filled-in form asks, of those who are meant; or what it is sent back with. */
export async function readWhom(
  deps: Deps,
  data: Data,
  isMeant: (one: AskedPerson) => boolean,
): Promise<{ people: AskedPerson[] } | { refusal: Refused }> {
  const known = await readKnown(deps);
  const codes = groupsIn(known, deps.municipality.routine.posts).map(({ code }) => code);
  const specs = OKAY_FIELDS.map((one) => ({ ...one, choices: one.id === 'groups' ? codes : [] }));
  const { values, problems } = checkFields(specs, data, dayOf(deps.now()));
  const back = (more: Refused['problems']) => ({
    refusal: { reason: 'badInput' as const, values, problems: more },
  });
  if (Object.keys(problems).length > 0) return back(problems);
  const whom = whomIn(deps, known, { groups: values.groups ?? '', others: values.others ?? '' });
  if (typeof whom === 'number') return back({ others: { kind: 'nobody', line: whom } });
  const people = whom.filter(isMeant);
  return people.length > 0 ? { people } : back({ groups: { kind: 'required' } });
}

/** The groups that a form offers, each with how many it has. */
export async function offeredGroups(deps: Deps): Promise<OkayGroup[]> {
  const groups = groupsIn(await readKnown(deps), deps.municipality.routine.posts);
  return groups.map(({ code, of, count }) => ({ code, of, count }));
}
