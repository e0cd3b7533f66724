import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PersonId } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { chatOf, dueIncident, seedCrowd } from '../fleet/crowd';
import { openField, openGround } from '../fleet/ground';
import { startInstance } from '../fleet/instances';
import { type Arrival, startConnector } from '../support/fakeConnector';
import { TENANT } from '../support/town';
import { cpuOf } from './numbers';

/** Between two looks at what another process does, in milliseconds. */
const LOOK = 5;
/** Longest wait for something that must come, in milliseconds. */
const PATIENCE = 120_000;

export const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
export async function until(isSo: () => boolean, what: string): Promise<void> {
  const last = performance.now() + PATIENCE;
  while (!isSo()) {
    if (performance.now() > last) throw new Error(`The bench waited in vain for ${what}.`);
    await pause(LOOK);
  }
}

/** Where a press goes: a bot that answers activities. */
interface Target {
  url: string;
  serviceUrl: string;
}

/** A press as Teams posts it. */
interface Press {
  person: PersonId;
  /** The message whose card is pressed. */
  message: string;
  verb: string;
  data: Readonly<Record<string, string>>;
}

/** Presses, and gives the milliseconds until the answer is whole. Throws where it is none. */
export async function press({ url, serviceUrl }: Target, { person, message, verb, data }: Press) {
  const activity = {
    type: 'invoke',
    name: 'adaptiveCard/action',
    id: `in-${Math.random()}`,
    replyToId: message,
    channelId: 'msteams',
    serviceUrl,
    from: { id: `29:${person}`, aadObjectId: person },
    recipient: { id: 'bot' },
    conversation: { id: chatOf(person), conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
    value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
  };
  const began = performance.now();
  const response = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  const ms = performance.now() - began;
  if (response.status !== 200 || !text.includes('AdaptiveCard'))
    throw new Error(`${verb} was answered ${response.status}: ${text.slice(0, 300)}`);
  return { ms, text };
}

/** A process that says its port in its first line. */
export async function startFloor(options: object): Promise<{ url: string; child: ChildProcess }> {
  const child = spawn(process.execPath, [join(__dirname, 'floorBot.cjs'), JSON.stringify(options)], {
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The floor ended at its start.'))),
  ]);
  return { url: `http://127.0.0.1:${(JSON.parse(String(line[0])) as { port: number }).port}`, child };
}

/** An incident under way, with what it takes to press on it. */
export interface Case {
  incident: Incident;
  lead: PersonId;
  /** The message of the lead's card. */
  message: string;
}

/**
 * This bot and the floor, a process each on one table server, and so many incidents under way, each with a victim and a lead of
 * its own.
 */
export async function openPlace(count: number) {
  const arrivals: Arrival[] = [];
  const [ground, connector] = await Promise.all([
    openGround(),
    startConnector((one) => void arrivals.push(one)),
  ]);
  const field = await openField(ground, 1);
  const { serviceUrl } = connector;
  await seedCrowd(field.tables, serviceUrl, count);
  const bot = await startInstance({ ...field.shared, name: 'bench', sweepSeconds: 1 });
  const { connectionString, tablePrefix } = field.shared;
  const floor = await startFloor({ connectionString, tablePrefix });
  const cardOf = (person: PersonId) =>
    arrivals.findLast(({ conversation }) => conversation === chatOf(person));
  const all = Array.from({ length: count }, (_, number) => dueIncident(number));
  await until(
    () => all.every(({ lead, victim }) => cardOf(lead.person) && cardOf(victim.person ?? '')),
    'the first cards',
  );
  const cases = all.map(
    (incident): Case => ({
      incident,
      lead: incident.lead.person,
      message: cardOf(incident.lead.person)?.id ?? '',
    }),
  );
  return {
    cases,
    bot: { url: bot.url, serviceUrl, cpu: () => cpuOf(bot.pid) },
    floor: { url: floor.url, serviceUrl, cpu: () => cpuOf(floor.child.pid) },
    /** The revision of the first incident: it grows with each act on it. */
    rev: async () => (await field.tables.incidents.read(cases[0]?.incident.id ?? ''))?.incident.rev,
    /** Resolves when all is done that follows the answers given so far. */
    idle: () => fetch(`${bot.url}/fleet/idle`).then((response) => response.arrayBuffer()),
    /** Bytes that the bot's process holds on to, once what it needs no more has been swept away. */
    async held(): Promise<number> {
      const response = await fetch(`${bot.url}/fleet/memory`);
      const { heapUsed, external } = (await response.json()) as { heapUsed: number; external: number };
      return heapUsed + external;
    },
    /** Throws what stands in the chats away, that it weighs on nobody. */
    forget: () => {
      for (const one of connector.messages) one.sent.splice(0);
    },
    async stop() {
      floor.child.kill('SIGKILL');
      await bot.stop();
      await Promise.all([ground.azurite.stop(), connector.stop()]);
      // An alert to the operator is the routine's own word: it says that somebody on the list has not got the bot.
      const errors = bot.errors.filter((line) => !line.includes('"event":"operatorAlert"'));
      if (errors.length > 0) throw new Error(`The bot logged errors: ${errors.slice(0, 3).join('\n')}`);
    },
  };
}
export type Place = Awaited<ReturnType<typeof openPlace>>;
