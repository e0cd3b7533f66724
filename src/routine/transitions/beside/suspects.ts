import type { Contact } from '../../model/contact';
import { splitChoices } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { standsAs } from '../../model/posts';
import { Refusal } from '../../model/refusal';
import { isPartySuspected, rowsAndAccounts, rowsNamed, suspectsOf } from '../../rules/contactList/suspects';
import { isOfMunicipality } from '../../rules/leadership';
import { may } from '../../rules/roles/may';
import { accountsOf, chain, groupsAs, isExcluded, victimOf, whoOf } from '../../rules/succession';
import { shutOutParty } from '../consent';
import { type ActTurn, exclude, situationOf, stamp, type Turn } from '../turn';

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

/**
 * The same from the beginning, and with a press that asks for help: what is named there holds, whoever is left.
 * @param ids of rows of the contact list, or accounts
 */
export const withSuspects = (incident: Incident, ids: readonly string[], turn: Turn): Incident =>
  rowsNamed(situationOf(incident, turn), ids).reduce(
    (value, contact) => named(value, contact, turn),
    incident,
  );

/** The press that has those who are part of it told nothing in what else the same victim has open. */
export const FOLLOW_SUSPECTS = 'followSuspects';

/** An incident in which more are said to be part of it, or whose victim is known now: the others of the same victim follow. */
export function withSuspectsElsewhere(
  incident: Incident,
  before: Incident | undefined,
  turn: Turn,
): Incident {
  const victim = victimOf(incident);
  const had = before && victimOf(before) === victim ? rowsAndAccounts(suspectsOf(before)) : [];
  // What was said before has been carried already, and may have been taken away there.
  const fresh = suspectsOf(incident).filter(({ person, asBefore }) => !asBefore && !had.includes(person));
  if (!victim || incident.practice || fresh.length === 0) return incident;
  const data = JSON.stringify(rowsAndAccounts(fresh));
  const follow = { once: turn.once, verb: FOLLOW_SUSPECTS, data, by: turn.by, at: stamp(turn) };
  return { ...incident, carries: [...(incident.carries ?? []), follow] };
}

/** The incident in which they were named, and their rows and accounts as JSON. */
interface Following {
  source: Incident;
  data: string;
}

/**
 * Another open incident of the same victim, with those who are part of it there told nothing here either. The victim's own word holds
 * everywhere; somebody else's where they may say so themselves: nobody is shut out by a person who has no say in it.
 */
export function followSuspects(incident: Incident, { source, data }: Following, turn: ActTurn): Incident {
  const victim = victimOf(source);
  const isTheirs = victim !== undefined && victimOf(incident) === victim && incident.state === 'open';
  const isHeard = turn.by === victim || may(turn.roles, 'nameSuspects');
  if (!isTheirs || !isHeard || incident.practice || incident.id === source.id) return incident;
  return withSuspects(incident, JSON.parse(data) as string[], turn);
}

/** The same, as it was said of what else is open: here it may be taken away again. */
export function asSaidBefore(incident: Incident): Incident {
  const asBefore = (one: Incident['declined'][number]) =>
    one.why === 'suspect' ? { ...one, asBefore: true } : one;
  return { ...incident, declined: incident.declined.map(asBefore) };
}

/** Those of whom it was said before, and who may be told of this one after all. */
export const mayBeTold = ({ declined, state }: Incident): Incident['declined'] =>
  state === 'open' ? declined.filter(({ asBefore }) => asBefore === true) : [];

/** "Säg till dem också": of this one they are told, as whoever else has their post. */
export const tellSuspects = (incident: Incident): Incident =>
  mayBeTold(incident).length === 0
    ? incident
    : { ...incident, declined: incident.declined.filter(({ asBefore }) => asBefore !== true) };

/** A press that asks for help anew, with those whom it names: one save has both. Only whoever may name somebody does so. */
export const withNamed = (
  incident: Incident,
  { suspects }: Readonly<Record<string, unknown>>,
  turn: ActTurn,
): Incident =>
  typeof suspects === 'string' && may(turn.roles, 'nameSuspects')
    ? withSuspects(incident, splitChoices(suspects), turn)
    : incident;

/** The party is not told where one of its own is part of what happened, however it came to have the incident. */
export function withoutSuspectedParty(incident: Incident, turn: Turn): Incident {
  if (incident.route !== 'party' || !isPartySuspected(situationOf(incident, turn))) return incident;
  // It has heard nothing: nothing says that it had.
  return { ...shutOutParty(incident, 'ownParty', turn), withdrawal: incident.withdrawal };
}

/**
 * Persons of the chain who are part of what has happened, by the ids of their rows: from now on they have no place in it, and are
 * told nothing of it, when it is closed too. Of an officer of the victim's party the whole party is out. As long as it is open
 * somebody must be left who can be told.
 */
export function nameSuspects(incident: Incident, ids: readonly string[], turn: Turn): Incident {
  const next = withSuspects(incident, ids, turn);
  if (next === incident) throw new Refusal('badInput', { suspects: { kind: 'required' } });
  const isNobodyLeft = incident.state === 'open' && chain(situationOf(next, turn)).length === 0;
  if (isNobodyLeft) throw new Refusal('noOtherContact');
  return next;
}
