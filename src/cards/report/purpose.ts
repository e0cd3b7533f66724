import { PURPOSE_FIELDS } from '../../screens/forms';
import { back, card, fields, primary, type Typed } from '../parts';
import { kicker, on, type Scene } from '../scene';
import type { ButtonView, View } from '../view';

/** Words and verb of a form that asks why somebody wants to read or take something. */
interface Asked {
  title: string;
  lines: readonly string[];
  purpose: string;
  button: string;
  verb: 'readLog' | 'orderDocument' | 'orderFile';
  /** Beside the incident's id. */
  data?: Record<string, string>;
  /** Beside the button that sends it. */
  more?: readonly ButtonView[];
}

/** The form that asks why, in one line: the answer stands in the log. */
export const purposeForm = (scene: Scene, typed: Typed, asked: Asked): View =>
  card({
    kicker: kicker(scene),
    title: asked.title,
    lines: [...asked.lines],
    problem: typed.problem,
    fields: fields(PURPOSE_FIELDS, { purpose: asked.purpose }, {}, typed),
    buttons: [
      primary(asked.button, asked.verb, on(scene, asked.data)),
      ...(asked.more ?? []),
      back('show', on(scene)),
    ],
  });
