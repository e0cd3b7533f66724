import * as noting from '../transitions/beside/noting';
import { keyText } from './inputs';
import { row } from './row';

/** Acts on what is written down beside the plan's steps: notes, and what is to become better. */
export const NOTING = {
  addNote: row({ adds: true, form: 'notes', apply: noting.addNote }),
  addImprovement: row({ adds: true, form: 'improvement', apply: noting.addImprovement }),
  endImprovement: row({
    data: { improvement: keyText() },
    apply: (incident, { improvement }, turn) => noting.endImprovement(incident, improvement, turn),
  }),
};
