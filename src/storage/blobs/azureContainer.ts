import type { TokenCredential } from '@azure/identity';
import type { ContainerClient, StoragePipelineOptions } from '@azure/storage-blob';
import { BlobError, type ConnectContainer, type Container } from './container';

type Sdk = typeof import('@azure/storage-blob');

/** Milliseconds a call that carries no bytes. */
const TIMEOUT_MS = 4_000;
/** Milliseconds a call that carries a whole file, its one retry included. */
const CARRY_MS = 20_000;

const isMissing = (error: unknown): boolean =>
  error instanceof BlobError && error.status === 404 && error.code !== 'ContainerNotFound';

/** The SDK keeps its connections open by itself. */
const OPTIONS: StoragePipelineOptions = {
  retryOptions: { maxTries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 },
};

/** A container of Azure's blob service, or of Azurite's. The SDK is loaded at the first call: most starts never need it. */
class AzureContainer implements Container {
  private opened: ContainerClient | undefined;

  constructor(
    readonly name: string,
    private readonly open: (sdk: Sdk) => ContainerClient,
  ) {}

  create(): Promise<void> {
    return this.guard('create container', async (client) => {
      await client.createIfNotExists({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) });
    });
  }

  put(blob: string, bytes: Uint8Array): Promise<void> {
    return this.guard('write', async (client) => {
      const abortSignal = AbortSignal.timeout(CARRY_MS);
      // Names are random: one that is there is this very write, whose answer was lost.
      const upload = client
        .getBlockBlobClient(blob)
        .upload(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), bytes.length, {
          conditions: { ifNoneMatch: '*' },
          abortSignal,
        });
      await upload.catch((error: unknown) => {
        if (new BlobError('', '', error).status !== 409) throw error;
      });
    });
  }

  async get(blob: string): Promise<Uint8Array | undefined> {
    try {
      return await this.guard('read', (client) =>
        client
          .getBlobClient(blob)
          .downloadToBuffer(0, undefined, { abortSignal: AbortSignal.timeout(CARRY_MS) }),
      );
    } catch (error) {
      if (isMissing(error)) return undefined;
      throw error;
    }
  }

  async remove(blob: string): Promise<void> {
    try {
      await this.guard('delete', (client) =>
        client.getBlobClient(blob).delete({ abortSignal: AbortSignal.timeout(TIMEOUT_MS) }),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async *names(): AsyncGenerator<string> {
    const pages = await this.guard('list', async (client) =>
      client.listBlobsFlat({ abortSignal: AbortSignal.timeout(CARRY_MS) }).byPage({ maxPageSize: 1_000 }),
    );
    for (;;) {
      const page = await this.guard('list', () => pages.next());
      if (page.done) return;
      for (const { name } of page.value.segment.blobItems) yield name;
    }
  }

  private async guard<T>(doing: string, call: (client: ContainerClient) => Promise<T>): Promise<T> {
    try {
      this.opened ??= this.open(require('@azure/storage-blob') as Sdk);
      return await call(this.opened);
    } catch (error) {
      throw new BlobError(this.name, doing, error);
    }
  }
}

/** Connects with a connection string: Azurite, or an account with keys. */
export const containersWithString =
  (connectionString: string): ConnectContainer =>
  (name) =>
    new AzureContainer(name, (sdk) => new sdk.ContainerClient(connectionString, name, OPTIONS));

/** Connects as an identity that may read and write files in the container: no key of the account is needed. */
export const containersWithIdentity =
  (endpoint: string, credential: TokenCredential): ConnectContainer =>
  (name) =>
    new AzureContainer(
      name,
      (sdk) => new sdk.ContainerClient(`${endpoint.replace(/\/+$/, '')}/${name}`, credential, OPTIONS),
    );
