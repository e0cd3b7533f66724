import { randomBytes } from 'node:crypto';
import { containersWithString } from '../../src/storage/blobs/azureContainer';
import { BlobError, type Container } from '../../src/storage/blobs/container';
import { SealedFiles } from '../../src/storage/blobs/sealedFiles';
import { containerFaults, emptyContainer, fileCopies } from '../../src/storage/blobs/wholeContainer';
import { startBlobs, type TestTables } from '../support/azuriteServer';
import { memoryContainers } from '../support/memoryContainers';

const MIB = 1024 * 1024;
const random = (size: number): Uint8Array => randomBytes(size);
const place = (id: string) => ({ id, key: randomBytes(32).toString('base64') });
const namesOf = (container: Container) => fileCopies(container).names();

let server: TestTables;
beforeAll(async () => {
  server = await startBlobs();
});
afterAll(() => server.stop());

const caught = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

/** The same contract for both: Azure's own SDK against Azurite, and the one in memory that the other tests use. */
describe.each([
  ['Azurite', () => containersWithString(server.connectionString)],
  ['memory', () => memoryContainers()],
])('a container in %s', (_, connect) => {
  let container: Container;
  beforeAll(async () => {
    container = connect()(`c${randomBytes(6).toString('hex')}`);
    await container.create();
    await container.create();
  });

  it('keeps a blob as it was first written, lists it, and deletes it twice', async () => {
    await container.put('one', Buffer.from('först'));
    await container.put('one', Buffer.from('sedan'));
    await container.put('two', Buffer.alloc(0));
    expect(Buffer.from((await container.get('one')) ?? []).toString()).toBe('först');
    expect(await container.get('two')).toHaveLength(0);
    expect(await namesOf(container)).toEqual(['one', 'two']);
    await container.remove('one');
    await container.remove('one');
    expect(await container.get('one')).toBeUndefined();
    await emptyContainer(container);
    expect(await namesOf(container)).toEqual([]);
  });

  it('carries 20 MB, sealed: none of its bytes stand there, and only its own key and name open it', async () => {
    const files = new SealedFiles(container, random);
    const plain = Buffer.alloc(20 * MIB, 'Ett hot som går att känna igen. ');
    const mine = place('big');
    await files.put(mine, plain);
    const raw = Buffer.from((await container.get('big')) ?? []);
    expect(raw.length).toBeGreaterThan(plain.length);
    expect(raw.length % (32 * 1024)).toBe(1 + 12 + 16);
    for (let at = 0; at < plain.length; at += 1_997_001)
      expect(raw.includes(plain.subarray(at, at + 16))).toBe(false);
    expect(Buffer.from((await files.get(mine)) ?? []).equals(plain)).toBe(true);
    await expect(files.get({ ...place('big') })).rejects.toThrow('A seal does not hold');
    await container.put('elsewhere', raw);
    await expect(files.get({ ...mine, id: 'elsewhere' })).rejects.toThrow('A seal does not hold');
    await emptyContainer(container);
  });

  it('that is missing says so, and is never made by a start', async () => {
    const missing = connect()(`m${randomBytes(6).toString('hex')}`);
    expect(await containerFaults(container)).toEqual([]);
    const [fault] = await containerFaults(missing);
    expect(fault?.isLasting).toBe(true);
    expect(fault?.text).toContain('deploy infra/main.bicep again');
    const error = await caught(missing.put('x', Buffer.from('x')));
    expect(error).toBeInstanceOf(BlobError);
    expect(String(error)).toContain('ContainerNotFound');
    expect(await containerFaults(missing)).toHaveLength(1);
  });
});

it('a container that refuses names the role; one that does not answer may be waited for', async () => {
  const refusing = memoryContainers();
  const container = refusing('evidence');
  await container.create();
  refusing.refuse(1);
  expect((await containerFaults(container))[0]?.text).toContain('Storage Blob Data Contributor');
  const nowhere = containersWithString(
    server.connectionString.replace(/BlobEndpoint=[^;]+/, 'BlobEndpoint=http://127.0.0.1:9/devstoreaccount1'),
  )('evidence');
  expect(await containerFaults(nowhere)).toEqual([
    { isLasting: false, text: expect.stringContaining('does not answer') },
  ]);
});
