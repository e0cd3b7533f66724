import * as noting from '../transitions/beside/noting';
import * as outlook from '../transitions/beside/outlook';
import { keyText } from './inputs';
import { row } from './row';

/** Acts on what is written down beside the plan's steps: notes, how it stands, and what is to become better. */
export const NOTING = {
  addNote: row({ adds: true, form: 'notes', apply: noting.addNote }),
  setOutlook: row({ adds: true, form: 'outlook', apply: outlook.setOutlook }),
  askOutlook: row({ apply: (incident, _, turn) => outlook.askOutlook(incident, turn) }),
  follow: row({ apply: (incident, _, turn) => outlook.follow(incident, turn) }),
  unfollow: row({ apply: (incident, _, turn) => outlook.unfollow(incident, turn) }),
  addImprovement: row({ adds: true, form: 'improvement', apply: noting.addImprovement }),
  endImprovement: row({
    data: { improvement: keyText() },
    apply: (incident, { improvement }, turn) => noting.endImprovement(incident, improvement, turn),
  }),
};
