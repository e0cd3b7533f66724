import { BUTTON } from '../../../content/texts/common';
import { LEAD } from '../../../content/texts/lead';
import { KEEP_SILENCE, LISTS } from '../../../content/texts/pages';
import { CONTACT_WORDS } from '../../../content/texts/people/contactList';
import { KIN } from '../../../content/texts/people/kin';
import { WATCH } from '../../../content/texts/standing/watch';
import { longDay, shortDay } from '../../../content/texts/time';
import { ABSENCE, REPLACE } from '../../../content/texts/timed';
import { dayOf } from '../../../routine/calendar/localTime';
import { type Contact, isAway } from '../../../routine/model/contact';
import { standsAs } from '../../../routine/model/posts';
import { isOfMunicipality } from '../../../routine/rules/leadership';
import type { ContactsScreen } from '../../../screens/listScreens';
import { card, link, plain, ROWS } from '../../parts';
import { type ListScene, policeLink, tel, whomToRing } from '../../scene';
import type { ItemView, LinkView, View } from '../../view';

/** The numbers that are on the list before anybody's. */
const EMERGENCY: readonly ItemView[] = [
  {
    text: CONTACT_WORDS.danger,
    detail: '',
    buttons: [],
    links: [{ ...link(CONTACT_WORDS.emergency, tel('112')), style: 'positive' }],
  },
  { text: CONTACT_WORDS.police, detail: '', buttons: [], links: [policeLink] },
];

/** Contacts in sight beside those numbers. */
const CONTACT_ROWS = ROWS - EMERGENCY.length;

/** Call and chat in Teams; nothing for the police, who are never there. */
function inTeams({ municipality }: ListScene, contact: Contact): LinkView[] {
  if (!contact.email || standsAs(municipality.routine.posts, contact, 'police')) return [];
  const users = encodeURIComponent(contact.email);
  return [
    link(LEAD.ringInTeams, `https://teams.microsoft.com/l/call/0/0?users=${users}`),
    link(LEAD.writeInTeams, `https://teams.microsoft.com/l/chat/0/0?users=${users}`),
  ];
}

/** When its holder promised silence, to a strategist; of the municipality's own posts it is not asked. */
function silenceOf(list: ListScene, contact: Contact): string {
  if (!list.showsSilence || isOfMunicipality(list.municipality, contact)) return '';
  const { silentAt } = contact;
  return silentAt ? KEEP_SILENCE.since(longDay(dayOf(new Date(silentAt)))) : KEEP_SILENCE.none;
}

/** Of who is away: until when, and who is there instead. */
function absenceOf({ contacts }: ListScene, contact: Contact): string {
  if (!isAway(contact) || !contact.away) return '';
  const instead = contacts.find(({ id }) => id === contact.away?.instead)?.name;
  return ABSENCE.until(shortDay(contact.away.to), instead);
}

/** A row of the list. */
function rowOf(list: ListScene, contact: Contact): ItemView {
  const item = whomToRing(list, contact, true);
  const details = [
    item.detail,
    contact.email,
    ...(contact.groups ?? []),
    silenceOf(list, contact),
    absenceOf(list, contact),
  ];
  return { ...item, detail: details.filter(Boolean).join(' · '), more: inTeams(list, contact) };
}

/** Bilaga 4: whom to ring, as the reader looks for them. */
export function contactsPage(
  screen: ContactsScreen,
  { municipality }: Pick<ListScene, 'municipality'>,
): View {
  const { contacts, from, mayReplace, mayBeAway } = screen;
  const list: ListScene = { municipality, contacts, showsSilence: mayReplace };
  const next = from + CONTACT_ROWS < contacts.length ? from + CONTACT_ROWS : undefined;
  return card({
    title: LISTS.contactsTitle,
    lines: contacts.length === 0 ? [LISTS.contactsEmpty(municipality.names)] : [],
    items: [
      ...EMERGENCY,
      ...contacts.slice(from, from + CONTACT_ROWS).map((contact) => rowOf(list, contact)),
    ],
    below: {
      buttons: [
        ...(next === undefined ? [] : [plain(LISTS.showMore, 'contacts', { from: String(next) })]),
        ...(mayReplace ? [plain(CONTACT_WORDS.edit, 'editList', {})] : []),
        ...(mayReplace ? [plain(REPLACE.button, 'replacePage', {})] : []),
        ...(mayReplace ? [plain(WATCH.button, 'watch', {})] : []),
        ...(mayReplace ? [] : [plain(KIN.button, 'kin', {})]),
        ...(mayBeAway ? [plain(ABSENCE.button, 'absencePage', {})] : []),
        plain(BUTTON.report, 'start', {}),
      ],
    },
  });
}
