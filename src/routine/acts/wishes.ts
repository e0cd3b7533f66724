import type { Act } from '../rules/access';
import { undo } from '../transitions/beside/undo';
import { closeEarly, goOn, sayEnough, saySafe } from '../transitions/beside/wishes';
import * as leading from '../transitions/leading';
import { row } from './row';

/** Acts that take something back or say what a person wishes. */
export const BY_WISH = {
  undo: row({ apply: (incident, _, turn) => undo(incident, turn) }),
  saySafe: row({ apply: (incident, _, turn) => saySafe(incident, turn) }),
  sayEnough: row({ apply: (incident, _, turn) => sayEnough(incident, turn) }),
  goOn: row({ apply: (incident) => goOn(incident) }),
  help: row({ apply: (incident, _, turn) => leading.help(incident, turn) }),
  closeEarly: row({ form: 'closeEarly', apply: closeEarly }),
} satisfies Partial<Record<Act, unknown>>;
