import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { productionConfig } from '../config';
import { connectWithString, openTables, rsaWrap, type Tables } from '../storage/tables';

/** The storage, with the settings of the bot itself. */
export function openStore(): Tables {
  const config = productionConfig(process.env);
  return openTables({
    connect: connectWithString(config.TABLES_CONNECTION_STRING),
    wrap: rsaWrap(readFileSync(config.WRAPPING_KEY_FILE, 'utf8')),
    indexSecret: Buffer.from(config.INDEX_SECRET, 'base64'),
    random: (size) => randomBytes(size),
    realNow: Date.now,
  });
}

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
