import { BUTTON } from '../content/texts/common';
import { plain } from './parts';
import type { View } from './view';

/** Whether a card has anything to press: a button, or a number. */
const leadsOn = (view: Extract<View, { name: 'card' }>): boolean => {
  const { buttons, below, links, choices, items } = view.data;
  return (
    buttons.length + below.buttons.length + links.length > 0 ||
    choices.some((row) => row.buttons.length > 0) ||
    items.some((item) => item.buttons.length + item.links.length > 0)
  );
};

/** A card that says something and leads nowhere gets the way to those who can be rung. A finished line is left as it is. */
export const withWayOn = (view: View): View =>
  view.name === 'card' && !leadsOn(view)
    ? { ...view, data: { ...view.data, buttons: [plain(BUTTON.contacts, 'contacts', {})] } }
    : view;
