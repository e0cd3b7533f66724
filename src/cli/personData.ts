import { writeFileSync } from 'node:fs';
import { runCommand } from './command';
import { personFile } from './personFile';

const USAGE =
  'npm run person-data -- --person <object id in Entra> --by "who you are" --purpose "why it is read, and who asked"';

runCommand({ options: ['person', 'purpose', 'by'], usage: USAGE }, async ({ tables, need, now, say }) => {
  const person = need('person').toLowerCase();
  const found = await personFile(tables, person, { purpose: need('purpose'), by: need('by'), now });
  const file = `person-data-${now.toISOString().slice(0, 10)}.json`;
  writeFileSync(file, JSON.stringify(found, null, 2), { mode: 0o600, flag: 'wx' });
  for (const { reference, as, acts } of found.incidents)
    say(`${reference}: ${as.join(', ')}, ${acts.length} acts`);
  say(
    `${found.incidents.length} incidents, ${found.drafts} drafts (theirs alone, not in the file: they can open them themselves).`,
  );
  say(`${file} is for review by a person: it names others too. Delete it when it has been answered.`);
  return 0;
});
