import { asked, chain, strategistsOf } from './chain';
import { type Contact, isActive, type PersonId } from './contact';
import type { Incident } from './incident';
import { hasEnded } from './progress';
import { Refusal } from './refusal';
import { exclude, needOpen, readReason, situationOf, stamp, type Turn, unled, withStep } from './turn';

/** "Someone has taken it in": this ends the plan's first step (plan 3.1.1). */
const informed = (incident: Incident, turn: Turn): Incident =>
  hasEnded(incident, 'inform-officer')
    ? incident
    : withStep(incident, 'inform-officer', { state: 'done', endedAt: stamp(turn), endedBy: turn.by });

const isLed = (incident: Incident): boolean => incident.lead !== undefined;

const standBy = (incident: Incident, turn: Turn): Incident =>
  incident.standby.some((one) => one.person === turn.by)
    ? incident
    : { ...incident, standby: [...incident.standby, { person: turn.by, at: stamp(turn) }] };

/** "Jag har tagit emot": the first to press leads, the next ones stand by. */
export function acknowledge(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  if (incident.lead?.person === turn.by) return incident;
  if (isLed(incident)) return standBy(incident, turn);
  return informed(
    {
      ...incident,
      lead: {
        person: turn.by,
        since: stamp(turn),
        why: incident.wanted.includes(turn.by) ? 'handedOver' : 'acknowledged',
      },
      leadEpoch: incident.leadEpoch + 1,
      standby: incident.standby.filter((one) => one.person !== turn.by),
      declined: incident.declined.filter((one) => one.person !== turn.by),
      wanted: [],
    },
    turn,
  );
}

/** "Jag kan inte": the next in line is told; may come back by acknowledging. */
export function decline(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const wasLead = incident.lead?.person === turn.by;
  return {
    ...(wasLead ? unled(incident, turn) : incident),
    standby: incident.standby.filter((one) => one.person !== turn.by),
    wanted: incident.wanted.filter((one) => one !== turn.by),
    declined: [
      ...incident.declined.filter((one) => one.person !== turn.by),
      { person: turn.by, at: stamp(turn), why: 'cannot' as const },
    ],
  };
}

/** "Jag är för nära detta": no reason asked, no way back. The last one who can be asked cannot leave so. */
export function recuse(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const without = exclude(incident, turn.by, 'tooClose', turn);
  const isAnyoneLeft = chain(without, turn.contacts).some((group) => group.some((contact) => contact.person));
  if (!isAnyoneLeft) throw new Refusal('noOtherContact');
  return without;
}

const LEADS: ReadonlySet<Contact['role']> = new Set(['partySecurityOfficer', 'securityStrategist']);

/** Whom the victim or the lead may choose instead: anyone in the chain with an account, and the strategist. */
export function othersToLead(incident: Incident, contacts: readonly Contact[]): Contact[] {
  const all = [...chain(incident, contacts).flat(), ...strategistsOf(incident, contacts)];
  const eligible = all.filter(
    (contact) => contact.person && contact.person !== incident.lead?.person && LEADS.has(contact.role),
  );
  return [...new Map(eligible.map((contact) => [contact.person, contact])).values()];
}

const chosen = (incident: Incident, contact: string, turn: Turn): PersonId => {
  const other = othersToLead(incident, turn.contacts).find((one) => one.id === contact);
  if (!other?.person) throw new Refusal('noSuchPerson');
  return other.person;
};

const askInstead = (incident: Incident, person: PersonId, turn: Turn): Incident => ({
  ...unled(incident, turn),
  keptLead: undefined,
  wanted: [person],
  declined: incident.declined.filter((one) => one.person !== person),
});

/** "Byt kontaktperson": the victim's choice at any time, no reason asked; the former one is out. */
export function changeContact(incident: Incident, contact: string, turn: Turn): Incident {
  needOpen(incident);
  const person = chosen(incident, contact, turn);
  const former = incident.lead
    ? [incident.lead.person]
    : asked(situationOf(incident, turn)).flatMap((one) => one.person ?? []);
  const without = former
    .filter((one) => one !== person)
    .reduce((value, one) => exclude(value, one, 'replaced', turn), incident);
  return askInstead(without, person, turn);
}

/** The lead hands over; stays on as stand-by until the other has taken it. */
export function handOver(incident: Incident, contact: string, turn: Turn): Incident {
  needOpen(incident);
  return standBy(askInstead(incident, chosen(incident, contact, turn), turn), turn);
}

/**
 * Someone takes the place of a lead who is silent, or stands in for one who is away (with a reason). The one before
 * stands by, and is told. Where nobody leads, it is the same as taking it on.
 */
export function takeOver(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  isEscalated: boolean,
  turn: Turn,
): Incident {
  needOpen(incident);
  const before = incident.lead;
  if (!before && !isEscalated) throw new Refusal('notOpen');
  if (!before) return acknowledge(incident, turn);
  if (before.person === turn.by) return incident;
  const reason = isEscalated ? undefined : readReason(data, turn);
  return {
    ...incident,
    lead: {
      person: turn.by,
      since: stamp(turn),
      why: isEscalated ? 'tookOver' : 'standIn',
      from: before.person,
      reason,
    },
    leadEpoch: incident.leadEpoch + 1,
    standby: [
      ...incident.standby.filter((one) => one.person !== turn.by && one.person !== before.person),
      { person: before.person, at: stamp(turn) },
    ],
    declined: incident.declined.filter((one) => one.person !== turn.by),
    wanted: [],
    waits: undefined,
  };
}

const holdsPost = (contacts: readonly Contact[], person: PersonId): boolean =>
  contacts.some((contact) => contact.person === person && isActive(contact));

const heldPost = (contacts: readonly Contact[], person: PersonId, role: Contact['role']): boolean =>
  contacts.some((contact) => contact.person === person && contact.role === role);

/**
 * The incident as the contact list has it now. A strategist whose post has ended is out, for the municipality's
 * own post passes on; an officer who leads stays until the victim has chosen (section 8). Who only stands by reads by
 * their post alone.
 */
export function asListed(incident: Incident, contacts: readonly Contact[]): Incident {
  const isOut = (person: PersonId) =>
    !holdsPost(contacts, person) && heldPost(contacts, person, 'securityStrategist');
  const { lead } = incident;
  const standby = incident.standby.filter((one) => holdsPost(contacts, one.person));
  if (lead && isOut(lead.person)) {
    const ended = contacts.find((contact) => contact.person === lead.person)?.ended;
    return { ...incident, standby, lead: undefined, leadEpoch: incident.leadEpoch + 1, askedAt: ended };
  }
  return standby.length === incident.standby.length ? incident : { ...incident, standby };
}

/** The lead's post has ended, and the victim has not said yet whom they want (section 8). */
export const asksForLead = (incident: Incident, contacts: readonly Contact[]): boolean =>
  incident.state === 'open' &&
  incident.lead !== undefined &&
  incident.keptLead !== incident.lead.person &&
  heldPost(contacts, incident.lead.person, 'partySecurityOfficer') &&
  !holdsPost(contacts, incident.lead.person);

/** The victim keeps a lead whose post has ended. */
export function keepLead(incident: Incident): Incident {
  needOpen(incident);
  return incident.lead ? { ...incident, keptLead: incident.lead.person } : incident;
}
