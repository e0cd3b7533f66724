import { type Contact, type PersonId, quietIn } from '../../routine/model/contact';
import type { Notice } from '../../routine/rules/notices';
import { nothingHere, type Screen } from '../../screens/screen';
import type { Deps } from '../deps';
import type {
  AggregateFile,
  AggregateStore,
  CardRow,
  DeliveryChange,
  DeliveryRow,
  Held,
  SaveResult,
} from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { decideAgain } from '../runtime/decideAgain';

export const DAY: Millis = 86_400_000;

/** An incident, a person or the municipality as delivery needs it; all of it from one read. */
export interface Aggregate {
  rev: number;
  /** The name that people call it by; absent: nobody does. */
  reference?: string;
  isAcute: boolean;
  cards: readonly Held<CardRow>[];
  deliveries: readonly Held<DeliveryRow>[];
  /** Who should know what, since when; also in time to come. */
  notices(): Notice[];
  /** The screen in a person's chat. */
  screen(person: PersonId): Screen;
  /** The id of presses on its cards, which is no part of what they show; empty: they have none. */
  pressId: string;
  /** The value that its cards are drawn from beside the person: the same value (===), the same cards. */
  drawnFrom(): unknown;
  /** The screen that a person's card becomes when a newer one has taken its place: always the same. */
  older(person: PersonId): Screen;
  /** Nothing of it should stand open in a chat any more. */
  isOver?: boolean;
  /** Whether it concerns a person still; if not, an open form of theirs is not spared. */
  isPart(person: PersonId): boolean;
  /** Whether a notice may stand on a card beside those of other aggregates. Absent: none may. */
  mayGroup?(notice: Notice): boolean;
  /** Until when a message is not changed, since something else was opened in it (real time); 0: it may be. Absent: 0. */
  openedUntil?(activityId: string): Millis;
  /** Whether nothing may come to a person by itself: it waits until it may. Absent: of nobody. */
  isHeld?(person: PersonId): boolean;
  /** Whether a person's cards stay as they are: somebody else may see them change. Absent: never. */
  isLeftAlone?(person: PersonId): boolean;
  /** Read again after this time at the latest. */
  rest: Millis;
  /**
   * Called before a notice is sent. `isAgain`: it has been tried before, so the first try may have got this far. Gives
   * the id of another aggregate that is due because of it.
   */
  beforeNotice(person: PersonId, isAgain: boolean): Promise<string | undefined>;
  /** Work on other aggregates that is kept with this one; gives the ids of those that are due by it. Absent: none ever is. */
  beside?(): Promise<readonly string[]>;
  /** Called when nothing is left to be done for now. */
  whenDone(): Promise<void>;
  /** @param after called with the aggregate as saved, where that is known without a new read */
  save(change: DeliveryChange, after?: (saved: Aggregate) => void): Promise<SaveResult>;
}

/**
 * An aggregate of whatever kind through the one gate: nothing of it comes to a person who is quiet, and on a watched phone nothing that
 * stands there changes. It is held, not failed: once they lift it, what still holds comes.
 * @param rows the contact list as it was read with it
 */
export function throughGate(aggregate: Aggregate, rows: readonly Contact[]): Aggregate {
  const quiet = quietIn(rows);
  if (quiet.size === 0) return aggregate;
  return {
    ...aggregate,
    isHeld: (person) => quiet.has(person) || aggregate.isHeld?.(person) === true,
    isLeftAlone: (person) => quiet.get(person)?.why === 'watched' || aggregate.isLeftAlone?.(person) === true,
  };
}

const REST: Millis = 30 * DAY;

/** Where a state is kept, its id there, and the aggregate's id in the agenda. */
interface Kept<S> {
  store: AggregateStore<S>;
  id: string;
  aggregate: string;
}

/** Saves a changed state, its agenda row first. `change` gives back the same state where nothing is to be changed. */
export async function changeState<S extends { rev: number }>(
  deps: Pick<Deps, 'agenda' | 'now'>,
  { store, id, aggregate }: Kept<S>,
  change: (state: S) => S,
): Promise<void> {
  await decideAgain(
    () => store.read(id),
    ({ state, rev }) => {
      const next = change(state);
      return next === state ? undefined : { ...next, rev: rev + 1 };
    },
    async (file, state) => {
      await deps.agenda.wake(aggregate, deps.now().getTime(), state.rev);
      return store.save(file, { state });
    },
  );
}

/** An aggregate that is kept as a state beside its rows. It has nothing to tell: a kind says what is otherwise. */
export const stateAggregate = <S>(store: AggregateStore<S>, file: AggregateFile<S>): Aggregate => ({
  rev: file.rev,
  isAcute: false,
  cards: file.cards,
  deliveries: file.deliveries,
  notices: () => [],
  screen: () => nothingHere,
  pressId: '',
  drawnFrom: () => file,
  older: () => nothingHere,
  isPart: () => false,
  rest: REST,
  beforeNotice: async () => undefined,
  whenDone: async () => undefined,
  save: (change) => store.save(file, change),
});
