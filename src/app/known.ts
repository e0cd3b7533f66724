import type { PersonId } from '../routine/contact';
import type { Incident } from '../routine/incident';
import type { Deps } from './deps';
import { subjectOf } from './subjects';

/** A person's own subject begins with the first incident that they get to know; later it wakes itself. */
async function wakePerson(deps: Deps, person: PersonId): Promise<void> {
  const subject = subjectOf(person);
  if (await deps.agenda.read(subject)) return;
  await deps.agenda.wake(subject, deps.now().getTime(), 0);
}

/**
 * A person gets to know an incident: it is among their own from now on.
 * @param isAgain it may have been tried before, and have ended between the two
 */
export async function makeKnown(
  deps: Deps,
  person: PersonId,
  { id, reference, createdAt }: Pick<Incident, 'id' | 'reference' | 'createdAt'>,
  isAgain: boolean,
): Promise<void> {
  const isNew = await deps.index.add(person, { id, reference, createdAt });
  if (isNew || isAgain) await wakePerson(deps, person);
}
