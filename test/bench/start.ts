import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../production/freshBuild';
import { openProduction, type Production } from '../production/ground';
import { cpuOf, median, number, table } from './numbers';

const RUNS = 5;
/** What `npm run slim` takes out: types and source maps. */
const UNUSED = /\.(map|[cm]?ts)$/;

const ready = async (port: number): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`/health/ready answered ${response.status}.`);
};

interface Started {
  pid: number | undefined;
  port: Promise<number>;
  end: () => Promise<unknown>;
}
interface Taken {
  ms: number;
  cpu: number;
}

/** From the start of a process until it says that it is ready: time on the clock, and of the processor. */
async function timed(begin: () => Started): Promise<Taken> {
  const began = performance.now();
  const { pid, port, end } = begin();
  await ready(await port);
  const taken = { ms: performance.now() - began, cpu: cpuOf(pid) };
  await end();
  return taken;
}

const ours = (production: Production) => (): Started => {
  const bot = production.start();
  return {
    pid: bot.child.pid,
    port: bot.port,
    end: () => {
      bot.child.kill('SIGKILL');
      return bot.ended;
    },
  };
};

function bare(): Started {
  // With what the tests load before a production, so that it weighs on neither.
  const before = join(ROOT, 'test/production/redirect.cjs');
  const child = spawn(process.execPath, ['-r', before, join(__dirname, 'bareBot.cjs')], {
    env: { PATH: process.env.PATH, TEST_ROOT: ROOT, TEST_ROUTES: '{}' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const port = new Promise<number>((listens, fails) => {
    lines.once('line', (line) => listens((JSON.parse(line) as { port: number }).port));
    child.once('exit', () => fails(new Error('The bare bot ended at its start.')));
  });
  return {
    pid: child.pid,
    port,
    end: () => {
      child.kill('SIGKILL');
      return once(child, 'exit');
    },
  };
}

/** Bytes of a folder's files, and those of them that a production does without. Packages below it count by themselves. */
function bytesIn(folder: string): { all: number; unused: number } {
  let [all, unused] = [0, 0];
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') {
      const inner = bytesIn(path);
      all += inner.all;
      unused += inner.unused;
    } else if (entry.isFile()) {
      const { size } = statSync(path);
      all += size;
      if (UNUSED.test(entry.name)) unused += size;
    }
  }
  return { all, unused };
}

/** The packages that a production has, by the lock file, as they lie here. */
function installed() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { dev?: boolean }>;
  };
  const folders = Object.keys(packages).filter(
    (path) => path !== '' && !packages[path]?.dev && existsSync(join(ROOT, path)),
  );
  const sizes = folders.map((path) => bytesIn(join(ROOT, path)));
  const sum = (of: 'all' | 'unused') => sizes.reduce((total, one) => total + one[of], 0);
  return { count: folders.length, all: sum('all'), unused: sum('unused') };
}

const megabytes = (bytes: number): string => `${number(bytes / 2 ** 20)} MB`;

/** The time to a start that is ready beside a bare bot's, one after the other in turn, and the size of an install. */
export async function startPart(): Promise<string> {
  const production = await openProduction();
  const runs: { bot: Taken; bare: Taken }[] = [];
  try {
    for (let run = 0; run <= RUNS; run++)
      runs.push({ bot: await timed(ours(production)), bare: await timed(bare) });
  } finally {
    await production.stop();
  }
  const counted = runs.slice(1);
  const of = (who: 'bot' | 'bare', what: keyof Taken) => median(counted.map((one) => one[who][what]));
  const row = (name: string, who: 'bot' | 'bare') => [
    name,
    ...(['cpu', 'ms'] as const).flatMap((what) => [
      number(of(who, what)),
      (of(who, what) / of('bare', what)).toFixed(2),
    ]),
  ];
  const { count, all, unused } = installed();
  return [
    table([
      [`start to ready, median of ${RUNS}`, 'processor, ms', '÷ bare bot', 'clock, ms', '÷ bare bot'],
      row('a bare bot of botbuilder and restify', 'bare'),
      row('this bot, a fresh build in production', 'bot'),
    ]),
    table([
      ['installed', 'packages', 'size', 'after `npm run slim`'],
      ['what a production has', String(count), megabytes(all), megabytes(all - unused)],
    ]),
  ].join('\n\n');
}
