import { clockTime } from '../../../content/texts/time';
import { UNDO } from '../../../content/texts/wishes/undo';
import { MOST_BUTTONS, plain } from '../../parts';
import { on, type Scene } from '../../scene';
import type { ButtonView, View } from '../../view';

/** A row with one more button: where it is full, the one before the last makes room, for the last leads to all others. */
const withOneMore = (row: readonly ButtonView[], one: ButtonView): ButtonView[] =>
  row.length < MOST_BUTTONS ? [one, ...row] : [one, ...row.slice(0, MOST_BUTTONS - 2), ...row.slice(-1)];

/** The card of whoever has just pressed something that told others: they may take it back for a while. */
export function withUndo(scene: Scene, view: View): View {
  const { undoUntil } = scene.facts;
  if (undoUntil === undefined) return view;
  const back = plain(UNDO.button, 'undo', on(scene));
  if (view.name === 'line') return { ...view, data: { ...view.data, buttons: [...view.data.buttons, back] } };
  const { below } = view.data;
  const lines = [...below.lines, UNDO.until(clockTime(undoUntil, scene.now))];
  const buttons = withOneMore(below.buttons, back);
  return { ...view, data: { ...view.data, below: { ...below, lines, buttons } } };
}
