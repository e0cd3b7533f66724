import { nextRound } from '../calendar/workingTime';
import type { Contact, PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { standsAs } from '../model/posts';
import { Refusal } from '../model/refusal';
import { informingStep } from '../plan/traits';
import { asked } from '../rules/ladders/asked';
import { isOfMunicipality, othersToLead } from '../rules/leadership';
import { hasEnded } from '../rules/progress';
import { accountsOf, chain } from '../rules/succession';
import { shutOutParty } from './consent';
import {
  type ActTurn,
  exclude,
  needOpen,
  readReason,
  situationOf,
  stamp,
  type Turn,
  unled,
  withStep,
} from './turn';

/** "Someone has taken it in": this ends the plan's first step (plan 3.1.1). */
function informed(incident: Incident, turn: Turn): Incident {
  const step = informingStep(turn.routine);
  return !step || hasEnded(incident, step.id)
    ? incident
    : withStep(incident, step.id, { state: 'done', endedAt: stamp(turn), endedBy: turn.by });
}

const isLed = (incident: Incident): boolean => incident.lead !== undefined;

/** Stands by from now on; who `led` reads on. */
const standBy = (incident: Incident, turn: Turn, led?: true): Incident =>
  incident.standby.some((one) => one.person === turn.by)
    ? incident
    : { ...incident, standby: [...incident.standby, { person: turn.by, at: stamp(turn), led }] };

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

/** "Jag hjälper till": stands by without leading. Who is asked to lead is asked all the same, by the same clock. */
export function help(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const declined = incident.declined.filter((one) => one.person !== turn.by);
  return incident.lead?.person === turn.by ? incident : standBy({ ...incident, declined }, turn);
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
  const without = exclude(incident, { person: turn.by, why: 'tooClose' }, turn);
  const isAnyoneLeft = chain(situationOf(without, turn)).some((group) =>
    group.some((contact) => contact.person),
  );
  if (!isAnyoneLeft) throw new Refusal('noOtherContact');
  return without;
}

const chosen = (incident: Incident, contact: string, turn: Turn): PersonId => {
  const other = othersToLead(situationOf(incident, turn)).find((one) => one.id === contact);
  if (!other?.person) throw new Refusal('noSuchPerson');
  return other.person;
};

/** Somebody is asked before the others. Where nobody leads yet, whoever has been asked is asked still, by the same clock. */
const askInstead = (incident: Incident, person: PersonId, turn: Turn): Incident => ({
  ...unled(incident, turn),
  askedAt: incident.lead ? stamp(turn) : incident.askedAt,
  keptLead: undefined,
  wanted: [person],
  wantedAt: stamp(turn),
  declined: incident.declined.filter((one) => one.person !== person),
});

/**
 * Those who are out when the victim chooses another: who leads. Nobody does yet: the party's own who have been asked, for the
 * victim did not choose them; the municipality's stay asked, so that the ladder is as it was.
 */
function former(incident: Incident, turn: Turn): PersonId[] {
  if (incident.lead) return [incident.lead.person];
  const isPartys = (one: Contact) =>
    standsAs(turn.routine.posts, one, 'firstContact') && !isOfMunicipality(turn, one);
  return accountsOf(asked(situationOf(incident, turn)).filter(isPartys));
}

/**
 * "Byt kontaktperson": the victim's choice at any time, no reason asked; the former one is out. Who chooses somebody in
 * the municipality takes back that the party may read.
 */
export function changeContact(incident: Incident, contact: string, turn: Turn): Incident {
  needOpen(incident);
  const person = chosen(incident, contact, turn);
  const without = former(incident, turn)
    .filter((one) => one !== person)
    .reduce((value, one) => exclude(value, { person: one, why: 'replaced' }, turn), incident);
  const isMunicipal = turn.contacts.some((one) => one.id === contact && isOfMunicipality(turn, one));
  return askInstead(
    isMunicipal && without.route === 'party' ? shutOutParty(without, 'contact', turn) : without,
    person,
    turn,
  );
}

/** The lead hands over; stays on as stand-by until the other has taken it. */
export function handOver(incident: Incident, contact: string, turn: Turn): Incident {
  needOpen(incident);
  return standBy(askInstead(incident, chosen(incident, contact, turn), turn), turn, true);
}

/** Whoever oversees leads only where nobody else does, and says why. */
function ledByOverseer(incident: Incident, reason: string, turn: Turn): Incident {
  const led = acknowledge(incident, turn);
  return { ...led, lead: led.lead && { ...led.lead, why: 'tookOver', reason } };
}

/**
 * Someone takes the place of a lead who is silent, or stands in for one who is away (with a reason). The one before
 * stands by, and is told. Where nobody leads, it is the same as taking it on.
 */
export function takeOver(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: ActTurn,
): Incident {
  needOpen(incident);
  const isEscalated = turn.roles.has('escalated');
  const before = incident.lead;
  if (!before && turn.roles.has('overseer')) return ledByOverseer(incident, readReason(data, turn), turn);
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
      { person: before.person, at: stamp(turn), led: true },
    ],
    declined: incident.declined.filter((one) => one.person !== turn.by),
    wanted: [],
    waits: undefined,
  };
}

/** The victim keeps a lead whose post has ended. */
export function keepLead(incident: Incident): Incident {
  needOpen(incident);
  return incident.lead ? { ...incident, keptLead: incident.lead.person } : incident;
}

/** "Vänta": who was told looks again with the next morning round; others hear of it all the same. */
export function wait(incident: Incident, turn: Turn): Incident {
  needOpen(incident);
  const until = nextRound(turn.now, turn.routine.times.roundHour).toISOString();
  const others = (incident.waits ?? []).filter((one) => one.person !== turn.by);
  return { ...incident, waits: [...others, { person: turn.by, until }] };
}
