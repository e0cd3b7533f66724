import { button, card, link, plain } from '../../cards/parts';
import { numbersFirst } from '../../cards/personal/numbers';
import { type Naming, tel } from '../../cards/scene';
import type { View } from '../../cards/view';
import { capital } from '../../content/names';
import { BUTTON, COMMON, DANGER_STRIP } from '../../content/texts/common';
import { GUEST, SLOW } from '../../content/texts/door';
import { POLICE_NUMBER } from '../../content/texts/police';
import { GROUP_CHAT } from '../../content/texts/report';
import type { Contact } from '../../routine/model/contact';

/** Those who may be rung by anybody, by their post and not by name. */
const byPost = ({ municipality }: Naming, toRing: readonly Contact[]): { title: string; phone: string }[] =>
  toRing.map(({ role, name, phone }) => ({
    title: capital(municipality.names.posts[role]?.title ?? name),
    phone,
  }));

/** The sentence in a group, where everybody reads: the numbers, and nothing else of ours. */
export const groupSentence = (naming: Naming, toRing: readonly Contact[]): string =>
  [GROUP_CHAT, ...byPost(naming, toRing).map(({ title, phone }) => `${title}: ${phone}.`)].join(' ');

/** The card for a guest of the tenant: whom to ring, no buttons, nothing of the municipality's but the number that is rung at any hour. */
export const guestCard = (naming: Naming, toRing: readonly Contact[]): View =>
  card({
    title: GUEST.title,
    lines: GUEST.lines(naming.municipality.names),
    items: byPost(naming, toRing).map(({ title, phone }) => ({
      ...{ text: title, detail: '', buttons: [] },
      links: [link(COMMON.call(phone), tel(phone))],
    })),
    links: [
      { title: GUEST.emergency, url: 'tel:112', style: 'positive' },
      { title: GUEST.police, url: tel(POLICE_NUMBER), style: 'default' },
    ],
  });

/** The card for too many messages. It has the way to help on it. */
export const slowCard = (naming: Naming, toRing: readonly Contact[]): View =>
  card({
    ...numbersFirst(naming, toRing),
    danger: [DANGER_STRIP[0] ?? ''],
    title: SLOW.title,
    lines: [...SLOW.lines],
    buttons: [button(BUTTON.report, 'start', {}), plain(BUTTON.contacts, 'contacts', {})],
  });
