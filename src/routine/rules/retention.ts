import { inDaytime } from '../calendar/workingTime';
import type { Incident } from '../model/incident';
import type { Erased } from '../model/records';
import { DATA_CLASSES, type DataClass } from '../model/routine';
import type { Situation } from '../model/situation';

/*
 * Erasure of closed incidents, a class of data at a time: only by the municipality's decision on that class, warned of first, held
 * back with a reason. Until registry and archive have theirs nothing is erased. The log comes last, with what is left.
 */

const DAY = 86_400_000;
const WARNING_DAYS = 30;

export const ARCHIVE_ANSWERS = ['archived', 'notToBe'] as const;

/** A class of data that is erased while the rest is kept. */
export type Part = Erased['what'];
const isPart = (one: DataClass): one is Part => one !== 'log';
/** All of them. */
export const PARTS: readonly Part[] = DATA_CLASSES.filter(isPart);

/** Beside the reopenings, each release of a hold begins a new time of warning. */
export const eraseEpoch = (incident: Incident): number =>
  incident.epoch * 1_000 + (incident.hold?.epoch ?? 0);

export const isHeld = ({ hold }: Incident): boolean => hold !== undefined && hold.releasedAt === undefined;

/** The erasure of a class; undefined: it is there. */
export const erasedIn = ({ erased }: Pick<Incident, 'erased'>, what: DataClass): Erased | undefined =>
  erased?.find((one) => one.what === what);

/** The things that are missing and must be there before anything is erased. */
export const missingToErase = (incident: Incident): ('registry' | 'archive')[] => [
  ...(incident.registry ? [] : (['registry'] as const)),
  ...(incident.archive ? [] : (['archive'] as const)),
];

/** The municipality's own day for a class; undefined: not closed, or no decision. */
function decidedAt({ incident, retention }: Situation, what: DataClass): Date | undefined {
  const kept = retention?.[what];
  if (incident.practice || incident.state !== 'closed' || !incident.closedAt || !kept) return undefined;
  return new Date(Date.parse(incident.closedAt) + kept.days * DAY);
}

/** When the strategist is warned of a class: 30 days before, or at once when that has passed; by day. */
export function warnedFrom(situation: Situation, what: DataClass): Date | undefined {
  const { incident, routine } = situation;
  const decided = decidedAt(situation, what);
  if (!decided || isHeld(incident)) return undefined;
  const released = incident.hold?.releasedAt ?? '';
  const earliest = Math.max(Date.parse(incident.closedAt ?? ''), released ? Date.parse(released) : 0);
  return inDaytime(new Date(Math.max(decided.getTime() - WARNING_DAYS * DAY, earliest)), routine.times);
}

/** Warnings that are to be given: those of several classes at one time are one, also when some of them are gone. */
export function warnings(situation: Situation): { about: string; from: Date }[] {
  const at = new Map<number, DataClass[]>();
  for (const what of DATA_CLASSES) {
    const from = warnedFrom(situation, what)?.getTime();
    if (from !== undefined) at.set(from, [...(at.get(from) ?? []), what]);
  }
  return [...at]
    .filter(([, all]) => all.some((what) => !erasedIn(situation.incident, what)))
    .map(([from, all]) => ({ about: all.join('.'), from: new Date(from) }));
}

/** When a class is erased: not before 30 days have passed since somebody was warned of it. */
export function erasedFrom(situation: Situation, what: DataClass): Date | undefined {
  const decided = decidedAt(situation, what);
  const from = warnedFrom(situation, what);
  if (!decided || !from) return undefined;
  const told = situation.warnedAt?.[what];
  const warned = told ? new Date(told) : from;
  return new Date(Math.max(decided.getTime(), warned.getTime() + WARNING_DAYS * DAY));
}

/** Nobody was warned, somebody holds it, or something is missing: then it is kept. */
function isDue(situation: Situation, what: DataClass): boolean {
  const at = erasedFrom(situation, what);
  return (
    at !== undefined &&
    situation.warnedAt?.[what] !== undefined &&
    at <= situation.now &&
    missingToErase(situation.incident).length === 0
  );
}

/**
 * Whether all of it goes: the log's time has come, and nothing else is to be kept longer. What has begun is ended, whatever has been
 * decided since.
 */
export const mayErase = (situation: Situation): boolean =>
  situation.incident.erasing !== undefined ||
  (isDue(situation, 'log') &&
    PARTS.every((part) => erasedIn(situation.incident, part) !== undefined || isDue(situation, part)));

/** The classes that are to be erased now, while the rest is kept. */
export const partsDue = (situation: Situation): Part[] =>
  mayErase(situation)
    ? []
    : PARTS.filter((part) => !erasedIn(situation.incident, part) && isDue(situation, part));

/** Days on which something of it is erased, and what; the earliest first. */
export function erasureDays(situation: Situation): { at: Date; what: DataClass[] }[] {
  const at = new Map<number, DataClass[]>();
  for (const what of DATA_CLASSES) {
    const time = erasedIn(situation.incident, what) ? undefined : erasedFrom(situation, what)?.getTime();
    if (time !== undefined) at.set(time, [...(at.get(time) ?? []), what]);
  }
  return [...at].sort(([a], [b]) => a - b).map(([time, what]) => ({ at: new Date(time), what }));
}
