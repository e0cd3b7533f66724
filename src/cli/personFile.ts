import type { ViewEntry } from '../app/ports/audit';
import type { IncidentFile } from '../app/ports/incidents';
import type { PersonRow } from '../app/ports/people';
import { MUNICIPALITY, OKAY, type PersonState, PRACTICE } from '../app/ports/states';
import { recordAccess } from '../app/queries/operatorAccess';
import type { Contact, PersonId } from '../routine/model/contact';
import type { Evidence, HistoryEntry, Incident } from '../routine/model/incident';
import { asUnmerged } from '../routine/rules/joined/merging';
import { withoutNotes } from '../routine/rules/reading';
import { ownOnly } from '../routine/rules/report/versions';
import { victimOf } from '../routine/rules/succession';
import type { Tables } from '../storage/openTables';

/*
 * The data about one person (GDPR, article 15). Somebody reviews it before anything is given out: an incident holds what
 * concerns others too.
 */

interface Occurrence {
  reference: string;
  createdAt: string;
  closedAt?: string | undefined;
  as: string[];
  /** The whole incident but strategists' notes, when the person is its victim. */
  incident?: Incident | undefined;
  /** When they reported for somebody else: what they said of themselves, and what they wrote. */
  reported?: Pick<Incident, 'reporter' | 'report' | 'versions'> | undefined;
  /** The files that they gave: what each is, when, and its fingerprint. The files themselves are not in it. */
  evidence: Evidence[];
  /** Requests that words are put right: those that they made, and those of what they wrote. */
  corrections: NonNullable<Incident['corrections']>;
  /** The classes of its data that have been erased, when and by which decision. */
  erased?: Incident['erased'];
  acts: HistoryEntry[];
  looks: ViewEntry[];
}

export interface PersonFile {
  person: PersonId;
  purpose: string;
  at: string;
  known: PersonRow | undefined;
  /** Their rows of the contact list, ended ones too. */
  contacts: Contact[];
  /** The number of drafts: their content is the writer's alone, who can open them. */
  drafts: number;
  /** The hour of their morning round, what they have put off, and which incidents they were told of in one card. */
  round: PersonState;
  /** Drills that they began or answered, and what they changed in the contact list. */
  drills: { id: string; at: string; as: 'began' | 'answered' }[];
  /** Their part in a question to many that goes on: asked, with what they answered, or the one who asks. */
  asked: {
    at: string;
    as: 'asked' | 'began' | 'exercise';
    answer?: { at: string; is: string } | undefined;
    rungAt?: string | undefined;
  }[];
  /** Courses that they have noted as taken. */
  courses: { course: string; at: string }[];
  listChanges: HistoryEntry[];
  incidents: Occurrence[];
}

const ALL = 100_000;

const placesOf = ({ victim, hidden, reporter, lead }: Incident, person: PersonId): string[] => [
  ...(victim.person === person || hidden?.person === person ? ['victim'] : []),
  ...(reporter.person === person ? ['reporter'] : []),
  ...(lead?.person === person ? ['lead'] : []),
];

/** Whether it is theirs, with a name that they had hidden too: it is hidden from others. */
const isVictim = (incident: Incident, person: PersonId): boolean =>
  victimOf(incident) === person || incident.hidden?.person === person;

async function occurrence(tables: Tables, { incident }: IncidentFile, person: PersonId): Promise<Occurrence> {
  const [acts, looks] = await Promise.all([
    tables.incidents.history(incident.id),
    tables.incidents.views(incident.id),
  ]);
  const as = placesOf(incident, person);
  const { reference, createdAt, reporter, erased } = incident;
  const isOwn = isVictim(incident, person);
  // Who wrote what went into another incident does not read it from here.
  const { closedAt } = isOwn ? incident : asUnmerged(incident);
  return {
    reference,
    createdAt,
    closedAt,
    as: as.length > 0 ? as : ['told'],
    incident: isOwn ? { ...withoutNotes(incident), fileKeys: undefined } : undefined,
    erased,
    evidence: (incident.evidence ?? []).filter((one) => one.by === person),
    corrections: (incident.corrections ?? []).filter(({ by, of }) => by === person || of === person),
    reported: !isOwn && reporter.person === person ? { reporter, ...ownOnly(incident, person) } : undefined,
    acts: acts.entries.filter((entry) => entry.by === person),
    looks: looks.entries.filter((entry) => entry.by === person),
  };
}

async function notedOf(tables: Tables, person: PersonId): Promise<Pick<PersonFile, 'drills' | 'courses'>> {
  const { drills, answers, taken = [] } = (await tables.municipalityState.read(MUNICIPALITY)).state;
  const courses = taken.filter((one) => one.person === person).map(({ course, at }) => ({ course, at }));
  const own = [
    ...drills.filter((one) => one.by === person).map(({ id, at }) => ({ id, at, as: 'began' as const })),
    ...answers
      .filter((one) => one.person === person)
      .map(({ drill, at }) => ({ id: drill, at, as: 'answered' as const })),
  ];
  return { drills: own, courses };
}

/** Their part in a question to many that goes on. */
async function askedOf(tables: Tables, person: PersonId): Promise<PersonFile['asked']> {
  const { okay } = (await tables.askings.read(OKAY)).state;
  const { practice } = (await tables.askings.read(PRACTICE)).state;
  const played = (practice?.players ?? [])
    .filter((one) => practice && one.person === person)
    .map(({ answer }) => ({ at: practice?.at ?? '', as: 'exercise' as const, answer }));
  if (!okay) return played;
  const { at, by, people } = okay;
  return [
    ...played,
    ...(by === person ? [{ at, as: 'began' as const }] : []),
    ...people
      .filter((one) => one.person === person)
      .map(({ answer, rung }) => ({ at, as: 'asked' as const, answer, rungAt: rung?.at })),
  ];
}

/** The state without the keys of files that wait for their answer. */
const withoutKeys = (state: PersonState): PersonState => ({
  ...state,
  offers: state.offers?.map((offer) => ({
    ...offer,
    files: offer.files.map((file) => ({ ...file, key: '' })),
  })),
});

/** The data that is kept of a person beside incidents. */
async function besideIncidents(tables: Tables, person: PersonId) {
  const [known, contacts, drafts, round, noted, list, asked] = await Promise.all([
    tables.people.read(person),
    tables.contacts.stored(),
    tables.drafts.of(person),
    tables.persons.read(person),
    notedOf(tables, person),
    tables.chains.list(),
    askedOf(tables, person),
  ]);
  return {
    known: known?.value,
    contacts: contacts.filter((contact) => contact.person === person),
    drafts: drafts.length,
    round: withoutKeys(round.state),
    ...noted,
    asked,
    listChanges: list.entries.filter((entry) => entry.by === person),
  };
}

/** The data about one person. @param asked purpose and reader: written to each incident's log before anything is returned */
export async function personFile(
  tables: Tables,
  person: PersonId,
  asked: { purpose: string; by: string; now: Date },
): Promise<PersonFile> {
  const { purpose, now } = asked;
  const [beside, rows] = await Promise.all([besideIncidents(tables, person), tables.index.of(person, ALL)]);
  const incidents: Occurrence[] = [];
  for (const { id } of rows) {
    if (!(await recordAccess(tables, id, { ...asked, what: 'personData' }))) continue;
    const file = await tables.incidents.read(id);
    if (file) incidents.push(await occurrence(tables, file, person));
  }
  return { person, purpose, at: now.toISOString(), ...beside, incidents };
}
