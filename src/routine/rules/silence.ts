import { dayOf } from '../calendar/localTime';
import { termBegan } from '../calendar/terms';
import type { Contact, PersonId } from '../model/contact';
import type { Roster } from '../model/situation';
import type { Roles } from './access';
import { isOfMunicipality } from './leadership';

/*
 * Silence: an outsider to the municipality is bound by no law of its own. Before the first content of a term a party's officer
 * confirms that they tell it to nobody but those whom the routine or the victim names (routine, section 5).
 */

/** A person's rows of party posts, ended ones too: who is kept as lead after it has confirmed already. */
export const partyRows = (roster: Roster, person: PersonId): Contact[] =>
  roster.contacts.filter((contact) => contact.person === person && !isOfMunicipality(roster, contact));

/** Whether a row's holder has confirmed it in the term that `now` lies in. */
export const isSilent = ({ silentAt }: Contact, now: Date): boolean =>
  silentAt !== undefined && dayOf(new Date(silentAt)) >= termBegan(now);

/** Whether a person is asked to confirm it before they read: who leads or stands by for a party, and has not yet. */
export function owesSilence(
  roster: Roster & { readonly now: Date },
  { person, roles }: { readonly person: PersonId; readonly roles: Roles },
): boolean {
  if (roles.has('official') || roles.has('strategist') || !(roles.has('lead') || roles.has('standby')))
    return false;
  const rows = partyRows(roster, person);
  return rows.length > 0 && !rows.some((row) => isSilent(row, roster.now));
}
