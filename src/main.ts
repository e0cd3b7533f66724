import './config/compileCache';
import { randomBytes } from 'node:crypto';
import { cloudFor, compose } from './compose';
import { stopOnce } from './compose/stopping';
import { seedContacts } from './config/contactList';
import { createLog, logUncaught, warnOfOldNode } from './config/log';
import { assertSecret, assertTables, noteFileFaults, openStorage } from './config/openStorage';
import { readStart } from './config/readStart';

const random = (size: number): Uint8Array => randomBytes(size);

/** Milliseconds from ready to the look at the container of files: it loads a package that no alarm needs. */
const FILES_AFTER = 1_000;

/** Traces and measures, loaded only where somebody takes them. */
function telemetryTo(endpoint: string | undefined) {
  if (endpoint === undefined) return undefined;
  const { openTelemetry } =
    require('./telemetry/openTelemetry') as typeof import('./telemetry/openTelemetry');
  return openTelemetry(endpoint);
}

async function start(): Promise<void> {
  const { config, contacts } = readStart(process.env);
  const log = createLog(config.LOG_LEVEL);
  logUncaught(process, log);
  warnOfOldNode(process.versions.node, log);
  const telemetry = telemetryTo(config.OTEL_EXPORTER_OTLP_ENDPOINT);
  const tables = openStorage(config, { random, realNow: Date.now, log, telemetry });
  await assertTables(tables, log);
  await assertSecret(tables, log);
  if (contacts) await seedContacts(tables, contacts, { random, now: new Date() });
  const running = await compose({
    config,
    credentials: config,
    cloud: cloudFor(config.TEAMS_CLOUD, config.TEAMS_SERVICE_HOSTS),
    host: '0.0.0.0',
    tables,
    log,
    telemetry,
    now: () => new Date(),
    realNow: Date.now,
    random,
    isSweeping: true,
  });
  log.info({ port: running.port }, 'started');
  setTimeout(() => void noteFileFaults(tables, log), FILES_AFTER).unref();
  const stop = stopOnce({
    async stop() {
      await running.stop();
      await telemetry?.stop();
    },
    exit: (code) => process.exit(code),
    after: (wait, late) => void setTimeout(late, wait).unref(),
    log,
  });
  // Not `once`: a second signal with nobody to hear it would end the process in the middle of what is under way.
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'Start failed.'}\n`);
  process.exit(1);
});
