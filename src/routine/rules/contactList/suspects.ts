import { type Contact, isComing, isListed } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { isAs, postOf } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { isOfMunicipality } from '../leadership';
import { eachOnce, isOut, whoOf } from '../succession';
import { isSameHolder } from './holders';

/** Whether a row is of the incident's own: of a party that does not have it nobody stands on its cards. */
const isOwn = ({ party }: Contact, incident: Incident): boolean =>
  party === undefined || (incident.route === 'party' && party === incident.party);

type Naming = Roster & { readonly incident?: Incident };

/** Whether the holder of a row is told of it or rung for it, or could be: today, when they are back, when their term begins. */
const isTold = ({ incident, routine }: Naming, contact: Contact): boolean => {
  const post = postOf(routine.posts, contact);
  if (post === undefined || isAs(post, 'police')) return false;
  // Whose post has ended may lead on.
  const leads = contact.person !== undefined && contact.person === incident?.lead?.person;
  return isListed(contact) || isComing(contact) || leads;
};

/** Those of the list who may be named as part of what happened: everyone who could be told of it or rung for it, once each. */
export const mayBeNamed = (naming: Naming): Contact[] => {
  const { incident, contacts } = naming;
  return eachOnce(
    contacts.filter(
      (contact) =>
        isTold(naming, contact) && (!incident || (isOwn(contact, incident) && !isOut(incident, contact))),
    ),
  );
};

/** Every row of those who are named, by ids of rows or accounts: whatever stands on a card now, they are known. */
export function rowsNamed(naming: Naming, ids: readonly string[]): Contact[] {
  const all = naming.contacts.filter((contact) => isTold(naming, contact));
  const named = all.filter(({ id, person }) => ids.includes(id) || (person && ids.includes(person)));
  return all.filter((contact) => named.some((one) => isSameHolder(one, contact)));
}

/** Those who are part of what happened, as they are written down. */
export const suspectsOf = ({ declined }: Incident): Incident['declined'] =>
  declined.filter(({ why }) => why === 'suspect');

/** Rows and accounts of those who are out. */
export const rowsAndAccounts = (out: Incident['declined']): string[] =>
  out.flatMap(({ person, rows = [] }) => [person, ...rows]);

/** Whether somebody of the party that has it is part of what happened. */
export function isPartySuspected(naming: Roster & { readonly incident: Incident }): boolean {
  const { incident, contacts } = naming;
  const known = new Set(rowsAndAccounts(suspectsOf(incident)));
  return contacts.some(
    (contact) =>
      contact.party === incident.party &&
      !isOfMunicipality(naming, contact) &&
      isTold(naming, contact) &&
      (known.has(whoOf(contact)) || known.has(contact.id)),
  );
}

/** Whether a press of another kind has named somebody as well: the history says both. */
export const isNamedBeside = (before: Incident, after: { incident: Incident; verb: string }): boolean =>
  after.verb !== 'nameSuspects' && suspectsOf(after.incident).length > suspectsOf(before).length;

/** Whether the party was said to be part of it. */
export const isPartyOut = ({ withdrawal, declined }: Incident): boolean =>
  withdrawal?.how === 'ownParty' || declined.some(({ why }) => why === 'ownParty');
