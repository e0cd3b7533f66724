import { maskCopy } from '../transitions/beside/maskCopy';
import * as name from '../transitions/name';
import { row } from './row';

/** Acts on what others read: a name that is hidden, the words that are hidden with it, and what a copy is handed out without. */
export const MASKING = {
  showName: row({ apply: (incident, _, turn) => name.showName(incident, turn) }),
  mask: row({ adds: true, form: 'mask', apply: name.mask }),
  maskNothing: row({ adds: true, apply: (incident, _, turn) => name.maskNothing(incident, turn) }),
  maskCopy: row({ adds: true, opens: 'document', form: 'maskedCopy', apply: maskCopy }),
};
