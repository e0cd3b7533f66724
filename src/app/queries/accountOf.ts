import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { ActTurn } from '../../routine/transitions/turn';
import type { Deps } from '../deps';
import type { PersonRow } from '../ports/people';

/** Longest e-mail address that is looked up. */
const LONGEST = 200;

/** The wish of somebody that goes before all that is sent to them, also of what they tell next: they alone lift it. */
export const quietOf = (row: PersonRow | undefined): Incident['quiet'] =>
  row?.quiet && row.quiet.why !== 'unable' ? { why: row.quiet.why, at: row.quiet.at } : undefined;

/** The person whose address a press names, where they may be drawn in: into an exercise nobody is who has not agreed. */
async function accountOf(
  { people }: Pick<Deps, 'people'>,
  { practice, players = [] }: Incident,
  email: string | undefined,
): Promise<PersonId | undefined> {
  const account = email && email.length <= LONGEST ? await people.findByEmail(email) : undefined;
  return practice && account !== undefined && !players.includes(account) ? undefined : account;
}

/** Whether nothing may be asked in their chat, too, where an act names somebody: they hide, their phone is watched, or they cannot answer. */
export async function accountIn(
  deps: Pick<Deps, 'people'>,
  incident: Incident,
  email: string | undefined,
): Promise<Pick<ActTurn, 'account' | 'isAccountQuiet'>> {
  const account = await accountOf(deps, incident, email);
  const row = account === undefined ? undefined : await deps.people.read(account);
  return { account, isAccountQuiet: row?.value.quiet !== undefined };
}

/** Those to whom nothing comes by itself now. */
export async function quietAmong(
  { people }: Pick<Deps, 'people'>,
  persons: readonly PersonId[],
): Promise<ReadonlySet<PersonId>> {
  const rows = await Promise.all(persons.map((person) => people.read(person)));
  return new Set(rows.flatMap((row) => (row?.value.quiet ? [row.value.person] : [])));
}
