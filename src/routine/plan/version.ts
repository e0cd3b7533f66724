import { createHash } from 'node:crypto';
import type { Incident } from '../model/incident';
import type { Routine, RoutineVersion } from '../model/routine';
import { sortedJson } from './sortedJson';

/*
 * Versions of a routine: an incident keeps the one that it began with.
 */

/** How a form is laid out: it decides nothing. */
const LAYOUT: ReadonlySet<string> = new Set(['unfolds']);

/**
 * SHA-256, in hex, of what decides how an incident goes. Words and layout are not in it, so that they can be
 * mended for open incidents too; nor are time limits, which settings change at any time.
 */
export const hashOf = ({
  steps,
  checks,
  pages,
  status,
  pressing,
  bringsInFor,
}: Pick<Routine, 'steps' | 'checks' | 'pages' | 'status' | 'pressing' | 'bringsInFor'>): string =>
  createHash('sha256')
    .update(sortedJson({ steps, checks, pages, status, pressing, bringsInFor }, LAYOUT))
    .digest('hex');

/** The present routine, then the older ones that open incidents still have. */
export type Versions = readonly [Routine, ...Routine[]];

/** The mark of the routine that an incident begins with. */
export const versionOf = ({ version, hash }: Routine): NonNullable<Incident['routine']> => ({
  version,
  hash,
});

/** Faults of what a version replaces: it must be lower, and declared nowhere. */
const replacingFaults = (versions: readonly RoutineVersion[]): string[] =>
  versions.flatMap(({ version, replaces = [] }) =>
    replaces
      .filter((one) => one >= version || versions.some((other) => other.version === one))
      .map(
        (one) => `Version ${version} cannot replace version ${one}: that is not lower, or still declared.`,
      ),
  );

/** Faults of a municipality's versions, each with how to mend it. */
export function versionFaults(versions: readonly RoutineVersion[]): string[] {
  return [...numberFaults(versions), ...replacingFaults(versions)];
}

function numberFaults(versions: readonly RoutineVersion[]): string[] {
  return versions.flatMap((routine, index) => {
    const same = versions.slice(0, index).find((one) => one.version === routine.version);
    if (!same) return [];
    return same.hash === routine.hash
      ? [`The routine's version ${routine.version} is named twice: name it once.`]
      : [`Two routines that differ both say version ${routine.version}: give the newer one a higher number.`];
  });
}

/** The version that an incident began with; rows of release 0.1 do not say it. */
const begunWith = ({ routine }: Pick<Incident, 'routine'>): number => routine?.version ?? 1;

/** The declared version that an incident goes on by: the one that it began with, or the one that replaces that. */
const declaredFor = (versions: Versions, incident: Pick<Incident, 'routine'>): Routine | undefined => {
  const begun = begunWith(incident);
  return (
    versions.find(({ version }) => version === begun) ??
    versions.find(({ replaces = [] }) => replaces.includes(begun))
  );
};

/**
 * The routine that an incident goes on by. Where that is not declared, the present one: an incident that nobody can open
 * helps nobody, and the start has said what is missing (`routineFault`).
 */
export function routineFor(versions: Versions, incident: Pick<Incident, 'routine'>): Routine {
  return declaredFor(versions, incident) ?? versions[0];
}

/** The fault of the declared versions for an open incident, with how to mend it; undefined: none. */
export function routineFault(
  versions: Versions,
  incident: Pick<Incident, 'routine'>,
): { event: 'routineMissing' | 'routineChanged'; fault: string } | undefined {
  const version = begunWith(incident);
  const found = declaredFor(versions, incident);
  if (!found) {
    const known = versions.map((one) => one.version).join(', ');
    return {
      event: 'routineMissing',
      fault:
        `Open incidents began with version ${version} of the routine, and only ${known} is declared: put that version ` +
        "back into the municipality's `versions` until no open incident has it.",
    };
  }
  const isReplaced = found.version !== version;
  if (!incident.routine || isReplaced || incident.routine.hash === found.hash) return undefined;
  return {
    event: 'routineChanged',
    fault:
      `Version ${version} of the routine has been changed since open incidents began with it: declare it again as it ` +
      'was, and the change as a version with a higher number.',
  };
}
