import { EARLY_REASONS } from '../../model/codes';
import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { isUnheard } from '../../rules/ladders/spoken';
import { needOpen, readForm, stamp, type Turn } from '../turn';

type Data = Readonly<Record<string, unknown>>;

/** "Jag är i säkerhet nu": said, and shown to who rings. It ends nothing: somebody may be made to press it. */
export function saySafe(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  return { ...incident, safeAt: incident.safeAt ?? stamp(turn) };
}

/** "Nog nu": the steps end by themselves (`settle`), and the questions with them. */
export function sayEnough(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  return { ...incident, enoughAt: incident.enoughAt ?? stamp(turn), groups: undefined };
}

/** "Jag vill fortsätta": the steps that ended by it come back. */
export function goOn(incident: Incident): Incident {
  needOpen(incident);
  return incident.enoughAt === undefined ? incident : { ...incident, enoughAt: undefined };
}

/**
 * "Ring mig inte" and "Någon kan se min mobil": whoever is watched stays so when they also hide. Also on a closed incident, for
 * its cards stand in the chat.
 */
export function beQuiet(incident: Incident, why: 'hiding' | 'watched', turn: Turn): Incident {
  const { quiet } = incident;
  return quiet?.why === why || quiet?.why === 'watched'
    ? incident
    : { ...incident, quiet: { why, at: stamp(turn) } };
}

/** "Ni kan ringa och skriva nu": the victim's alone. */
export const liftQuiet = (incident: Incident): Incident =>
  incident.quiet === undefined ? incident : { ...incident, quiet: undefined };

/** The form of closing before all is done: why, and in words. */
export const EARLY_FIELDS: readonly FieldSpec[] = [
  { id: 'why', kind: 'choice', required: true, choices: EARLY_REASONS },
  { id: 'reason', kind: 'text', required: true },
];

/**
 * Closed as a mistake or as a duplicate: a reason is all that it takes. An alarm is closed as a mistake only once somebody has
 * spoken with the victim, whatever button was pressed before.
 */
export function closeEarly(incident: Incident, data: Data, turn: Turn): Incident {
  if (incident.state === 'closed') return incident;
  const { why, reason } = readForm(EARLY_FIELDS, data, turn);
  if (why === 'mistake' && isUnheard(incident)) throw new Refusal('ringFirst');
  return {
    ...incident,
    state: 'closed',
    closedAt: stamp(turn),
    closedBy: turn.by,
    closeReason: why === 'mistake' ? 'mistake' : 'duplicate',
    closeWords: reason,
  };
}
