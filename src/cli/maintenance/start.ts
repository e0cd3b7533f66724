import { assertSecret } from '../../config/openStorage';
import { BadStart } from '../../config/settings';
import { inTime } from '../../config/timeSettings';
import { municipalityNamed } from '../../content/municipalities';
import { type Command, runCommand } from '../command';
import { announce, cancel, listed, localTime, type Maintaining } from './windows';

const USAGE =
  'npm run maintenance -- --from "2026-12-03 10:00" --to "2026-12-03 11:00" (with --try: nothing is written), --list, or --cancel <id>';

type Work = (given: Maintaining) => Promise<string[]>;

/** The work that a call asks for. @throws {BadStart} when it asks for none */
function workOf({ option, need, has }: Command): Work {
  const id = option('cancel');
  if (has('list')) return listed;
  if (id !== undefined) return (given) => cancel(given, id);
  if (!option('from') && !option('to')) throw new BadStart(`Give ${USAGE}.`);
  const span = { from: localTime('from', need('from')), to: localTime('to', need('to')) };
  return (given) => announce(given, span, has('try'));
}

runCommand({ options: ['from', 'to', 'cancel'], flags: ['list', 'try'], usage: USAGE }, async (command) => {
  const { tables, config, now, brought, say } = command;
  const work = workOf(command);
  const routine = inTime(municipalityNamed(config.MUNICIPALITY).routine, config.TIMES);
  const told = (_: object, event: string) => say(event);
  await assertSecret(tables, { info: told, warn: told, error: told });
  for (const line of await work({ tables, routine, now, random: brought.random })) say(line);
  return 0;
});
