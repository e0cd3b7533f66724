import {
  type Activity,
  ActivityTypes,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import type { RealClock } from '../../app/ports/runtime';
import type { Cloud } from '../clouds';
import { type Credentials, named } from '../outbound/credentials';
import type { Incoming } from './activity';
import { faultIn } from './token';

/** Says that the SDK has checked who calls. */
export type Proof = Exclude<Parameters<CloudAdapter['processActivityDirect']>[0], string>;

/** Which of the connector's services has called, as its token says; undefined in the sandbox, where nobody is checked. */
export type Verdict =
  | { kind: 'known'; serviceUrl: string | undefined; proof: Proof }
  | { kind: 'refused'; status: 401 | 403 | 503; why: string };

/** A member as Teams knows them. */
export type Member = Awaited<ReturnType<typeof TeamsInfo.getMember>>;

/** What only the SDK can do. */
export interface Teams {
  /** Looks at the token alone: nobody's body is read before. */
  check(authorization: string | undefined): Promise<Verdict>;
  /** Writes a sentence in the chat that the activity came from. */
  say(proof: Proof, activity: Incoming, text: string): Promise<void>;
  member(proof: Proof, activity: Incoming): Promise<Member | undefined>;
}

export interface TeamsOptions {
  /** Undefined: the sandbox, where nobody is checked. */
  credentials: Credentials | undefined;
  cloud: Cloud;
  realNow: RealClock;
  /** How long the keys of the connector, a sentence or a look-up may take, milliseconds. */
  timeoutMs: number;
}

/** All of them or none: with a part of them the SDK would check against nothing. */
const settingsOf = (cloud: Cloud) => ({
  ToChannelFromBotLoginUrl: cloud.loginUrl,
  ToChannelFromBotOAuthScope: cloud.scope,
  ToBotFromChannelTokenIssuer: cloud.issuer,
  ToBotFromChannelOpenIdMetadataUrl: cloud.openIdMetadata,
  ToBotFromEmulatorOpenIdMetadataUrl: cloud.emulatorMetadata,
  OAuthUrl: cloud.oauthUrl,
  ValidateAuthority: true,
});

/** The work's result, or undefined when the time is up first. */
async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The activity as the SDK needs it: what was checked, and nothing else of what came. */
const activityOf = (incoming: Incoming): Activity =>
  ({
    type: incoming.type,
    id: incoming.id,
    channelId: 'msteams',
    serviceUrl: incoming.serviceUrl,
    from: { id: incoming.from.id, name: incoming.from.name, aadObjectId: incoming.from.aadObjectId },
    recipient: { id: incoming.recipientId, name: '' },
    conversation: { id: incoming.conversation.id, tenantId: incoming.tenantId },
  }) as Activity;

/** Only the channel: which service it is the token says, and whoever reads the body compares the two. */
const ANYTHING = { type: ActivityTypes.Message, channelId: 'msteams' } as Activity;

/** The keys could not be had, or the token is wrong: the SDK's errors do not tell the two apart by themselves. */
function faultKind(error: unknown): 'noKeys' | 'wrong' {
  const { name, statusCode } = (typeof error === 'object' && error ? error : {}) as Readonly<
    Record<'name' | 'statusCode', unknown>
  >;
  return name === 'FetchError' || name === 'SyntaxError' || statusCode === 500 ? 'noKeys' : 'wrong';
}

const serviceIn = (proof: Proof): string => {
  const claim = proof.claimsIdentity.getClaimValue('serviceurl');
  return typeof claim === 'string' ? claim : '';
};

/** The SDK's adapter: checks who calls. Without credentials (the sandbox) nobody is checked. */
export function createTeams({ credentials, cloud, realNow, timeoutMs }: TeamsOptions): Teams {
  const authentication = new ConfigurationBotFrameworkAuthentication(
    credentials ? { ...named(credentials), ...settingsOf(cloud) } : {},
  );
  const adapter = new CloudAdapter(authentication);
  const wanted = credentials && {
    issuer: cloud.issuer,
    audience: credentials.MicrosoftAppId,
    tenants: [credentials.MicrosoftAppTenantId],
  };

  async function check(authorization: string | undefined): Promise<Verdict> {
    const fault = wanted && faultIn(authorization, wanted, realNow() / 1_000);
    if (fault) return { kind: 'refused', status: 401, why: fault };
    const work = authentication.authenticateRequest(ANYTHING, authorization ?? '');
    const proof = await within(timeoutMs, work).catch(faultKind);
    if (proof === 'wrong') return { kind: 'refused', status: 401, why: 'signature' };
    if (proof === 'noKeys' || !proof) return { kind: 'refused', status: 503, why: 'noKeys' };
    if (!wanted) return { kind: 'known', serviceUrl: undefined, proof };
    const serviceUrl = serviceIn(proof);
    if (serviceUrl === '') return { kind: 'refused', status: 403, why: 'service' };
    return { kind: 'known', serviceUrl, proof };
  }

  const inTurn = (proof: Proof, activity: Incoming, work: (context: TurnContext) => Promise<void>) =>
    within(timeoutMs, adapter.processActivityDirect(proof, activityOf(activity), work));

  return {
    check,
    async say(proof, activity, text) {
      await inTurn(proof, activity, async (context) => {
        await context.sendActivity(text);
      });
    },
    async member(proof, activity) {
      let found: Member | undefined;
      const look = inTurn(proof, activity, async (context) => {
        found = await TeamsInfo.getMember(context, activity.from.id);
      });
      await look.catch(() => undefined);
      return found;
    },
  };
}
