import type { JSONWebKeySet, JWTPayload } from 'jose';

/** The tokens that the tab is let in by. */
export interface TabTrust {
  issuer: string;
  /** The client id of the app registration that signs people in. */
  audience: string;
  tenant: string;
  /** The apps that may ask for a token on a person's behalf, by client id. */
  clients: readonly string[];
  /** Where the issuer publishes its keys, or the keys themselves (sandbox and tests). */
  keys: { url: string } | { local: JSONWebKeySet };
}

/** The person of a token, or why it is refused: `status` 503 where the keys could not be had. */
export type TokenVerdict =
  | { kind: 'known'; person: string }
  | { kind: 'refused'; status: 401 | 503; why: string };

/** Teams on desktop and telephone, and Teams on the web: the two that install-teams.md authorises. */
export const TEAMS_CLIENTS = ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'];

/** Milliseconds, real time. */
interface Clock {
  realNow(): number;
  timeoutMs: number;
}

/** Characters of the longest header: longer than any that Teams sends. */
const LONGEST_HEADER = 8_192;
const SKEW = 300;
/** The one way of signing that is taken. */
const ONLY = 'RS256';
/** The scope that the app registration offers to Teams. */
const SCOPE = 'access_as_user';
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const refused = (why: string, status: 401 | 503 = 401): TokenVerdict => ({ kind: 'refused', status, why });

/** Faults of a signed token's claims beside those that `jwtVerify` finds. */
function faultIn(claims: JWTPayload, { tenant, clients }: TabTrust): string | undefined {
  if (claims.tid !== tenant) return 'tenant';
  if (claims.ver !== '2.0') return 'version';
  if (typeof claims.scp !== 'string' || !claims.scp.split(' ').includes(SCOPE)) return 'scope';
  // Another app of the tenant to which somebody has consented speaks for nobody here.
  if (typeof claims.azp !== 'string' || !clients.includes(claims.azp)) return 'client';
  // A guest of the tenant: the account is another organisation's.
  if (claims.acct === 1 || (claims.idp !== undefined && claims.idp !== claims.iss)) return 'guest';
  return typeof claims.oid === 'string' && GUID.test(claims.oid) ? undefined : 'person';
}

type Jose = typeof import('jose');
type Keys = import('jose').JWTVerifyGetKey;

const keysOf = (jose: Jose, { keys }: TabTrust, timeoutMs: number): Keys =>
  'local' in keys
    ? jose.createLocalJWKSet(keys.local)
    : jose.createRemoteJWKSet(new URL(keys.url), { timeoutDuration: timeoutMs });

/** Whether an error says that the keys could not be had, and nothing of the token. */
function isWithoutKeys(jose: Jose, error: unknown): boolean {
  if (!(error instanceof jose.errors.JOSEError)) return true;
  const { code } = error;
  return code === 'ERR_JWKS_TIMEOUT' || code === 'ERR_JWKS_INVALID' || code === 'ERR_JOSE_GENERIC';
}

/**
 * The check of a token. Loaded with the first that comes: a bot without a tab never loads it.
 * @returns a function of the `Authorization` header
 */
export function createTokenCheck(trust: TabTrust, { realNow, timeoutMs }: Clock) {
  let loading: Promise<{ jose: Jose; keys: Keys }> | undefined;
  const load = () => {
    loading ??= import('jose').then((jose) => ({ jose, keys: keysOf(jose, trust, timeoutMs) }));
    return loading;
  };
  return async (header: string | undefined): Promise<TokenVerdict> => {
    if (!header) return refused('noToken');
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(header)?.[1];
    if (!token || header.length > LONGEST_HEADER) return refused('form');
    const { jose, keys } = await load();
    try {
      const { payload } = await jose.jwtVerify(token, keys, {
        algorithms: [ONLY],
        issuer: trust.issuer,
        audience: trust.audience,
        clockTolerance: SKEW,
        currentDate: new Date(realNow()),
        requiredClaims: ['exp', 'iat', 'oid', 'tid'],
      });
      const why = faultIn(payload, trust);
      return why ? refused(why) : { kind: 'known', person: String(payload.oid) };
    } catch (error) {
      return isWithoutKeys(jose, error) ? refused('noKeys', 503) : refused('signature');
    }
  };
}
