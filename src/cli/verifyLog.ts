import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { openStore, run } from './openStore';
import { headsIn, verify } from './verify';

const USAGE = 'npm run verify-log [-- --heads <file of log lines as JSON>]';

/** 0: all is whole. 1: something is wrong. 2: it could not be looked at. */
run(async () => {
  const { values } = parseArgs({ options: { heads: { type: 'string' } } });
  const heads = values.heads ? headsIn(readFileSync(values.heads, 'utf8')) : [];
  const { incidents, erased, faults } = await verify(openStore(), heads);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(
    `${incidents} incidents and the contact list, ${erased} erased, ${heads.length} logged heads: ${faults.length === 0 ? 'all is whole' : `${faults.length} faults`}.\n`,
  );
  if (!values.heads)
    process.stdout.write(
      `A cut end with an older head put back shows only beside the heads that were logged: ${USAGE}\n`,
    );
  return faults.length === 0 ? 0 : 1;
});
