import type { LinkDecision } from '../../src/app/deps';
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

/** Those of the decision on links between incidents. */
export const linksEnv = (links: LinkDecision | undefined): Readonly<Record<string, string>> =>
  links ? { LINKS_DECISION: links.decision, LINKS_PURPOSE: links.purpose, LINKS_UNTIL: links.until } : {};

/** A decision that holds for long. */
export const LINKED: LinkDecision = {
  decision: 'Kommunstyrelsen 2026-11-20, KS 2026/12',
  purpose: 'En kampanj mot flera partier',
  until: '2036-12-31',
};
