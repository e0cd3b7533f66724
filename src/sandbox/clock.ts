import type { Bot } from '../app/bot';
import type { Agenda } from '../app/ports/agenda';
import type { Millis } from '../app/ports/runtime';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The furthest that the clock moves at once. */
const YEAR = 366 * DAY;

/** Where the clock is kept, so that it survives a restart. */
export interface ClockStore {
  read(name: string): Promise<string | undefined>;
  write(name: string, value: string): Promise<void>;
}

const NAME = 'clockOffset';

/** The routine's clock in the sandbox: real time plus an offset that only grows, until all starts over. */
export interface MovableClock {
  now(): Date;
  /** Moves it forward from due time to due time, finishing all at each. @throws RangeError with what is wrong */
  move(body: unknown, agenda: Agenda, bot: Bot): Promise<Date>;
  /** Runs `empty` while the clock stands still; after it, it is real time. */
  restart(empty: () => Promise<void>): Promise<void>;
}

/** `P7DT2H` in milliseconds: weeks, days, hours, minutes, seconds; a year is 365 days, a month 30. */
export function parseDuration(text: string): Millis | undefined {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    text,
  );
  if (!found || !/\d/.test(text) || text.endsWith('T')) return undefined;
  const units = [365 * DAY, 30 * DAY, 7 * DAY, DAY, HOUR, MINUTE, SECOND];
  return units.reduce((sum, unit, index) => sum + unit * Number(found[index + 1] ?? 0), 0);
}

/** The time that a request asks for. */
function target(body: unknown, now: Millis): Millis {
  const { advance, now: wanted } = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
  const isOne = (advance === undefined) !== (wanted === undefined);
  const by = typeof advance === 'string' ? parseDuration(advance) : undefined;
  const isTime = typeof wanted === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(wanted);
  const at = by === undefined ? (isTime ? Date.parse(wanted) : Number.NaN) : now + by;
  if (!isOne || Number.isNaN(at)) {
    throw new RangeError('Send {"advance":"P7DT2H"} or {"now":"2026-12-01T08:00:00Z"}.');
  }
  if (at < now) throw new RangeError('The clock only goes forward.');
  if (at - now > YEAR) throw new RangeError('The clock moves at most a year at once.');
  return at;
}

/**
 * Opens the clock where it was left. While it is being moved it stands still at each due time, so that everything
 * due there is done as of that time.
 */
export async function openClock(store: ClockStore, realNow: () => Millis): Promise<MovableClock> {
  let offset = Number(await store.read(NAME)) || 0;
  let fixed: Millis | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  const now = (): Millis => fixed ?? realNow() + offset;

  const keep = async (at: Millis) => {
    offset = Math.max(offset, at - realNow());
    await store.write(NAME, String(offset));
  };

  /** Sends that wait for real time come back at once in moved time: steps that lead nowhere grow. */
  async function walk(to: Millis, agenda: Agenda, bot: Bot): Promise<void> {
    let step = SECOND;
    await bot.idle();
    await bot.sweep();
    for (;;) {
      const due = await agenda.earliest();
      if (due === undefined || due > to) return;
      step = due - now() < step ? step * 2 : SECOND;
      fixed = Math.min(to, Math.max(due, due - now() < step ? now() + step / 2 : due));
      await bot.sweep();
      await bot.idle();
      if (fixed >= to) return;
    }
  }

  async function run(body: unknown, agenda: Agenda, bot: Bot): Promise<Date> {
    const to = target(body, now());
    fixed = now();
    try {
      await walk(to, agenda, bot);
      fixed = to;
      await bot.sweep();
      await bot.idle();
      await keep(to);
    } finally {
      fixed = undefined;
    }
    return new Date(to);
  }

  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    now: () => new Date(now()),
    move: (body, agenda, bot) => inTurn(() => run(body, agenda, bot)),
    restart: (empty) =>
      inTurn(async () => {
        await empty();
        offset = 0;
      }),
  };
}
