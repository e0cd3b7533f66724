import { backUp } from './backupCopies';
import { runCommand } from './command';

const USAGE = 'npm run backup -- --to <folder of the copies>';

runCommand({ options: ['to'], usage: USAGE }, async ({ tables, need, config, now, say }) => {
  const { rows, files, removed } = await backUp(tables, need('to'), { now, days: config.BACKUP_DAYS });
  say(
    `${rows} rows and ${files} files were copied, sealed as they stand. ${removed} older copies were removed.`,
  );
  return 0;
});
