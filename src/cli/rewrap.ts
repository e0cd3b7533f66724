import { runTool } from './command';

runTool([], async ({ tables, say }) => {
  const { count, faults } = await tables.rewrap();
  say(`${count} keys were wrapped anew.`);
  for (const fault of faults) say(fault);
  if (faults.length > 0) throw new Error(`${faults.length} keys are as they were: run this again.`);
  say(
    'A bot that has not yet heard of the new version may wrap with the older one for an hour: run this again after that. ' +
      'When it says 0, the tables need no older version; backups do for as long as they are kept (BACKUP_DAYS).',
  );
});
