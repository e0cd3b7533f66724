import { OKAY_CARD } from '../../content/texts/asking/okay';
import { COMMON } from '../../content/texts/common';
import { LISTS } from '../../content/texts/pages';
import { EDIT_LIST } from '../../content/texts/people/contactList';
import { RETENTION } from '../../content/texts/retention';
import { WATCH } from '../../content/texts/standing/watch';
import { clockTime, shortDay, spanOf } from '../../content/texts/time';
import { REPLACE } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import type { Contact } from '../../routine/model/contact';
import { LIST_FULL, type Watched } from '../../routine/rules/standing/watch';
import type { ListScreen } from '../../screens/screen';
import { back, card, link, plain, ROWS } from '../parts';
import { type Naming, roleWords, tel } from '../scene';
import type { ItemView, View } from '../view';

type WatchScreen = Extract<ListScreen, { list: 'watch' }>;
type Row<K extends Watched['kind']> = Extract<Watched, { kind: K }>;

const item = (text: string, detail: string, more: Partial<ItemView> = {}): ItemView => ({
  ...{ text, detail, buttons: [], links: [] },
  ...more,
});

const toReplace = () => [plain(REPLACE.button, 'replacePage', {})];

const partyItem = ({ party, officers }: Row<'party'>): ItemView =>
  officers.length > 0
    ? item(WATCH.party(party), WATCH.partyDo, { buttons: toReplace() })
    : item(WATCH.party(party), WATCH.partyEmpty);

/** Somebody to ring, so that they open the bot. */
const personItem = (naming: Naming, contact: Contact, [text, what]: readonly [string, string]): ItemView =>
  item(text, [roleWords(naming, contact), what].filter(Boolean).join('. '), {
    links: [link(COMMON.call(contact.phone), tel(contact.phone))],
  });

const unreachableItem = ({ contact, since }: Row<'unreachable'>, naming: Naming, now: Date): ItemView =>
  personItem(naming, contact, [
    WATCH.unreachable(contact.name),
    WATCH.unreachableDo(since ? clockTime(since, now) : ''),
  ]);

/** The most names in a row of text. */
const NAMED = 3;

function silentItem({ at, contacts, mayDrill }: Row<'silent'>, drill: string): ItemView {
  const hidden = contacts.length - NAMED;
  const names = contacts.slice(0, NAMED).map(({ name }) => name);
  const all = [...names, ...(hidden > 0 ? [WATCH.more(hidden)] : [])].join(', ');
  return item(WATCH.silent(contacts.length, shortDay(dayOf(new Date(at)))), WATCH.silentDo(all), {
    buttons: mayDrill ? [plain(WATCH.drill, 'beginDrill', { drill })] : [],
  });
}

/** The way to who they are. */
const unpromisedItem = ({ contacts }: Row<'unpromised'>): ItemView =>
  item(WATCH.unpromised(contacts.length), WATCH.unpromisedDo, {
    buttons: [plain(WATCH.who, 'prevention', {})],
  });

function itemOf(one: Watched, naming: Naming, { drill, now }: WatchScreen): ItemView {
  switch (one.kind) {
    case 'party':
      return partyItem(one);
    case 'late':
      return item(WATCH.late, WATCH.lateDo(one.count));
    case 'unreachable':
      return unreachableItem(one, naming, new Date(now));
    case 'ending':
      return item(
        WATCH.ending(roleWords(naming, one.contact), shortDay(one.ends)),
        WATCH.endingDo(one.contact.name),
        { buttons: [plain(EDIT_LIST.title, 'editList', {})] },
      );
    case 'unmet':
      return personItem(naming, one.contact, [WATCH.unmet(one.contact.name), WATCH.unmetDo]);
    case 'maintenance':
      return item(
        one.isOngoing ? WATCH.ongoing : WATCH.planned,
        WATCH.maintenanceDo(spanOf(one.from, one.to)),
      );
    case 'silent':
      return silentItem(one, drill);
    case 'undrilled':
      return item(
        one.last ? WATCH.undrilled(shortDay(dayOf(new Date(one.last)))) : WATCH.neverDrilled,
        WATCH.drillDo,
        { buttons: [plain(WATCH.drillNow, 'beginDrill', { drill })] },
      );
    case 'unpromised':
      return unpromisedItem(one);
    case 'retention':
      return item(
        RETENTION.unsetTitle,
        WATCH.retentionDo(one.unset.map((what) => RETENTION.classes[what]).join(', ')),
      );
    case 'longList':
      return item(WATCH.longList, WATCH.longListDo(one.rows, LIST_FULL));
  }
}

/** The card of what of the bot is not as it should be, with what to do about each. */
export function watchPage(screen: WatchScreen, naming: Naming): View {
  const { rows, from } = screen;
  const next = from + ROWS;
  const isGood = rows.length === 0;
  return card({
    title: isGood ? `${COMMON.signs.done} ${WATCH.good}` : WATCH.title,
    lines: isGood ? WATCH.goodLines : [],
    items: rows.slice(from, next).map((one) => itemOf(one, naming, screen)),
    buttons: [
      ...(next < rows.length ? [plain(LISTS.showMore, 'watch', { from: String(next) })] : []),
      plain(OKAY_CARD.button, 'okay', {}),
      back('contacts', {}),
    ],
  });
}
