import type { UnableWhy } from '../../model/codes';
import type { Incident } from '../../model/incident';
import { isVictimAsked } from '../../plan/traits';
import { needOpen, stamp, type Turn } from '../turn';
import { decide } from '../victim';

/** The way in which an answer was given, for a question that was asked, and that the victim cannot answer now. */
const BY_STATE = '';

/** The answer "kan inte svara nu" to the question on the police report, where it stands unanswered. */
function unanswered(incident: Incident, turn: Turn): Incident {
  const { decision } = incident;
  const isOpen = decision?.askedAt !== undefined && (decision.answer ?? 'notNow') === 'notNow';
  return isOpen && isVictimAsked(turn.routine)
    ? decide(incident, { answer: 'cannotAnswer', how: BY_STATE }, turn)
    : incident;
}

/** The victim cannot answer: since when stays, whatever is said of it later. */
export function sayUnable(incident: Incident, why: UnableWhy, turn: Turn): Incident {
  needOpen(incident);
  if (incident.unable?.why === why) return incident;
  const { at = stamp(turn), kinAt } = incident.unable ?? {};
  return unanswered({ ...incident, unable: { why, at, by: turn.by, ...(kinAt ? { kinAt } : {}) } }, turn);
}

/** They can answer again, or it was a mistake: the question is asked anew. */
export function liftUnable(incident: Incident, turn: Turn): Incident {
  const { unable, decision } = incident;
  if (!unable) return incident;
  const isBySay = decision?.answer === 'cannotAnswer' && decision.how === BY_STATE;
  const asked = isBySay ? { epoch: decision.epoch + 1, askedAt: stamp(turn) } : decision;
  return { ...incident, unable: undefined, decision: asked };
}

/** Their next of kin know of it. */
export function kinTold(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const { unable } = incident;
  return unable && !unable.kinAt ? { ...incident, unable: { ...unable, kinAt: stamp(turn) } } : incident;
}
