import type { Contact } from '../../../routine/model/contact';
import { mayRegister } from '../../../routine/rules/victim/aloud';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import { readRoster } from '../../queries/loadIncident';
import { newId } from '../../runtime/ids';
import { changeDraft, draftFor, showDraft } from '../draft';
import { start } from '../start';

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

/** The same, typed: a draft of its own. */
export const registerTyped = (deps: Deps, caller: Caller): Promise<Outcome> =>
  register(deps, caller, newId(deps));
