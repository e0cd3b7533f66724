/** A case through the front door with OpenTelemetry as it is, outside Jest, which cannot load it whole: `drive.ts <url>`. */
import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { openTelemetry } from '../../src/telemetry/openTelemetry';
import { startTown } from '../support/town';

/** A case through the front door: an alarm, reminders, one who cannot be reached, a send that fails once, a report taken. */
async function drive(url: string) {
  const telemetry = openTelemetry(url);
  const town = await startTown({ telemetry });
  const officer = await town.contact('partySecurityOfficer', 'S');
  const deputy = await town.contact('partySecurityOfficer', 'S', 2);
  const strategist = await town.contact('securityStrategist');
  const eva = town.person('7e57da7a-0000-4000-8000-000000000040', 'Eva Norrlycke', 'eva@kommun.example');
  await eva.install();
  town.connector.blocked.add(deputy.conversation);
  town.connector.failNext(officer.conversation, { status: 503 });
  await eva.say('rapportera hot');
  await eva.press(FIRST.alarm('S'));
  town.passReal(60_000);
  await town.later(60_000);
  await town.later(240_000);
  await officer.press(BUTTON.acknowledge);
  const reference = /\d{4}-[0-9A-Z]{4}/.exec(officer.text())?.[0] ?? 'none';
  const [open] = await town.tables.index.open();
  await town.stop();
  await telemetry.stop();
  const people = [officer, deputy, strategist, eva];
  const secret = [
    ...people.flatMap(({ userId, name, conversation }) => [userId, ...name.split(' '), conversation]),
    ...town.connector.typed,
    ...[...town.connector.members.values()].flatMap(({ email }) => email ?? []),
    reference,
    open?.id ?? 'none',
    'Socialdemokraterna',
    town.url,
  ];
  return { secret: secret.filter((word) => word.length > 2), lines: town.log.lines };
}

drive(process.argv[2] ?? '').then(
  (driven) => void process.stdout.write(JSON.stringify(driven)),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    process.exitCode = 1;
  },
);
