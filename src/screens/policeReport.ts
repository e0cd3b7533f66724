import type { Incident } from '../routine/model/incident';
import type { ReportField } from '../routine/model/report';

/** Fields of the report that a police report has no use for: support and measures, and how the reporter is reached. */
export const NOT_FOR_POLICE: readonly ReportField[] = [
  'measures',
  'impact',
  'reporterFunction',
  'reporterPhone',
  'urgent',
];

/** The report without what a police report has no use for. */
export const policeReport = (report: Incident['report']): Incident['report'] =>
  Object.fromEntries(
    Object.entries(report).filter(([field]) => !NOT_FOR_POLICE.some((other) => other === field)),
  );
