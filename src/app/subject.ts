import { createHash } from 'node:crypto';
import { render } from '../cards/render';
import type { View } from '../cards/views';
import { COMMON } from '../content/texts';
import type { PersonId } from '../routine/contact';
import type { Notice } from '../routine/notices';
import type { Deps } from './deps';
import type {
  CardRow,
  DeliveryChange,
  DeliveryRow,
  Held,
  Millis,
  OutgoingMessage,
  SaveResult,
} from './ports';
import type { Later } from './waiting';

/** What delivery needs of a subject, whatever its kind; all of it from one read. */
export interface Subject {
  rev: number;
  isAcute: boolean;
  cards: readonly Held<CardRow>[];
  deliveries: readonly Held<DeliveryRow>[];
  /** Who should know what, since when; also in time to come. */
  notices(): Notice[];
  /** A person's live card. `once`: the id of presses on it; empty for the hash of what is shown. */
  view(person: PersonId, once: string): View;
  /** What a person's card becomes when a newer one has taken its place: always the same. */
  older(person: PersonId): View;
  /** Nothing of it should stand open in a chat any more. */
  isOver?: boolean;
  /** Whether it concerns a person still; if not, an open form of theirs is not spared. */
  isPart(person: PersonId): boolean;
  /** Looked at again after this time at the latest. */
  rest: Millis;
  /** Called before something is told. `isAgain`: it has been tried before, so the first try may have got this far. */
  tells(person: PersonId, isAgain: boolean): Promise<void>;
  /** Called when nothing is left to be done for now. */
  rests(): Promise<void>;
  save(change: DeliveryChange): Promise<SaveResult>;
}

/** Reads a subject of a kind by its id in the agenda. */
export type ReadSubject = (deps: Deps, id: string) => Promise<Subject | undefined>;

/** One who looks at one subject. */
export interface Looker {
  deps: Deps;
  id: string;
  /** The process, in claims. */
  claimer: string;
  read(): Promise<Subject | undefined>;
  later: Later;
}

const hashOf = (view: View): string =>
  createHash('sha256').update(JSON.stringify(view)).digest('base64url').slice(0, 22);

export const shownHash = (subject: Subject, person: PersonId): string => hashOf(subject.view(person, ''));

/** A card as it stands in a chat. */
export const baseView = ({ id }: Looker, subject: Subject, person: PersonId): View =>
  subject.view(person, `${id}.${subject.rev}`);

export const messageOf = (view: View): OutgoingMessage => ({
  card: render(view, { fallback: COMMON.fallback, speak: COMMON.summary }),
  summary: COMMON.summary,
});

/** Works on all at once; each is finished before the first failure is thrown. Whether any did something. */
export async function each<T>(items: readonly T[], work: (item: T) => Promise<boolean>): Promise<boolean> {
  const ends = await Promise.allSettled(items.map(work));
  const failed = ends.find((end) => end.status === 'rejected');
  if (failed) throw failed.reason;
  return ends.some((end) => end.status === 'fulfilled' && end.value);
}
