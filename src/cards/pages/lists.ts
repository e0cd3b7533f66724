import { BUTTON, COMMON } from '../../content/texts/common';
import { FULL_TIME_CARD, KEEP_SILENCE, LISTS } from '../../content/texts/pages';
import { WATCH } from '../../content/texts/standing/watch';
import { longDay, shortDay } from '../../content/texts/time';
import { ABSENCE, REPLACE } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import { type Contact, isAway, isListed } from '../../routine/model/contact';
import { byPost } from '../../routine/model/posts';
import { isOfMunicipality } from '../../routine/rules/leadership';
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

/** A row of the list; to a strategist also when its holder promised silence. */
function toRing(list: ListScene, contact: ListScene['contacts'][number]): ItemView {
  const item = whomToRing(list, contact, true);
  if (!list.showsSilence || isOfMunicipality(list.municipality, contact)) return item;
  const { silentAt } = contact;
  const words = silentAt ? KEEP_SILENCE.since(longDay(dayOf(new Date(silentAt)))) : KEEP_SILENCE.none;
  return { ...item, detail: [item.detail, words].filter(Boolean).join('. ') };
}

/** A row of the list; of who is away until when, and who is there instead. */
function withAbsence(list: ListScene, contact: Contact): ItemView {
  const item = toRing(list, contact);
  if (!isAway(contact) || !contact.away) return item;
  const instead = list.contacts.find(({ id }) => id === contact.away?.instead)?.name;
  return {
    ...item,
    detail: [item.detail, ABSENCE.until(shortDay(contact.away.to), instead)].filter(Boolean).join(' · '),
  };
}

/** Bilaga 4: who to ring. */
export function contactsPage(
  given: ListScene,
  from: number,
  { mayReplace = false, mayBeAway = false }: { mayReplace?: boolean; mayBeAway?: boolean | undefined } = {},
): View {
  const list = { ...given, showsSilence: mayReplace };
  const contacts = byPost(list.municipality.routine.posts, list.contacts.filter(isListed));
  const { shown, next } = slice(contacts, from);
  return card({
    title: LISTS.contactsTitle,
    lines: contacts.length === 0 ? [LISTS.contactsEmpty(list.municipality.names)] : [],
    items: shown.map((contact) => withAbsence(list, contact)),
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'contacts', { from: String(next) })]),
        ...(mayReplace ? [plain(REPLACE.button, 'replacePage', {})] : []),
        ...(mayReplace ? [plain(WATCH.button, 'watch', {})] : []),
        ...(mayReplace ? [plain(FULL_TIME_CARD.button, 'fullTimePage', {})] : []),
        ...(mayBeAway ? [plain(ABSENCE.button, 'absencePage', {})] : []),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}
