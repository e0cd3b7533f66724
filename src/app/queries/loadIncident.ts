import type { Contact, PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Situation, Unreachable } from '../../routine/model/situation';
import { mayKnowOf, type Roles, rolesIn } from '../../routine/rules/access';

import { asListed } from '../../routine/rules/leadership';
import { type Notice, notices } from '../../routine/rules/notices';
import { eraseEpoch } from '../../routine/rules/retention';
import { victimOf } from '../../routine/rules/succession';
import type { Viewing } from '../../screens/scene';
import { incidentScreen, type Screen } from '../../screens/screen';
import type { Deps } from '../deps';
import type { Change, IncidentFile } from '../ports/incidents';
import { orElse } from '../runtime/failures';

/** Of failures that were written down without a time. */
const LONG_AGO = '1970-01-01T00:00:00.000Z';

/**
 * Those whom Teams could not reach, and when that showed last (routine time, ISO): who has been reached since is not
 * among them. An address that works again lifts it, for the card is then posted anew.
 */
export function unreachableIn(file: Pick<IncidentFile, 'deliveries'>): Unreachable {
  const failed = new Map<PersonId, string>();
  const sent = new Map<PersonId, string>();
  const newest = (times: Map<PersonId, string>, person: PersonId, at: string) =>
    times.set(person, at > (times.get(person) ?? '') ? at : (times.get(person) ?? at));
  for (const { value } of file.deliveries) {
    if (value.sentAt) newest(sent, value.person, value.sentAt);
    if (value.failed || value.failedAt) newest(failed, value.person, value.failedAt ?? LONG_AGO);
  }
  return new Map([...failed].filter(([person, at]) => at > (sent.get(person) ?? '')));
}

/** When the first strategist was told that the incident will be erased. */
const warnedAt = ({ incident, deliveries }: IncidentFile): string | undefined => {
  const key = `eraseSoon||${eraseEpoch(incident)}|`;
  return deliveries
    .flatMap(({ value }) => (value.key.startsWith(key) && value.sentAt ? [value.sentAt] : []))
    .sort()[0];
};

/** An incident as read, with the list and what it takes to draw or decide. */
export interface Read {
  file: IncidentFile;
  contacts: readonly Contact[];
  unreachable: Unreachable;
}

/** Whether a person is the victim of it: whose report it takes. Who was only asked "Gäller det dig?" is not. */
export const isOwn = (file: Pick<IncidentFile, 'incident'>, person: PersonId): boolean =>
  victimOf(file.incident) === person;

/** Beside the contact list as it is now: a post that has passed on has changed the incident too. */
export const readOf = (file: IncidentFile, contacts: readonly Contact[]): Read => ({
  file: { ...file, incident: asListed(file.incident, contacts) },
  contacts,
  unreachable: unreachableIn(file),
});

/** An incident; undefined when it is not there, or cannot be read any more. */
export const tryRead = (
  deps: Pick<Deps, 'incidents' | 'log'>,
  id: string,
): Promise<IncidentFile | undefined> => orElse(deps, id, deps.incidents.read(id), () => undefined);

/** Those of a list that are there. */
export async function readListed(
  deps: Pick<Deps, 'incidents' | 'log'>,
  rows: readonly { id: string }[],
): Promise<IncidentFile[]> {
  const files = await Promise.all(rows.map(({ id }) => tryRead(deps, id)));
  return files.flatMap((file) => file ?? []);
}

/** One partition read and one contact read, side by side. */
export async function readIncident(deps: Deps, id: string): Promise<Read | undefined> {
  const [file, contacts] = await Promise.all([deps.incidents.read(id), deps.contacts.read()]);
  return file && readOf(file, contacts);
}

/** What was read, or is about to be, as the routine's rules take it. */
export const situationOf = (
  deps: Pick<Deps, 'municipality' | 'now' | 'retention'>,
  read: Read,
  incident = read.file.incident,
): Situation => ({
  retention: deps.retention,
  warnedAt: warnedAt(read.file),
  incident,
  contacts: read.contacts,
  unreachable: read.unreachable,
  routine: deps.municipality.routine,
  now: deps.now(),
});

export const rolesOf = (deps: Deps, read: Read, person: PersonId, incident = read.file.incident): Roles =>
  rolesIn(situationOf(deps, read, incident), person);

export const isKnownTo = (deps: Deps, read: Read, person: PersonId): boolean =>
  mayKnowOf(rolesOf(deps, read, person));

/** Who should know what of an incident, as read or as it is about to be. */
export const noticesOf = (
  deps: Pick<Deps, 'municipality' | 'now' | 'retention'>,
  read: Read,
  incident = read.file.incident,
): Notice[] => notices(situationOf(deps, read, incident));

/** A person's live screen. */
export const liveOf = (deps: Deps, read: Read, person: PersonId, once: string): Screen =>
  incidentScreen(viewingOf(deps, read, person, once));

/**
 * Cards of those who lose their last role by what was just decided: an open form protects nothing of theirs any more,
 * so that the look that follows blanks the card at once.
 */
export const shutOut = (deps: Deps, read: Read, after: Incident): NonNullable<Change['cards']> =>
  read.file.cards
    .filter(({ value }) => value.formOpenUntil !== undefined)
    .filter(({ value }) => rolesOf(deps, read, value.person, after).size === 0)
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

/** An incident as somebody looks at it. */
export const viewingOf = (deps: Deps, read: Read, person: PersonId, once: string): Viewing => {
  const situation = situationOf(deps, read);
  return {
    ...situation,
    viewer: { person, roles: rolesIn(situation, person) },
    once,
  };
};
