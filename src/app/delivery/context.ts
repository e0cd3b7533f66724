import { createHash } from 'node:crypto';
import type { PersonId } from '../../routine/model/contact';
import type { Aggregate } from '../aggregates/aggregate';
import type { View } from '../bot';
import { viewOf } from '../chat/message';
import type { Deps } from '../deps';
import type { Address } from '../ports/people';
import type { NextDue } from './retryPolicy';

/** A card as drawn, and the hash of what it shows. */
interface DrawnCard {
  view: View;
  hash: string;
}

/** One dispatch: the work on one aggregate until nothing of it is due. */
export interface Dispatch {
  deps: Deps;
  id: string;
  /** The process, in claims. */
  claimer: string;
  later: NextDue;
  /** Ids of other aggregates that are due because of it. */
  woken: Set<string>;
  /**
   * The routine's time at which it reads. It goes on where time may have changed what holds: after a wait at the gate,
   * and after a send that failed.
   */
  now: Date;
  read(): Promise<Aggregate | undefined>;
  /** Where persons are reached, as far as that is known. */
  addresses: Map<PersonId, Address>;
  /**
   * Something was written down without a read after it. What others changed meanwhile, and did not see through because
   * of what is under way here, shows by the agenda row: it cannot be moved as it was read.
   */
  isUnread: boolean;
  /** Takes what may come in one card with that of other aggregates, and says that it does. Absent: each comes alone. */
  collect?: ((person: PersonId) => void) | undefined;
  /** Called before something is sent that may take long: who waits for this dispatch waits no more. */
  stepAside(): void;
  /** The cards drawn last, and what they were drawn from. */
  drawn: { from: unknown; cards: Map<PersonId, DrawnCard> };
}

/** Where a person is reached, asked for once a dispatch; undefined: nowhere. */
export async function addressOf(
  { deps, addresses }: Dispatch,
  person: PersonId,
): Promise<Address | undefined> {
  const address = addresses.get(person) ?? (await deps.people.read(person))?.value.address;
  if (address) addresses.set(person, address);
  return address;
}

/**
 * A read that gives at first what is at hand, then reads anew: what was just written is decided on as it was written,
 * and its ETags say whether that still holds.
 */
export function readFrom(
  { read }: Dispatch,
  atHand: Aggregate | undefined,
): () => Promise<Aggregate | undefined> {
  let first = atHand;
  return async () => {
    const found = first ?? (await read());
    first = undefined;
    return found;
  };
}

/** A person's live card: drawn anew only if what it is drawn from has changed since the last read. */
export function drawnCard({ deps, drawn }: Dispatch, aggregate: Aggregate, person: PersonId): DrawnCard {
  const from = aggregate.drawnFrom();
  if (from !== drawn.from) {
    drawn.from = from;
    drawn.cards.clear();
  }
  const card = drawn.cards.get(person) ?? drawCard(deps, aggregate, person);
  drawn.cards.set(person, card);
  return card;
}

function drawCard(deps: Deps, { screen, pressId }: Aggregate, person: PersonId): DrawnCard {
  const view = viewOf(deps, screen(person));
  const shown = JSON.stringify(view).replaceAll(JSON.stringify({ once: pressId }).slice(1, -1), '"once":""');
  return { view, hash: createHash('sha256').update(shown).digest('base64url').slice(0, 22) };
}

/** A person to whose chat something goes, how urgent that is, and what was read before. */
interface Entry {
  person: PersonId;
  isAcute: boolean;
  before: Aggregate;
}

/**
 * Works on what was read, inside the gate. Who had to wait there reads again first, so that nothing is sent that holds
 * no more. True: something may have changed, read again.
 */
export async function insideGate(
  dispatch: Dispatch,
  { person, isAcute, before }: Entry,
  work: (aggregate: Aggregate) => Promise<boolean>,
): Promise<boolean> {
  const { deps } = dispatch;
  const pass = await deps.gate.enter(person, isAcute);
  try {
    if (!pass.hasWaited) return await work(before);
    dispatch.now = deps.now();
    const aggregate = await dispatch.read();
    return aggregate ? await work(aggregate) : true;
  } finally {
    pass.leave();
  }
}
