import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../app/bot';
import type { Municipality } from '../content/municipalities/municipality';
import type { Sample } from '../content/sandbox/sample';
import { clockText } from '../content/sandbox/stage';
import type { Tables } from '../storage/openTables';
import type { ExtraRoute } from '../teams/inbound/server';
import type { MovableClock } from './clock';
import { stagePage } from './stagePage';
import { waitsFor } from './waiting';

/** Rows of each table that are shown. */
const ROWS = 50;

export interface StageOptions {
  bot: Bot;
  tables: Tables;
  clock: MovableClock;
  municipality: Municipality;
  sample: Sample;
  /** Addresses of the Playgrounds that have been started, in the order of `personas`. */
  chats(): readonly string[];
  /** Fills empty tables with what the sandbox starts with. */
  seed(): Promise<unknown>;
}

/** The state that the page asks for every two seconds: the clock, the next due time, and what waits for each persona. */
async function stateOf({ tables, clock, municipality, sample }: StageOptions): Promise<object> {
  const now = clock.now();
  const { personas } = sample;
  const [due, ...counts] = await Promise.all([
    tables.agenda.earliest(),
    ...personas.map((persona) => waitsFor(persona.userId, tables, { municipality, now })),
  ]);
  const next = due === undefined ? undefined : new Date(due);
  return {
    now: { at: now.toISOString(), text: clockText(now) },
    next: next && { at: next.toISOString(), text: clockText(next) },
    waits: Object.fromEntries(personas.map(({ key }, index) => [key, counts[index] ?? 0])),
  };
}

async function reset({ bot, tables, clock, seed }: StageOptions): Promise<void> {
  await clock.restart(async () => {
    await bot.idle();
    await tables.empty();
    await seed();
  });
  await bot.begin();
}

/** Whether a reset is asked for in JSON: a page of another site cannot send that here. */
const isAsked = (body: unknown): boolean => typeof body === 'object' && body !== null && 'reset' in body;

/** The routes of the stage: `GET /sandbox`, and what its page asks for. */
export function stageRoutes(options: StageOptions): ExtraRoute[] {
  const page = (path: string, type: string, text: () => string): ExtraRoute => ({
    method: 'GET',
    path,
    handle: async () => ({ status: 200, type: `${type}; charset=utf-8`, text: text() }),
  });
  const file = (name: string) => readFileSync(join(__dirname, 'page', name), 'utf8');
  return [
    page('/sandbox', 'text/html', () => stagePage(options, options.chats())),
    page('/sandbox/stage.css', 'text/css', () => file('stage.css')),
    page('/sandbox/stage.js', 'text/javascript', () => file('stage.js')),
    {
      method: 'GET',
      path: '/sandbox/state',
      handle: async () => ({ status: 200, body: await stateOf(options) }),
    },
    {
      method: 'GET',
      path: '/sandbox/rows',
      handle: async () => ({ status: 200, body: await options.tables.rawRows(ROWS) }),
    },
    {
      path: '/sandbox/reset',
      async handle(body) {
        if (!isAsked(body)) return { status: 400, body: { error: 'Send {"reset":true}.' } };
        await reset(options);
        return { status: 200, body: {} };
      },
    },
  ];
}
