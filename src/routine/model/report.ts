import { z } from 'zod';
import { sealedCode, sealedDay, sealedName, sealedText } from './sensitivity';

/** Bilaga 5 part 1, the ten fields; who reports and who was targeted stand on the incident. */
export const reportSchema = z.object({
  kinds: sealedText(),
  channel: sealedText(),
  what: sealedText(),
  date: sealedDay(),
  dateTo: sealedDay(),
  time: sealedCode(),
  place: sealedText(),
  context: sealedText(),
  witnesses: sealedText(),
  reached: sealedText(),
  offenderKnown: sealedText(),
  offender: sealedText(),
  offenderOthers: sealedText(),
  group: sealedText(),
  trigger: sealedText(),
  measures: sealedText(),
  impact: sealedText(),
  phone: sealedName(),
  board: sealedName(),
  /** "Är det bråttom?", as it was sent. */
  urgent: sealedText(),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportField = keyof Report;
