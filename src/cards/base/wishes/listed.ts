import { ROUND } from '../../../content/texts/timed';
import { MOST_BUTTONS, plain } from '../../parts';
import type { Scene } from '../../scene';
import type { View } from '../../view';

/** The card of an incident of which somebody was told beside others: the way back to all of them. Where there is no room, none. */
export function withList({ facts }: Scene, view: View): View {
  if (!facts.isListed) return view;
  const back = plain(ROUND.backToList, 'round', {});
  if (view.name === 'line') return { ...view, data: { ...view.data, buttons: [...view.data.buttons, back] } };
  const { below } = view.data;
  if (below.buttons.length >= MOST_BUTTONS) return view;
  return { ...view, data: { ...view.data, below: { ...below, buttons: [...below.buttons, back] } } };
}
