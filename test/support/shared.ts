import { randomBytes } from 'node:crypto';
import { type KeyWrap, newWrappingKey, rsaWrap } from '../../src/storage/sealing/keyWrap';
import { startTables, type TestTables } from './azuriteServer';

/** The part that a whole run shares: made once before the first test, passed to the workers by their environment. */
const CONNECTION = 'TEST_TABLES_CONNECTION_STRING';
const KEY = 'TEST_WRAPPING_KEY';

let tables: TestTables | undefined;

/** Jest's `globalSetup`. */
export default async function begin(): Promise<void> {
  const [server, key] = await Promise.all([startTables(), newWrappingKey()]);
  tables = server;
  process.env[CONNECTION] = server.connectionString;
  process.env[KEY] = key;
}

export const end = async (): Promise<void> => tables?.stop();

const given = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: this runs under Jest only.`);
  return value;
};

/** Connection string of the run's one table server. Whoever uses it takes a table prefix of their own. */
export const sharedTables = (): string => given(CONNECTION);

/** The run's one wrapping key, RSA 3072 as PEM. */
export const sharedKey = (): string => given(KEY);

const unwrapped = new Map<string, Promise<Uint8Array>>();

/**
 * Wraps with the run's key. A routine's weeks unwrap the same few keys every five minutes of its clock, at three milliseconds
 * each: here each is unwrapped once.
 */
export function sharedWrap(): KeyWrap {
  const wrap = rsaWrap(sharedKey());
  return {
    ...wrap,
    unwrap(wrapped) {
      const name = Buffer.from(wrapped.bytes).toString('base64');
      const known = unwrapped.get(name) ?? wrap.unwrap(wrapped);
      unwrapped.set(name, known);
      return known;
    },
  };
}

/** A table prefix that nothing else in the run has. */
export const ownPrefix = (): string => `t${randomBytes(8).toString('hex')}`;
