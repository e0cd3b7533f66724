import type { DataClass, KeptFor, Retention } from '../../src/routine/model/routine';

/** One time and one decision for every class of data. */
export const wholeFor = (days: number, decision: string): Retention => {
  const kept: KeptFor = { days, decision };
  return { report: kept, records: kept, talks: kept, log: kept };
};

/** The settings that say the same. */
export const retentionEnv = (retention: Retention = {}): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    (Object.entries(retention) as [DataClass, KeptFor][]).flatMap(([what, { days, decision }]) => [
      [`RETENTION_${what.toUpperCase()}_DAYS`, days],
      [`RETENTION_${what.toUpperCase()}_DECISION`, decision],
    ]),
  );
