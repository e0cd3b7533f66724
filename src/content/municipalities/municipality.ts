import type { Routine } from '../../routine/model/routine';
import { type Versions, versionFaults } from '../../routine/plan/version';

/** All that differs between municipalities: a folder each. */
export interface Municipality {
  readonly id: string;
  readonly name: string;
  /** The routine of new incidents: the first of `versions`. */
  readonly routine: Routine;
  readonly versions: Versions;
  /** The municipality's page on how it uses personal data (https); a setting. */
  readonly privacyUrl?: string | undefined;
  /** Parties as they are chosen: code and name. */
  readonly parties: readonly { code: string; name: string }[];
}

/** Checks the versions of a municipality's routine, once at the start. Throws with how to mend them. */
export function defineMunicipality(declared: Omit<Municipality, 'routine' | 'privacyUrl'>): Municipality {
  const faults = versionFaults(declared.versions);
  if (faults.length > 0) throw new Error(`${declared.id}: ${faults.join(' ')}`);
  return { ...declared, routine: declared.versions[0] };
}
