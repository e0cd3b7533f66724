import { NO_PARTY, UNKNOWN_PARTY } from '../model/codes';
import type { PersonId } from '../model/contact';
import { type FieldSpec, isAsked } from '../model/fields';
import type { Incident, Report, ReportField, ReportVersion } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { ReportPage } from '../model/routine';
import { versionOf } from '../plan/version';
import { withoutHidden } from '../rules/report/hidden';
import { ownWords, saidOf, standing, versionsOf } from '../rules/report/versions';
import { victimOf } from '../rules/succession';
import { mayRegister } from '../rules/victim/aloud';
import { asSaidBefore, withSuspects, withSuspectsElsewhere } from './beside/suspects';
import { shutOutParty } from './consent';
import { needOpen, needTaking, stamp, type Turn } from './turn';
import { raiseAcute } from './victim';

/** The beginning of an incident, whether that is the alarm or a sent report. */
export interface Beginning {
  id: string;
  reference: string;
  via: 'alarm' | 'report';
  acute: boolean;
  route: 'party' | 'municipality';
  party: string;
  /** The code of a board; empty or unknown: none. */
  board?: string;
  reporter: Incident['reporter'];
  victim: { person?: PersonId; name: string };
  /** Rows of the contact list whose holders are said to be part of it: they are never told. */
  suspects?: readonly string[] | undefined;
  /** They were said to be so of what else is open: nobody was asked now. */
  areAsBefore?: boolean | undefined;
  /** The victim's number, where an alarm knows it. */
  phone?: string | undefined;
}

const knownParty = (party: string, turn: Turn): string | undefined =>
  party === NO_PARTY || party === UNKNOWN_PARTY || !turn.routine.parties.includes(party) ? undefined : party;

/** An incident before anything has been done. */
const EMPTY = {
  leadEpoch: 1,
  wanted: [],
  standby: [],
  declined: [],
  report: {},
  steps: {},
  checks: {},
  talks: [],
  protection: [],
  once: [],
} satisfies Partial<Incident>;

/** Whether the victim is known to want the party to read it: they write themselves, or have said so to whom they chose. */
const mayPartyRead = ({ kind, partyMay }: Incident['reporter']): boolean =>
  kind === 'self' || (kind === 'proxy' && partyMay === 'yes');

/** Only whoever holds such a post registers for somebody: of others it is a report of a person whom the victim chose. */
const asRegistered = ({ came, ...reporter }: Incident['reporter'], turn: Turn): Incident['reporter'] =>
  came && mayRegister(turn, reporter.person) ? { ...reporter, came } : reporter;

/** A new incident. Without a known party, or when the victim has not said that the party may read, it goes to the strategist. */
export function begin(beginning: Beginning, turn: Turn): Incident {
  const party = knownParty(beginning.party, turn);
  const board = turn.routine.boards.find((code) => code === beginning.board);
  const victim = beginning.victim;
  const route =
    beginning.route === 'party' && party && mayPartyRead(beginning.reporter) ? 'party' : 'municipality';
  // "Inget parti" is an answer: then there is none to name.
  const wantsParty =
    beginning.via === 'alarm' && beginning.route === 'party' && !party && beginning.party !== NO_PARTY;
  const begun: Incident = {
    v: 1,
    id: beginning.id,
    reference: beginning.reference,
    practice: false,
    rev: 1,
    createdAt: stamp(turn),
    routine: versionOf(turn.routine),
    via: beginning.via,
    state: 'open',
    epoch: 1,
    acute: beginning.acute,
    route,
    party,
    ...(wantsParty ? { wantsParty } : {}),
    ...(board === undefined ? {} : { board }),
    victim: {
      person: victim.person,
      name: victim.name,
      bound: victim.person && beginning.reporter.kind === 'self' ? 'self' : 'none',
      epoch: 1,
    },
    reporter: asRegistered(beginning.reporter, turn),
    ...EMPTY,
    report: beginning.phone ? { phone: beginning.phone } : {},
  };
  const without = withSuspects(begun, beginning.suspects ?? [], turn);
  return withSuspectsElsewhere(beginning.areAsBefore ? asSaidBefore(without) : without, undefined, turn);
}

/** The consent that sending it is: the victim's own, or what they said to whom they chose. Of others there is none. */
const consentOf = (incident: Incident, turn: Turn): Incident['consent'] => {
  const at = stamp(turn);
  const { kind, came, partyMay } = incident.reporter;
  // Asked aloud, the answer is the victim's own.
  const isOwnWord = came !== undefined && partyMay !== 'unknown';
  if (kind === 'self' || isOwnWord) return { at, to: incident.route, asked: 'report' };
  return kind === 'proxy' && incident.route === 'party' ? { at, to: 'party', asked: 'proxy' } : undefined;
};

/** The report itself, on a new incident or on one that began with an alarm. "Är det bråttom? Ja" makes it acute. */
export function fileReport(incident: Incident, report: Partial<Report>, turn: Turn): Incident {
  needOpen(incident);
  if (incident.reportedAt) throw new Refusal('alreadyEnded');
  const filed = {
    ...incident,
    report: { ...incident.report, ...report },
    versions: [
      ...versionsOf(incident),
      { at: stamp(turn), by: turn.by, as: authorOf(incident, turn), values: report },
    ],
    consent: consentOf(incident, turn),
    reportedAt: stamp(turn),
  };
  return report.urgent === 'yes' ? raiseAcute(filed, turn) : filed;
}

/** The role in which somebody writes in the report. */
export const authorOf = (incident: Incident, { by }: Turn): ReportVersion['as'] => {
  if (victimOf(incident) === by) return 'victim';
  if (incident.reporter.person === by) return 'reporter';
  return incident.lead?.person === by ? 'lead' : 'strategist';
};

