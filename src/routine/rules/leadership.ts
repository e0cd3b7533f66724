import { type Contact, isActive, isAway, isComing, isRung, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { type Position, postOf, standsAs } from '../model/posts';
import type { Cast, Roster } from '../model/situation';
import { asExcluded } from './contactList/holders';
import { chain, isExcluded, strategistsOf } from './succession';

/** Whom the victim or the lead may choose instead: anyone in the chain with an account, and the strategist. */
export function othersToLead(cast: Cast): Contact[] {
  const all = [...chain(cast).flat(), ...strategistsOf(cast)];
  const eligible = all.filter(
    (contact) =>
      contact.person &&
      isRung(contact) &&
      contact.person !== cast.incident.lead?.person &&
      postOf(cast.routine.posts, contact)?.mayLead,
  );
  return [...new Map(eligible.map((contact) => [contact.person, contact])).values()];
}

/** Whether a row's post is the municipality's own: whoever holds a party's post is an outsider to it. */
export const isOfMunicipality = ({ routine }: Pick<Roster, 'routine'>, contact: Contact): boolean =>
  postOf(routine.posts, contact)?.per !== 'party';

/** Whether a person holds a post of the municipality's own now. */
export const holdsOfMunicipality = (roster: Roster, person: PersonId): boolean =>
  roster.contacts.some(
    (contact) => contact.person === person && isActive(contact) && isOfMunicipality(roster, contact),
  );

/** Those who stand by and have led: they read on. */
export const haveLed = ({ standby, lead }: Pick<Incident, 'standby' | 'lead'>): PersonId[] =>
  standby.flatMap(({ person, led }) => (led || lead?.from === person ? [person] : []));

const holdsPost = (contacts: readonly Contact[], person: PersonId): boolean =>
  contacts.some((contact) => contact.person === person && isActive(contact));

/** Whether a person's posts rest while they are away. */
const isGone = (contacts: readonly Contact[], person: PersonId): boolean =>
  contacts.some((contact) => contact.person === person && isAway(contact));

const heldPost = ({ contacts, routine }: Roster, person: PersonId, position: Position): boolean =>
  contacts.some(
    (contact) =>
      contact.person === person && !isComing(contact) && standsAs(routine.posts, contact, position),
  );

/**
 * The incident as the contact list has it now. Who is out is so by whatever account they have. A strategist whose post has ended is out, for the municipality's
 * own post passes on; a first contact who leads stays until the victim has chosen (section 8). Who only stands by reads by
 * their post alone.
 */
export function asListed(given: Incident, roster: Roster): Incident {
  const { contacts } = roster;
  const incident = asExcluded(given, contacts);
  const isOut = (person: PersonId) =>
    isExcluded(incident, person) ||
    (!holdsPost(contacts, person) && (heldPost(roster, person, 'strategist') || isGone(contacts, person)));
  const { lead } = incident;
  const standby = incident.standby.filter((one) => holdsPost(contacts, one.person));
  if (lead && isOut(lead.person)) {
    const ended = contacts.find((contact) => contact.person === lead.person)?.ended ?? '';
    // Who was away already when they took it is asked for from then on.
    const askedAt = [ended, lead.since].sort().at(-1);
    return { ...incident, standby, lead: undefined, leadEpoch: incident.leadEpoch + 1, askedAt };
  }
  return standby.length === incident.standby.length ? incident : { ...incident, standby };
}

/** The lead's post has ended, and the victim has not said yet whom they want (section 8). */
export const asksForLead = (cast: Cast): boolean => {
  const { incident, contacts } = cast;
  return (
    incident.state === 'open' &&
    incident.lead !== undefined &&
    incident.keptLead !== incident.lead.person &&
    heldPost(cast, incident.lead.person, 'firstContact') &&
    !holdsPost(contacts, incident.lead.person)
  );
};

/** Whether the person chose the municipality alone, and nothing of it has ever gone to a party. */
export function isPartyUntold(incident: Incident): boolean {
  const { route, wantsParty, withdrawal, reporter, via, party, declined } = incident;
  if (route !== 'municipality' || wantsParty || withdrawal || reporter.kind === 'other') return false;
  return (via === 'alarm' || party !== undefined) && !declined.some(({ why }) => why === 'ownParty');
}
