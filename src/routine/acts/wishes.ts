import type { Act } from '../rules/access';
import { undo } from '../transitions/beside/undo';
import { row } from './row';

/** Acts that take something back or say what a person wishes. */
export const BY_WISH = {
  undo: row({ apply: (incident, _, turn) => undo(incident, turn) }),
} satisfies Partial<Record<Act, unknown>>;