/** The fields of a page that somebody may fill in: what its author must say is nobody else's to repeat. */
export const amendFields = (
  incident: Incident,
  { fields }: Pick<ReportPage, 'fields'>,
  person: PersonId,
): readonly FieldSpec<ReportField>[] => {
  const isFirst = (field: ReportField) => saidOf(incident, field)[0]?.by === person;
  const said = { ...incident.report, who: incident.reporter.kind === 'self' ? 'me' : 'other' };
  return fields
    .filter((spec) => isAsked(spec, said))
    .map((spec) => (spec.required && !isFirst(spec.id) ? { ...spec, required: false } : spec));
};

/** The most that all versions together may hold, in characters as stored: an incident is one row of a table. */
export const MOST = 250_000;

/**
 * "Lägg till i rapporten": the presser's own words are changed, and stand beside what others have said; nothing that was
 * sent in is overwritten. A form that says what its author has said already adds nothing.
 */
export function amend(incident: Incident, typed: Partial<Report>, turn: Turn): Incident {
  needTaking(incident, turn);
  const own = ownWords(incident, turn.by);
  const fields = turn.routine.pages.flatMap((page) => page.fields);
  // A form shows one's own words without what is hidden in them: sent back as it stood, they are as they were.
  const shown = ownWords(withoutHidden(incident, turn.routine), turn.by);
  const isAsBefore = (id: ReportField) => [own[id] ?? '', shown[id] ?? ''].includes(typed[id] ?? '');
  const changed = fields.filter(({ id }) => typed[id] !== undefined && !isAsBefore(id));
  if (changed.length === 0) return incident;
  const values: Partial<Report> = Object.fromEntries(changed.map(({ id }) => [id, typed[id]]));
  const version = { at: stamp(turn), by: turn.by, as: authorOf(incident, turn), values };
  const next: Incident = { ...incident, versions: [...versionsOf(incident), version] };
  if (JSON.stringify([next.versions, next.occurrences]).length > MOST) throw new Refusal('reportFull');
  const report = Object.fromEntries(
    changed.map(({ id, kind }) => [id, standing(next, id, kind === 'choices')]),
  );
  return { ...next, report: { ...incident.report, ...report } };
}

/** "Jag tryckte fel" marks, and never ends: the officer still rings (duress). */
export const markMistake = (incident: Incident, turn: Turn): Incident => ({
  ...incident,
  mistakeAt: incident.mistakeAt ?? stamp(turn),
});

/**
 * The threat comes from the victim's own party: its officers and deputies lose access for good, the strategist leads.
 */
export function reportOwnParty(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  return shutOutParty(incident, 'ownParty', turn);
}

/** Whether an incident is neither a person's own nor told of by them: of it they know an id at the most. */
export const isOthers = (incident: Incident, person: PersonId): boolean =>
  incident.reporter.person !== person && victimOf(incident) !== person;

/** Whether the party may still be told of an alarm that has gone to the municipality: it holds a name and no story. */
const mayTellParty = ({ route, lead, reportedAt, withdrawal }: Incident): boolean =>
  route === 'municipality' && !lead && reportedAt === undefined && withdrawal === undefined;

/** The victim names their party, and it is asked from now on beside the municipality, whose clock goes on. */
export function tellParty(incident: Incident, { party }: { party: string }, turn: Turn): Incident {
  needOpen(incident);
  if (incident.route === 'party' && incident.party === party) return incident;
  const known = knownParty(party, turn);
  if (!known || !mayTellParty(incident)) throw new Refusal('notOpen');
  return {
    ...incident,
    party: known,
    route: 'party',
    wantsParty: undefined,
    partyAt: stamp(turn),
  };
}

/** The meaning of a press on the red button of a first card, where something stands under that card's id already. */
export type Again = 'anew' | 'raiseAcute' | 'callNow' | 'tellParty';

/** A press on the red button: by whom, to whom, and the party that was chosen with it (empty: none). */
export interface RedPress {
  person: PersonId;
  route: Beginning['route'];
  party: string;
  /** The board that was chosen with it. */
  board?: string | undefined;
}

/** Whether a party that was chosen now is not the one that the incident is with. Never the one that the threat is from. */
function isOtherParty({ route, party, withdrawal }: Incident, press: RedPress): boolean {
  if (press.route !== 'party' || press.party === '') return false;
  return party === press.party ? route !== 'party' && withdrawal?.how !== 'ownParty' : true;
}

/**
 * The button stays in a chat for ever, and whoever presses it is helped. Closed, another's, or told of another: an alarm
 * of its own. So is one to the municipality where the party has the incident: the party is not to hear of it; and one to
 * a party that is not to read what the municipality has, or to a board that has not been told. A party that is named now is
 * told now.
 */
export function alarmAgain(incident: Incident, press: RedPress): Again {
  if (victimOf(incident) !== press.person || incident.state === 'closed') return 'anew';
  if (press.route === 'municipality' && incident.route === 'party') return 'anew';
  if (press.board !== undefined && press.board !== incident.board) return 'anew';
  if (isOtherParty(incident, press)) return mayTellParty(incident) ? 'tellParty' : 'anew';
  return incident.acute ? 'callNow' : 'raiseAcute';
}

/** Whether an incident that is somebody's is to get their report still: it began with their alarm, and is open. */
export const takesReport = (incident: Incident, person: PersonId): boolean =>
  victimOf(incident) === person && incident.state === 'open' && incident.reportedAt === undefined;

/** Since when it has the report of who tells of it; undefined: it has none yet. */
export const hasReportSince = (incident: Incident, person: PersonId): string | undefined =>
  victimOf(incident) === person ? incident.reportedAt : incident.createdAt;
