import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../app/ports/runtime';
import type { Persona } from '../content/sandbox/sample';
import { assertPortFree } from './ports';

const POLL_MS = 100;
const POLLS = 300;
const LINES_KEPT = 20;

export interface PlaygroundOptions {
  port: number;
  persona: Pick<Persona, 'userId' | 'name' | 'email'>;
  /** The address of the bot's `/api/messages`. */
  botEndpoint: string;
  /** The parent of the personas' folders, which hold settings and logs (`devTools`). */
  folder: string;
  tenantId: string;
  log: Log;
}

export interface Playground {
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts Microsoft 365 Agents Playground for one persona: a Playground shows and acts as one user only. The others are not
 * in its settings, so that no persona can see, mention or find another.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  await assertPortFree(options.port, 'PLAYGROUND_PORT');
  const place = preparedFolder(options);
  const child = spawnPlayground(options, place);
  const said = lastLines(child);
  const url = `http://127.0.0.1:${options.port}`;
  if (!(await answers(`${url}/_debug/ping`, child))) {
    await end(child);
    throw new Error(failure(options, [...logTail(place), ...said]));
  }
  const warn = (code: number | null) =>
    options.log.error({ port: options.port, code: code ?? undefined }, 'playground ended by itself');
  child.once('exit', warn);
  options.log.info(
    { port: options.port, pid: child.pid, person: options.persona.userId },
    'playground started',
  );
  return {
    url,
    stop: () => {
      child.off('exit', warn);
      return end(child);
    },
  };
}

function preparedFolder({ folder, persona, tenantId }: PlaygroundOptions): string {
  const place = resolve(folder, persona.userId);
  // An earlier run's log would be taken for this run's reason to fail.
  rmSync(join(place, 'devTools'), { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  // JSON is YAML too, and needs no escaping of our own.
  writeFileSync(
    join(place, '.m365agentsplayground.yml'),
    JSON.stringify(settings(persona, tenantId), null, 2),
  );
  return place;
}

/** Five users whom the Playground wants beside the current one: nobody in the municipality, the same for everyone. */
function settings(persona: PlaygroundOptions['persona'], tenantId: string): object {
  return {
    version: '0.1.1',
    tenantId,
    bot: { id: '28:trygghetsboten', name: 'Trygghetsboten' },
    currentUser: user(persona.userId, persona.name, persona.email),
    users: [1, 2, 3, 4, 5].map((n) =>
      user(`00000000-0000-4000-8000-00000000000${n}`, `Nobody ${n}`, `nobody${n}@example.com`),
    ),
    personalChat: { id: `chat-${persona.userId}` },
    groupChat: { id: `group-${persona.userId}`, name: 'Not used' },
    team: {
      id: `team-${persona.userId}`,
      name: 'Not used',
      aadGroupId: '00000000-0000-4000-8000-000000000010',
      channels: [{ id: `channel-${persona.userId}`, name: 'Not used' }],
    },
  };
}

/** `id` differs from the object id, as in Teams, so that mixing them up shows. Sic: `userPrincipleName`. */
function user(aadObjectId: string, name: string, email: string): object {
  const [givenName = name, ...rest] = name.split(' ');
  const surname = rest.join(' ') || name;
  return { id: `29:${aadObjectId}`, name, userPrincipleName: email, aadObjectId, givenName, surname, email };
}

function spawnPlayground({ port, botEndpoint }: PlaygroundOptions, place: string): ChildProcess {
  const flags = ['-e', botEndpoint, '--port', String(port), '-c', 'msteams', '--disable-telemetry'];
  const serviceUrl = ['--service-url', `http://127.0.0.1:${port}/_connector`];
  const cli = require.resolve('@microsoft/m365agentsplayground/cli.js');
  return spawn(process.execPath, ['--require', preload(), cli, 'start', ...flags, ...serviceUrl], {
    cwd: place,
    // A process group of its own: Ctrl-C reaches only the parent, which ends it (as does the end of its stdin).
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    // No environment: a proxy or a Playground variable of the user's would change whom it talks to.
    env: { TEAMSAPPTESTER_BROWSER: 'none', PATH: '/usr/bin:/bin:/usr/sbin:/sbin' },
  });
}

/** The preload script, beside this file: the build copies it, for the compiler does not. */
function preload(): string {
  const places = [join(__dirname, 'preload.cjs'), join(__dirname, '../../src/sandbox/preload.cjs')];
  return places.find((place) => existsSync(place)) ?? 'preload.cjs';
}

/** The last lines that the process has written, kept up to date. */
function lastLines(child: ChildProcess): string[] {
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface(stream).on('line', (line) => {
      lines.push(line);
      if (lines.length > LINES_KEPT) lines.shift();
    });
  }
  return lines;
}

/** Whether the Playground answers; false when its process ends first, or after 30 s. */
async function answers(ping: string, child: ChildProcess): Promise<boolean> {
  for (let poll = 0; poll < POLLS && !hasEnded(child); poll++) {
    const isUp = await fetch(ping).then(
      (response) => response.ok,
      () => false,
    );
    if (isUp) return !hasEnded(child);
    await pause(POLL_MS);
  }
  return false;
}

function failure({ port, persona }: PlaygroundOptions, lines: string[]): string {
  const words =
    lines.length > 0 ? ` Its last words:\n${lines.slice(-LINES_KEPT).join('\n')}` : ' It said nothing.';
  return `The Playground of persona ${persona.userId} did not come up on port ${port}.${words}`;
}

/** The reason why it failed, from its log file: it does not print faults in its settings. */
function logTail(place: string): string[] {
  const logs = join(place, 'devTools');
  if (!existsSync(logs)) return [];
  const lines = readdirSync(logs).flatMap((name) =>
    readFileSync(join(logs, name), 'utf8').trim().split('\n'),
  );
  return lines.filter((line) => line && !line.startsWith('debug')).slice(-LINES_KEPT / 2);
}

/** Kills the process at once: it has nothing to save. */
async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
