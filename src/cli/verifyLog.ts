import { fileOf } from '../config/openStorage';
import { runCommand } from './command';
import { headsIn, verify } from './verify';

const USAGE = 'npm run verify-log [-- --heads <file of log lines as JSON>]';

/** The exit code. 0: all is whole. 1: something is wrong. */
runCommand({ options: ['heads'], usage: USAGE }, async ({ tables, option, say }) => {
  const file = option('heads');
  const heads = file ? headsIn(fileOf('--heads', file)) : [];
  const { incidents, erased, faults } = await verify(tables, heads);
  for (const fault of faults) say(fault);
  say(
    `${incidents} incidents and the contact list, ${erased} erased, ${heads.length} logged heads: ` +
      `${faults.length === 0 ? 'all is whole' : `${faults.length} faults`}.`,
  );
  if (!file)
    say(`A cut end with an older head put back shows only beside the heads that were logged: ${USAGE}`);
  return faults.length === 0 ? 0 : 1;
});
