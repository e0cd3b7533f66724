import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { openStorage } from '../config/openStorage';
import { BadStart, type ProductionConfig, productionConfig } from '../config/settings';
import type { Tables } from '../storage/openTables';

/** What an operator's tool works with. */
export interface Tool {
  tables: Tables;
  /** An option that must be there, such as `--to folder`. @throws when it is not */
  need(option: string): string;
  config: ProductionConfig;
  now: Date;
  say(line: string): void;
}

const optionsIn = (names: readonly string[]): Record<string, string | undefined> =>
  parseArgs({ options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) }).values;

/** Runs an operator's tool on the storage of the settings; what went wrong is told in a line. */
export function runTool(names: readonly string[], work: (tool: Tool) => Promise<void>): void {
  const run = async () => {
    const options = optionsIn(names);
    const random = (size: number): Uint8Array => randomBytes(size);
    const config = productionConfig(process.env);
    const tables = openStorage(config, { random, realNow: Date.now }, true);
    const need = (option: string): string => {
      const value = options[option];
      if (value) return value;
      throw new BadStart(`Give ${names.map((name) => `--${name} "…"`).join(' ')}: --${option} is missing.`);
    };
    const say = (line: string) => process.stdout.write(`${line}\n`);
    await work({ tables, need, config, now: new Date(), say });
  };
  run().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'Failed.'}\n`);
    process.exitCode = 1;
  });
}
