import { randomBytes } from 'node:crypto';
import { RestError, type TableClient, type TransactionAction } from '@azure/data-tables';
import { type Connect, connectWithString } from '../../src/storage/azure/connect';
import { Table } from '../../src/storage/azure/table';
import { memoryTables } from '../support/memoryTableClient';
import { ownPrefix, sharedTables } from '../support/shared';
import { PATIENCE } from './opened';

/*
 * The contract of the table client in memory: what stands here is true of it and of Azurite through the SDK. Whatever a
 * test relies on in memory stands here too.
 */

const OLD = `W/"datetime'2020-01-01T00%3A00%3A00.0000000Z'"`;

const row = (rowKey: string, more: object = {}, partitionKey = 'p') => ({ partitionKey, rowKey, ...more });
const create = (rowKey: string, more?: object): TransactionAction => ['create', row(rowKey, more)];
const upsert = (rowKey: string, more?: object): TransactionAction => ['upsert', row(rowKey, more), 'Replace'];
const replace = (rowKey: string, etag: string, more?: object): TransactionAction => [
  'update',
  row(rowKey, more),
  'Replace',
  { etag },
];

/** Properties of 64 KiB each. Azurite counts them as base64: twelve are a row of 1 MiB there, sixteen in Azure. */
const blocks = (count: number): object =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`b${at}`, new Uint8Array(65_536)]));

/** How a call failed, as `StorageError` reads it; undefined when it did not. */
async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    await call;
    return undefined;
  } catch (error) {
    if (!(error instanceof RestError)) throw error;
    const { statusCode, code, details } = error as RestError & {
      details?: { odataError?: { code?: string } };
    };
    return { statusCode, code, odata: details?.odataError?.code };
  }
}
const inTransaction = (statusCode: number, code: string) => ({ statusCode, code, odata: undefined });
const alone = (statusCode: number, odata: string) => ({ statusCode, code: undefined, odata });

const BACKENDS: [string, () => Connect][] = [
  ['in memory', memoryTables],
  ['Azurite', () => connectWithString(sharedTables(), PATIENCE)],
];

