import { type Contact, isActive } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { standsAs } from '../../model/posts';
import { Refusal } from '../../model/refusal';
import { mayBeNamed } from '../../rules/contactList/suspects';
import { isOfMunicipality } from '../../rules/leadership';
import { accountsOf, chain, groupsAs, isExcluded, whoOf } from '../../rules/succession';
import { shutOutParty } from '../consent';
import { exclude, needOpen, situationOf, type Turn } from '../turn';

/** Whether a row is one whose place the alternate takes: who answers for the municipality, or files for it. */
const isAnswering = ({ routine }: Turn, contact: Contact): boolean =>
  standsAs(routine.posts, contact, 'strategist') || standsAs(routine.posts, contact, 'filer');

/** The alternates are asked before all others: nobody who works beside a suspect is first to hear. */
const withAlternates = (incident: Incident, turn: Turn): Incident => {
  const alternates = accountsOf(groupsAs(situationOf(incident, turn), 'alternate').flat());
  const free = alternates.filter((one) => !isExcluded(incident, one));
  return { ...incident, wanted: [...new Set([...incident.wanted, ...free])] };
};

function named(incident: Incident, contact: Contact, turn: Turn): Incident {
  const without = exclude(incident, { person: whoOf(contact), why: 'suspect' }, turn);
  if (!isOfMunicipality(turn, contact))
    return without.route === 'party' && contact.party === without.party
      ? shutOutParty(without, 'ownParty', turn)
      : without;
  return isAnswering(turn, contact) && !without.lead ? withAlternates(without, turn) : without;
}

/** The same from the beginning, before anybody has been told: what is named there holds, whoever is left. */
export function withSuspects(incident: Incident, ids: readonly string[], turn: Turn): Incident {
  const all = mayBeNamed(situationOf(incident, turn));
  const persons = new Set(all.filter(({ id }) => ids.includes(id)).map(whoOf));
  return turn.contacts
    .filter((contact) => isActive(contact) && persons.has(whoOf(contact)))
    .reduce((value, contact) => named(value, contact, turn), incident);
}

/**
 * Persons of the chain who are part of what has happened, by the ids of their rows: from now on they have no place in it, and are
 * told nothing of it. Of an officer of the victim's party the whole party is out. Somebody must be left who can be told.
 */
export function nameSuspects(incident: Incident, ids: readonly string[], turn: Turn): Incident {
  needOpen(incident);
  const next = withSuspects(incident, ids, turn);
  if (next === incident) throw new Refusal('badInput', { suspects: { kind: 'required' } });
  if (chain(situationOf(next, turn)).length === 0) throw new Refusal('noOtherContact');
  return next;
}
