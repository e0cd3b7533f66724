import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bot } from '../app/bot';
import type { Municipality } from '../content/municipalities/municipality';
import type { Persona, Sample } from '../content/sandbox/sample';
import { clockText, duration, STAGE } from '../content/sandbox/stage';
import { COMMON } from '../content/texts/common';
import type { Tables } from '../storage/openTables';
import type { ExtraRoute } from '../teams/inbound/server';
import { caseShown, detourIn, toldText, triedIn, waitsIn } from './caseProgress';
import type { MovableClock } from './clock';
import { incidentsAt } from './incidents';
import { stagePage } from './stagePage';
import { newlyTold, toldAt } from './told';

/** Rows of each table that are shown. */
const ROWS = 50;

const DAY = 24 * 60 * 60 * 1_000;
/** How far the clock goes for a card: further than any silence of a routine lasts. */
const FURTHEST_DAYS = 60;
/** Without an open incident only a draft that was left brings one. */
const DAYS_WITHOUT_INCIDENT = 1;

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

const audience = ({ tables, municipality, sample }: StageOptions) => ({
  ...{ tables, municipality },
  personas: sample.personas,
});

/** The state that the page asks for every two seconds: the clock, the case, who has been told, what waits for whom. */
async function stateOf(options: StageOptions): Promise<object> {
  const { clock, municipality, sample } = options;
  const now = clock.now();
  const [incidents, told] = await Promise.all([
    incidentsAt(audience(options), now),
    toldAt(audience(options), now),
  ]);
  const newest = incidents.find(({ situation }) => situation.incident.state === 'open') ?? incidents[0];
  const waits = (person: string) =>
    incidents.reduce((sum, { situation }) => sum + waitsIn(situation, person), 0);
  return {
    now: { at: now.toISOString(), text: clockText(now) },
    waits: Object.fromEntries(sample.personas.map(({ key, userId }) => [key, waits(userId)])),
    told: told.map(({ persona, count, at }) => ({ key: persona.key, count, at, text: toldText(at) })),
    case: newest && caseShown(newest, sample),
    tried: triedIn(newest, clock.isMoved()),
    detour: detourIn(newest, { sample, municipality }),
  };
}

/** Moves the clock until a card comes to somebody on the stage, and says to whom and after how long. */
async function toNextCard(options: StageOptions): Promise<{ keys: string[]; text: string }> {
  const { clock, tables, bot } = options;
  const before = await toldAt(audience(options), clock.now());
  let came: Persona[] = [];
  const hasCome = async () => {
    came = newlyTold(before, await toldAt(audience(options), clock.now()));
    return came.length > 0;
  };
  const incidents = await incidentsAt(audience(options), clock.now());
  const isOpen = incidents.some(({ situation }) => situation.incident.state === 'open');
  const days = isOpen ? FURTHEST_DAYS : DAYS_WITHOUT_INCIDENT;
  const after = await clock.moveUntil({ hasCome, furthest: days * DAY }, tables.agenda, bot);
  if (after === undefined) return { keys: [], text: STAGE.noCard(days) };
  return {
    keys: came.map(({ key }) => key),
    text: STAGE.cardCame(COMMON.listAnd(came.map(({ name }) => name)), duration(after)),
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

/** Whether something is asked for in JSON: a page of another site cannot send that here. */
const isAsked = (body: unknown, name: string): boolean =>
  typeof body === 'object' && body !== null && name in body;

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
      path: '/sandbox/next-card',
      async handle(body) {
        if (!isAsked(body, 'next')) return { status: 400, body: { error: 'Send {"next":true}.' } };
        return { status: 200, body: await toNextCard(options) };
      },
    },
    {
      path: '/sandbox/reset',
      async handle(body) {
        if (!isAsked(body, 'reset')) return { status: 400, body: { error: 'Send {"reset":true}.' } };
        await reset(options);
        return { status: 200, body: {} };
      },
    },
  ];
}
