import { randomBytes } from 'node:crypto';
import { openStorage } from '../config/openStorage';
import { productionConfig } from '../config/settings';
import type { Tables } from '../storage/openTables';

/** The storage, with the settings of the bot itself. */
export const openStore = (): Tables =>
  openStorage(
    productionConfig(process.env),
    { random: (size) => randomBytes(size), realNow: Date.now },
    true,
  );

/** Runs a program: what it answers is its exit code, and what went wrong is said in one line. */
export function run(program: () => Promise<number>): void {
  program()
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
      return 2;
    })
    .then((code) => {
      process.exitCode = code;
    });
}
