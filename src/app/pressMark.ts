import { createHash } from 'node:crypto';
import type { Action } from '../cards/actions';

/**
 * The mark of a press is kept in clear text, also as the id of what the press adds: whatever a client writes there
 * becomes a code that says nothing.
 */
export const withMark = (action: Action): Action =>
  'once' in action && typeof action.once === 'string'
    ? { ...action, once: createHash('sha256').update(action.once).digest('hex').slice(0, 26) }
    : action;
