import {
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity as SdkActivity,
} from 'botbuilder';
import type { RealClock } from '../../app/ports/runtime';
import type { Cloud } from '../clouds';
import { type Credentials, credentialsOnly } from '../credentials';
import { type BotTurn, createBotTurn, type Proof, within } from './botTurn';
import { withoutSdkLines } from './sdkConsole';
import { faultIn, type Wanted } from './token';

/**
 * The outcome of checking a token. `serviceUrl`: the connector service that the token names; undefined in the sandbox,
 * where nobody is checked. `why`: for the log only.
 */
export type Verdict =
  | { kind: 'known'; serviceUrl: string | undefined; proof: Proof }
  | { kind: 'refused'; status: 401 | 403 | 503; why: string };

/** The SDK's part of the work: check a caller, write a sentence. */
export interface Teams extends BotTurn {
  /** Checks the `Authorization` header alone: no body is read before. */
  check(authorization: string | undefined): Promise<Verdict>;
}

export interface TeamsOptions {
  /** Undefined: the sandbox, where nobody is checked. */
  credentials: Credentials | undefined;
  cloud: Cloud;
  realNow: RealClock;
  /** The longest time, in milliseconds, for the connector's keys or a sentence. */
  timeoutMs: number;
}

/** The SDK's settings of a cloud. All of them or none: with a part of them the SDK would check against nothing. */
const settingsOf = (cloud: Cloud) => ({
  ToChannelFromBotLoginUrl: cloud.loginUrl,
  ToChannelFromBotOAuthScope: cloud.scope,
  ToBotFromChannelTokenIssuer: cloud.issuer,
  ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
  ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorMetadata,
  OAuthUrl: cloud.oauthUrl,
  ValidateAuthority: true,
});

/** An activity that names the channel and nothing else: the door compares the token's service with the real one. */
const ANY_ACTIVITY = { type: ActivityTypes.Message, channelId: 'msteams' } as SdkActivity;

/** Whether the connector's keys could not be fetched or the token is wrong: the SDK throws for both. */
function faultKind(error: unknown): 'noKeys' | 'wrong' {
  const { name, statusCode } = (typeof error === 'object' && error ? error : {}) as Readonly<
    Record<'name' | 'statusCode', unknown>
  >;
  return name === 'FetchError' || name === 'SyntaxError' || statusCode === 500 ? 'noKeys' : 'wrong';
}

/** The service that the token names; '' when it names none. */
const serviceIn = (proof: Proof): string => {
  const claim = proof.claimsIdentity.getClaimValue('serviceurl');
  return typeof claim === 'string' ? claim : '';
};

/** The claims that a token must have: this cloud's issuer, this bot, its own tenant. Undefined in the sandbox. */
const wantedOf = ({ credentials, cloud }: TeamsOptions): Wanted | undefined =>
  credentials && {
    issuer: cloud.issuer,
    audience: credentials.MicrosoftAppId,
    tenants: [credentials.MicrosoftAppTenantId],
  };

/** The SDK's adapter. Without credentials (the sandbox) nobody is checked. */
export function createTeams(options: TeamsOptions): Teams {
  const { credentials, cloud, realNow, timeoutMs } = options;
  const wanted = wantedOf(options);
  const authentication = new ConfigurationBotFrameworkAuthentication(
    credentials ? { ...credentialsOnly(credentials), ...settingsOf(cloud) } : {},
  );

  async function check(authorization: string | undefined): Promise<Verdict> {
    const fault = wanted && faultIn(authorization, wanted, realNow() / 1_000);
    if (fault) return { kind: 'refused', status: 401, why: fault };
    const work = withoutSdkLines(() => authentication.authenticateRequest(ANY_ACTIVITY, authorization ?? ''));
    const proof = await within(timeoutMs, work).catch(faultKind);
    if (proof === 'wrong') return { kind: 'refused', status: 401, why: 'signature' };
    if (proof === 'noKeys' || !proof) return { kind: 'refused', status: 503, why: 'noKeys' };
    if (!wanted) return { kind: 'known', serviceUrl: undefined, proof };
    const serviceUrl = serviceIn(proof);
    if (serviceUrl === '') return { kind: 'refused', status: 403, why: 'service' };
    return { kind: 'known', serviceUrl, proof };
  }

  return { check, ...createBotTurn(new CloudAdapter(authentication), timeoutMs) };
}
