import { RestError } from '@azure/data-tables';
import type { Log } from '../../src/app/ports/runtime';
import { assertTables } from '../../src/config/openStorage';
import { BadStart } from '../../src/config/settings';
import type { Connect } from '../../src/storage/azure/connect';
import { openTables, TABLE_NAMES } from '../../src/storage/openTables';
import { rsaWrap } from '../../src/storage/sealing/keyWrap';
import { memoryContainers } from '../support/memoryContainers';
import { memoryTables } from '../support/memoryTableClient';
import { PRIVATE_PEM } from './opened';

/** An answer of Azure that is no success. */
const refusal = (statusCode: number, code: string) =>
  new RestError(code, { statusCode, code, ...{ details: { odataError: { code } } } });

type Answer = (method: string, table: string) => RestError | undefined;

/** An account that answers as a test says, and what was asked of it. Its tables are there, but for those in `gone`. */
async function account(answer: Answer, gone: readonly string[] = []) {
  const plain = memoryTables();
  for (const name of TABLE_NAMES.filter((one) => !gone.includes(one))) await plain(name).createTable();
  const asked: string[] = [];
  const connect: Connect = (table) => {
    const client = plain(table);
    client.createTable = async () => {
      asked.push(`create ${table}`);
      throw refusal(403, 'AuthorizationPermissionMismatch');
    };
    client.pipeline.addPolicy({
      name: 'answer',
      sendRequest: async (request, next) => {
        asked.push(`${request.method} ${table}`);
        const error = answer(request.method, table);
        if (error) throw error;
        return next(request);
      },
    });
    return client;
  };
  const random = (size: number) => new Uint8Array(size);
  const wrap = rsaWrap(PRIVATE_PEM);
  const tables = openTables({
    ...{ connect, wrap, random, containers: memoryContainers() },
    indexSecret: random(32),
    realNow: () => 0,
  });
  const events: string[] = [];
  const note = (_: object, event: string) => events.push(event);
  const log: Log = { info: note, warn: note, error: note };
  const start = () =>
    assertTables(tables, log).then(
      () => '',
      (error: unknown) => {
        if (error instanceof BadStart) return error.message;
        throw error;
      },
    );
  return { start, asked, events, plain };
}

const rows = async (plain: Connect): Promise<number> => {
  let count = 0;
  for (const name of TABLE_NAMES) for await (const _ of plain(name).listEntities()) count += 1;
  return count;
};

describe('a production start', () => {
  it('makes no table and no row, and is content where it may use every one', async () => {
    const { start, asked, events, plain } = await account(() => undefined);
    expect(await start()).toBe('');
    expect(asked.filter((what) => !/^(GET|DELETE) /.test(what))).toEqual([]);
    expect(new Set(asked.map((what) => what.split(' ')[1]))).toEqual(new Set(TABLE_NAMES));
    expect(await rows(plain)).toBe(0);
    expect(events).toEqual([]);
  });

  it('names every missing table and every forbidden one at once, each with its mend', async () => {
    const forbidden = new Set(['keys', 'settings']);
    const { start, asked } = await account(
      (_, table) => (forbidden.has(table) ? refusal(403, 'AuthorizationPermissionMismatch') : undefined),
      ['drafts', 'tombstones'],
    );
    const said = await start();
    for (const name of ['drafts', 'tombstones'])
      expect(said).toMatch(new RegExp(`table ${name} is missing: deploy infra/main.bicep again`));
    for (const name of forbidden)
      expect(said).toMatch(
        new RegExp(
          `table ${name} is forbidden \\(403 AuthorizationPermissionMismatch\\): .*Table Data Contributor`,
        ),
      );
    expect(said).not.toContain('table incidents');
    expect(said.split('\n')).toHaveLength(5);
    // The client would have answered 403.
    expect(asked.filter((what) => what.startsWith('create'))).toEqual([]);
  });

  it('finds out an identity that may read and not write', async () => {
    const { start } = await account((method, table) =>
      method === 'DELETE' && table === 'agenda' ? refusal(403, 'AuthorizationPermissionMismatch') : undefined,
    );
    expect(await start()).toMatch(/table agenda is forbidden/);
  });

  it('names a network that is shut out', async () => {
    const { start } = await account(() => refusal(403, 'AuthorizationFailure'));
    const said = await start();
    expect(said.match(/is forbidden \(403 AuthorizationFailure\)/g)).toHaveLength(TABLE_NAMES.length);
    expect(said).toContain('firewall');
  });

  it('goes on where storage is down: who asks for help is still told whom to ring; the log says it', async () => {
    const { start, events } = await account(() => refusal(503, 'ServerBusy'));
    expect(await start()).toBe('');
    expect(events).toEqual(['tablesSilent']);
  });
});
