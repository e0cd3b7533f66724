import { z } from 'zod';
import { DATA_CLASSES, type DataClass, type KeptFor } from '../routine/model/routine';

/*
 * How long each class of a closed incident's data is kept: days, and where the municipality's decision stands.
 */

const days = z.coerce.number().int().min(1).max(36_500).optional();
const decision = z.string().min(3).max(200).optional();

/** Schemas of the settings. */
export const retentionSettings = {
  RETENTION_REPORT_DAYS: days,
  RETENTION_REPORT_DECISION: decision,
  RETENTION_RECORDS_DAYS: days,
  RETENTION_RECORDS_DECISION: decision,
  RETENTION_TALKS_DAYS: days,
  RETENTION_TALKS_DECISION: decision,
  RETENTION_LOG_DAYS: days,
  RETENTION_LOG_DECISION: decision,
};
type Name = keyof typeof retentionSettings;
/** The settings as read. */
export type RetentionConfig = Readonly<{ [K in Name]?: z.infer<(typeof retentionSettings)[K]> }>;

const NAMES = {
  report: ['RETENTION_REPORT_DAYS', 'RETENTION_REPORT_DECISION'],
  records: ['RETENTION_RECORDS_DAYS', 'RETENTION_RECORDS_DECISION'],
  talks: ['RETENTION_TALKS_DAYS', 'RETENTION_TALKS_DECISION'],
  log: ['RETENTION_LOG_DAYS', 'RETENTION_LOG_DECISION'],
} as const satisfies Record<DataClass, readonly [Name, Name]>;

const WANTED_DAYS = 'a whole number of days, 1 to 36500';
const WANTED_DECISION = "the reference of the municipality's decision, 3 to 200 characters";

/** The rule of each setting, for the message when it is broken. */
export const RETENTION_WANTED: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(NAMES).flatMap(([length, reference]) => [
    [length, WANTED_DAYS],
    [reference, WANTED_DECISION],
  ]),
);

/** The settings on a class. */
export const keptFor = (settings: RetentionConfig, what: DataClass): Partial<KeptFor> => ({
  days: settings[NAMES[what][0]],
  decision: settings[NAMES[what][1]],
});

type Env = Readonly<Record<string, string | undefined>>;

/** Settings of earlier releases: one decision for everything, which says nothing of the classes. */
const OLD = ['RETENTION_DAYS', 'RETENTION_DECISION'] as const;

/**
 * Complaints: a class with days and no decision, or the other way round; a log that would go before what it is about; and the one
 * setting of earlier releases, which is not taken for a decision on each class: erasing cannot be undone.
 */
export function retentionFaults(env: Env): string[] {
  const halves = DATA_CLASSES.filter((what) => Boolean(env[NAMES[what][0]]) !== Boolean(env[NAMES[what][1]]));
  const daysOf = (what: DataClass): number => Number(env[NAMES[what][0]] || Number.POSITIVE_INFINITY);
  const longer = DATA_CLASSES.filter((what) => daysOf(what) > daysOf('log'));
  return [
    ...OLD.filter((name) => env[name]).map(
      (name) =>
        `${name}: is four pairs now. Set RETENTION_REPORT_, _RECORDS_, _TALKS_ and _LOG_ with DAYS and DECISION as the municipality has decided for each, and unset this`,
    ),
    ...halves.map((what) => `${NAMES[what].join(' and ')}: give both, or neither`),
    ...longer.map(
      (what) =>
        `${NAMES.log[0]}: the log goes last. Set ${NAMES[what][0]} too, and not longer than the log's, or unset the log's`,
    ),
  ];
}
