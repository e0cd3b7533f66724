import type { Routine } from '../routine/routine';

/** All that differs between municipalities: one file each. */
export interface Municipality {
  id: string;
  name: string;
  routine: Routine;
  /** Parties as they are chosen: code and name. */
  parties: readonly { code: string; name: string }[];
}
