import type { Contact, PersonId } from '../../routine/model/contact';
import { OPERATOR } from '../../routine/model/contact';
import { accountTo, mayBeResent } from '../../routine/rules/noticeRows/toResent';
import { may } from '../../routine/rules/roles/may';
import { victimOf } from '../../routine/rules/succession';
import type { DeliveredTo, Telling } from '../../screens/deliveredTo';
import { incidentScreen, nothingHere } from '../../screens/screen';
import { asEverybodySees, seen } from '../../screens/seen';
import type { Outcome, Press } from '../bot';
import type { Deps } from '../deps';
import type { DeliveryRow } from '../ports/delivery';
import { newId } from '../runtime/ids';
import { pageNumber } from '../runtime/paging';
import { type LoadedIncident, loadIncident, viewingOf } from './loadIncident';

/* Who was told of what in an incident, whether it arrived, and why not: by what delivery has written down. */

function tellingOf({ key, sentAt, failed, failedAt, attempts }: DeliveryRow): Telling {
  const kind = key.split('|')[0] ?? '';
  if (sentAt !== undefined) return { kind, state: 'arrived', at: sentAt };
  if (failed) return { kind, state: failed, at: failedAt };
  return { kind, state: attempts > 1 ? 'trying' : 'underway', at: failedAt };
}

const newestFirst = (a: Telling, b: Telling): number => (b.at ?? '9').localeCompare(a.at ?? '9');

/** Whom a row is of, and where a card may be sent again; never by the account. */
function placeOf(
  { situation }: LoadedIncident,
  person: PersonId,
): Pick<DeliveredTo, 'as'> & { contact?: Contact; to?: string } {
  const { incident, contacts } = situation;
  if (person === OPERATOR) return { as: 'operator' };
  if (person === victimOf(incident)) return { as: 'victim', to: 'victim' };
  if (person === incident.hidden?.person) return { as: 'former' };
  const contact = contacts.find((one) => one.person === person && one.ended === undefined);
  if (contact) return { as: 'contact', contact, to: contact.id };
  if (person === accountTo(situation, 'reporter')) return { as: 'reporter', to: 'reporter' };
  const was = contacts.find((one) => one.person === person);
  return was ? { as: 'contact', contact: was } : { as: 'former' };
}

/** Everybody to whom something was to be told, the newest first. */
function rowsOf(read: LoadedIncident): DeliveredTo[] {
  const { file, situation } = read;
  const byPerson = new Map<PersonId, Telling[]>();
  for (const { value } of file.deliveries)
    byPerson.set(value.person, [...(byPerson.get(value.person) ?? []), tellingOf(value)]);
  const rows = [...byPerson].map(([person, told]) => {
    const { to, contact, as } = placeOf(read, person);
    const isOpen = situation.incident.state === 'open';
    return {
      as,
      contact: contact && asEverybodySees(contact),
      told: told.sort(newestFirst),
      resendTo: to !== undefined && isOpen && mayBeResent(situation, person) ? to : undefined,
    };
  });
  return rows.sort((a, b) => newestFirst(a.told[0] ?? NOTHING, b.told[0] ?? NOTHING));
}

const NOTHING: Telling = { kind: '', state: 'underway', at: '' };

/** For whoever leads, and the strategist: who was told of what, from row `from` on. */
export async function showDeliveries(
  deps: Deps,
  { caller: { person } }: Press,
  { id, from }: { id: string; from?: string | undefined },
): Promise<Outcome> {
  const read = await loadIncident(deps, id);
  const viewing = read && viewingOf(read, person, newId(deps));
  if (!viewing || viewing.viewer.roles.size === 0) return { screen: nothingHere };
  if (!may(viewing.viewer.roles, 'seeDeliveries')) return { screen: incidentScreen(viewing), touched: id };
  return {
    screen: {
      kind: 'list',
      list: 'deliveries',
      scene: seen(viewing),
      rows: rowsOf(read),
      from: pageNumber(from),
    },
  };
}
