import { clockTime } from '../../../content/texts/time';
import { UNDO } from '../../../content/texts/wishes/undo';
import { IN_SIGHT, MOST_BUTTONS, plain } from '../../parts';
import { on, type Scene } from '../../scene';
import type { ButtonView, CardView, View } from '../../view';

/**
 * The place of one more button: below all else, after what is in sight there; where that row is full, beside what is done
 * next; else in a row of its own, never above a number to ring. Its words stand above its own row, where there is one.
 */
export function placed(
  { below, buttons, items, lines }: CardView,
  back: ButtonView,
  words: string,
): Partial<CardView> {
  const said = { ...below, lines: [...below.lines, words] };
  if (below.buttons.length < MOST_BUTTONS) {
    const inSight = below.buttons.filter(({ mode }) => mode === 'primary');
    const hidden = below.buttons.filter(({ mode }) => mode !== 'primary');
    return { below: { ...said, buttons: [...inSight, back, ...hidden] } };
  }
  if (buttons.length > 0 && buttons.length < IN_SIGHT)
    return { lines: [...lines, words], buttons: [...buttons, back] };
  if (buttons.length === 0 && items.length === 0) return { buttons: [back], below: said };
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
