import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import type { TokenCredential } from '@azure/identity';

/** Gives the client of a table by its name. */
export type Connect = (table: string) => TableClient;

/** A press must be answered within 5 seconds: a call that takes longer than this has failed. */
const TIMEOUT_MS = 4_000;

type Policy = NonNullable<TableServiceClientOptions['additionalPolicies']>[number];

/**
 * The SDK has no time-out, and waits as long as a busy server asks it to: here a call ends in time, its second try
 * included. Connections are kept open, for a new TLS connection costs more than the call.
 */
export const callPolicy = (agent: HttpAgent | HttpsAgent, timeout: number): Policy => ({
  position: 'perCall',
  policy: {
    name: 'trygghetsbotenCall',
    sendRequest: (request, next) => {
      request.agent = agent;
      request.abortSignal ??= AbortSignal.timeout(timeout);
      return next(request);
    },
  },
});

const keepAlive = { keepAlive: true };

/**
 * Options for every client of table storage, also for one that connects with a managed identity. Call it once for all
 * tables: they share its connections.
 * @param timeout milliseconds a call, its one retry included
 */
export const clientOptions = (isHttps: boolean, timeout = TIMEOUT_MS): TableServiceClientOptions => ({
  allowInsecureConnection: !isHttps,
  retryOptions: { maxRetries: 1, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 },
  additionalPolicies: [callPolicy(isHttps ? new HttpsAgent(keepAlive) : new HttpAgent(keepAlive), timeout)],
});

/** Connects with a connection string: Azurite, or an account with keys. */
export const connectWithString = (connectionString: string, timeout?: number): Connect => {
  const isHttps = !/=http[:;]|UseDevelopmentStorage=true/i.test(connectionString);
  const options = clientOptions(isHttps, timeout);
  return (table) => TableClient.fromConnectionString(connectionString, table, options);
};

/** Connects as an identity that may read and write rows: no key of the account is needed. */
export const connectWithIdentity = (endpoint: string, credential: TokenCredential): Connect => {
  const options = clientOptions(true);
  return (table) => new TableClient(endpoint, table, credential, options);
};
