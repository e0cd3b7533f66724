import type { Incident } from '../../model/incident';
import { hasJustLooked } from '../../rules/victim/kin';
import { needOpen, stamp, type Turn } from '../turn';

/** Somebody looks at whom the victim wants rung: the victim is told, once a look. Only while the matter is open. */
export function readKin(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  if (hasJustLooked(incident, turn.by, turn.now)) return incident;
  const look = { at: stamp(turn), by: turn.by };
  return { ...incident, kinLooks: [...(incident.kinLooks ?? []), look].slice(-50) };
}
