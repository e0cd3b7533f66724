import { createSign, generateKeyPairSync } from 'node:crypto';
import type { OwnTab } from '../compose/tab';
import type { Persona } from '../content/sandbox/sample';
import type { ExtraRoute } from '../teams/inbound/server';

/** An issuer that no token of the world has; production takes only Entra's. */
const ISSUER = 'https://sandbox.invalid/';
const AUDIENCE = '7e57da7a-0000-4000-8000-0000000057ab';
/** The stage asks for tokens as Teams would. */
const CLIENT = 'stage';
const KEY = 'sandbox';
/** Seconds that a token lasts. */
const LASTS = 3_600;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * The sandbox's own issuer of tokens: a key that is made at the start and never leaves the process. What it issues goes
 * through the same check as a token of Entra.
 */
/** The people of the sandbox, and where its server is reached. */
interface Stage {
  url: string;
  personas: readonly Persona[];
}

export function openTokens(
  tenant: string,
  { url, personas }: Stage,
): { tab: OwnTab; token(person: string, nowMs: number): string } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KEY, use: 'sig', alg: 'RS256' };
  return {
    tab: {
      trust: {
        issuer: ISSUER,
        audience: AUDIENCE,
        tenant,
        clients: [CLIENT],
        keys: { local: { keys: [jwk] } },
      },
      frames: "'self'",
      link: (person, page) => {
        const key = personas.find(({ userId }) => userId === person)?.key ?? '';
        return `${url}/tab?as=${key}&page=${page}`;
      },
    },
    token(person, nowMs) {
      const iat = Math.floor(nowMs / 1_000);
      const claims = {
        iss: ISSUER,
        aud: AUDIENCE,
        tid: tenant,
        oid: person,
        ver: '2.0',
        scp: 'access_as_user',
        azp: CLIENT,
      };
      const text = `${part({ alg: 'RS256', typ: 'JWT', kid: KEY })}.${part({ ...claims, iat, exp: iat + LASTS })}`;
      return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
    },
  };
}

/** `GET /sandbox/token/<persona>`: a token of an invented person. */
export const tokenRoutes = (personas: readonly Persona[], token: (person: string) => string): ExtraRoute[] =>
  personas.map(({ key, userId }) => ({
    method: 'GET',
    path: `/sandbox/token/${key}`,
    handle: async () => ({ status: 200, body: { token: token(userId) } }),
  }));
