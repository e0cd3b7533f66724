import { number, table } from './numbers';
import { openPlace, type Place, press } from './place';

/** Actions in all; the first look at memory is after a tenth of them. */
const ACTIONS = Number(process.env.BENCH_ACTIONS ?? 50_000);
/** At once, each on incidents of its own. */
const LANES = 8;
const CASES = 32;
/** Between two times that the chats are emptied, which stand in this process's memory and not in the bot's. */
const BATCH = 400;

/** In turn: a look that is logged, a press that changes the incident, the own card. */
const IN_TURN = [
  { verb: 'page', data: { page: 'details' } },
  { verb: 'spoke', data: {} },
  { verb: 'show', data: {} },
] as const;

/** So many actions, counted from `from`. */
async function act(place: Place, from: number, count: number): Promise<void> {
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(BATCH, count - start);
    const lane = async (first: number) => {
      for (let one = first; one < size; one += LANES) {
        const number = from + start + one;
        // Each lane has incidents of its own, so that none waits for another.
        const { incident, lead, message } = place.cases[number % CASES] ?? never();
        const { verb, data } = IN_TURN[Math.floor(number / CASES) % IN_TURN.length] ?? never();
        await press(place.bot, { person: lead, message, verb, data: { ...data, id: incident.id } });
      }
    };
    await Promise.all(Array.from({ length: LANES }, (_, first) => lane(first)));
    place.forget();
  }
  await place.idle();
}

const never = (): never => {
  throw new Error('There is nothing to press on.');
};

/** What a process holds in memory after a tenth of the actions, and after all. */
export async function memoryPart(): Promise<string> {
  const place = await openPlace(CASES);
  try {
    const early = Math.round(ACTIONS / 10);
    await act(place, 0, early);
    const before = await place.held();
    await act(place, early, ACTIONS - early);
    const after = await place.held();
    const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);
    return table([
      ['memory held after a sweep, MB', `after ${number(early)} actions`, `after ${number(ACTIONS)}`, '÷'],
      ['the process', megabytes(before), megabytes(after), (after / before).toFixed(3)],
    ]);
  } finally {
    await place.stop();
  }
}
