import { dayOf } from '../../../routine/calendar/localTime';
import { type Contact, isListed, type PersonId } from '../../../routine/model/contact';
import { checkFields } from '../../../routine/model/fields';
import type { Roster } from '../../../routine/model/situation';
import { mayAdminister } from '../../../routine/rules/access';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import { strategistAccounts } from '../../../routine/rules/drills';
import { replaceFields } from '../../../screens/forms';
import type { Refused } from '../../../screens/refused';
import { nothingHere } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import { addNews, removeNews } from '../../aggregates/news';
import type { Caller, Data, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { personAggregateId } from '../../ports/states';
import { readRoster } from '../../queries/loadIncident';
import { whenUnavailable } from '../../runtime/failures';
import { newId } from '../../runtime/ids';

/**
 * The code of a person's party: of their own row of the list, else the one that they last reported with. The list is shown
 * all the same where that cannot be read now.
 */
async function partyOf(deps: Deps, { contacts }: Roster, person: PersonId): Promise<string | undefined> {
  const own = contacts.find((one) => one.person === person && one.party !== undefined && isListed(one));
  if (own) return own.party;
  return whenUnavailable(
    deps.people.read(person).then((row) => row?.value.party),
    () => undefined,
  );
}

/** The contact list as its reader looks for it, from row `from` on. */
export async function showContacts(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const roster = await readRoster(deps);
  const { routine } = deps.municipality;
  const mayReplace = mayAdminister(roster, caller.person);
  const mayBeAway =
    mayReplace || roster.contacts.some((one) => one.person === caller.person && isListed(one));
  const own = await partyOf(deps, roster, caller.person);
  const contacts = asLookedFor(routine, roster.contacts, own).map((one) => ({
    ...asEverybodySees(one),
    email: one.email,
    ...(mayReplace ? { silentAt: one.silentAt } : {}),
  }));
  return { screen: { kind: 'list', list: 'contacts', contacts, from, mayReplace, mayBeAway } };
}

/** The form that puts another person in a post; nothing for who may not. */
export async function showReplace(deps: Deps, caller: Caller, refusal?: Refused): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, caller.person)) return { screen: nothingHere };
  const contacts = asLookedFor(deps.municipality.routine, roster.contacts).map(asEverybodySees);
  return { screen: { kind: 'page', page: 'replaceContact', contacts, refusal } };
}

/** The replaced person and the other strategists hear of it: nobody puts himself in a post unseen (section 10). */
async function tellOfChange(
  deps: Deps,
  caller: Caller,
  { roster, old, next }: { roster: Roster; old: Contact; next: Contact },
): Promise<PersonId[]> {
  const others = strategistAccounts(roster).filter((one) => one !== caller.person && one !== old.person);
  const at = deps.now().toISOString();
  if (old.person) await addNews(deps, old.person, { id: old.id, kind: 'out', at });
  for (const person of others) await addNews(deps, person, { id: next.id, kind: 'new', at });
  return [...(old.person ? [old.person] : []), ...others];
}

/** Another person in a post: the old row ends, the new one takes its place. Every incident is looked at anew. */
export async function replaceContact(deps: Deps, caller: Caller, data: Data): Promise<Outcome> {
  const roster = await readRoster(deps);
  const { contacts } = roster;
  if (!mayAdminister(roster, caller.person)) return { screen: nothingHere };
  const { values, problems } = checkFields(replaceFields(contacts), data, dayOf(deps.now()));
  const old = contacts.find((contact) => contact.id === values.contact && isListed(contact));
  if (Object.keys(problems).length > 0 || !old)
    return showReplace(deps, caller, { reason: 'badInput', values, problems });
  const email = values.email || undefined;
  const person = email ? await deps.people.findByEmail(email) : undefined;
  const { party, board, role, order } = old;
  const next: Contact = {
    id: newId(deps),
    role,
    party,
    board,
    order,
    name: values.name ?? '',
    phone: values.phone ?? '',
    email,
    person,
  };
  // Before and after: whoever looks in between, and if the process dies here, all is looked at again.
  await deps.agenda.wakeAll(deps.now().getTime());
  const at = deps.now().toISOString();
  if (!(await deps.contacts.replace(old.id, next, { at, by: caller.person })))
    return showContacts(deps, caller, 0);
  await deps.agenda.wakeAll(deps.now().getTime());
  const told = await tellOfChange(deps, caller, { roster, old, next });
  deps.log.info({ role, contact: next.id }, 'contactReplaced');
  return {
    screen: { kind: 'note', note: 'replaced', name: next.name },
    also: told.map(personAggregateId),
    isWide: true,
  };
}

/**
 * A row of the list goes to the same person's new account, on a strategist's word. Every incident is looked at anew, as
 * after a change of the list.
 */
export async function sameAccount(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, caller.person)) return { screen: nothingHere };
  const contact = roster.contacts.find((one) => one.id === id && !one.ended);
  const person = contact?.email === undefined ? undefined : await deps.people.findByEmail(contact.email);
  for (const strategist of strategistAccounts(roster))
    await removeNews(deps, strategist, { kind: 'sameAccount', id });
  if (!contact || !person || person === contact.person) return showContacts(deps, caller, 0);
  await deps.agenda.wakeAll(deps.now().getTime());
  await deps.contacts.rebind(id, person, { at: deps.now().toISOString(), by: caller.person });
  await deps.agenda.wakeAll(deps.now().getTime());
  deps.log.info({ role: contact.role, contact: id }, 'contactRebound');
  return { screen: { kind: 'note', note: 'rebound', name: contact.name }, isWide: true };
}
