import type { Act } from '../rules/roles/may';
import * as protection from '../transitions/protection';
import { keyText } from './inputs';
import { row } from './row';

/** Acts on what was decided to protect the victim, and on how dangerous it is. */
export const PROTECTING = {
  addProtection: row({ adds: true, form: 'protection', apply: protection.addProtection }),
  endProtection: row({ data: { measure: keyText() }, apply: protection.endProtection }),
  moveProtection: row({
    data: { measure: keyText() },
    form: ({ measure }) => ['moveProtection', measure],
    adds: true,
    apply: protection.moveProtection,
  }),
  waiveProtection: row({
    data: { measure: keyText() },
    form: ({ measure }) => ['waiveProtection', measure],
    adds: true,
    apply: protection.waiveProtection,
  }),
  assessThreat: row({ adds: true, form: 'threat', apply: protection.assessThreat }),
} satisfies Partial<Record<Act, unknown>>;
