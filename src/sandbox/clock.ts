import type { Bot } from '../app/bot';
import type { Agenda } from '../app/ports/agenda';
import type { Millis } from '../app/ports/runtime';
import { targetTime } from './clockRequest';

/** Storage of the clock's offset, so that it survives a restart. */
export interface ClockStore {
  read(name: string): Promise<string | undefined>;
  write(name: string, value: string): Promise<void>;
}

const NAME = 'clockOffset';
const SECOND: Millis = 1_000;

/** The routine's clock in the sandbox: real time plus an offset that only grows, until all starts over. */
export interface MovableClock {
  now(): Date;
  /** Moves forward from due time to due time, and does all that is due at each. @throws RangeError that says what is wrong */
  move(body: unknown, agenda: Agenda, bot: Bot): Promise<Date>;
  /** Runs `empty` while the clock stands still, then sets it to real time. */
  restart(empty: () => Promise<void>): Promise<void>;
}

/** A walk through due times: the agenda, the bot, and the clock that it moves. */
interface Walk {
  agenda: Agenda;
  bot: Bot;
  now(): Millis;
  /** Makes the clock stand still at that time. */
  standAt(at: Millis): void;
}

/** Delivers all that is due at the time where the clock stands. */
async function doAllDue(bot: Bot): Promise<void> {
  await bot.sweep();
  await bot.idle();
}

/**
 * Walks from due time to due time, up to `to`. A send that waits for real time is due again at once in moved time, so
 * the step doubles each time the next due time is nearer than the last step.
 */
async function walk(to: Millis, { agenda, bot, now, standAt }: Walk): Promise<void> {
  let step = SECOND;
  await bot.idle();
  await bot.sweep();
  for (;;) {
    const due = await agenda.earliest();
    if (due === undefined || due > to) return;
    step = due - now() < step ? step * 2 : SECOND;
    const at = Math.min(to, Math.max(due, due - now() < step ? now() + step / 2 : due));
    standAt(at);
    await doAllDue(bot);
    if (at >= to) return;
  }
}

/** Work one at a time, in the order in which it was asked for. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** Opens the clock where it was left. */
export async function openClock(store: ClockStore, realNow: () => Millis): Promise<MovableClock> {
  let offset = Number(await store.read(NAME)) || 0;
  let fixed: Millis | undefined;
  const inTurn = queue();
  const now = (): Millis => fixed ?? realNow() + offset;
  const standAt = (at: Millis) => {
    fixed = at;
  };

  async function move(body: unknown, agenda: Agenda, bot: Bot): Promise<Date> {
    const to = targetTime(body, now());
    standAt(now());
    try {
      await walk(to, { agenda, bot, now, standAt });
      standAt(to);
      await doAllDue(bot);
      offset = Math.max(offset, to - realNow());
      await store.write(NAME, String(offset));
    } finally {
      fixed = undefined;
    }
    return new Date(to);
  }

  return {
    now: () => new Date(now()),
    move: (body, agenda, bot) => inTurn(() => move(body, agenda, bot)),
    restart: (empty) =>
      inTurn(async () => {
        await empty();
        offset = 0;
      }),
  };
}
