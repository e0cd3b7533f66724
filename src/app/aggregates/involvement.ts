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

/** A person, and whether they may have been involved before by a try that ended midway. */
interface Involved {
  person: PersonId;
  isAgain: boolean;
}

/**
 * Makes an incident one of a person's own: in their list, and in their round.
 * @returns the id of the person's own aggregate, if that is due now
 */
export async function involve(
  deps: Deps,
  { person, isAgain }: Involved,
  { id, reference, createdAt }: Pick<Incident, 'id' | 'reference' | 'createdAt'>,
): Promise<string | undefined> {
  const isNew = await deps.index.add(person, { id, reference, createdAt });
  if (!isNew && !isAgain) return undefined;
  await wakePerson(deps, person, deps.now().getTime());
  return personAggregateId(person);
}
