import { contactsPage } from '../../cards/pages/lists';
import { noteCard, nothingHereCard } from '../../cards/pages/report';
import { NOTHING_TYPED, type Typed } from '../../cards/parts';
import { replaceFields, replacePage } from '../../cards/personal/replaceContact';
import { REFUSALS } from '../../content/texts/refusals';
import { REPLACE } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import type { Contact, PersonId } from '../../routine/model/contact';
import { checkFields } from '../../routine/model/fields';
import type { Roster } from '../../routine/model/situation';
import { maySteer } from '../../routine/rules/access';
import { strategistAccounts } from '../../routine/rules/drills';
import { addNews } from '../aggregates/person';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import { personAggregateId } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { newId } from '../runtime/ids';
import type { Data } from './drills';

export async function showContacts(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const roster = await readRoster(deps);
  const list = { ...deps, contacts: roster.contacts };
  return { view: contactsPage(list, from, maySteer(roster, caller.person)) };
}

export async function showReplace(
  deps: Deps,
  caller: Caller,
  typed: Typed = NOTHING_TYPED,
): Promise<Outcome> {
  const roster = await readRoster(deps);
  const list = { ...deps, contacts: roster.contacts };
  return { view: maySteer(roster, caller.person) ? replacePage(list, typed) : nothingHereCard() };
}

/** The replaced person and the other strategists hear of it: nobody puts himself in a post unseen (section 10). */
async function tellOfChange(
  deps: Deps,
  caller: Caller,
  roster: Roster,
  old: Contact,
  next: Contact,
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
  if (!maySteer(roster, caller.person)) return { view: nothingHereCard() };
  const { values, problems } = checkFields(replaceFields(contacts), data, dayOf(deps.now()));
  const old = contacts.find((contact) => contact.id === values.contact && !contact.ended);
  if (Object.keys(problems).length > 0 || !old)
    return showReplace(deps, caller, { values, problems, problem: REFUSALS.badInput });
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
  if (!(await deps.contacts.replace(old.id, at, next, caller.person))) return showContacts(deps, caller, 0);
  await deps.agenda.wakeAll(deps.now().getTime());
  const told = await tellOfChange(deps, caller, roster, old, next);
  deps.log.info({ role, contact: next.id }, 'contactReplaced');
  return { view: noteCard(REPLACE.done(next.name)), also: told.map(personAggregateId), isWide: true };
}
