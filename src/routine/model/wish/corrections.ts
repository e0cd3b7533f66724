import { z } from 'zod';
import { code, instant, person, sealedOneOf, sealedText } from '../sensitivity';

export const CORRECTION_ANSWERS = ['accepted', 'declined'] as const;

/** A request that somebody's words in the report are put right, and the answer. The words themselves stand in its versions. */
export const correctionSchema = z.object({
  id: code(),
  at: instant(),
  by: person(),
  /** The field of the report, and whose words in it. */
  field: code(),
  of: person(),
  as: sealedOneOf(['victim', 'reporter', 'lead', 'strategist']),
  what: sealedText(),
  why: sealedText(),
  /** `by`: the author, or whoever wrote the author's answer down. */
  answer: z
    .object({
      is: sealedOneOf(CORRECTION_ANSWERS),
      at: instant(),
      by: person(),
      reason: sealedText(),
    })
    .optional(),
});
/** A request that words are put right. */
export type Correction = z.infer<typeof correctionSchema>;
