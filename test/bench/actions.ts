import { median, number, table } from './numbers';
import { type Case, openPlace, type Place, pause, press } from './place';

/** The incidents of their own, and so the most presses at once. */
const CASES = 32;
/** Presses of each kind, and of each number at once. */
const PRESSES = Number(process.env.BENCH_PRESSES ?? 64);
/** Between a press and the next, so that what follows an answer is not counted to another's. */
const REST = 40;

/** The storage calls that a press needs: reads alone, a look that is logged, or a change with its agenda row. */
type Kind = 'read' | 'look' | 'act';

interface Sample {
  what: string;
  kind: Kind;
  verb: string;
  data?: Readonly<Record<string, string>>;
  /** The victim presses, not the lead. */
  isVictims?: true;
}

/** Of a measure: a day that has been would be another case. */
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);

const SAMPLES: readonly Sample[] = [
  { what: 'the own card is shown', kind: 'read', verb: 'show' },
  { what: 'all steps', kind: 'read', verb: 'page', data: { page: 'steps' } },
  { what: 'the report is read: logged', kind: 'look', verb: 'page', data: { page: 'details' } },
  {
    what: 'the form of a step is opened: logged',
    kind: 'look',
    verb: 'page',
    data: { page: 'step', step: 'initial-support' },
  },
  { what: '"Vi har pratat"', kind: 'act', verb: 'spoke' },
  { what: 'a step is ended', kind: 'act', verb: 'endStep', data: { step: 'initial-support', who: 'Gunnel' } },
  { what: 'who is with the victim', kind: 'act', verb: 'setCompany', data: { who: 'Gunnel' } },
  {
    what: 'a measure that protects',
    kind: 'act',
    verb: 'addProtection',
    data: { what: 'Lås', who: 'Fastighet', day: TOMORROW },
  },
  { what: '"Ring mig" of the victim', kind: 'act', verb: 'callMe', isVictims: true },
];

let pressed = 0;

/** A press on this bot. Each has an id of its own, so that none is taken for the one before. */
const ours = (place: Place, { incident, lead, message }: Case, { verb, data, isVictims }: Sample) =>
  press(place.bot, {
    person: isVictims ? (incident.victim.person ?? '') : lead,
    message: isVictims ? '' : message,
    verb,
    data: { ...data, id: incident.id, once: `bench${++pressed}` },
  });

const bare = (place: Place, { incident, lead, message }: Case, kind: Kind) =>
  press(place.floor, { person: lead, message, verb: kind, data: { id: incident.id, kind } });

/** The floor that makes all its calls one after the other, whatever is pressed. */
const inTurn = (place: Place, { incident, lead, message }: Case) =>
  press(place.floor, {
    person: lead,
    message,
    verb: 'act',
    data: { id: incident.id, kind: 'act', inTurn: 'yes' },
  });

const at = (place: Place, index: number): Case => {
  const one = place.cases[index % place.cases.length];
  if (!one) throw new Error('There is no incident to press on.');
  return one;
};

/** Milliseconds of a press on this bot, on the floor, and on the floor that makes its calls one after the other. */
interface Times {
  own: number;
  floor: number;
  inTurn: number;
}

/** One kind of press beside both floors, by turns: the medians. */
async function sideBySide(place: Place, sample: Sample): Promise<Times> {
  const runs: Times[] = [];
  const before = await place.rev();
  for (let run = 0; run < Math.min(PRESSES, CASES); run++) {
    const one = at(place, run);
    const floor = await bare(place, one, sample.kind);
    await pause(REST);
    const own = await ours(place, one, sample);
    await pause(REST);
    const slow = await inTurn(place, one);
    await pause(REST);
    runs.push({ own: own.ms, floor: floor.ms, inTurn: slow.ms });
  }
  if (sample.kind === 'act' && (await place.rev()) === before)
    throw new Error(`The bot did not do ${sample.verb}: a bench of refusals measures nothing.`);
  // The first ones warm up.
  const counted = runs.slice(Math.floor(runs.length / 8));
  const of = (which: keyof Times) => median(counted.map((one) => one[which]));
  return { own: of('own'), floor: of('floor'), inTurn: of('inTurn') };
}

/** Presses a second, and processor time of the process that answers for each of them with all that follows it. */
interface Pace {
  second: number;
  cpu: number;
}

/** So many at once, each on an incident of its own. */
async function paced(
  place: Place,
  { count, of }: { count: number; of: 'bot' | 'floor' },
  one: (lane: number) => Promise<unknown>,
): Promise<Pace> {
  const each = Math.max(2, Math.ceil(PRESSES / count));
  const [began, before] = [performance.now(), place[of].cpu()];
  await Promise.all(
    Array.from({ length: count }, async (_, lane) => {
      for (let turn = 0; turn < each; turn++) await one(lane);
    }),
  );
  const second = (count * each * 1_000) / (performance.now() - began);
  // What follows the answers goes on for a while: it is the bot's own to bear, not the floor's.
  await place.idle();
  return { second, cpu: (place[of].cpu() - before) / (count * each) };
}

const MANY: Sample = { what: '', kind: 'act', verb: 'setCompany', data: { who: 'Gunnel' } };

const medians = (paces: readonly Pace[]): Pace => ({
  second: median(paces.map(({ second }) => second)),
  cpu: median(paces.map(({ cpu }) => cpu)),
});

/** Floor, bot, floor, bot: whatever the machine does meanwhile weighs on both. */
async function atOnce(place: Place, count: number): Promise<string[]> {
  const own: Pace[] = [];
  const floor: Pace[] = [];
  for (let run = 0; run < 3; run++) {
    floor.push(await paced(place, { count, of: 'floor' }, (lane) => bare(place, at(place, lane), 'act')));
    own.push(await paced(place, { count, of: 'bot' }, (lane) => ours(place, at(place, lane), MANY)));
  }
  const [mine, bares] = [medians(own), medians(floor)];
  return [
    `${count} at once`,
    ...[number(mine.second), number(bares.second), (mine.second / bares.second).toFixed(2)],
    ...[mine.cpu.toFixed(1), bares.cpu.toFixed(1), (mine.cpu / bares.cpu).toFixed(1)],
  ];
}

/** Each kind of press, and many at once, beside the floor. */
export async function actionsPart(): Promise<string> {
  const place = await openPlace(CASES);
  try {
    const kinds: string[][] = [
      ['a press until its answer, ms, median', 'this bot', 'the floor', '÷', 'its four calls in turn', '÷'],
    ];
    for (const sample of SAMPLES) {
      const { own, floor, inTurn } = await sideBySide(place, sample);
      const beside = [floor, inTurn].flatMap((one) => [one.toFixed(1), (own / one).toFixed(2)]);
      kinds.push([sample.what, own.toFixed(1), ...beside]);
    }
    const head = ['presses a second', 'this bot', 'the floor', '÷', 'processor, ms each', 'the floor', '÷'];
    const many: string[][] = [head];
    for (const count of [1, 8, 32]) many.push(await atOnce(place, count));
    return [table(kinds), table(many)].join('\n\n');
  } finally {
    await place.stop();
  }
}
