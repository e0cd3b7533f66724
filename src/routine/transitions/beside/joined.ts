import { splitChoices } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { type ActTurn, needOpen, stamp } from '../turn';

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
