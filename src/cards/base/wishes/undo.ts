import { clockTime } from '../../../content/texts/time';
import { UNDO } from '../../../content/texts/wishes/undo';
import { IN_SIGHT, MOST_BUTTONS, plain } from '../../parts';
import { on, type Scene } from '../../scene';
import type { ButtonView, CardView, View } from '../../view';

/** The place of one more button: below all else; where that row is full, beside what is done next; else in a row of its own, never above a number to ring. */
export function placed(
  { below, buttons, items }: CardView,
  back: ButtonView,
  words: string,
): Partial<CardView> {
  const lines = [...below.lines, words];
  if (below.buttons.length < MOST_BUTTONS)
    return { below: { ...below, lines, buttons: [back, ...below.buttons] } };
  if (buttons.length < IN_SIGHT && (buttons.length > 0 || items.length === 0))
    return { buttons: [...buttons, back], below: { ...below, lines } };
  return { items: [...items, { text: words, detail: '', buttons: [back], links: [] }] };
}

/** The card of whoever has just pressed something that told others: they may take it back for a while. */
export function withUndo(scene: Scene, view: View): View {
  const { undoUntil } = scene.facts;
  if (undoUntil === undefined) return view;
  const back = plain(UNDO.button, 'undo', on(scene));
  if (view.name === 'line') return { ...view, data: { ...view.data, buttons: [...view.data.buttons, back] } };
  const words = UNDO.until(clockTime(undoUntil, scene.now));
  return { ...view, data: { ...view.data, ...placed(view.data, back, words) } };
}
