import { type Contact, type PersonId, postsIn, type Quiet, quietIn } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import {
  oncePerSituation,
  type Roster,
  type Sent,
  type Situation,
  type Unreachable,
} from '../../routine/model/situation';
import { routineFor } from '../../routine/plan/version';
import { isWriterOnly, mayKnowOf, rolesIn } from '../../routine/rules/access';
import { asUnmerged } from '../../routine/rules/joined/merging';
import { asListed } from '../../routine/rules/leadership';
import { eraseEpoch } from '../../routine/rules/retention';
import type { Roles } from '../../routine/rules/roles/role';
import { asMarked, asTimed } from '../../routine/rules/steps/bringsIn';
import { victimOf } from '../../routine/rules/succession';
import { isReadByVictim } from '../../routine/rules/victim/told';
import { asHushed, withQuiet } from '../../routine/rules/wishes/quiet';
import type { Turn } from '../../routine/transitions/turn';
import type { Viewing } from '../../screens/scene';
import { incidentScreen, type Screen } from '../../screens/screen';
import type { Deps } from '../deps';
import type { Change, IncidentFile } from '../ports/incidents';
import { inParallel } from '../runtime/concurrency';
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

/** The deliveries that have arrived, of those that the victim reads of. */
export const sentIn = ({ deliveries }: Pick<IncidentFile, 'deliveries'>): Sent[] =>
  deliveries.flatMap(({ value: { key, person, sentAt } }) => {
    const [kind = '', about = ''] = key.split('|');
    return sentAt && isReadByVictim(kind, about) ? [{ kind, about, person, at: sentAt }] : [];
  });

/** When the first strategist was told that a class of the incident's data will be erased, by class. */
function warnedAt({ incident, deliveries }: IncidentFile): Situation['warnedAt'] {
  const sent = deliveries
    .flatMap(({ value: { key, sentAt } }) => {
      const [kind, about = '', epoch] = key.split('|');
      const isWarning = kind === 'eraseSoon' && epoch === String(eraseEpoch(incident));
      return isWarning && sentAt ? about.split('.').map((what) => [what, sentAt] as const) : [];
    })
    .sort(([, a], [, b]) => (a < b ? 1 : -1));
  return sent.length > 0 ? Object.fromEntries(sent) : undefined;
}

/**
 * An incident as read once: its rows, and the one situation, at one time, from which everything is decided, told and
 * drawn until it is read again.
 */
export interface LoadedIncident {
  file: IncidentFile;
  situation: Situation;
  /** Everybody who is quiet: an incident that becomes somebody's by a press is so too. */
  quiet: ReadonlyMap<PersonId, Quiet>;
}

/** The rest of a situation, beside the rows. */
export type Surroundings = Pick<Deps, 'now' | 'retention'> & {
  municipality: Pick<Deps['municipality'], 'routine' | 'versions'>;
};

/** The contact list as it holds in an incident: an exercise has no posts but its players', so nobody else is asked, told or rung. */
const rowsFor = ({ practice, players = [] }: Incident, list: readonly Contact[]): readonly Contact[] =>
  practice ? list.filter(({ person }) => person !== undefined && players.includes(person)) : list;

/**
 * Beside the contact list as it is now: a post that has passed on has changed the incident too, and so has time. By the
 * routine that the incident began with.
 */
export function loaded(deps: Surroundings, file: IncidentFile, list: readonly Contact[]): LoadedIncident {
  const now = deps.now();
  const rows = rowsFor(file.incident, list);
  const contacts = postsIn(rows);
  const routine = routineFor(deps.municipality.versions, file.incident);
  const listed = asListed(file.incident, { contacts, routine: deps.municipality.routine });
  const timed = asTimed(asMarked(listed, { routine, rows }), { routine, now });
  const quiet = quietIn(list);
  const incident = asHushed(timed, quiet);
  return {
    quiet,
    file: { ...file, incident },
    situation: {
      incident,
      contacts,
      unreachable: withQuiet(unreachableIn(file), { incident, contacts }),
      routine,
      now,
      retention: deps.retention,
      warnedAt: warnedAt(file),
      sent: sentIn(file),
    },
  };
}

/** The same read, with the incident as it has been decided. */
export function withIncident(read: LoadedIncident, decided: Incident): LoadedIncident {
  const { file, situation, quiet } = read;
  // Whoever it has become: said of their own, it is lifted by them alone.
  const isNew = victimOf(file.incident) !== victimOf(decided);
  const incident = isNew ? asHushed(decided, quiet) : decided;
  return { quiet, file: { ...file, incident }, situation: { ...situation, incident } };
}

