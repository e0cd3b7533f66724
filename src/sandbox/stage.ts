import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../app/bot';
import type { Municipality } from '../content/municipalities/municipality';
import { clockText } from '../content/sandbox/stage';
import type { Tables } from '../storage/openTables';
import type { ExtraRoute } from '../teams/inbound/server';
import type { MovableClock } from './clock';
import { personasOf } from './personas';
import { stagePage } from './stagePage';
import { waitsFor } from './waiting';

/** Rows shown of each table. */
const ROWS = 50;

export interface StageOptions {
  bot: Bot;
  tables: Tables;
  clock: MovableClock;
  municipality: Municipality;
  /** The personas' Playgrounds that have been started, in the order of the municipality's personas. */
  chats(): readonly string[];
  /** Fills the tables that have just been emptied with what the sandbox starts with. */
  seed(): Promise<unknown>;
}

/** What the page asks for again and again. */
async function stateOf({ tables, clock, municipality }: StageOptions): Promise<object> {
  const now = clock.now();
  const personas = personasOf(municipality);
  const [due, ...counts] = await Promise.all([
    tables.agenda.earliest(),
    ...personas.map((persona) => waitsFor(persona.userId, tables, municipality, now)),
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

/** Only JSON, which no page of another site can send here: a form's text is no object. */
const isAsked = (body: unknown): boolean => typeof body === 'object' && body !== null && 'reset' in body;

/** `GET /sandbox` and what its page asks for. */
export function stageRoutes(options: StageOptions): ExtraRoute[] {
  const page = (path: string, type: string, text: () => string): ExtraRoute => ({
    method: 'GET',
    path,
    handle: async () => ({ status: 200, type: `${type}; charset=utf-8`, text: text() }),
  });
  const file = (name: string) => readFileSync(join(__dirname, 'page', name), 'utf8');
  return [
    page('/sandbox', 'text/html', () => stagePage(options.municipality, options.chats())),
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
