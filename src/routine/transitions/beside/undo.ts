import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { undoUntil } from '../../rules/wishes/undo';
import { stamp, type Turn } from '../turn';

/** The number by which it is known who has been told of a thing: who is told anew is told by a higher one. */
type Counted = { epoch: number } | undefined;

const epochOf = (value: unknown): number => (value as Counted)?.epoch ?? 0;

/** A value as it was before, counted on from where it is now: whoever was told of either is told anew. */
function restored(place: string, before: unknown, now: unknown): unknown {
  if (place === 'leadEpoch' || place === 'epoch') return (now as number) + 1;
  // The question is not there any more, but one that is asked later is another one.
  if (place === 'decision' && before === undefined) return { epoch: epochOf(now) + 1 };
  if (place.startsWith('steps.') && before === undefined)
    return { state: 'waiting', epoch: epochOf(now), records: {} };
  const isCounted = typeof (before as Counted)?.epoch === 'number' && epochOf(now) > 0;
  return isCounted ? { ...(before as object), epoch: Math.max(epochOf(before), epochOf(now)) } : before;
}

/** The incident with a place put back. */
function withPlace(incident: Incident, place: string, before: unknown): Incident {
  if (!place.startsWith('steps.')) {
    const now: unknown = incident[place as keyof Incident];
    return { ...incident, [place]: restored(place, before, now) };
  }
  const id = place.slice('steps.'.length);
  return {
    ...incident,
    steps: { ...incident.steps, [id]: restored(place, before, incident.steps[id]) } as Incident['steps'],
  };
}

/**
 * "Ångra": all that the presser's latest press changed is as it was. A ladder goes on from where it stood, for its clock has
 * not moved; whoever is asked by it is asked anew. An incident that was closed by it is open, as one that was reopened.
 */
export function undo(incident: Incident, turn: Turn): Incident {
  const { undo: press } = incident;
  if (!press && incident.undone?.by === turn.by) return incident;
  if (!press || !undoUntil({ incident, now: turn.now, routine: turn.routine }, turn.by))
    throw new Refusal('undoLate');
  const back = Object.entries(press.changes).reduce(
    (value, [place, { before }]) =>
      withPlace(value, place, before === undefined ? undefined : JSON.parse(before)),
    incident,
  );
  const isReopened = incident.state !== back.state;
  const isTold = isReopened || incident.lead?.person !== back.lead?.person;
  const told = Math.max(incident.undone?.strategist ?? 0, epochOf(incident.strategist));
  return {
    ...back,
    ...(isReopened && back.state === 'open' ? { epoch: incident.epoch + 1, reopenedAt: stamp(turn) } : {}),
    undo: undefined,
    undone: {
      act: press.act,
      by: turn.by,
      at: stamp(turn),
      isTold: isTold || undefined,
      strategist: told || undefined,
    },
  };
}
