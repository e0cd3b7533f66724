import type { PersonId } from '../../model/contact';
import { splitChoices } from '../../model/fields';
import type { Incident, Occurrence, Report, ReportField, ReportVersion } from '../../model/incident';

/*
 * Whose words a report is made of. What was sent in is never overwritten: every change is a version more, with author,
 * role and time, and each person's words are changed by that person alone.
 */

/** Every version, oldest first. A report of release 0.1 is one version: its reporter's. */
export function versionsOf({ versions, reportedAt, reporter, report }: Incident): readonly ReportVersion[] {
  if (versions || !reportedAt) return versions ?? [];
  const as = reporter.kind === 'self' ? 'victim' : 'reporter';
  return [{ at: reportedAt, by: reporter.person, as, values: report }];
}

/** The words of one person in a field, as they are now. */
export interface Said {
  by: PersonId;
  as: ReportVersion['as'];
  /** When they last changed it. ISO. */
  at: string;
  text: string;
}

/** All that is said in a field, in the order in which its authors first wrote there. What was taken back is left out. */
export function saidOf(incident: Incident, field: ReportField): Said[] {
  const byAuthor = new Map<PersonId, Said>();
  for (const { by, as, at, values } of versionsOf(incident)) {
    const text = values[field];
    if (text !== undefined) byAuthor.set(by, { by, as, at, text });
  }
  return [...byAuthor.values()].filter(({ text }) => text !== '');
}

/** A person's own words as they are now, by field. */
export const ownWords = (incident: Incident, person: PersonId): Partial<Report> =>
  Object.assign({}, ...versionsOf(incident).flatMap(({ by, values }) => (by === person ? [values] : [])));

/** The report as it is without the words of anybody else: for who wrote in it and reads nothing more. */
export const ownOnly = (
  incident: Incident,
  person: PersonId,
): Pick<Incident, 'report' | 'versions' | 'occurrences'> => ({
  report: ownWords(incident, person),
  versions: versionsOf(incident).filter(({ by }) => by === person),
  ...(incident.occurrences ? { occurrences: ownEvents(incident, person) } : {}),
});

/** The added events that a person told of first, without what others have said of them. */
const ownEvents = ({ occurrences = [] }: Incident, person: PersonId): Occurrence[] =>
  occurrences
    .filter(({ versions: [first] }) => first?.by === person)
    .map((one) => ({ ...one, versions: one.versions.filter(({ by }) => by === person) }));

/** The number on which the victim is rung: theirs to say, whoever wrote one before. */
const VICTIMS_OWN: ReportField = 'phone';

/** The words that a field goes by: the first author's; of the victim's number the victim's own, once there are any. */
function leading(incident: Incident, field: ReportField): Said | undefined {
  const all = saidOf(incident, field);
  return all.find(({ as }) => field === VICTIMS_OWN && as === 'victim') ?? all[0];
}

/** The additions of others beside the words that a field goes by. */
export function addedTo(incident: Incident, field: ReportField): Said[] {
  const own = leading(incident, field);
  return saidOf(incident, field).filter(({ by }) => by !== own?.by);
}

/** A field as the routine goes by it; of codes that are chosen together, everybody's, those of added events too. */
export function standing(incident: Incident, field: ReportField, isSeveral: boolean): string {
  if (!isSeveral) return leading(incident, field)?.text ?? '';
  const events = (incident.occurrences ?? []).map(({ versions }) => ({ ...incident, versions }));
  const said = [incident, ...events].flatMap((one) => saidOf(one, field));
  return [...new Set(said.flatMap(({ text }) => splitChoices(text)))].join(',');
}

/** Whether a threat assessment is made: it came by phone, or was of a bomb in whatever way it came (Bilaga 2.5). */
export const isThreatAssessed = ({ report }: Incident): boolean =>
  splitChoices(report.channel).includes('phone') || splitChoices(report.kinds).includes('bomb');
