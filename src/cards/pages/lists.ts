import { BUTTON, COMMON } from '../../content/texts/common';
import { LISTS } from '../../content/texts/pages';
import { shortDay } from '../../content/texts/time';
import { REPLACE } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import { isActive } from '../../routine/model/contact';
import { byPost } from '../../routine/model/posts';
import type { ListedIncident } from '../../screens/screen';
import { card, plain, ROWS } from '../parts';
import { type ListScene, whomToRing } from '../scene';
import type { ItemView, View } from '../view';

/** A page of a list, and the start of the next one. */
const slice = <T>(all: readonly T[], from: number) => ({
  shown: all.slice(from, from + ROWS),
  next: from + ROWS < all.length ? from + ROWS : undefined,
});

function mineItem({ id, known, isClosed }: ListedIncident): ItemView {
  const { signs } = COMMON;
  if (!known) {
    const buttons = [plain(LISTS.showQuestion, 'show', { id })];
    return { text: `${signs.now} ${LISTS.question}`, detail: '', buttons, links: [] };
  }
  return {
    text: `${isClosed ? signs.done : signs.now} ${isClosed ? LISTS.states.closed : LISTS.states.open}`,
    detail: shortDay(dayOf(new Date(known.createdAt))),
    buttons: [plain(LISTS.show(known.reference), 'show', { id })],
    links: [],
  };
}

/** "Mina ärenden", newest first. */
export function minePage(incidents: readonly ListedIncident[], next: number | undefined): View {
  return card({
    title: LISTS.mineTitle,
    lines: incidents.length === 0 ? [LISTS.mineEmpty] : [],
    items: incidents.map(mineItem),
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'mine', { from: String(next) })]),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}

/** Bilaga 4: who to ring. */
export function contactsPage(list: ListScene, from: number, mayReplace = false): View {
  const contacts = byPost(list.municipality.routine.posts, list.contacts.filter(isActive));
  const { shown, next } = slice(contacts, from);
  return card({
    title: LISTS.contactsTitle,
    lines: contacts.length === 0 ? [LISTS.contactsEmpty(list.municipality.names)] : [],
    items: shown.map((contact) => whomToRing(list, contact, true)),
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'contacts', { from: String(next) })]),
        ...(mayReplace ? [plain(REPLACE.button, 'replacePage', {})] : []),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}
