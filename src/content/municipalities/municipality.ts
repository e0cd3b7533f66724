import type { Posts } from '../../routine/model/posts';
import type { ByChannel, DataClass, Routine, RoutineVersion } from '../../routine/model/routine';
import { postFaults } from '../../routine/plan/posts';
import { type ByChannelWords, taskFaults } from '../../routine/plan/tasks';
import { type Versions, versionFaults } from '../../routine/plan/version';
import type { Names } from '../names';
import { channelWords } from './library/channelWords';
import { type Guidance, guidance } from './library/guidance';
import type { Prevention } from './library/prevention';

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

/** The plan itself, as its document names it. */
export interface PlanDocument {
  readonly title: string;
  readonly decidedBy: string;
  /** YYYY-MM-DD. */
  readonly decidedOn: string;
  /** Its own registry number. */
  readonly number: string;
  /** The post that is responsible for it. */
  readonly owner: string;
  readonly archive: string;
}

/** All that differs between municipalities: a folder each. */
export interface Municipality {
  readonly id: string;
  readonly name: string;
  readonly plan: PlanDocument;
  /** The routine of new incidents: the first of `versions`. */
  readonly routine: Routine;
  readonly versions: Versions;
  /** How its posts are spoken of. */
  readonly names: Names;
  /** Its words of advice, by the situation (Bilaga 2). */
  readonly guidance: Guidance;
  /** The courses and links that it offers before anything happens. */
  readonly prevention: Prevention;
  /** Its words for the tasks by channel, and for what must not be done. */
  readonly channelWords: ByChannelWords;
  /** The municipality's words on how it uses personal data; settings. Undefined: the sandbox. */
  readonly privacy?: Privacy | undefined;
  /** A link by which a person opens a page of the tab from a chat; undefined: there is none, or the tab itself is drawn. */
  readonly tabLink?: ((person: string, page: string) => string) | undefined;
  /** Parties as they are chosen: code and name. */
  readonly parties: readonly { code: string; name: string }[];
  /** Boards (nämnder) as they are chosen, where incidents are routed by board too; else empty. */
  readonly boards: readonly { code: string; name: string }[];
}

type Made = 'routine' | 'versions' | 'privacy' | 'guidance' | 'channelWords' | 'prevention';

interface Declaration extends Omit<Municipality, Made> {
  /** Words of its own for some situations; the library has the others. */
  readonly guidance?: Partial<Guidance>;
  /** The tasks and warnings by channel (absent: none); words of its own, where the library has none. */
  readonly byChannel?: ByChannel;
  readonly channelWords?: Partial<ByChannelWords>;
  /** Absent: nothing. */
  readonly prevention?: Prevention;
  /** In the order of the contact list. */
  readonly posts: Posts;
  readonly versions: readonly [RoutineVersion, ...RoutineVersion[]];
}

const NOTHING: ByChannel = { tasks: [], warnings: [] };

/** The library's words, and the municipality's own beside them. */
function wordsByChannel({
  names,
  channelWords: own,
}: Pick<Declaration, 'names' | 'channelWords'>): ByChannelWords {
  const { tasks, warnings } = channelWords(names);
  return { tasks: { ...tasks, ...own?.tasks }, warnings: { ...warnings, ...own?.warnings } };
}

/**
 * A municipality, checked once at the start: its posts, and the versions of its routine, which all go by the posts as
 * they are now. Throws with every fault and how to mend it.
 */
export function defineMunicipality({
  posts,
  versions,
  byChannel = NOTHING,
  ...declared
}: Declaration): Municipality {
  const boards = declared.boards.map(({ code }) => code);
  const context = { boards, names: declared.names.posts, steps: versions.flatMap(({ steps }) => steps) };
  const words = wordsByChannel(declared);
  const faults = [...versionFaults(versions), ...postFaults(posts, context), ...taskFaults(byChannel, words)];
  if (faults.length > 0) throw new Error(`${declared.id}: ${faults.join(' ')}`);
  const [present, ...older] = versions.map(
    (version): Routine => ({ ...version, ...byChannel, posts, boards }),
  );
  if (!present) throw new Error(`${declared.id} has no routine.`);
  const advice = { ...guidance(declared.names), ...declared.guidance };
  return {
    prevention: { courses: [], links: [] },
    ...declared,
    channelWords: words,
    guidance: advice,
    routine: present,
    versions: [present, ...older],
  };
}
