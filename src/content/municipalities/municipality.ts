import type { Posts } from '../../routine/model/posts';
import type { DataClass, Routine, RoutineVersion } from '../../routine/model/routine';
import { postFaults } from '../../routine/plan/posts';
import { type Versions, versionFaults } from '../../routine/plan/version';
import type { Names } from '../names';
import { type Guidance, guidance } from './library/guidance';

/** The municipality's own part of the information to the person (GDPR, article 13), in Swedish. */
export interface Privacy {
  /** Its page (https). */
  readonly url: string;
  readonly basis: string;
  readonly contact: string;
  readonly dpo: string;
  readonly recipients: string;
  /** Longest time in days that each class of a closed incident's data is kept, where it has been decided. */
  readonly keptDays: Readonly<Partial<Record<DataClass, number>>>;
}

/** All that differs between municipalities: a folder each. */
export interface Municipality {
  readonly id: string;
  readonly name: string;
  /** The routine of new incidents: the first of `versions`. */
  readonly routine: Routine;
  readonly versions: Versions;
  /** How its posts are spoken of. */
  readonly names: Names;
  /** Its words of advice, by the situation (Bilaga 2). */
  readonly guidance: Guidance;
  /** The municipality's words on how it uses personal data; settings. Undefined: the sandbox. */
  readonly privacy?: Privacy | undefined;
  /** Parties as they are chosen: code and name. */
  readonly parties: readonly { code: string; name: string }[];
  /** Boards (nämnder) as they are chosen, where incidents are routed by board too; else empty. */
  readonly boards: readonly { code: string; name: string }[];
}

interface Declaration extends Omit<Municipality, 'routine' | 'versions' | 'privacy' | 'guidance'> {
  /** Words of its own for some situations; the library has the others. */
  readonly guidance?: Partial<Guidance>;
  /** In the order of the contact list. */
  readonly posts: Posts;
  readonly versions: readonly [RoutineVersion, ...RoutineVersion[]];
}

/**
 * A municipality, checked once at the start: its posts, and the versions of its routine, which all go by the posts as
 * they are now. Throws with every fault and how to mend it.
 */
export function defineMunicipality({ posts, versions, ...declared }: Declaration): Municipality {
  const boards = declared.boards.map(({ code }) => code);
  const context = { boards, names: declared.names.posts, steps: versions.flatMap(({ steps }) => steps) };
  const faults = [...versionFaults(versions), ...postFaults(posts, context)];
  if (faults.length > 0) throw new Error(`${declared.id}: ${faults.join(' ')}`);
  const [present, ...older] = versions.map((version): Routine => ({ ...version, posts, boards }));
  if (!present) throw new Error(`${declared.id} has no routine.`);
  const advice = { ...guidance(declared.names), ...declared.guidance };
  return { ...declared, guidance: advice, routine: present, versions: [present, ...older] };
}
