import { constants, createPublicKey, generateKeyPairSync, type KeyObject, privateDecrypt } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { VaultOptions } from '../../src/storage/sealing/keyVaultWrap';

/** Where the SDK believes it calls: it insists on https and on a challenge of this domain. */
export const VAULT = 'https://trygg.vault.azure.net';
export const KEY_ID = `${VAULT}/keys/wrapping`;
const USUAL_TOKEN = 'token of the bot';

const body = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

/**
 * A key vault on loopback, which speaks the calls that the real SDK makes: its challenge, a key's public half, unwrapping.
 * Its connections are plain ones that the SDK takes for TLS.
 * @param token that it lets in
 */
export async function startVault(token = USUAL_TOKEN) {
  const versions: { version: string; privateKey: KeyObject }[] = [];
  const calls: string[] = [];
  let isDown = false;

  const addVersion = (): string => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const version = String(versions.length + 1).padStart(32, 'a');
    versions.push({ version, privateKey });
    return version;
  };
  addVersion();

  const keyOf = (version: string) => {
    const found = version ? versions.find((one) => one.version === version) : versions.at(-1);
    if (!found) return undefined;
    const jwk = createPublicKey(found.privateKey).export({ format: 'jwk' });
    return {
      found,
      shown: { ...jwk, kid: `${KEY_ID}/${found.version}`, key_ops: ['wrapKey', 'unwrapKey'] },
    };
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await body(request);
    // restify changes `writeHead` of all servers of a process.
    const send = (status: number, value: object, headers: Record<string, string> = {}) => {
      response.statusCode = status;
      for (const [name, header] of Object.entries(headers)) response.setHeader(name, header);
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(value));
    };
    if (isDown) {
      send(503, { error: { code: 'Down', message: 'down' } }, { 'retry-after': '0' });
      return;
    }
    if (request.headers.authorization !== `Bearer ${token}`) {
      const challenge =
        'Bearer authorization="https://login.microsoftonline.com/7e57da7a-0000-4000-8000-00000000aaaa", ' +
        'resource="https://vault.azure.net"';
      send(401, {}, { 'www-authenticate': challenge });
      return;
    }
    const [, , , version = '', what] = new URL(request.url ?? '', VAULT).pathname.split('/');
    const key = keyOf(version);
    calls.push(`${request.method} ${what ?? 'key'}`);
    if (!key) send(404, { error: { code: 'KeyNotFound', message: 'no such version' } });
    else if (what === 'unwrapkey') {
      const { alg, value } = JSON.parse(text);
      if (alg !== 'RSA-OAEP-256') throw new Error(`The vault was asked for ${alg}.`);
      const padding = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };
      const plain = privateDecrypt(
        { ...padding, key: key.found.privateKey },
        Buffer.from(value, 'base64url'),
      );
      send(200, { kid: key.shown.kid, value: plain.toString('base64url') });
    } else send(200, { key: key.shown, attributes: { enabled: true } });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const agent = new Agent();
  agent.createConnection = () => connect(port, '127.0.0.1');

  return {
    /** Calls that were let in, such as `POST unwrapkey`. */
    calls,
    /** Where it really listens. */
    url: `http://127.0.0.1:${port}`,
    addVersion,
    versions: () => versions.map(({ version }) => version),
    removeVersion: (version: string) => {
      versions.splice(0, versions.length, ...versions.filter((one) => one.version !== version));
    },
    goDown: () => {
      isDown = true;
    },
    comeBack: () => {
      isDown = false;
    },
    options: (realNow: () => number): Omit<VaultOptions, 'kept'> => ({
      keyId: KEY_ID,
      credential: {
        getToken: async () => ({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
      },
      realNow,
      agent,
    }),
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export type FakeVault = Awaited<ReturnType<typeof startVault>>;
