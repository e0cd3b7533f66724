import type { Incident, Occurrence, ReportVersion } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { mergeFault, outOf } from '../../rules/joined/merging';
import { holdsOfMunicipality } from '../../rules/leadership';
import { standing, versionsOf } from '../../rules/report/versions';
import { MOST } from '../reporting';
import { type ActTurn, exclude, needOpen, stamp, type Turn, unled } from '../turn';
import { raiseAcute } from '../victim';

/** The press that has the words of an incident taken into the one that it went into. */
export const TAKE_IN = 'takeIn';

/**
 * "Samma ärende": this one ends, and leads to the one that goes on, which takes its words in. Its writer sees it as before, and what
 * they add goes there too.
 */
export function merge(incident: Incident, turn: ActTurn): Incident {
  needOpen(incident);
  const { into } = turn;
  if (!into) throw new Refusal('badInput', { into: { kind: 'required' } });
  const fault = mergeFault(incident, into);
  if (fault) throw new Refusal(fault);
  if (JSON.stringify([wordsOf(incident), wordsOf(into)]).length > MOST) throw new Refusal('reportFull');
  const at = stamp(turn);
  return {
    ...incident,
    state: 'closed',
    closedAt: at,
    closedBy: turn.by,
    closeReason: 'duplicate',
    mergedInto: { id: into.id, reference: into.reference, at, by: turn.by },
    carries: [...(incident.carries ?? []), takingIn(into.id, turn)],
  };
}

const takingIn = (id: string, turn: Turn): NonNullable<Incident['carries']>[number] => ({
  once: turn.once,
  verb: TAKE_IN,
  data: '{}',
  by: turn.by,
  at: stamp(turn),
  to: [id],
});

const wordsOf = (incident: Incident) => [versionsOf(incident), incident.occurrences ?? []];

/** The press that tells those that went into an incident that it is over, or goes on again. */
export const FOLLOW_END = 'followEnd';

/** The end of an incident as those that went into it have it; of one that went into another itself, that one's end. */
const endOf = ({ mergedInto, closedAt }: Incident): string | undefined =>
  mergedInto ? mergedInto.overAt : closedAt;

/** All that those which went into an incident follow: its end, and who may read it. */
const followedOf = (incident: Incident): string =>
  JSON.stringify([endOf(incident), incident.route, incident.party, incident.board, outOf(incident)]);

/**
 * The presses that follow from one on an incident that went into another, or into which others went: words more, its end, who may no
 * longer read it.
 */
export function mergedCarries(before: Incident, after: Incident, turn: Turn): Incident['carries'] {
  const words = before.mergedInto && after.mergedInto ? [takingIn(after.mergedInto.id, turn)] : [];
  const { merged = [] } = after;
  const isFollowed = merged.length > 0 && followedOf(before) !== followedOf(after);
  const follow = { ...takingIn('', turn), verb: FOLLOW_END, to: merged.map(({ id }) => id) };
  return [...words, ...(isFollowed ? [follow] : [])];
}

/** The incident for those alone who may read the one that it went into: whoever has lost that one loses this one too. */
function readBySame(incident: Incident, source: Incident, turn: Turn): Incident {
  const without = source.declined.reduce<Incident>(
    (value, { person, why, rows }) =>
      why === 'cannot' ? value : exclude(value, { person, why, rows }, turn),
    incident,
  );
  const { route, party, board, withdrawal } = source;
  if (without.route === route && without.party === party && without.board === board) return without;
  const isIn = (person: string): boolean =>
    source.lead?.person === person ||
    source.standby.some((one) => one.person === person) ||
    holdsOfMunicipality(turn, person);
  const { lead } = without;
  return {
    ...(lead && !isIn(lead.person) ? unled(without, turn) : without),
    standby: without.standby.filter(({ person }) => isIn(person)),
    ...{ route, party, board, withdrawal: without.withdrawal ?? withdrawal },
  };
}

/** An incident that went into one which is over, or open again, or has other readers: it is so too, and its writer sees that it is over. */
export function followEnd(incident: Incident, source: Incident, turn: Turn): Incident {
  const { mergedInto } = incident;
  if (mergedInto?.id !== source.id) return incident;
  const same = readBySame(incident, source, turn);
  const overAt = endOf(source);
  return mergedInto.overAt === overAt ? same : { ...same, mergedInto: { ...mergedInto, overAt } };
}

const keyOf = ({ at, by, values }: ReportVersion): string => JSON.stringify([at, by, values]);

/** The versions of both, each once, in the order in which they were written. */
function bothOf(own: readonly ReportVersion[], more: readonly ReportVersion[]): ReportVersion[] {
  const known = new Set(own.map(keyOf));
  const fresh = more.filter((one) => !known.has(keyOf(one)));
  return fresh.length === 0 ? [...own] : [...own, ...fresh].sort((a, b) => a.at.localeCompare(b.at));
}

/** The added events of both; those of the other stay its writer's. */
function eventsOf(own: readonly Occurrence[], more: readonly Occurrence[]): Occurrence[] {
  const mine = own.map((one) => {
    const theirs = more.find(({ id }) => id === one.id);
    return theirs ? { ...one, versions: bothOf(one.versions, theirs.versions) } : one;
  });
  return [...mine, ...more.filter(({ id }) => !own.some((one) => one.id === id))];
}

/**
 * The incident that goes on, with all that was written in the one that went into it: each version with its author, role and time. What
 * the routine goes by stays its own, but what holds several codes goes by both. Made again it adds only what is new.
 */
export function takeIn(incident: Incident, other: Incident, turn: Turn): Incident {
  const before = incident.merged?.find(({ id }) => id === other.id);
  const versions = bothOf(versionsOf(incident), versionsOf(other));
  const occurrences = eventsOf(incident.occurrences ?? [], other.occurrences ?? []);
  const isNew = JSON.stringify([versions, occurrences]) !== JSON.stringify(wordsOf(incident));
  const isAcuteNow = other.acute && (before === undefined || (other.acuteAt ?? '') >= before.at);
  if (before && !isNew && !isAcuteNow) return incident;
  const entry = { id: other.id, reference: other.reference, at: stamp(turn), by: turn.by };
  const taken: Incident = {
    ...incident,
    versions,
    ...(occurrences.length > 0 ? { occurrences } : {}),
    merged: [...(incident.merged ?? []).filter(({ id }) => id !== other.id), entry],
  };
  const coded = { ...taken, report: { ...taken.report, ...codesOf(taken, turn) } };
  if (!isAcuteNow || (before === undefined && incident.acute)) return coded;
  // It went into another one itself, which hears of it next.
  return incident.state === 'open'
    ? raiseAcute(coded, turn)
    : { ...coded, acute: true, acuteAt: stamp(turn) };
}

/** The fields that hold several codes, by what everybody wrote. */
const codesOf = (incident: Incident, { routine }: Turn): Incident['report'] =>
  Object.fromEntries(
    routine.pages
      .flatMap((page) => [...page.fields])
      .filter(({ kind }) => kind === 'choices')
      .map(({ id }) => [id, standing(incident, id, true)] as const)
      .filter(([, codes]) => codes !== ''),
  );
