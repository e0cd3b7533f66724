import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Deps } from '../deps';
import type { Millis } from '../ports/runtime';
import { subjectOf } from '../ports/states';

/** A person's own subject is looked at by then at the latest; it wakes itself after that. */
export async function wakePerson(deps: Deps, person: PersonId, due: Millis): Promise<void> {
  const subject = subjectOf(person);
  const row = (await deps.agenda.read(subject))?.value;
  if (row && row.due <= due) return;
  await deps.agenda.wake(subject, due, row?.rev ?? 0);
}

/**
 * A person gets to know an incident: it is among their own from now on.
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
