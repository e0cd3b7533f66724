import { createHash } from 'node:crypto';
import type { Incident } from '../model/incident';
import type { Routine } from '../model/routine';

/*
 * Versions of a routine: an incident keeps the one that it began with.
 */

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** JSON with the keys of every object in order, so that the same value is always the same text. */
export const canonical = (value: unknown): string => JSON.stringify(value, sorted);

/**
 * SHA-256, in hex, of what decides how an incident goes. Words are not in it, so that one can be mended for open
 * incidents too; nor are time limits, which settings change at any time.
 */
export const hashOf = ({
  steps,
  checks,
  pages,
  status,
}: Pick<Routine, 'steps' | 'checks' | 'pages' | 'status'>): string =>
  createHash('sha256').update(canonical({ steps, checks, pages, status })).digest('hex');

/** What an incident writes down of the routine that it begins with. */
export const versionOf = ({ version, hash }: Routine): NonNullable<Incident['routine']> => ({
  version,
  hash,
});

/** What is wrong with a municipality's versions, each with how to mend it. */
export function versionFaults(versions: readonly Routine[]): string[] {
  return versions.flatMap((routine, index) => {
    const same = versions.slice(0, index).find((one) => one.version === routine.version);
    if (!same) return [];
    return same.hash === routine.hash
      ? [`The routine's version ${routine.version} is named twice: name it once.`]
      : [`Two routines that differ both say version ${routine.version}: give the newer one a higher number.`];
  });
}

/** The versions hold none that an incident needs. */
export class MissingRoutine extends Error {
  constructor(
    readonly version: number,
    readonly known: readonly number[],
  ) {
    super(
      `An open incident began with version ${version} of the routine, and only ${known.join(', ')} is declared: ` +
        "put that version back into the municipality's `versions` until no open incident has it.",
    );
  }
}

/** The routine that an incident began with. Throws MissingRoutine when no such version is declared. */
export function routineFor(versions: readonly Routine[], incident: Pick<Incident, 'routine'>): Routine {
  const version = incident.routine?.version ?? 1;
  const found = versions.find((one) => one.version === version);
  if (found) return found;
  throw new MissingRoutine(
    version,
    versions.map((one) => one.version),
  );
}
