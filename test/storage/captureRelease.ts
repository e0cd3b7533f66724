import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newWrappingKey, rsaWrap, TABLE_NAMES } from '../../src/storage/openTables';
import { startTown } from '../support/town';
import { withoutEtags } from './release01';
import { START } from './release02';
import { driveOn, readOn } from './release03';

/*
 * `node -r ./test/support/typescript.cjs test/storage/captureRelease.ts <release>`: drives the town and keeps its rows for
 * later releases. Run once, at the commit of the release; what is kept is never made anew.
 */

const ABOUT = 'Invented people, invented events and keys made for this test alone. See README.md.';

const typedValue = (value: unknown): { type: string; value: unknown } =>
  value instanceof Uint8Array
    ? { type: 'Binary', value: Buffer.from(value).toString('base64') }
    : { type: { number: 'Int32', boolean: 'Boolean' }[typeof value as 'number'] ?? 'String', value };

async function capture(release: string): Promise<void> {
  const [pem, indexSecret] = [await newWrappingKey(), randomBytes(32)];
  const town = await startTown({ now: START, wrap: () => rsaWrap(pem), indexSecret });
  const driven = await driveOn(town);
  const people = [...town.connector.members.keys()].map((user) => user.replace('29:', ''));
  const read = withoutEtags(await readOn(town.tables, driven, people));
  const lines: string[] = [];
  for (const table of TABLE_NAMES)
    for await (const { partitionKey, rowKey, timestamp: _, etag: __, ...rest } of town
      .connect(table)
      .listEntities()) {
      const properties = Object.fromEntries(
        Object.entries(rest)
          .filter(([name]) => !name.includes('odata'))
          .map(([name, value]) => [name, typedValue(value)]),
      );
      lines.push(JSON.stringify({ table, partitionKey, rowKey, properties }));
    }
  const folder = join(__dirname, '../fixtures', `release-${release}`);
  mkdirSync(folder, { recursive: true });
  const keys = { wrappingKey: pem, indexSecret: indexSecret.toString('base64') };
  const told = { about: ABOUT, now: town.now.toISOString(), keys, ...driven, people, read };
  writeFileSync(join(folder, 'told.json'), `${JSON.stringify(told, null, 2)}\n`);
  writeFileSync(join(folder, 'rows.jsonl'), `${lines.join('\n')}\n`);
  await town.stop();
  const errors = town.log.lines.filter((line) => line.includes('"level":"error"'));
  process.stdout.write(`${[...errors, `${lines.length} rows`].join('\n')}\n`);
}

void capture(process.argv[2] ?? '');
