import type { Contact } from '../../../routine/model/contact';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import { mayBeNamed } from '../../../routine/rules/contactList/suspects';
import { mayRegister } from '../../../routine/rules/victim/aloud';
import type { ActionOf } from '../../../screens/actions';
import { isRegistering, suspectsIn } from '../../../screens/forms';
import { asEverybodySees } from '../../../screens/seen';
import type { Caller, Outcome, Press } from '../../bot';
import type { Deps } from '../../deps';
import { readRoster } from '../../queries/loadIncident';
import { whenUnavailable } from '../../runtime/failures';
import { newId } from '../../runtime/ids';
import { changeDraft, draftFor, keepPage, showDraft } from '../draft';
import { showInvolved, start } from '../start';

/** Facts known of an official who writes a report for somebody: their post in words, and their number. */
const known = ({ municipality }: Deps, row: Contact | undefined): Record<string, string> => {
  const title = row && municipality.names.posts[row.role]?.title;
  return { ...(title ? { reporterFunction: title } : {}), ...(row ? { reporterPhone: row.phone } : {}) };
};

/**
 * "Registrera åt någon": the report's first page, of somebody who tells it to an official. Whoever holds no such post is
 * shown the first card: there anybody may tell of another.
 * @param from the id that the draft gets; pressed again it is the same
 */
export async function register(deps: Deps, caller: Caller, from: string): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayRegister(roster, caller.person)) return start(deps, caller);
  const { id, file } = await draftFor(deps, caller, from);
  const row = roster.contacts.find(({ person }) => person === caller.person);
  const draft = await changeDraft(deps, caller, id, (one) => ({
    ...one,
    page: 'other',
    values: { ...known(deps, row), ...one.values, who: 'other', registers: 'yes' },
  }));
  return showDraft(deps, caller, draft, file, 'other');
}

/**
 * Whom a report is not to reach, asked before anybody is told. Of what an official writes down for others it may be anybody of the list:
 * several may be of several parties.
 */
export async function showInvolvedOf(
  deps: Deps,
  press: Press,
  action: ActionOf<'involved'>,
): Promise<Outcome> {
  const { caller } = press;
  const { draft: id } = action;
  const held = await whenUnavailable(deps.drafts.read(caller.person, id), () => undefined);
  if (!held || !isRegistering(held.value.values)) return showInvolved(deps, caller, id);
  const [{ draft }, roster] = await Promise.all([keepPage(deps, press, id, 'you', action), readRoster(deps)]);
  const { party } = draft.values;
  const named = asLookedFor(deps.municipality.routine, mayBeNamed(roster), party || undefined);
  const contacts = named.filter(({ person }) => person !== caller.person).map(asEverybodySees);
  const before = suspectsIn(draft.values);
  const screen = { kind: 'page', page: 'involved', draft: id, hasParty: false, contacts, before } as const;
  return { screen: { ...screen, registers: true } };
}

/** "Registrera åt någon", typed: a draft of its own. */
export const registerTyped = (deps: Deps, caller: Caller): Promise<Outcome> =>
  register(deps, caller, newId(deps));
