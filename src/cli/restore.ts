import { municipalityNamed } from '../content/municipalities';
import { restore } from './backupCopies';
import { runCommand } from './command';

const USAGE = 'npm run restore -- --from <folder of the copies>';

runCommand({ options: ['from'], usage: USAGE }, async ({ tables, config, need, say }) => {
  const { rows, files, erased, parts, forged } = await restore(
    tables,
    need('from'),
    municipalityNamed(config.MUNICIPALITY),
  );
  say(
    `${rows} rows and ${files} files were put back. ${erased} erased incidents were left out, and ${parts} erased classes of others. Start the bot anew.`,
  );
  for (const id of forged)
    say(
      `The tombstone of ${id} was not written by this bot: it was not heeded. Delete its row, and find out who put it there.`,
    );
  return 0;
});
