import type { Routine } from '../../routine/model/routine';

/** All that differs between municipalities: one file each. */
export interface Municipality {
  id: string;
  name: string;
  routine: Routine;
  /** The municipality's page on how it uses personal data (https); a setting. */
  privacyUrl?: string | undefined;
  /** Parties as they are chosen: code and name. */
  parties: readonly { code: string; name: string }[];
}
