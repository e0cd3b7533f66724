import type { PersonId } from '../../routine/model/contact';
import type { Deps } from '../deps';
import { messageOf } from './message';

/**
 * Messages in which pages of a draft are open that is no more: they show what was typed. What Teams does not take now
 * stays: there is nothing left that would come back to it.
 */
export async function collapsePages(
  deps: Deps,
  person: PersonId,
  activities: readonly string[],
): Promise<void> {
  if (activities.length === 0) return;
  const address = (await deps.people.read(person))?.value.address;
  if (!address) return;
  const message = messageOf(deps, { kind: 'note', note: 'superseded' });
  for (const activity of activities) {
    const { kind } = await deps.messenger.update(address, activity, message);
    if (kind !== 'sent' && kind !== 'gone') deps.log.warn({ person, result: kind }, 'pageNotFolded');
  }
}
