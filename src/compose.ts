import type { Bot } from './app/bot';
import { createBot } from './app/createBot';
import { newId } from './app/deps';
import { faultOf } from './app/fault';
import type { Log, RandomBytes, RealClock, RoutineClock } from './app/ports';
import { troubleCard } from './cards/reportPages';
import type { CommonConfig, ContactRow } from './config';
import type { Municipality } from './content/municipality';
import { oxelosund } from './content/oxelosund';
import { COMMON, GROUP_CHAT } from './content/texts';
import type { Tables } from './storage/tables';
import { type Credentials, createAdapter, tokenOf } from './teams/adapter';
import { createHandler } from './teams/handler';
import { createMessenger } from './teams/messenger';
import { type ExtraRoute, listen } from './teams/server';

export interface Parts {
  config: Pick<CommonConfig, 'PORT' | 'MUNICIPALITY' | 'SWEEP_SECONDS' | 'SEND_TIMEOUT_SECONDS'>;
  /** Undefined: the sandbox, where nobody is checked. */
  credentials?: Credentials | undefined;
  host: string;
  tables: Tables;
  log: Log;
  now: RoutineClock;
  realNow: RealClock;
  random: RandomBytes;
  routes?: (bot: Bot) => readonly ExtraRoute[];
  /** Whether to sweep by itself; tests sweep when they move the clock. */
  isSweeping: boolean;
}

export interface Running {
  port: number;
  bot: Bot;
  /** Stops taking turns, then ends what is under way. */
  stop(): Promise<void>;
}

const MUNICIPALITIES: Readonly<Record<CommonConfig['MUNICIPALITY'], Municipality>> = { oxelosund };

/** Sweeps again and again, never two at once. */
function sweeping(bot: Bot, seconds: number, log: Log): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const next = () => {
    timer = setTimeout(() => {
      running = bot
        .sweep()
        .catch((error: unknown) => log.error(faultOf(error), 'sweepFailed'))
        .finally(() => !isStopped && next());
    }, seconds * 1_000);
  };
  next();
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** Fills an empty contact list; says whether it did. */
export async function seedContacts(
  tables: Tables,
  rows: readonly ContactRow[],
  random: RandomBytes,
): Promise<boolean> {
  if (!(await tables.contacts.isEmpty())) return false;
  await tables.contacts.put(
    rows.map(({ userId, ...row }) => ({ ...row, id: newId({ random }), person: userId?.toLowerCase() })),
  );
  return true;
}

/** Builds the whole bot of its parts, and opens its door. */
export async function compose(parts: Parts): Promise<Running> {
  const { config, log, tables, random } = parts;
  const timeoutMs = config.SEND_TIMEOUT_SECONDS * 1_000;
  const messenger = createMessenger({ token: tokenOf(parts.credentials), timeoutMs });
  const municipality = MUNICIPALITIES[config.MUNICIPALITY];
  const { now, realNow } = parts;
  const bot = createBot({ ...tables, messenger, now, realNow, random, log, municipality });
  const turn = createHandler({
    bot,
    log,
    messenger,
    tenantId: parts.credentials?.MicrosoftAppTenantId,
    newId: () => newId({ random }),
    timeoutMs,
    words: {
      fallback: COMMON.fallback,
      summary: COMMON.summary,
      groupChat: GROUP_CHAT,
      trouble: troubleCard,
    },
  });
  const door = await listen({
    port: config.PORT,
    host: parts.host,
    adapter: createAdapter(parts.credentials),
    turn,
    ready: () => tables.ready(),
    routes: parts.routes?.(bot),
    log,
  });
  const stopSweeping = parts.isSweeping ? sweeping(bot, config.SWEEP_SECONDS, log) : async () => undefined;
  return {
    port: door.port,
    bot,
    async stop() {
      await Promise.all([door.close(), stopSweeping()]);
      await bot.idle();
    },
  };
}
