import { clockTime } from '../../../content/texts/time';
import { UNDO } from '../../../content/texts/wishes/undo';
import { IN_SIGHT, MOST_BUTTONS, plain } from '../../parts';
import { on, type Scene } from '../../scene';
import type { ButtonView, View } from '../../view';

const hasRoom = (row: readonly ButtonView[]): boolean => row.length < MOST_BUTTONS;
const inSight = (row: readonly ButtonView[]): number => row.filter(({ mode }) => mode === 'primary').length;

/** The card of whoever has just pressed something that told others: they may take it back for a while. */
export function withUndo(scene: Scene, view: View): View {
  const { undoUntil } = scene.facts;
  if (undoUntil === undefined) return view;
  const back = plain(UNDO.button, 'undo', on(scene));
  if (view.name === 'line') return { ...view, data: { ...view.data, buttons: [...view.data.buttons, back] } };
  const { below, buttons } = view.data;
  const lines = [UNDO.until(clockTime(undoUntil, scene.now)), ...below.lines];
  if (hasRoom(below.buttons))
    return { ...view, data: { ...view.data, below: { ...below, lines, buttons: [back, ...below.buttons] } } };
  const mode = inSight(buttons) < IN_SIGHT ? 'primary' : 'secondary';
  return {
    ...view,
    data: {
      ...view.data,
      buttons: [...buttons.slice(0, MOST_BUTTONS - 1), { ...back, mode }],
      below: { ...below, lines },
    },
  };
}
