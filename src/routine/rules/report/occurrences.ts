import { dayOf } from '../../calendar/localTime';
import { nextAtHour } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { FieldSpec } from '../../model/fields';
import type { Incident, Occurrence, Report, ReportField, ReportVersion } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { hasWhole } from '../../plan/evaluate';
import { accountsOf, strategistsOf } from '../succession';
import { standing } from './versions';

/*
 * A campaign: events that are added to an open incident. Each keeps its own day, its versions and its files, like the first
 * report; nothing of them is overwritten.
 */

/** The fields of the report that are asked of each event. */
const ASKED: ReadonlySet<ReportField> = new Set<ReportField>([
  'what',
  'kinds',
  'channel',
  'date',
  'dateTo',
  'time',
  'place',
  'urgent',
]);

type Plan = Pick<Routine, 'pages'>;

/** The form on an event. Of a new one it is asked whether it is urgent; an event that stands there is only added to. */
export const occurrenceFields = ({ pages }: Plan, isNew: boolean): readonly FieldSpec<ReportField>[] =>
  pages
    .flatMap((page) => [...page.fields])
    .filter(({ id }) => ASKED.has(id) && (isNew || id !== 'urgent'))
    .map((spec) => ({ ...spec, required: isNew && (spec.required === true || spec.id === 'urgent') }));

/** An event as the routine goes by it: the first author's words, of codes everybody's. */
const reportOf = (incident: Incident, { versions }: Occurrence, { pages }: Plan): Partial<Report> => {
  const alone = { ...incident, versions, occurrences: undefined };
  return Object.fromEntries(
    pages
      .flatMap((page) => [...page.fields])
      .flatMap(({ id, kind }) => {
        const text = standing(alone, id, kind === 'choices');
        return text ? [[id, text]] : [];
      }),
  );
};

/** An incident as if one of its added events were all that has been reported of it. Undefined: there is no such event. */
export function ofOccurrence(incident: Incident, id: string, plan: Plan): Incident | undefined {
  const found = incident.occurrences?.find((one) => one.id === id);
  if (!found) return undefined;
  return {
    ...incident,
    report: reportOf(incident, found, plan),
    versions: found.versions,
    occurrences: undefined,
    evidence: incident.evidence?.filter(({ occurrence }) => occurrence === id),
  };
}

/** When an event was told of, by whom and as what: its first version. */
export const toldIn = ({ versions }: Occurrence): ReportVersion | undefined => versions[0];

/** The first and the last day of an event, as far as they are known. YYYY-MM-DD. */
const daysOf = (incident: Incident, one: Occurrence, plan: Plan): { date: string; dateTo: string } => {
  const { date = '', dateTo = '' } = reportOf(incident, one, plan);
  return { date: date || dateTo, dateTo: dateTo || date };
};

/** An added event in a list: its id, its days, when it was told of. */
export interface Dated {
  id: string;
  date: string;
  dateTo: string;
  toldAt: string;
}

/** The added events by their days, the earliest first; one without a day stands by the day on which it was told of. */
export function byDay(incident: Incident, plan: Plan): Dated[] {
  const all = (incident.occurrences ?? []).map((one) => {
    const toldAt = toldIn(one)?.at ?? incident.createdAt;
    return { id: one.id, toldAt, ...daysOf(incident, one, plan) };
  });
  const place = ({ date, toldAt }: Dated) => `${date || dayOf(new Date(toldAt))} ${toldAt}`;
  return all.sort((a, b) => place(a).localeCompare(place(b)));
}

/** Events with each of their versions changed; one of which nothing is left is left out. */
export const mapVersions = (
  { occurrences }: Pick<Incident, 'occurrences'>,
  change: (version: ReportVersion) => ReportVersion | undefined,
): Incident['occurrences'] =>
  occurrences?.flatMap((one) => {
    const versions = one.versions.flatMap((version) => change(version) ?? []);
    return versions.length > 0 ? [{ ...one, versions }] : [];
  });

const DAY = 86_400_000;

/** The event that a file is of: the latest that its giver told of within a day. Undefined: what was reported first. */
export function occurrenceNow(incident: Incident, by: PersonId, now: Date): string | undefined {
  const last = incident.occurrences?.findLast((one) => toldIn(one)?.by === by);
  const at = last && toldIn(last)?.at;
  return at && now.getTime() - Date.parse(at) < DAY ? last.id : undefined;
}

/** Digests of what has been added that was not urgent: when each is read, at the hour of the round, and who told of it. */
export const digestsOf = ({ incident, routine }: Situation): { at: Date; told: ReportVersion }[] =>
  (incident.occurrences ?? []).flatMap((one) => {
    const told = toldIn(one);
    if (!told || told.values.urgent === 'yes') return [];
    return [{ told, at: nextAtHour(new Date(told.at), routine.times.roundHour) }];
  });

/** Those who are told once a day of what was added: whoever leads, and the strategists who have the whole. */
export function readersOfDigests(situation: Situation): PersonId[] {
  const { incident } = situation;
  const strategists = hasWhole(incident) ? accountsOf(strategistsOf(situation)) : [];
  return incident.lead ? [...new Set([incident.lead.person, ...strategists])] : [];
}
