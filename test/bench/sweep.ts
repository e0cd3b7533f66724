import { sweep } from '../../src/app/delivery/sweep';
import { checkAgenda } from '../../src/app/delivery/watchdog';
import { incidentsOf } from '../../src/app/queries/myIncidents';
import { NOON, openGround } from '../fleet/ground';
import { median, number } from './numbers';
import { type BenchTown, DUE, openTown, READER } from './town';

const SIZES = (process.env.BENCH_SIZES ?? '100,10000,100000').split(',').map(Number);
const RUNS = 5;
/** As a sweep asks (`src/app/delivery/sweep.ts`). */
const PAGE = 64;

interface Measured {
  calls: number;
  rows: number;
  ms: number;
}

async function once(town: BenchTown, work: () => Promise<unknown>): Promise<Measured> {
  Object.assign(town.cost, { calls: 0, rows: 0 });
  const began = performance.now();
  await work();
  return { ...town.cost, ms: performance.now() - began };
}

/** Once to warm up, then the median of several runs. */
async function measure(
  town: BenchTown,
  work: () => Promise<unknown>,
  prepare: () => Promise<unknown> = async () => undefined,
): Promise<Measured> {
  const runs: Measured[] = [];
  for (let run = 0; run <= RUNS; run++) {
    await prepare();
    runs.push(await once(town, work));
  }
  const counted = runs.slice(1);
  return {
    calls: median(counted.map(({ calls }) => calls)),
    rows: median(counted.map(({ rows }) => rows)),
    ms: median(counted.map(({ ms }) => ms)),
  };
}

const WORKS = {
  nothing: 'a bare query that finds nothing (Azurite itself)',
  bare: 'a bare query of 100 rows (Azurite itself)',
  idle: 'a sweep with nothing due',
  due: 'finding the first 64 of what is due',
  sweep: `a sweep with ${DUE} due, two cards each`,
  check: 'the dead-man check',
  mine: 'the list of somebody who is in sixty incidents',
} as const;
type Work = keyof typeof WORKS;

async function measureAll(town: BenchTown): Promise<Record<Work, Measured>> {
  const { deps } = town;
  const sweepAll = await measure(town, () => sweep(deps, 'bench', 0), town.again);
  const idle = await measure(town, () => sweep(deps, 'bench', 0));
  const nothing = await measure(town, town.nothing);
  const bare = await measure(town, town.bare);
  const check = await measure(town, () => checkAgenda(deps));
  const due = await measure(town, () => deps.agenda.due(NOON, PAGE), town.again);
  const mine = await measure(town, () => incidentsOf(deps, READER));
  return { nothing, bare, idle, due, sweep: sweepAll, check, mine };
}

/** A line for each work, the sizes beside each other. */
function tableOf(all: readonly Record<Work, Measured>[]): string {
  const each = (show: (one: Record<Work, Measured>) => string) => all.map(show).join(' · ');
  const ratios = (work: Work) => each((one) => (one[work].ms / (all[0]?.[work].ms ?? 1)).toFixed(1));
  const line = (work: Work) =>
    [
      WORKS[work],
      each((one) => number(one[work].calls)),
      each((one) => number(one[work].rows)),
      each((one) => number(one[work].ms)),
      ratios(work),
    ].join(' | ');
  return [
    `Each cell: at ${SIZES.map(number).join(' · ')} open incidents.\n`,
    '| what | calls | rows read | ms | times the first |',
    '| --- | --- | --- | --- | --- |',
    ...(Object.keys(WORKS) as Work[]).map((work) => `| ${line(work)} |`),
  ].join('\n');
}

/** A table server of its own for each size, so that none carries another's rows. */
async function benchOf(size: number): Promise<Record<Work, Measured>> {
  const ground = await openGround();
  try {
    const began = performance.now();
    const town = await openTown(ground, size);
    console.error(`${size} open incidents seeded in ${number(performance.now() - began)} ms`);
    return await measureAll(town);
  } finally {
    await ground.azurite.stop();
  }
}

/** The cost of a sweep, of the dead-man check and of a list, and how it grows with the incidents that are open. */
export async function sweepPart(): Promise<string> {
  const all: Record<Work, Measured>[] = [];
  for (const size of SIZES) all.push(await benchOf(size));
  return tableOf(all);
}
