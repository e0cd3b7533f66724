import { createPublicKey, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TEAMS_CLIENTS } from '../../src/api/token';
import { CLOUDS, type Cloud } from '../../src/teams/clouds';
import type { Credentials } from '../../src/teams/credentials';

export const APP_ID = '7e57da7a-0000-4000-8000-00000000b07b';
export const TEAMS_APP_ID = '7e57da7a-0000-4000-8000-0000000057ac';
export const TAB_APP_ID = '7e57da7a-0000-4000-8000-0000000057ab';
export const OWN_TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';
export const IDENTITY_SECRET = 'only this machine knows it';

export const MANAGED: Credentials = {
  MicrosoftAppType: 'UserAssignedMsi',
  MicrosoftAppId: APP_ID,
  MicrosoftAppTenantId: OWN_TENANT,
};

const part = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

export const unsigned = (head: object, claims: object | string): string => `${part(head)}.${part(claims)}`;

export function signed(key: KeyObject, head: object, claims: object | string): string {
  const text = unsigned(head, claims);
  return `${text}.${createSign('RSA-SHA256').update(text).sign(key, 'base64url')}`;
}

/**
 * The connector's OpenID metadata and keys, and the endpoint of a managed identity, on loopback: the SDK's own check of
 * tokens runs against them as it does against the real ones.
 */
export async function startOpenId() {
  const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
  const own = pair();
  const other = pair();
  const asked: { url: string; secret: string | undefined }[] = [];
  const jwk = (key: KeyObject, kid: string, endorsements: readonly string[]) => ({
    ...createPublicKey(key.export({ type: 'pkcs1', format: 'pem' })).export({ format: 'jwk' }),
    kid,
    use: 'sig',
    endorsements,
  });
  const keys = [jwk(own.publicKey, 'own', ['msteams', 'webchat']), jwk(other.publicKey, 'web', ['webchat'])];
  let base = '';
  let isUp = true;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '', base);
    const answer = (body: object) => response.end(JSON.stringify(body));
    response.setHeader('content-type', 'application/json');
    if (url.pathname === '/msi') {
      asked.push({ url: url.search, secret: request.headers['x-identity-header'] as string | undefined });
      const expires = Math.floor(Date.now() / 1_000) + 3_600;
      return answer({ access_token: 'from-the-identity', expires_on: `${expires}`, token_type: 'Bearer' });
    }
    if (!isUp) response.statusCode = 503;
    return answer(url.pathname.endsWith('/keys') ? { keys } : { issuer: 'x', jwks_uri: `${base}/keys` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const cloud: Cloud = {
    ...CLOUDS.public,
    hosts: ['smba.trafficmanager.net'],
    allowsLoopback: true,
    openIdMetadata: `${base}/openid`,
    signIn: base,
  };
  const now = () => Math.floor(Date.now() / 1_000);
  const claims = (more: object = {}) => ({
    iss: cloud.issuer,
    aud: APP_ID,
    nbf: now() - 60,
    exp: now() + 3_600,
    ...more,
  });
  return {
    cloud,
    /** The requests to the managed identity. */
    asked,
    identityEndpoint: `${base}/msi`,
    keys: { own: own.privateKey, public: own.publicKey, other: other.privateKey },
    claims,
    /** A good token of a person for the tab, with claims and head replaced; `undefined` takes a claim out. */
    tabToken: (oid: string, more: object = {}, head: object = {}, key: KeyObject = own.privateKey) =>
      signed(
        key,
        { alg: 'RS256', typ: 'JWT', kid: 'own', ...head },
        {
          ...{ iss: `${base}/${OWN_TENANT}/v2.0`, aud: TAB_APP_ID, tid: OWN_TENANT, oid, ver: '2.0' },
          ...{
            scp: 'access_as_user',
            azp: TEAMS_CLIENTS[0],
            iat: now() - 60,
            nbf: now() - 60,
            exp: now() + 3_600,
            ...more,
          },
        },
      ),
    fail: () => {
      isUp = false;
    },
    /** A good token for calls of that service, with claims and head replaced. */
    token: (serviceUrl: string, more: object = {}, head: object = {}, key: KeyObject = own.privateKey) =>
      signed(
        key,
        { alg: 'RS256', typ: 'JWT', kid: 'own', ...head },
        claims({ serviceurl: serviceUrl, ...more }),
      ),
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type OpenId = Awaited<ReturnType<typeof startOpenId>>;

/** One directory for all tests of a file, by which the bot signs in too. @returns it, from the first test on */
export function usingOpenId(): () => OpenId {
  let openId: OpenId;
  beforeAll(async () => {
    openId = await startOpenId();
    process.env.IDENTITY_ENDPOINT = openId.identityEndpoint;
    process.env.IDENTITY_HEADER = 'test';
  });
  afterAll(() => openId.stop());
  return () => openId;
}
