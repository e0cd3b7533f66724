import type { JustSaved } from '../ports/justSaved';
import type { Millis, RealClock } from '../ports/runtime';

/** One dispatch, until nothing more is due. It calls `stepAside` before it sends what may take long. */
type Look = (id: string, how: { handed: JustSaved | undefined; stepAside: () => void }) => Promise<unknown>;

/** After that, what is under way keeps nobody waiting. Real time. */
const LONGEST_WAIT: Millis = 1_000;

interface Running {
  since: Millis;
  /** Somebody has asked since it began. */
  isAsked: boolean;
}

/**
 * Dispatches after answers, one at a time for an aggregate: forty presses on one incident are followed by a few, each of
 * which begins after the presses that it serves were saved. One that sends a card, which may take long, keeps nobody
 * waiting; nor does one that changes a card and takes long for it.
 * @returns a function that resolves when what was asked for has been done, by this call or by the one that is under way
 */
export function createLooks(look: Look, realNow: RealClock) {
  const under = new Map<string, Running>();
  return async function ask(id: string, handed?: JustSaved): Promise<void> {
    const before = under.get(id);
    if (before && realNow() - before.since < LONGEST_WAIT) {
      before.isAsked = true;
      return;
    }
    const mine: Running = { since: realNow(), isAsked: false };
    under.set(id, mine);
    let next: Promise<void> | undefined;
    const stepAside = () => {
      if (under.get(id) === mine) under.delete(id);
      if (mine.isAsked) next = Promise.all([next, ask(id)]).then(() => undefined);
      mine.isAsked = false;
    };
    try {
      await look(id, { handed, stepAside });
    } finally {
      stepAside();
      await next;
    }
  };
}
