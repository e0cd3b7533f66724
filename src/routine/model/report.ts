import { z } from 'zod';
import { name, sealedCode, sealedDay, text } from './sensitivity';

/**
 * Bilaga 5 part 1, the ten fields; who reports, their relation and who was targeted stand on the incident. Codes of
 * several choices are separated by commas.
 */
export const reportSchema = z.object({
  /** The post, board or other function of who reports. */
  reporterFunction: name(),
  /** Of who reports for another. */
  reporterPhone: name(),
  /** The victim's: the lead rings it. */
  phone: name(),
  /** The victim's committee or board. */
  board: name(),
  kinds: text(),
  channel: text(),
  /** A work phone or account, or a private one. */
  whichPhone: text(),
  what: text(),
  date: sealedDay(),
  dateTo: sealedDay(),
  time: sealedCode(),
  place: text(),
  context: text(),
  /** Whether it was aimed at somebody close to the victim. */
  relatives: text(),
  witnesses: text(),
  witnessPhone: name(),
  reached: text(),
  offenderKnown: text(),
  offenderCount: text(),
  offender: text(),
  offenderOthers: text(),
  group: text(),
  groupName: text(),
  trigger: text(),
  /** Whether it may be a hate crime, to be said at the police report. */
  hate: text(),
  measures: text(),
  frightening: text(),
  meant: text(),
  impact: text(),
  /** "Är det bråttom?", as it was sent. */
  urgent: text(),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportField = keyof Report;
