import { z } from 'zod';
import { name, sealedCode, sealedDay, text } from './sensitivity';

/** Bilaga 5 part 1, the ten fields; who reports and who was targeted stand on the incident. */
export const reportSchema = z.object({
  kinds: text(),
  channel: text(),
  what: text(),
  date: sealedDay(),
  dateTo: sealedDay(),
  time: sealedCode(),
  place: text(),
  context: text(),
  witnesses: text(),
  reached: text(),
  offenderKnown: text(),
  offender: text(),
  offenderOthers: text(),
  group: text(),
  trigger: text(),
  measures: text(),
  impact: text(),
  phone: name(),
  board: name(),
  /** "Är det bråttom?", as it was sent. */
  urgent: text(),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportField = keyof Report;
