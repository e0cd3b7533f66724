import { csvOf } from '../app/runtime/csv';
import { type Command, runCommand } from './command';
import { type Exported, exportList, exportRows } from './exportRows';

const USAGE =
  'npm run export-log -- --incident <reference or id> --by "who you are" --purpose "why it is read, and who asked", or ' +
  'npm run export-log -- --list for changes of the contact list';

async function exported({ tables, need, has, now }: Command): Promise<Exported> {
  if (has('list')) return exportList(tables);
  const [incident, purpose, by] = [need('incident'), need('purpose'), need('by')];
  const found = await exportRows(tables, incident, { purpose, by, now });
  if (!found) throw new Error(`There is no incident ${incident}.`);
  return found;
}

/** The exit code. 0: exported. 1: exported, and the log is not whole. */
runCommand({ options: ['incident', 'purpose', 'by'], flags: ['list'], usage: USAGE }, async (command) => {
  const { rows, isWhole } = await exported(command);
  process.stdout.write(csvOf(rows));
  if (!isWhole) process.stderr.write('The log is not whole: run npm run verify-log.\n');
  return isWhole ? 0 : 1;
});
