import { z } from 'zod';
import { code, instant, oneOf, person, sealedOneOf, sealedText } from '../sensitivity';

/** How it stands, in one word. */
export const OUTLOOK_STATES = ['calm', 'unsure', 'serious'] as const;
/** How often the next outlook is to be given: when somebody asks, each day, each week. */
export const OUTLOOK_PACES = ['asked', 'day', 'week'] as const;

/** The situation outlook of an incident: one of three states and a line, each as it was said; and who waits for the next. */
export const outlookSchema = z.object({
  said: z.array(
    z.object({
      ...{ id: code(), at: instant(), by: person() },
      ...{ state: sealedOneOf(OUTLOOK_STATES), line: sealedText() },
    }),
  ),
  pace: oneOf(OUTLOOK_PACES),
  askedAt: instant().optional(),
  askedBy: person().optional(),
});
