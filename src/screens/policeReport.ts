import type { Incident } from '../routine/model/incident';
import type { ReportField } from '../routine/model/report';

/**
 * Whether whoever files a police report reads a field: not support, measures, and how the reporter is reached (routine:
 * Law). A new field has no row here, and does not compile: whether they read it is decided when it is made.
 */
const IS_FOR_POLICE: Readonly<Record<ReportField, boolean>> = {
  reporterFunction: false,
  reporterPhone: false,
  phone: true,
  board: true,
  kinds: true,
  channel: true,
  whichPhone: true,
  what: true,
  date: true,
  dateTo: true,
  time: true,
  place: true,
  context: true,
  relatives: true,
  witnesses: true,
  witnessPhone: true,
  reached: true,
  offenderKnown: true,
  offenderCount: true,
  offender: true,
  offenderOthers: true,
  group: true,
  groupName: true,
  trigger: true,
  hate: true,
  measures: false,
  frightening: true,
  meant: true,
  impact: false,
  urgent: false,
};

const isForPolice = (field: string): boolean => IS_FOR_POLICE[field as ReportField] === true;

/** Those of some fields that a police report has a use for. */
export const forPolice = (fields: readonly ReportField[]): ReportField[] => fields.filter(isForPolice);

/** The report without what a police report has no use for. */
export const policeReport = (report: Incident['report']): Incident['report'] =>
  Object.fromEntries(Object.entries(report).filter(([field]) => isForPolice(field)));
