import { owesSilence, partyRows } from '../../routine/rules/silence';
import type { ActionOf } from '../../screens/actions';
import type { Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import { loadIncident, viewingOf } from '../queries/loadIncident';
import { newId } from '../runtime/ids';
import { showPage } from './showPage';

/**
 * A party's officer promises silence: stored with its time on their own rows of the contact list, so that whoever gets the
 * post next is asked anew; then what they were about to read. Of anybody who is not asked for it, it stores nothing.
 */
export async function confirmSilence(
  deps: Deps,
  press: Press,
  { id, page, about }: ActionOf<'confirmSilence'>,
): Promise<Outcome> {
  const { person } = press.caller;
  const read = await loadIncident(deps, id);
  const viewing = read && viewingOf(read, person, newId(deps));
  if (viewing && owesSilence(viewing, viewing.viewer)) {
    const ids = partyRows(viewing, person).map((row) => row.id);
    await deps.contacts.silence(ids, { at: deps.now().toISOString(), by: person });
  }
  return showPage(deps, press, { verb: 'page', id, page, step: about, about });
}
