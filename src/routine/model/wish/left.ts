import { z } from 'zod';
import { code, flag, instant, person, sealedOneOf } from '../sensitivity';

/** Somebody who was asked and said no, or is out for good: by account or, without one, by the id of a row of the contact list. */
export const leftSchema = z.object({
  person: person(),
  at: instant(),
  why: sealedOneOf(['cannot', 'tooClose', 'replaced', 'ownParty', 'suspect']),
  /** Their rows of the contact list: an account may come later, or become another. */
  rows: z.array(code()).optional(),
  /** It was said of something else that the victim had open: here they may be told after all. */
  asBefore: flag().optional(),
});
