import { z } from 'zod';
import { CAME, YES_NO_UNKNOWN } from './codes';
import {
  code,
  instant,
  oneOf,
  person,
  sealedCode,
  sealedDay,
  sealedName,
  sealedOneOf,
  sealedText,
} from './sensitivity';

/** Who reports. */
export const reporterSchema = z.object({
  person: person(),
  name: sealedName(),
  kind: sealedOneOf(['self', 'proxy', 'other']),
  relation: sealedText().optional(),
  /** "Vet personen om det?" */
  knows: sealedOneOf(['chosen', 'yes', 'no']).optional(),
  /** "Vill personen att partiet läser det här?" */
  partyMay: sealedOneOf(YES_NO_UNKNOWN).optional(),
  /** "Registrera åt någon": an official wrote it for the victim, who told it so. */
  came: sealedOneOf(CAME).optional(),
});

/**
 * Bilaga 5 part 1, the ten fields; who reports, their relation and who was targeted stand on the incident. Codes of
 * several choices are separated by commas.
 */
export const reportSchema = z.object({
  /** The post, board or other function of who reports. */
  reporterFunction: sealedName(),
  /** Of who reports for another. */
  reporterPhone: sealedName(),
  /** The victim's: the lead rings it. */
  phone: sealedName(),
  /** The victim's committee or board. */
  board: sealedName(),
  kinds: sealedText(),
  channel: sealedText(),
  /** A work phone or account, or a private one. */
  whichPhone: sealedText(),
  what: sealedText(),
  date: sealedDay(),
  dateTo: sealedDay(),
  time: sealedCode(),
  place: sealedText(),
  context: sealedText(),
  /** Whether it was aimed at somebody close to the victim. */
  relatives: sealedText(),
  witnesses: sealedText(),
  witnessPhone: sealedName(),
  reached: sealedText(),
  offenderKnown: sealedText(),
  offenderCount: sealedText(),
  offender: sealedText(),
  offenderOthers: sealedText(),
  group: sealedText(),
  groupName: sealedText(),
  trigger: sealedText(),
  /** Whether it may be a hate crime, to be said at the police report. */
  hate: sealedText(),
  measures: sealedText(),
  frightening: sealedText(),
  meant: sealedText(),
  impact: sealedText(),
  /** "Är det bråttom?", as it was sent. */
  urgent: sealedText(),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportField = keyof Report;

/** The words of one person at one time: only the fields that they changed; '' is what they took back. Never overwritten. */
export const reportVersionSchema = z.object({
  at: instant(),
  by: person(),
  as: oneOf(['victim', 'reporter', 'lead', 'strategist']),
  values: reportSchema.partial(),
});
export type ReportVersion = z.infer<typeof reportVersionSchema>;

/** One more event of an incident: what is told of it, by whom and when, in versions like those of the report. */
export const occurrenceSchema = z.object({ id: code(), versions: z.array(reportVersionSchema) });
export type Occurrence = z.infer<typeof occurrenceSchema>;
