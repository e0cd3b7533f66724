import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Deps } from '../deps';
import type { Millis } from '../ports/runtime';
import { personAggregateId } from '../ports/states';

/** Sets a person's own aggregate due by then at the latest; after that it wakes itself. */
export async function wakePerson(deps: Deps, person: PersonId, due: Millis): Promise<void> {
  const id = personAggregateId(person);
  const row = (await deps.agenda.read(id))?.value;
  if (row && row.due <= due) return;
  await deps.agenda.wake(id, due, row?.rev ?? 0);
}

/**
 * Makes an incident one of a person's own: in their list, and in their round.
 * @param isAgain it may have been tried before, and have ended between the two
 */
export async function involve(
  deps: Deps,
  person: PersonId,
  { id, reference, createdAt }: Pick<Incident, 'id' | 'reference' | 'createdAt'>,
  isAgain: boolean,
): Promise<void> {
  const isNew = await deps.index.add(person, { id, reference, createdAt });
  if (isNew || isAgain) await wakePerson(deps, person, deps.now().getTime());
}
