import type { Contact } from '../model/contact';
import type { Incident } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { Cast } from '../model/situation';
import { isOfMunicipality } from '../rules/leadership';
import { whoOf } from '../rules/succession';
import { exclude, situationOf, stamp, type Turn } from './turn';

/** How the party's insight ended: a press of its own, another contact in the municipality, or a threat from the party. */
type How = NonNullable<Incident['withdrawal']>['how'];

/** Everyone who holds or held a post of the incident's party: officers, deputies, and those who only stand on the list. */
const partyOf = (cast: Cast): Contact[] =>
  cast.contacts.filter(
    (contact) => !isOfMunicipality(cast, contact) && contact.party === cast.incident.party,
  );

/**
 * The party loses its insight from now on, all of it and for good: whoever leads for it leads no more, and nobody who
 * gets a post in it later is asked. When that was stays stored. Again: the first time counts.
 */
export function shutOutParty(incident: Incident, how: How, turn: Turn): Incident {
  const out = [...new Set(partyOf(situationOf(incident, turn)).map(whoOf))];
  const why = how === 'ownParty' ? 'ownParty' : 'replaced';
  const without = out.reduce((value, person) => exclude(value, { person, why }, turn), incident);
  const hadInsight = incident.route === 'party';
  return {
    ...without,
    route: 'municipality',
    keptLead: without.lead ? without.keptLead : undefined,
    withdrawal: incident.withdrawal ?? (hadInsight ? { at: stamp(turn), how } : undefined),
  };
}

/** "Partiet ska inte läsa mer": consent is taken back, at any time, closed too; no reason is asked (GDPR 7.3). */
export function withdrawConsent(incident: Incident, turn: Turn): Incident {
  if (incident.route !== 'party') throw new Refusal('alreadyEnded');
  return shutOutParty(incident, 'asked', turn);
}
