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

/** A search for the next card: whether it has come, asked at each stop, and how far to go. */
export interface Search {
  hasCome(): Promise<boolean>;
  furthest: Millis;
}

/** The routine's clock in the sandbox: real time plus an offset that only grows, until all starts over. */
export interface MovableClock {
  now(): Date;
  /** Moves forward from due time to due time, and does all that is due at each. @throws RangeError that says what is wrong */
  move(body: unknown, agenda: Agenda, bot: Bot): Promise<Date>;
  /**
   * Moves forward from due time to due time until a card has come.
   * @returns how long that was; undefined: nothing came
   */
  moveUntil(search: Search, agenda: Agenda, bot: Bot): Promise<Millis | undefined>;
  /** Whether it has been moved since all began. */
  isMoved(): boolean;
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
  /** Whether to stop where it stands, asked after each stop. */
  hasCome?: () => Promise<boolean>;
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
async function walk(to: Millis, { agenda, bot, now, standAt, hasCome }: Walk): Promise<void> {
  let step = SECOND;
  await bot.idle();
  await doAllDue(bot);
  for (;;) {
    if (await hasCome?.()) return;
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

/** Hands that move the clock: one walk at a time, after which time goes on from where it stopped. */
interface Hands extends Pick<Walk, 'now' | 'standAt'> {
  moving(act: () => Promise<void>): Promise<Millis>;
}

async function moveTo(
  to: Millis,
  hands: Hands,
  { agenda, bot }: Pick<Walk, 'agenda' | 'bot'>,
): Promise<Date> {
  const at = await hands.moving(async () => {
    await walk(to, { agenda, bot, ...hands });
    hands.standAt(to);
    await doAllDue(bot);
  });
  return new Date(at);
}

async function moveToCard(
  { hasCome, furthest }: Search,
  hands: Hands,
  { agenda, bot }: Pick<Walk, 'agenda' | 'bot'>,
): Promise<Millis | undefined> {
  const from = hands.now();
  let came = false;
  const looked = async () => {
    came = await hasCome();
    return came;
  };
  const at = await hands.moving(() => walk(from + furthest, { agenda, bot, ...hands, hasCome: looked }));
  return came ? at - from : undefined;
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
  async function moving(act: () => Promise<void>): Promise<Millis> {
    standAt(now());
    try {
      await act();
      const at = now();
      offset = Math.max(offset, at - realNow());
      await store.write(NAME, String(offset));
      return at;
    } finally {
      fixed = undefined;
    }
  }
  const hands: Hands = { now, standAt, moving };

  return {
    now: () => new Date(now()),
    move: (body, agenda, bot) => inTurn(() => moveTo(targetTime(body, now()), hands, { agenda, bot })),
    moveUntil: (search, agenda, bot) => inTurn(() => moveToCard(search, hands, { agenda, bot })),
    isMoved: () => offset > 0,
    restart: (empty) =>
      inTurn(async () => {
        await empty();
        offset = 0;
      }),
  };
}
