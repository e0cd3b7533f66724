import { BadStart, productionConfig } from '../config';
import { openStorage } from '../opening';
import type { Tables } from '../storage/tables';

/** Runs an operator's tool on the storage of the settings; what went wrong is told in a line. */
export function runTool(work: (tables: Tables, say: (line: string) => void) => Promise<void>): void {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const run = async () => work(openStorage(productionConfig(process.env), true), say);
  run().catch((error: unknown) => {
    process.stderr.write(
      `${error instanceof BadStart || error instanceof Error ? error.message : 'Failed.'}\n`,
    );
    process.exitCode = 1;
  });
}
