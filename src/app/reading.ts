import type { Scene } from '../cards/scene';
import { type Roles, rolesIn } from '../routine/access';
import { victimOf } from '../routine/chain';
import type { Contact, PersonId } from '../routine/contact';
import type { Incident } from '../routine/incident';
import { asListed } from '../routine/leading';
import type { Situation, Unreachable } from '../routine/situation';
import type { Deps } from './deps';
import type { Change, IncidentFile } from './ports';

/** Those whom Teams could not reach, by what was tried. An address that works again lifts it (see `restore`). */
export const unreachableIn = (file: Pick<IncidentFile, 'deliveries'>): Unreachable => {
  const failed = file.deliveries.filter((row) => row.value.failed).map((row) => row.value.person);
  const sent = new Map<PersonId, string>();
  for (const { value } of file.deliveries) {
    if (value.sentAt && value.sentAt > (sent.get(value.person) ?? '')) sent.set(value.person, value.sentAt);
  }
  return new Map(failed.filter((person) => !sent.has(person)).map((person) => [person, '']));
};

/** An incident as read, with the list and what it takes to draw or decide. */
export interface Read {
  file: IncidentFile;
  contacts: readonly Contact[];
  unreachable: Unreachable;
}

/** One partition read and one contact read, side by side. */
export async function readIncident(deps: Deps, id: string): Promise<Read | undefined> {
  const [file, contacts] = await Promise.all([deps.incidents.read(id), deps.contacts.read()]);
  if (!file) return undefined;
  const incident = asListed(file.incident, contacts);
  return { file: { ...file, incident }, contacts, unreachable: unreachableIn(file) };
}

/** What was read, as the routine's rules take it. */
export const situationOf = (deps: Pick<Deps, 'municipality' | 'now'>, read: Read): Situation => ({
  incident: read.file.incident,
  contacts: read.contacts,
  unreachable: read.unreachable,
  routine: deps.municipality.routine,
  now: deps.now(),
});

export const rolesOf = (deps: Deps, read: Read, person: PersonId): Roles =>
  rolesIn(situationOf(deps, read), person);

/**
 * Cards of those who lose their last role by what was just decided: an open form protects nothing of theirs any more,
 * so that the look that follows blanks the card at once.
 */
export const shutOut = (deps: Deps, read: Read, after: Incident): NonNullable<Change['cards']> =>
  read.file.cards
    .filter(({ value }) => value.formOpenUntil !== undefined)
    .filter(({ value }) => rolesIn({ ...situationOf(deps, read), incident: after }, value.person).size === 0)
    .map(({ value, etag }) => ({ value: { ...value, formOpenUntil: undefined }, etag }));

/**
 * The victim's address in Teams, so that who helps can ring with one press. Asked for only where the answer shows
 * whom it is about.
 */
export async function victimEmail(deps: Deps, read: Read, reader: PersonId): Promise<string | undefined> {
  const victim = victimOf(read.file.incident);
  if (!victim || victim === reader) return undefined;
  return (await deps.people.read(victim))?.value.email;
}

export const sceneOf = (deps: Deps, read: Read, person: PersonId, once: string): Scene => {
  const situation = situationOf(deps, read);
  return {
    ...situation,
    viewer: { person, roles: rolesIn(situation, person) },
    municipality: deps.municipality,
    once,
  };
};
