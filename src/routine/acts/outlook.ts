import * as outlook from '../transitions/beside/outlook';
import { row } from './row';

/** Acts on how an incident stands, for those who follow it. */
export const OUTLOOK_ACTS = {
  setOutlook: row({ adds: true, form: 'outlook', apply: outlook.setOutlook }),
  askOutlook: row({ apply: (incident, _, turn) => outlook.askOutlook(incident, turn) }),
};
