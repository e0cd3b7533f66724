import { NO_PARTY } from '../../model/codes';
import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { Refusal } from '../../model/refusal';
import { holdsOfMunicipality } from '../../rules/leadership';
import { needOpen, stamp, type Turn, unled } from '../turn';

/**
 * The victim has changed party, or their party is no more. The old party's officers have no place in it from this press on; the
 * new one's are asked, but where only the municipality had it: there it stays so. Whoever leads for the municipality goes on.
 */
export function changeParty(incident: Incident, party: string, turn: Turn): Incident {
  needOpen(incident);
  const next = party === NO_PARTY ? undefined : party;
  if (next !== undefined && !turn.routine.parties.includes(next))
    throw new Refusal('badInput', { party: { kind: 'badChoice' } });
  if (incident.party === next) return incident;
  const stays = (person: PersonId) => holdsOfMunicipality(turn, person);
  const { lead } = incident;
  // Where nobody leads yet, whoever is asked now is asked from now on.
  const led = lead && stays(lead.person) ? incident : unled(incident, turn);
  const toParty = incident.route === 'party' && next !== undefined;
  return {
    ...led,
    party: next,
    route: toParty ? 'party' : 'municipality',
    wantsParty: undefined,
    keptLead: undefined,
    standby: led.standby.filter(({ person }) => stays(person)),
    wanted: led.wanted.filter(stays),
    consent: toParty ? { at: stamp(turn), to: 'party', asked: 'card' } : incident.consent,
  };
}
