import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Deps } from '../deps';

/** Longest e-mail address that is looked up. */
const LONGEST = 200;

/** The person whose address a press names, where they may be drawn in: into an exercise nobody is who has not agreed. */
export async function accountOf(
  { people }: Pick<Deps, 'people'>,
  { practice, players = [] }: Incident,
  email: string | undefined,
): Promise<PersonId | undefined> {
  const account = email && email.length <= LONGEST ? await people.findByEmail(email) : undefined;
  return practice && account !== undefined && !players.includes(account) ? undefined : account;
}
