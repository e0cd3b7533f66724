import type { PersonId } from '../../routine/model/contact';
import type { Situation } from '../../routine/model/situation';
import { rolesIn } from '../../routine/rules/access';
import { isStrategistIn } from '../../routine/rules/joined/carried';
import { pressingMatter } from '../../routine/rules/ladders/reaching';
import type { Role } from '../../routine/rules/roles/role';
import type { RoundIncident } from '../../screens/round';

const HELPERS: readonly Role[] = [
  'lead',
  'standby',
  'helper',
  'overseer',
  'candidate',
  'strategist',
  'stepStrategist',
  'toldStrategist',
  'escalated',
];

/** The event that it shares with others, in the round of a strategist. */
export const eventFor = (situation: Situation, person: PersonId): string | undefined =>
  isStrategistIn(rolesIn(situation, person)) ? situation.incident.event?.id : undefined;

/** The acute matter, in the round of everybody who is to help; put off by nobody. */
export function pressingFor(situation: Situation, person: PersonId, at: Date): RoundIncident['pressing'] {
  const found = pressingMatter(situation);
  if (!found || new Date(found.since) >= at) return undefined;
  const roles = rolesIn(situation, person);
  return HELPERS.some((role) => roles.has(role)) || (!found.isLed && roles.has('informed'))
    ? { ...found, quiet: situation.incident.quiet?.why }
    : undefined;
}
