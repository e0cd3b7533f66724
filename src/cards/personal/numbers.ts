import type { Contact } from '../../routine/model/contact';
import { emergency, type Naming, policeLink, whomToRing } from '../scene';
import type { CardView } from '../view';

/** Persons to ring, then the emergency number and the police's, each to be pressed: before any other button of a card. */
export const numbersFirst = (
  naming: Naming,
  toRing: readonly Contact[],
): Pick<CardView, 'items' | 'links'> => ({
  items: toRing.map((contact) => whomToRing(naming, contact)),
  links: [emergency, policeLink],
});
