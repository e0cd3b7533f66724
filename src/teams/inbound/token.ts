/** The claims that a token must have before its signature is checked. */
export interface Wanted {
  issuer: string;
  audience: string;
  /** Tenants that a token may name. The SDK would add any other to the issuers that it trusts, for ever. */
  tenants: readonly string[];
}

/** Characters of the longest header: longer than any that the connector sends. */
const MOST_LETTERS = 8_192;
const SKEW_SECONDS = 300;
const ALGORITHMS: ReadonlySet<unknown> = new Set(['RS256', 'RS384', 'RS512']);

type Part = Readonly<Record<string, unknown>>;

function partOf(text: string): Part | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Part) : undefined;
  } catch {
    return undefined;
  }
}

const isInTime = ({ exp, nbf }: Part, now: number): boolean =>
  typeof exp === 'number' &&
  exp + SKEW_SECONDS > now &&
  (nbf === undefined || (typeof nbf === 'number' && nbf - SKEW_SECONDS <= now));

/**
 * The fault of a token, without its signature; undefined: its signature is worth checking. It keeps the SDK from its
 * other ways in (emulator, skills), which trust more issuers and check less.
 * @param header the `Authorization` header
 * @param seconds the time now, since 1970
 */
export function faultIn(header: string | undefined, wanted: Wanted, seconds: number): string | undefined {
  if (!header) return 'noToken';
  if (header.length > MOST_LETTERS) return 'form';
  const found = /^Bearer ([\w-]+)\.([\w-]+)\.([\w-]+)$/.exec(header);
  const head = partOf(found?.[1] ?? '');
  const claims = partOf(found?.[2] ?? '');
  if (!head || !claims) return 'form';
  if (!ALGORITHMS.has(head.alg) || typeof head.kid !== 'string') return 'algorithm';
  if (claims.iss !== wanted.issuer) return 'issuer';
  if (claims.aud !== wanted.audience) return 'audience';
  if (claims.tid !== undefined && !wanted.tenants.some((tenant) => tenant === claims.tid)) return 'tenant';
  return isInTime(claims, seconds) ? undefined : 'time';
}
