import { splitChoices } from '../../model/fields';
import type { Incident, Report } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import type { Carry, SharedEvent } from '../../model/wish/joined';
import type { OneOfSeveral } from '../../rules/victim/several';
import { begin, fileReport } from '../reporting';
import { type ActTurn, needOpen, stamp, type Turn } from '../turn';

/*
 * Many victims of one event: one incident each, which share the event (routine, section 8). Nobody but those who have several of
 * them sees that there are others.
 */

/**
 * The incident belongs to an event, and so do those that were chosen with it: the press is carried to them. It takes the event that
 * one of them has, so that a victim more comes to the others; its own goes before that.
 */
export function joinEvent(
  incident: Incident,
  { others: chosen }: { others?: unknown },
  turn: ActTurn,
): Incident {
  needOpen(incident);
  const { event: theirs, others } = turn.joins ?? {
    event: undefined,
    others: splitChoices(typeof chosen === 'string' ? chosen : ''),
  };
  if (!theirs && others.length === 0) throw new Refusal('badInput', { others: { kind: 'required' } });
  // A carried press brings the event; one's own takes the others into it.
  if (others.length === 0)
    return incident.event?.id === theirs?.id ? incident : { ...incident, event: theirs };
  const event = incident.event ?? theirs ?? { id: turn.once, at: stamp(turn), by: turn.by };
  const carry = {
    once: turn.once,
    verb: 'joinEvent',
    data: '{}',
    by: turn.by,
    at: stamp(turn),
    to: [...others],
  };
  return { ...incident, event, carries: [...(incident.carries ?? []), carry] };
}

/** It was another event after all. What has been written down once for all stays in each. */
export function leaveEvent(incident: Incident): Incident {
  needOpen(incident);
  return incident.event === undefined ? incident : { ...incident, event: undefined };
}

/*
 * Several who are registered together: the first one's incident is made by the press, and keeps who else there is until each of them
 * has an incident too. They share the event from the beginning.
 */

/** The press that makes the incidents of those who were told of together with somebody. */
export const REGISTER_OTHERS = 'registerOthers';

/** One of them. `isSelf`: it is the official who writes it down. */
interface Other extends OneOfSeveral {
  isSelf?: boolean;
}

/** All that those who are registered together have in common. */
export interface Together {
  others: readonly Other[];
  reporter: Incident['reporter'];
  report: Partial<Report>;
  route: Incident['route'];
  board: string;
  /** Rows of the contact list whose holders are part of what happened. */
  suspects: readonly string[];
}

/** The first one's incident, with who else there is. */
export function withOthers(incident: Incident, together: Together, turn: Turn): Incident {
  if (together.others.length === 0) return incident;
  const at = stamp(turn);
  const event: SharedEvent = { id: incident.id, at, by: turn.by };
  const data = JSON.stringify(together);
  const carry: Carry = { once: turn.once, verb: REGISTER_OTHERS, data, by: turn.by, at };
  return { ...incident, event, carries: [...(incident.carries ?? []), carry] };
}

/** Whether an incident is the first of several that were registered together, by this person. */
export const isFirstOfSeveral = ({ id, event, reporter }: Incident, person: string): boolean =>
  event?.id === id && reporter.person === person;

/** Where a report goes. Of whoever writes their own name the own word holds: the party reads it only where they said so for all. */
export const routeTold = (
  route: Incident['route'],
  { isSelf, partyMay }: { isSelf: boolean; partyMay: string | undefined },
): Incident['route'] => (isSelf && partyMay !== 'yes' ? 'municipality' : route);

/** One of those who were told of, and what their incident gets. */
interface Making {
  id: string;
  reference: string;
  event: SharedEvent | undefined;
  other: Other;
  together: Together;
  /** Whom it is not to reach. */
  suspects: readonly string[];
}

/** The incident of one of them: as if each had been registered by themselves at that time. */
export function begunTogether(
  { id, reference, event, other, together, suspects }: Making,
  turn: Turn,
): Incident {
  const { name, party, phone, isSelf = false } = other;
  const { reporter, report, route, board } = together;
  const { person } = reporter;
  const begun = begin(
    {
      ...{ id, reference, board, party, suspects, via: 'report', acute: false },
      route: routeTold(route, { isSelf, partyMay: reporter.partyMay }),
      reporter: isSelf ? { person, name, kind: 'self' } : reporter,
      victim: isSelf ? { person, name } : { name },
      areAsBefore: isSelf,
    },
    turn,
  );
  const own: Partial<Report> = { ...report, ...(phone ? { phone } : {}) };
  return { ...fileReport(begun, own, turn), event };
}
