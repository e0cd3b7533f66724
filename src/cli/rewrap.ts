import { runCommand } from './command';

/** The exit code. 0: all keys are wrapped with the newest version. 1: some are as they were. */
runCommand({}, async ({ tables, say }) => {
  const { count, faults } = await tables.rewrap();
  say(`${count} keys were wrapped anew.`);
  for (const fault of faults) say(fault);
  if (faults.length > 0) {
    say(`${faults.length} keys are as they were: run this again.`);
    return 1;
  }
  say(
    'A bot that has not yet heard of the new version may wrap with the older one for an hour: run this again after that. ' +
      'When it says 0, the tables need no older version; backups do for as long as they are kept (BACKUP_DAYS).',
  );
  return 0;
});
