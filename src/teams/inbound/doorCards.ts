import { button, card, plain } from '../../cards/parts';
import { numbersFirst } from '../../cards/personal/numbers';
import { type Naming, tel } from '../../cards/scene';
import type { View } from '../../cards/view';
import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { GUEST, SLOW } from '../../content/texts/door';
import { POLICE_NUMBER } from '../../content/texts/police';
import type { Contact } from '../../routine/model/contact';

/** The card for a guest of the tenant: whom to ring, no buttons, nothing of the municipality's. */
export const guestCard = ({ municipality }: Naming): View =>
  card({
    title: GUEST.title,
    lines: GUEST.lines(municipality.names),
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
