import type { PersonId } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import { nothingHere, type Screen } from '../../screens/screen';
import { hashOf } from '../chat/message';
import type { Deps } from '../deps';
import type {
  CardRow,
  DeliveryChange,
  DeliveryRow,
  Held,
  SaveResult,
  SubjectFile,
  SubjectStore,
} from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { decideAgain } from '../runtime/decideAgain';

/** What delivery needs of a subject, whatever its kind; all of it from one read. */
export interface Subject {
  rev: number;
  isAcute: boolean;
  cards: readonly Held<CardRow>[];
  deliveries: readonly Held<DeliveryRow>[];
  /** Who should know what, since when; also in time to come. */
  notices(): Notice[];
  /** A person's live screen. `once`: the id of presses on it; empty for the hash of what is shown. */
  screen(person: PersonId, once: string): Screen;
  /** What a person's card becomes when a newer one has taken its place: always the same. */
  older(person: PersonId): Screen;
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

/** A hash of what a person's live card shows. */
export const shownHash = (deps: Pick<Deps, 'municipality'>, subject: Subject, person: PersonId): string =>
  hashOf(deps, subject.screen(person, ''));

const REST: Millis = 30 * 86_400_000;

/** A state, where it is kept, and its name in the agenda. */
interface Kept<S> {
  store: SubjectStore<S>;
  id: string;
  subject: string;
}

/** Saves a changed state, its agenda row first. `change` gives back the same state where nothing is to be changed. */
export async function changeState<S extends { rev: number }>(
  deps: Pick<Deps, 'agenda' | 'now'>,
  { store, id, subject }: Kept<S>,
  change: (state: S) => S,
): Promise<void> {
  await decideAgain(
    () => store.read(id),
    ({ state, rev }) => {
      const next = change(state);
      return next === state ? undefined : { ...next, rev: rev + 1 };
    },
    async (file, state) => {
      await deps.agenda.wake(subject, deps.now().getTime(), state.rev);
      return store.save(file, { state });
    },
  );
}

/** A subject that is kept as a file, as delivery sees it. It has nothing to tell: a kind says what is otherwise. */
export const fileSubject = <S>(store: SubjectStore<S>, file: SubjectFile<S>): Subject => ({
  rev: file.rev,
  isAcute: false,
  cards: file.cards,
  deliveries: file.deliveries,
  notices: () => [],
  screen: () => nothingHere,
  older: () => nothingHere,
  isPart: () => false,
  rest: REST,
  tells: async () => undefined,
  rests: async () => undefined,
  save: (change) => store.save(file, change),
});