describe.each(BACKENDS)('a table client: %s', (_, open) => {
  let client: TableClient;
  let connect: Connect;
  beforeEach(async () => {
    connect = open();
    client = connect(ownPrefix());
    await client.createTable();
  });

  const keys = async (filter?: string, maxPageSize = 1000) => {
    const pages: string[][] = [];
    const listed = client.listEntities(filter === undefined ? {} : { queryOptions: { filter } });
    for await (const page of listed.byPage({ maxPageSize }))
      pages.push(page.map(({ partitionKey, rowKey }) => `${partitionKey}/${rowKey}`));
    return pages;
  };
  const etagOf = async (rowKey: string): Promise<string> => (await client.getEntity('p', rowKey)).etag ?? '';

  it('has a table once, however often it is created', async () => {
    await client.submitTransaction([create('a')]);
    await client.createTable();
    await connect(client.tableName.toUpperCase()).createTable();
    expect(await keys()).toEqual([['p/a']]);
    expect(await refusal(connect('1x').createTable())).toMatchObject({ statusCode: 400 });
  });

  it('tells a missing table from a missing row', async () => {
    const none = connect(ownPrefix());
    const missing = alone(404, 'TableNotFound');
    expect(await refusal(none.getEntity('p', 'a'))).toEqual(missing);
    expect(await refusal(none.deleteEntity('p', 'a'))).toEqual(missing);
    expect(await refusal(none.listEntities().byPage().next())).toEqual(missing);
    expect(await refusal(none.submitTransaction([create('a')]))).toEqual(inTransaction(404, 'TableNotFound'));
    expect(await refusal(client.getEntity('p', 'a'))).toEqual(alone(404, 'ResourceNotFound'));
    expect(await refusal(client.deleteEntity('p', 'a'))).toEqual(alone(404, 'ResourceNotFound'));
  });

  it('gives back values of each kind, and nothing for what is nothing', async () => {
    const bytes = Buffer.from([0, 1, 255]);
    const values = { text: 'å😀"', empty: '', whole: 3e10, part: 1.5, yes: true, no: false, bytes };
    await client.submitTransaction([create('a', { ...values, none: undefined, nothing: null })]);
    bytes.fill(7);
    const found = await client.getEntity('p', 'a');
    expect(found).toEqual(
      expect.objectContaining({ ...values, bytes: Buffer.from([0, 1, 255]), ...row('a') }),
    );
    expect(
      Object.keys(found)
        .filter((name) => !name.startsWith('odata'))
        .sort(),
    ).toEqual(['etag', 'partitionKey', 'rowKey', 'timestamp', ...Object.keys(values)].sort());
    expect(found.timestamp).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{7}Z$/);
    expect(found.etag).toBe(`W/"datetime'${encodeURIComponent(found.timestamp ?? '')}'"`);
    // What was given is the caller's own.
    (found.bytes as Uint8Array).fill(9);
    expect((await client.getEntity('p', 'a')).bytes).toEqual(Buffer.from([0, 1, 255]));
    const [page] = [(await client.listEntities().byPage().next()).value];
    expect(page[0].bytes).toEqual(Buffer.from([0, 1, 255]));
  });

  it('inserts once, replaces by the ETag that was read, and deletes', async () => {
    await client.submitTransaction([create('a', { old: 1 })]);
    expect(await refusal(client.submitTransaction([create('a')]))).toEqual(
      inTransaction(409, 'EntityAlreadyExists'),
    );
    const first = await etagOf('a');
    const { subResponses } = await client.submitTransaction([replace('a', first, { next: 2 })]);
    const second = await etagOf('a');
    expect(subResponses[0]?.etag).toBe(second);
    expect(second).not.toBe(first);
    expect(await client.getEntity('p', 'a')).not.toHaveProperty('old');
    for (const etag of [first, OLD])
      expect(await refusal(client.submitTransaction([replace('a', etag)]))).toEqual(
        inTransaction(412, 'UpdateConditionNotSatisfied'),
      );
    expect(await refusal(client.submitTransaction([replace('a', 'x')]))).toMatchObject({ statusCode: 400 });
    expect(await refusal(client.deleteEntity('p', 'a', { etag: first }))).toEqual(
      alone(412, 'UpdateConditionNotSatisfied'),
    );
    await client.submitTransaction([replace('a', '*')]);
    await client.deleteEntity('p', 'a', { etag: await etagOf('a') });
    for (const etag of ['*', second])
      expect(await refusal(client.submitTransaction([replace('a', etag)]))).toEqual(
        inTransaction(404, 'ResourceNotFound'),
      );
    expect(await refusal(client.submitTransaction([['delete', row('a')]]))).toEqual(
      inTransaction(404, 'ResourceNotFound'),
    );
  });

  it('merges or replaces one row, outside a transaction', async () => {
    await client.upsertEntity(row('a', { one: 1 }), 'Replace');
    await client.upsertEntity(row('a', { two: 2 }));
    await client.updateEntity(row('a', { three: 3 }), 'Merge', { etag: '*' });
    expect(await client.getEntity('p', 'a')).toMatchObject({ one: 1, two: 2, three: 3 });
    await client.upsertEntity(row('a', { four: 4 }), 'Replace');
    expect(await client.getEntity('p', 'a')).not.toHaveProperty('one');
    expect(await refusal(client.updateEntity(row('b'), 'Merge', { etag: '*' }))).toEqual(
      alone(404, 'ResourceNotFound'),
    );
  });

  it('gives each write an ETag of its own, however fast they come', async () => {
    const etags = new Set<string>();
    for (let at = 0; at < 50; at++) {
      const { subResponses } = await client.submitTransaction([upsert('a', { same: 1 })]);
      etags.add(subResponses[0]?.etag ?? '');
    }
    expect(etags.size).toBe(50);
  });

  describe('a transaction', () => {
    it('writes all or nothing', async () => {
      await client.submitTransaction([create('a', { n: 1 }), create('b')]);
      const before = await etagOf('a');
      const failing: TransactionAction[][] = [
        [create('c'), replace('a', before, { n: 2 }), ['delete', row('b')], create('b')],
        [create('c'), replace('a', '*', { n: 2 }), replace('none', '*')],
        [create('c'), ['delete', row('b')], replace('a', OLD, { n: 2 })],
        [create('c'), upsert('a', { n: 2 }), upsert('big', { n: 'x'.repeat(40_000) })],
      ];
      for (const actions of failing) {
        expect(await refusal(client.submitTransaction(actions))).toBeDefined();
        expect(await keys()).toEqual([['p/a', 'p/b']]);
        expect(await client.getEntity('p', 'a')).toMatchObject({ n: 1, etag: before });
      }
      await client.submitTransaction([create('c'), replace('a', before, { n: 2 }), ['delete', row('b')]]);
      expect(await keys()).toEqual([['p/a', 'p/c']]);
    });

    it('is of one partition, each row once, at most a hundred, 4 MiB', async () => {
      const many = (count: number) => Array.from({ length: count }, (_, at) => upsert(`r${at}`));
      const big = blocks(11);
      expect(await refusal(client.submitTransaction([upsert('a'), upsert('a')]))).toEqual(
        inTransaction(400, 'InvalidDuplicateRow'),
      );
      expect(await refusal(client.submitTransaction(many(101)))).toEqual(inTransaction(400, 'InvalidInput'));
      expect(await refusal(client.submitTransaction([...'abcde'].map((key) => upsert(key, big))))).toEqual(
        inTransaction(413, 'RequestBodyTooLarge'),
      );
      await expect(client.submitTransaction([upsert('a'), ['upsert', row('b', {}, 'q')]])).rejects.toThrow(
        'All operations in a transaction must target the same partitionKey',
      );
      await expect(client.submitTransaction([])).rejects.toThrow(TypeError);
      expect(await keys()).toEqual([[]]);
      await client.submitTransaction(many(100));
      await client.submitTransaction([...'abcd'].map((key) => upsert(key, big)));
      expect((await keys()).flat()).toHaveLength(104);
    });
  });

  it('takes a property of 64 KiB and a row of 1 MiB, and no more', async () => {
    const put = (more: object) => refusal(client.submitTransaction([upsert('a', more)]));
    const tooLarge = inTransaction(400, 'PropertyValueTooLarge');
    expect(await put({ a: 'å'.repeat(32_768) })).toBeUndefined();
    expect(await put({ a: 'å'.repeat(32_769) })).toEqual(tooLarge);
    expect(await put({ a: new Uint8Array(65_536) })).toBeUndefined();
    expect(await put({ a: new Uint8Array(65_537) })).toEqual(tooLarge);
    expect(await put(blocks(11))).toBeUndefined();
    expect(await put(blocks(17))).toEqual(inTransaction(400, 'EntityTooLarge'));
  });

  it('takes a key of 512 characters that could stand in an address, and no other', async () => {
    for (const key of ['', 'a%b', "a'b", 'å|~ 😀', 'x'.repeat(512)]) {
      await client.submitTransaction([create(key, { is: key })]);
      expect(await client.getEntity('p', key)).toMatchObject({ rowKey: key, is: key });
      await client.deleteEntity('p', key);
    }
    for (const key of ['a/b', 'a\\b', 'a#b', 'a?b', 'a\u0001', 'x'.repeat(513)])
      expect([key, await refusal(client.submitTransaction([create(key)]))]).toEqual([
        key,
        inTransaction(400, 'InvalidInput'),
      ]);
  });

  describe('a query', () => {
    beforeEach(async () => {
      const order = ['b', 'a', 'B', '~', '|', 'å', '10', '9', '1', 'a|1'];
      await client.submitTransaction(order.map((key) => create(key)));
      await client.submitTransaction(order.slice(0, 3).map((key) => ['create', row(key, {}, 'P')]));
      await client.submitTransaction([['create', row('x', {}, "it's")]]);
    });

    it('gives rows by partition and row key, as code units', async () => {
      expect(await keys()).toEqual([
        [
          ...['P/B', 'P/a', 'P/b', "it's/x"],
          ...['1', '10', '9', 'B', 'a', 'a|1', 'b', '|', '~', 'å'].map((key) => `p/${key}`),
        ],
      ]);
      const found: string[] = [];
      for await (const { rowKey } of client.listEntities()) found.push(rowKey ?? '');
      expect(found).toHaveLength(14);
    });

    it('keeps to its range and its pages', async () => {
      const range = "PartitionKey eq 'p' and RowKey ge '10' and RowKey lt 'a|2'";
      expect(await keys(range, 2)).toEqual([['p/10', 'p/9'], ['p/B', 'p/a'], ['p/a|1']]);
      expect(await keys(range, 5)).toEqual([['p/10', 'p/9', 'p/B', 'p/a', 'p/a|1']]);
      expect(await keys("PartitionKey eq 'it''s'")).toEqual([["it's/x"]]);
      expect(await keys("PartitionKey eq 'p' and RowKey gt '10' and RowKey le 'B'")).toEqual([
        ['p/9', 'p/B'],
      ]);
      expect(await keys("PartitionKey eq 'none'")).toEqual([[]]);
      expect((await keys(undefined, 3)).map((page) => page.length)).toEqual([3, 3, 3, 3, 2]);
    });

    it('goes on behind the page that was given, whatever comes and goes meanwhile', async () => {
      const pages = client
        .listEntities({ queryOptions: { filter: "PartitionKey eq 'p'" } })
        .byPage({ maxPageSize: 4 });
      const read = async () => (await pages.next()).value?.map(({ rowKey }: { rowKey?: string }) => rowKey);
      expect(await read()).toEqual(['1', '10', '9', 'B']);
      await client.deleteEntity('p', '10');
      await client.submitTransaction([create('0'), create('b2')]);
      expect(await read()).toEqual(['a', 'a|1', 'b', 'b2']);
      expect(await read()).toEqual(['|', '~', 'å']);
    });
  });

  it('passes each call through the policies of its pipeline, and does not make a call that one of them refuses', async () => {
    const seen: string[] = [];
    client.pipeline.addPolicy({
      name: 'count',
      sendRequest: (request, next) => {
        seen.push(request.method);
        if (seen.length === 4) throw new Error('The process died here.');
        return next(request);
      },
    });
    await client.submitTransaction([create('a')]);
    await client.getEntity('p', 'a');
    await keys(undefined, 1);
    await expect(client.deleteEntity('p', 'a')).rejects.toThrow('The process died here.');
    await client.deleteEntity('p', 'a');
    expect(seen).toEqual(['POST', 'GET', 'GET', 'DELETE', 'DELETE']);
  });

  it('lets one of two who write at once win', async () => {
    await client.submitTransaction([create('a')]);
    const etag = await etagOf('a');
    const tried = await Promise.all(
      [1, 2, 3].map((n) => refusal(client.submitTransaction([replace('a', etag, { n })]))),
    );
    expect(tried.filter((one) => one === undefined)).toHaveLength(1);
    const inserted = await Promise.all([1, 2, 3].map(() => refusal(client.submitTransaction([create('b')]))));
    expect(inserted.filter((one) => one === undefined)).toHaveLength(1);
  });

  it('carries what stands above it: outcomes of the bot’s own table', async () => {
    const table = new Table(client, (size) => randomBytes(size));
    expect(await table.write([{ kind: 'insert', row: row('a') }])).toBe('saved');
    expect(await table.write([{ kind: 'insert', row: row('a') }])).toBe('conflict');
    expect(await table.write([{ kind: 'replace', row: row('a'), etag: OLD }])).toBe('conflict');
    expect(await table.write([{ kind: 'replace', row: row('b'), etag: '*' }])).toBe('missing');
    expect(await table.get('p', 'b')).toBeUndefined();
    await table.remove('p', 'a', OLD);
    expect(await table.all({ partition: 'p', from: 'a', to: 'b' })).toHaveLength(1);
    await table.remove('p', 'a', '*');
    await table.remove('p', 'a', '*');
    expect(await table.all({ partition: 'p', from: 'a', to: 'b' })).toEqual([]);
  });
});

