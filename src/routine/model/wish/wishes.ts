import { z } from 'zod';
import { KIN_ANSWERS, UNABLE } from '../codes';
import {
  code,
  count,
  flag,
  instant,
  oneOf,
  person,
  sealedCode,
  sealedOneOf,
  sealedText,
} from '../sensitivity';

import { correctionSchema } from './corrections';
import { JOINED_FIELDS } from './joined';
/** A press that may be taken back for a while: what it changed, as JSON before and after it. */
export const undoSchema = z.object({
  /** The verb. */
  act: sealedCode(),
  by: person(),
  at: instant(),
  /** By place: a field of the incident, or `steps.` and a step's id. Absent: there was nothing, or is nothing now. */
  changes: z.record(code(), z.object({ before: sealedText().optional(), after: sealedText().optional() })),
});
/** The latest press that was taken back. */
export const undoneSchema = z.object({
  act: sealedCode(),
  by: person(),
  at: instant(),
  /** It changed who leads, or whether the incident is open: the victim is told. */
  isTold: flag().optional(),
  /** How often the strategist had been told of the incident: whoever gets it anew is told anew. */
  strategist: count().optional(),
});

/** Fields of an incident for what a person takes back or asks for, and for what it shares with others. */
export const WISHES = {
  undo: undoSchema.optional(),
  undone: undoneSchema.optional(),
  /** "Jag är i säkerhet nu": a mark for who rings, never an end. The first since an alarm. */
  safeAt: instant().optional(),
  /** "Nog nu": since when the victim wants no more of it. Undefined again once they go on. */
  enoughAt: instant().optional(),
  /** "Ring mig inte", or "Någon kan se min mobil": nothing is sent to the victim until they lift it. */
  quiet: z.object({ why: sealedOneOf(['hiding', 'watched']), at: instant() }).optional(),
  /** The victim cannot answer, as who leads has said: why, and when their next of kin had been told. */
  unable: z
    .object({ why: sealedOneOf(UNABLE), at: instant(), by: person(), kinAt: instant().optional() })
    .optional(),
  /** Who holds the party's list is asked for the numbers of next of kin: the latest question, whom it went to, and the answer. */
  kinAsk: z
    .object({
      at: instant(),
      by: person(),
      asked: z.array(person()),
      answer: z.object({ at: instant(), by: person(), how: oneOf(KIN_ANSWERS) }).optional(),
    })
    .optional(),
  /** Requests that words of the report are put right, oldest first. */
  corrections: z.array(correctionSchema).optional(),
  /** Why it was closed before all was done, in words. */
  closeWords: sealedText().optional(),
  ...JOINED_FIELDS,
};
