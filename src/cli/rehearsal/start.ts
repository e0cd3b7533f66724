import { writeFileSync } from 'node:fs';
import { openElsewhere } from '../../config/openStorage';
import { BadStart } from '../../config/settings';
import { municipalityNamed } from '../../content/municipalities';
import { runCommand } from '../command';
import { rehearse } from './rehearse';
import { reportOf } from './report';

const USAGE =
  'npm run rehearse-restore -- --from <folder of the backups> --into <an empty account: https://… or Azurite’s connection ' +
  'string> --report <file> [--sample <incidents to open, 50>] [--keep]';
const SAMPLE = 50;

/** The number of incidents to open. @throws {BadStart} when it is none */
function sampleOf(given: string | undefined): number {
  const count = given === undefined ? SAMPLE : Number(given);
  if (Number.isInteger(count) && count > 0) return count;
  throw new BadStart(`Give ${USAGE}: --sample is a whole number from 1.`);
}

/** The exit code. 0: the copy is whole. 1: something of it cannot be read, and the report says what. */
runCommand(
  { options: ['from', 'into', 'report', 'sample'], flags: ['keep'], usage: USAGE },
  async ({ need, option, has, config, now, brought, say }) => {
    const [from, into, report] = [need('from'), need('into'), need('report')];
    const sample = sampleOf(option('sample'));
    const tables = openElsewhere(config, brought, into);
    const found = await rehearse(tables, from, {
      sample,
      realNow: brought.realNow,
      municipality: municipalityNamed(config.MUNICIPALITY),
    });
    writeFileSync(report, reportOf(found, now), { mode: 0o600 });
    if (has('keep')) say('The copy was left there: delete that account when you have looked.');
    else await tables.empty();
    say(
      `${found.opened} of ${found.incidents} incidents were opened, ${found.faults.length} faults: see ${report}.`,
    );
    return found.faults.length === 0 ? 0 : 1;
  },
);
