import type { Incident } from '../../model/incident';
import type { ProtectionMeasure } from '../../model/records';

/** A protection measure that waits to be carried out. One of an earlier release has no day, and is only read. */
export type OpenMeasure = ProtectionMeasure & { readonly day: string };

export const isOpenMeasure = (measure: ProtectionMeasure): measure is OpenMeasure =>
  measure.day !== undefined && measure.doneAt === undefined;

/** The measures that wait, first those whose day comes first. */
export const openMeasures = ({ protection }: Incident): OpenMeasure[] =>
  protection.filter(isOpenMeasure).sort((a, b) => a.day.localeCompare(b.day) || a.at.localeCompare(b.at));
