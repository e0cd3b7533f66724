import { z } from 'zod';
import { code, instant, person, sealedCode, sealedText } from '../sensitivity';

/** One event with several victims: each has an incident, and they share this. */
export const eventSchema = z.object({
  id: code(),
  at: instant(),
  /** Who first said that they are one event: their list of incidents leads to all of them. */
  by: person(),
});
export type SharedEvent = z.infer<typeof eventSchema>;

/** A press on one incident that is to be made on others of its event too; kept until that has been done. */
export const carrySchema = z.object({
  /** The id of the press: on each of them it counts once. */
  once: code(),
  verb: sealedCode(),
  /** All that the press brought, as JSON. */
  data: sealedText(),
  by: person(),
  at: instant(),
  /** The ids of the others; absent: all of the event. */
  to: z.array(code()).optional(),
});
export type Carry = z.infer<typeof carrySchema>;

/** Another incident of the same matter: which, since when, and who said so. */
const otherSchema = z.object({ id: code(), reference: code(), at: instant(), by: person() });

/** Fields of an incident for what it has to do with other incidents: the event is on strategists' screens alone, `carries` on none. */
export const JOINED_FIELDS = {
  event: eventSchema.optional(),
  carries: z.array(carrySchema).optional(),
  /** It told of the same matter as another one, which goes on: its words stand there too, its writer is not told. `overAt`: that is closed. */
  mergedInto: otherSchema.extend({ overAt: instant().optional() }).optional(),
  /** Those that went into this one; `at`: when their words were taken in last. */
  merged: z.array(otherSchema).optional(),
};
