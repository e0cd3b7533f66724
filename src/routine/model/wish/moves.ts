import { z } from 'zod';
import { instant, openDay, person, sealedText } from '../sensitivity';

/** Each time that a day was changed: the day before (absent: there was none), who gave it another when, and why; the oldest first. */
export const movesSchema = z.array(
  z.object({
    from: openDay().optional(),
    at: instant(),
    by: person(),
    /** Absent on rows of earlier releases. */
    reason: sealedText().optional(),
  }),
);
export type Move = z.infer<typeof movesSchema>[number];