describe('the table client in memory', () => {
  let client: TableClient;
  beforeEach(async () => {
    client = memoryTables()('rows');
    await client.createTable();
  });
  const put = (more: object) => refusal(client.submitTransaction([upsert('a', more)]));

  it('refuses names and numbers of properties that Azure refuses, where Azurite is milder', async () => {
    for (const name of ['a b', '1a', 'a-b', 'a.b'])
      expect([name, await put({ [name]: 1 })]).toEqual([name, inTransaction(400, 'PropertyNameInvalid')]);
    expect(await put({ å_1: 1, ['x'.repeat(255)]: 1 })).toBeUndefined();
    expect(await put({ ['x'.repeat(256)]: 1 })).toEqual(inTransaction(400, 'PropertyNameTooLong'));
    const many = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, at]));
    expect(await put(many(252))).toBeUndefined();
    expect(await put(many(253))).toEqual(inTransaction(400, 'TooManyProperties'));
  });

  it('does not pretend to know what it does not: other values, other filters', async () => {
    for (const value of [1n, new Date(), Number.NaN, {}])
      await expect(put({ value })).rejects.toThrow('keeps no');
    const query = (filter: string) => client.listEntities({ queryOptions: { filter } }).byPage().next();
    for (const filter of ["v eq '1'", "PartitionKey ne 'p'", "PartitionKey eq 'p' or RowKey eq 'a'", 'x'])
      await expect(async () => query(filter)).rejects.toThrow('knows no such filter');
  });
});