/** An incident; undefined when it is not there, or cannot be read any more. */
export const tryRead = (
  deps: Pick<Deps, 'incidents' | 'log'>,
  id: string,
): Promise<IncidentFile | undefined> => orElse(deps, id, deps.incidents.read(id), () => undefined);

/** Incidents of a list that are read side by side. */
export const READS_AT_ONCE = 16;

/** Those of a list that are there. */
export async function loadListed(
  deps: Surroundings & Pick<Deps, 'incidents' | 'log'>,
  rows: readonly { id: string }[],
  contacts: readonly Contact[],
): Promise<LoadedIncident[]> {
  const files = new Map<string, IncidentFile>();
  await inParallel(rows, READS_AT_ONCE, async ({ id }) => {
    const file = await tryRead(deps, id);
    if (file) files.set(id, file);
  });
  return rows.flatMap(({ id }) => {
    const file = files.get(id);
    return file ? loaded(deps, file, contacts) : [];
  });
}

/** The contact list as it is now, and the posts that the municipality declares. */
export const readRoster = async ({
  contacts,
  municipality,
}: Pick<Deps, 'contacts' | 'municipality'>): Promise<Roster> => ({
  contacts: postsIn(await contacts.read()),
  routine: municipality.routine,
});

/** One partition read and one contact read, side by side; undefined: there is no such incident. */
export async function loadIncident(deps: Deps, id: string): Promise<LoadedIncident | undefined> {
  const [file, contacts] = await Promise.all([deps.incidents.read(id), deps.contacts.read()]);
  return file && loaded(deps, file, contacts);
}

/** Whether a person is the victim of it: whose report it takes. Who was only asked "Gäller det dig?" is not. */
export const isOwn = (file: Pick<IncidentFile, 'incident'>, person: PersonId): boolean =>
  victimOf(file.incident) === person;

const rolesFound = oncePerSituation(() => new Map<PersonId, Roles>());

/** The roles of a person in an incident as read, worked out once a person. */
export function rolesOf({ situation }: LoadedIncident, person: PersonId): Roles {
  const found = rolesFound(situation);
  const roles = found.get(person) ?? rolesIn(situation, person);
  found.set(person, roles);
  return roles;
}

export const isKnownTo = (read: LoadedIncident, person: PersonId): boolean =>
  mayKnowOf(rolesOf(read, person));

/** A person's live screen. */
export const liveScreen = (read: LoadedIncident, person: PersonId, once: string): Screen =>
  incidentScreen(viewingOf(read, person, once));

/**
 * Cards of those who lose their last role by what was just decided: an open form protects nothing of theirs any more,
 * so that the dispatch that follows blanks the card at once.
 */
export const formsToClose = ({ file }: LoadedIncident, after: LoadedIncident): NonNullable<Change['cards']> =>
  file.cards
    .filter(({ value }) => value.formOpenUntil !== undefined)
    .filter(({ value }) => rolesOf(after, value.person).size === 0)
    .map(({ value, etag }) => ({ value: { ...value, formOpenUntil: undefined }, etag }));

/**
 * The victim's address in Teams, so that who helps can ring with one press. Asked for only where the answer shows
 * whom it is about.
 */
export async function victimEmail(
  deps: Deps,
  { situation }: LoadedIncident,
  reader: PersonId,
): Promise<string | undefined> {
  const victim = victimOf(situation.incident);
  if (!victim || victim === reader) return undefined;
  return (await deps.people.read(victim))?.value.email;
}

/** An incident as somebody looks at it. `once`: the id of presses on it; empty where only what it shows counts. */
export function viewingOf(read: LoadedIncident, person: PersonId, once: string): Viewing {
  const roles = rolesOf(read, person);
  const isListed = read.file.cards.some(({ value }) => value.person === person && value.line !== undefined);
  const viewing = { ...read.situation, viewer: { person, roles }, once, isListed };
  // Who wrote what went into another incident knows nothing of that.
  return isWriterOnly(roles) ? { ...viewing, incident: asUnmerged(viewing.incident) } : viewing;
}

/** A turn of a person on an incident as read. */
export const turnOn = ({ situation }: LoadedIncident, by: PersonId, once: string): Turn => {
  const { now, contacts, unreachable, routine } = situation;
  return { now, by, contacts, unreachable, routine, once };
};

/** A turn of a person on what is not there yet: nobody has been out of reach. */
export const newTurn = (
  { now, municipality: { routine } }: Surroundings,
  rows: readonly Contact[],
  press: Pick<Turn, 'by' | 'once'>,
): Turn => ({ now: now(), contacts: postsIn(rows), unreachable: new Map(), routine, ...press });
