interface Server {
  start(): Promise<void>;
  close(): Promise<void>;
  getHttpServerAddress(): string;
}

/** Azurite's well-known account; its key is public. */
const ACCOUNT = 'devstoreaccount1';
const KEY = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

export interface TestTables {
  connectionString: string;
  stop(): Promise<void>;
}

/** Azurite ships no types. Loaded when one is started: it is large, and most tests keep their tables in memory. */
function load() {
  const { default: TableServer }: { default: new (configuration: object) => Server } =
    require('azurite/dist/src/table/TableServer');
  const { default: TableConfiguration }: { default: new (...settings: unknown[]) => object } =
    require('azurite/dist/src/table/TableConfiguration');
  return { TableServer, TableConfiguration };
}

/** @param file where it is kept on disk, written when it stops; undefined: in memory only */
const settings = (file: string | undefined): unknown[] => [
  '127.0.0.1',
  0, // any free port
  5,
  file ?? 'unused.json',
  false, // debug log
  false, // access log
  undefined,
  undefined,
  false, // loose
  true, // skip the check of the API version: the SDK is newer
  undefined,
  undefined,
  undefined,
  undefined,
  true, // no product-style addresses
  file === undefined, // in memory
];

/** Starts a real blob server in this process, on a port of its own, empty and in memory. */
export const startBlobs = async (): Promise<TestTables> => {
  const { default: BlobServer }: { default: new (configuration: object) => Server } =
    require('azurite/dist/src/blob/BlobServer');
  const { default: BlobConfiguration }: { default: new (...given: unknown[]) => object } =
    require('azurite/dist/src/blob/BlobConfiguration');
  const configuration = new BlobConfiguration('127.0.0.1', 0);
  Object.assign(configuration, {
    isMemoryPersistence: true,
    enableDebugLog: false,
    enableAccessLog: false,
    skipApiVersionCheck: true,
    disableProductStyleUrl: true,
  });
  const server = new BlobServer(configuration);
  await server.start();
  const endpoint = `${server.getHttpServerAddress()}/${ACCOUNT}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};BlobEndpoint=${endpoint};`,
    stop: () => server.close(),
  };
};

/** Starts a real table server in this process, on a port of its own, empty. */
export const startTables = async (file?: string): Promise<TestTables> => {
  const { TableServer, TableConfiguration } = load();
  const server = new TableServer(new TableConfiguration(...settings(file)));
  await server.start();
  const endpoint = `${server.getHttpServerAddress()}/${ACCOUNT}`;
  return {
    connectionString: `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT};AccountKey=${KEY};TableEndpoint=${endpoint};`,
    stop: () => server.close(),
  };
};
