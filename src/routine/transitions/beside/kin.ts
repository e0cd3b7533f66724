import type { KIN_ANSWERS } from '../../model/codes';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { hasJustLooked } from '../../rules/victim/kin';
import { isKinShown, kinAskable, kinAsked } from '../../rules/victim/kinHolders';
import { needOpen, situationOf, stamp, type Turn } from '../turn';

/** Somebody looks at whom the victim wants rung: the victim is told, once a look. Only while the matter is open. */
export function readKin(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  if (hasJustLooked(incident, turn.by, turn.now)) return incident;
  const look = { at: stamp(turn), by: turn.by };
  return { ...incident, kinLooks: [...(incident.kinLooks ?? []), look].slice(-50) };
}

/** Those who hold the party's list are asked for the numbers; a question that waits is not asked twice. */
export function askKin(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const situation = situationOf(incident, turn);
  const before = kinAsked(situation);
  if (before && !before.answer && isKinShown(before, turn.now)) return incident;
  const asked = kinAskable(situation);
  if (asked.length === 0) throw new Refusal('noOtherContact');
  return { ...incident, kinAsk: { at: stamp(turn), by: turn.by, asked } };
}

/** Whoever was asked rings themselves, or has no list. */
export function answerKin(incident: Incident, how: (typeof KIN_ANSWERS)[number], turn: Turn): Incident {
  needOpen(incident);
  const { kinAsk } = incident;
  if (!kinAsk || kinAsk.answer?.how === how) return incident;
  return { ...incident, kinAsk: { ...kinAsk, answer: { at: stamp(turn), by: turn.by, how } } };
}
