import type { Routine } from '../../routine/model/routine';
import type { Names } from '../names';

/** All that differs between municipalities: a folder each. */
export interface Municipality {
  id: string;
  name: string;
  routine: Routine;
  /** How its posts are spoken of. */
  names: Names;
  /** Where the municipality tells of how it uses personal data; a setting. */
  privacyUrl?: string | undefined;
  /** Parties as they are chosen: code and name. */
  parties: readonly { code: string; name: string }[];
  /** Boards (nämnder) as they are chosen, where incidents are routed by board too. */
  boards: readonly { code: string; name: string }[];
}
