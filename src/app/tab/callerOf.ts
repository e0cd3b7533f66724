import type { PersonId } from '../../routine/model/contact';
import type { Caller } from '../bot';
import type { Deps } from '../deps';

/**
 * The caller of an account by its chat with the bot. Without one there is nobody to tell of what a press does, and a guest of
 * the tenant never has one: both are strangers to the tab.
 */
export async function callerOf(
  { people }: Pick<Deps, 'people'>,
  person: PersonId,
): Promise<Caller | undefined> {
  const row = (await people.read(person))?.value;
  return row?.address && { person, name: row.name, address: row.address };
}
