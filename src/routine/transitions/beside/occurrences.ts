import { dayOf } from '../../calendar/localTime';
import type { Incident, Report, ReportVersion, Talk } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { talkStep } from '../../plan/traits';
import { isWriterOnly } from '../../rules/access';
import { hasEnded, stored } from '../../rules/progress';
import { withoutHidden } from '../../rules/report/hidden';
import { occurrenceFields, ofOccurrence } from '../../rules/report/occurrences';
import { ownWords, standing } from '../../rules/report/versions';
import { followUpDays } from '../../rules/steps/stepState';
import { plannedTalks } from '../../rules/steps/talks';
import { authorOf, MOST } from '../reporting';
import { type ActTurn, needTaking, readForm, stamp, type Turn } from '../turn';
import { raiseAcute } from '../victim';

type Data = Readonly<Record<string, unknown>>;

/** The fields of the report that hold several codes go by everything that has happened. */
function withCodes(incident: Incident, { routine }: Turn): Incident {
  const several = routine.pages
    .flatMap((page) => [...page.fields])
    .filter(({ kind }) => kind === 'choices')
    .map(({ id }) => [id, standing(incident, id, true)] as const)
    .filter(([, codes]) => codes !== '');
  return { ...incident, report: { ...incident.report, ...Object.fromEntries(several) } };
}

/** The last day on which a follow-up talk was held. YYYY-MM-DD; empty: none has been. */
function lastTalk(incident: Incident, { routine }: Turn): string {
  const step = talkStep(routine);
  const held = step?.fields.find(({ kind }) => kind === 'date')?.id ?? '';
  const days = incident.talks.flatMap(({ kind, heldOn }) => (kind === 'followUp' && heldOn ? [heldOn] : []));
  return [stored(incident, step?.id ?? '').records[held] ?? '', ...days].sort().at(-1) ?? '';
}

/**
 * A talk of its own, within the same time as the first, for an event that no talk has followed. Another that happens before
 * it is held moves nothing: the talk is of that too.
 */
function withTalk(incident: Incident, told: Partial<Report>, turn: Turn): Incident {
  const { routine } = turn;
  const step = talkStep(routine);
  if (!step || !hasEnded(incident, step.id)) return incident;
  const event: Incident = { ...incident, createdAt: stamp(turn), report: told };
  const { last } = followUpDays(event, routine);
  const day = told.dateTo || told.date || dayOf(turn.now);
  const isFollowed = day <= lastTalk(incident, turn);
  if (isFollowed || plannedTalks(incident).some(({ plannedFor = '9' }) => plannedFor <= last))
    return incident;
  const talk: Talk = { id: turn.once, kind: 'followUp', attendees: '', notes: '', at: stamp(turn) };
  return { ...incident, talks: [...incident.talks, { ...talk, plannedFor: last }] };
}

/** Only as many as one row of a table takes, with all that was written before. */
function needRoom({ versions, occurrences }: Incident): void {
  if (JSON.stringify([versions, occurrences]).length > MOST) throw new Refusal('reportFull');
}

/** An event more, in its first version. What is urgent makes the incident acute, and whoever leads rings at once. */
function begun(incident: Incident, version: ReportVersion, turn: ActTurn): Incident {
  const one = { id: turn.once, versions: [version] };
  const next = withCodes({ ...incident, occurrences: [...(incident.occurrences ?? []), one] }, turn);
  needRoom(next);
  const talked = withTalk(next, version.values, turn);
  return version.values.urgent === 'yes' ? raiseAcute(talked, turn) : talked;
}

/** The presser's own words on an event that stands there already; nobody else's are changed. */
function addedTo(
  incident: Incident,
  { id, version }: { id: string; version: ReportVersion },
  turn: ActTurn,
): Incident {
  const found = ofOccurrence(incident, id, turn.routine);
  // Who reads nothing but their own words adds to what they told of themselves.
  if (!found || (isWriterOnly(turn.roles) && found.versions?.[0]?.by !== turn.by))
    throw new Refusal('notOpen');
  // A form shows one's own words without what is hidden in them: sent back as it stood, they are as they were.
  const asShown = ofOccurrence(withoutHidden(incident, turn.routine), id, turn.routine) ?? found;
  const own = [found, asShown].map((one) => ownWords(one, turn.by));
  const changed = Object.entries(version.values).filter(
    ([field, text]) => !own.some((said) => text === (said[field as keyof Report] ?? '')),
  );
  if (changed.length === 0) return incident;
  const more = { ...version, values: Object.fromEntries(changed) };
  const occurrences = incident.occurrences?.map((one) =>
    one.id === id ? { ...one, versions: [...one.versions, more] } : one,
  );
  const next = withCodes({ ...incident, occurrences }, turn);
  needRoom(next);
  return next;
}

/** "Det har hänt igen": an event is added to an open incident, or something to an event. */
export function addOccurrence(
  incident: Incident,
  { occurrence, ...data }: Data & { occurrence?: string | undefined },
  turn: ActTurn,
): Incident {
  needTaking(incident, turn);
  if (incident.occurrences?.some(({ id }) => id === turn.once)) return incident;
  // A form that was not sent whole takes nothing back.
  const asked = occurrenceFields(turn.routine, !occurrence).filter(
    ({ id }) => !occurrence || data[id] !== undefined,
  );
  const values = readForm(asked, data, turn);
  const said = Object.fromEntries(Object.entries(values).filter(([, text]) => occurrence || text !== ''));
  const version = { at: stamp(turn), by: turn.by, as: authorOf(incident, turn), values: said };
  return occurrence ? addedTo(incident, { id: occurrence, version }, turn) : begun(incident, version, turn);
}
