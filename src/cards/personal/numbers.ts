import { BUTTON, DANGER_STRIP } from '../../content/texts/common';
import { OTHERS } from '../../content/texts/people/others';
import type { Contact } from '../../routine/model/contact';
import type { NoteScreen } from '../../screens/beside/notes';
import { card, plain, primary } from '../parts';
import { emergency, type Naming, policeLink, whomToRing } from '../scene';
import type { CardView, View } from '../view';

/** Persons to ring, then the emergency number and the police's, each to be pressed: before any other button of a card. */
export const numbersFirst = (
  naming: Naming,
  toRing: readonly Contact[],
): Pick<CardView, 'items' | 'links'> => ({
  items: toRing.map((contact) => whomToRing(naming, contact)),
  links: [emergency, policeLink],
});

type Others = Extract<NoteScreen, { note: 'notPolitician' }>;

/** Where somebody turns who is no politician. */
export const othersCard = (naming: Naming, { toRing, draft, isUnsent }: Others): View =>
  card({
    danger: [DANGER_STRIP[0] ?? ''],
    title: OTHERS.title,
    lines: [...(isUnsent ? [OTHERS.unsent] : []), ...OTHERS.lines],
    ...numbersFirst(naming, toRing),
    facts: OTHERS.facts(naming.municipality.names),
    buttons: [
      primary(OTHERS.relative, 'relative', { draft }),
      plain(BUTTON.contacts, 'contacts', {}),
      plain(BUTTON.guidance, 'guidance', {}),
    ],
  });
