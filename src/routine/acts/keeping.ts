import { z } from 'zod';
import { ARCHIVE_ANSWERS } from '../rules/retention';
import type { Act } from '../rules/roles/may';
import * as records from '../transitions/records';
import * as retention from '../transitions/retention';
import { row } from './row';

/** Acts on how long an incident is kept, and where it is registered. */
export const KEEPING = {
  recordRegistry: row({ adds: true, form: 'registry', apply: records.recordRegistry }),
  recordArchived: row({
    data: { answer: z.enum(ARCHIVE_ANSWERS) },
    about: ({ answer }) => answer,
    apply: (incident, { answer }, turn) => retention.recordArchived(incident, answer, turn),
  }),
  hold: row({ adds: true, form: 'hold', apply: retention.hold }),
  release: row({ apply: (incident, _, turn) => retention.release(incident, turn) }),
} satisfies Partial<Record<Act, unknown>>;
