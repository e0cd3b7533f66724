import { parseArgs } from 'node:util';
import { csvOf } from './csv';
import { exportRows } from './exportRows';
import { openStore, run } from './openStore';

/** 0: exported. 1: the log is not whole. 2: nothing was exported. */
run(async () => {
  const { values } = parseArgs({ options: { incident: { type: 'string' }, purpose: { type: 'string' } } });
  const { incident = '', purpose = '' } = values;
  if (!incident || !purpose.trim())
    throw new Error('npm run export-log -- --incident <id> --purpose "why it is read, and who asked"');
  const found = await exportRows(openStore(), incident, purpose.trim(), new Date());
  if (!found) throw new Error(`There is no incident ${incident}.`);
  process.stdout.write(csvOf(found.rows));
  if (!found.isWhole) process.stderr.write('The log is not whole: run npm run verify-log.\n');
  return found.isWhole ? 0 : 1;
});
