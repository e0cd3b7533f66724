import { randomBytes } from 'node:crypto';
import { cloudFor, compose } from './compose';
import { readContactRows, seedContacts } from './config/contactList';
import { createLog, logUncaught, warnOfOldNode } from './config/log';
import { assertTables, fileOf, openStorage } from './config/openStorage';
import { BadStart, productionConfig } from './config/settings';
import { municipalityNamed } from './content/municipalities';

const STOP_WITHIN = 10_000;

const random = (size: number): Uint8Array => randomBytes(size);

async function start(): Promise<void> {
  const config = productionConfig(process.env);
  const log = createLog(config.LOG_LEVEL);
  logUncaught(process, log);
  warnOfOldNode(process.versions.node, log);
  const tables = openStorage(config, { random, realNow: Date.now, log });
  await assertTables(tables, log);
  const { CONTACT_LIST } = config;
  if (CONTACT_LIST)
    await seedContacts(
      tables,
      readContactRows(fileOf('CONTACT_LIST', CONTACT_LIST), municipalityNamed(config.MUNICIPALITY).routine),
      { random, now: new Date() },
    );
  const running = await compose({
    config,
    credentials: config,
    cloud: cloudFor(config.TEAMS_CLOUD, config.TEAMS_SERVICE_HOSTS),
    host: '0.0.0.0',
    tables,
    log,
    now: () => new Date(),
    realNow: Date.now,
    random,
    isSweeping: true,
  });
  log.info({ port: running.port }, 'started');
  const stop = () => {
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    running.stop().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

start().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof BadStart || error instanceof Error ? error.message : 'Start failed.'}\n`,
  );
  process.exit(1);
});
