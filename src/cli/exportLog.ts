import { parseArgs } from 'node:util';
import { csvOf } from './csv';
import { type Exported, exportList, exportRows } from './exportRows';
import { openStore, run } from './openStore';

const USAGE =
  'npm run export-log -- --incident <id> --by "who you are" --purpose "why it is read, and who asked", or ' +
  'npm run export-log -- --list for changes of the contact list';

async function exported(): Promise<Exported> {
  const { values } = parseArgs({
    options: {
      incident: { type: 'string' },
      purpose: { type: 'string' },
      by: { type: 'string' },
      list: { type: 'boolean' },
    },
  });
  if (values.list) return exportList(openStore());
  const [incident = '', purpose = '', by = ''] = [values.incident, values.purpose, values.by].map((one) =>
    one?.trim(),
  );
  if (!incident || !purpose || !by) throw new Error(USAGE);
  const found = await exportRows(openStore(), incident, { purpose, by, now: new Date() });
  if (!found) throw new Error(`There is no incident ${incident}.`);
  return found;
}

/** 0: exported. 1: the log is not whole. 2: nothing was exported. */
run(async () => {
  const { rows, isWhole } = await exported();
  process.stdout.write(csvOf(rows));
  if (!isWhole) process.stderr.write('The log is not whole: run npm run verify-log.\n');
  return isWhole ? 0 : 1;
});
