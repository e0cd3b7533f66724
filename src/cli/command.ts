import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { RandomBytes, RealClock } from '../app/ports/runtime';
import { openStorage } from '../config/openStorage';
import { BadStart, type ToolConfig, toolConfig } from '../config/settings';
import type { Tables } from '../storage/openTables';

/** The settings, storage and options of an operator's command. */
export interface Command {
  /** The storage of the bot's own settings. */
  tables: Tables;
  config: ToolConfig;
  now: Date;
  /** Chance and clock, for storage that a command opens beside. */
  brought: { random: RandomBytes; realNow: RealClock };
  /** A secret of the command's own, from the environment: an option would stand in the shell's history. */
  secret(name: string): string | undefined;
  /** An option such as `--heads file`, without space around it; undefined when it is empty or left out. */
  option(name: string): string | undefined;
  /** An option that must be there. @throws {BadStart} when it is not */
  need(name: string): string;
  /** Whether a flag such as `--list` is given. */
  has(flag: string): boolean;
  /** Writes a line to standard output. */
  say(line: string): void;
}

/** The options and flags of a command. */
export interface Usage {
  /** Options with a value. */
  options?: readonly string[];
  flags?: readonly string[];
  /** The call as an error message shows it; left out where it takes neither. */
  usage?: string;
}

/** Options and flags as they were typed, by name. @throws {BadStart} that shows the call, for anything else */
function typed({ options = [], flags = [], usage }: Usage): Readonly<Record<string, unknown>> {
  const kinds = [
    ...options.map((name) => [name, { type: 'string' as const }] as const),
    ...flags.map((name) => [name, { type: 'boolean' as const }] as const),
  ];
  try {
    return parseArgs({ options: Object.fromEntries(kinds) }).values;
  } catch (error) {
    // Node's own sentence goes on with how to type a value that looks like an option.
    const [fault = ''] = (error as Error).message.split('. ');
    throw new BadStart(`${fault}.${usage ? ` Give ${usage}.` : ' It takes no options.'}`);
  }
}

function readOptions(call: Usage): Pick<Command, 'option' | 'need' | 'has'> {
  const { usage } = call;
  const values = typed(call);
  const option = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value.trim() || undefined : undefined;
  };
  const need = (name: string): string => {
    const value = option(name);
    if (value) return value;
    throw new BadStart(`Give ${usage}: --${name} is missing.`);
  };
  return { option, need, has: (flag) => values[flag] === true };
}

/**
 * Runs an operator's command. Exit codes: 0 done, 1 done and something is wrong (what `work` answers), 2 not done, with
 * the reason in one line on standard error.
 */
export function runCommand(usage: Usage, work: (command: Command) => Promise<0 | 1>): void {
  const run = async () => {
    const given = readOptions(usage);
    const config = toolConfig(process.env);
    const random = (size: number): Uint8Array => randomBytes(size);
    const brought = { random, realNow: Date.now };
    const tables = openStorage(config, brought);
    const secret = (name: string) => process.env[name];
    const say = (line: string) => process.stdout.write(`${line}\n`);
    return work({ ...given, tables, config, now: new Date(), brought, secret, say });
  };
  run()
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
      return 2;
    })
    .then((code) => {
      process.exitCode = code;
    });
}
