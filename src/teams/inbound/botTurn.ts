import type { CloudAdapter, Activity as SdkActivity, TurnContext } from 'botbuilder';
import type { Activity } from './activity';

/** The SDK's result of checking a token: the claims of the caller. */
export type Proof = Exclude<Parameters<CloudAdapter['processActivityDirect']>[0], string>;

/** The one thing that is done by the SDK's own connector client. */
export interface BotTurn {
  /** Writes a sentence in the chat that the activity came from. */
  say(proof: Proof, activity: Activity, text: string): Promise<void>;
}

/** The work's result, or undefined when the time (milliseconds) is up first. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

/** The activity for the SDK: the fields that were checked, and no other. */
const sdkActivityOf = (activity: Activity): SdkActivity =>
  ({
    type: activity.type,
    id: activity.id,
    channelId: 'msteams',
    serviceUrl: activity.serviceUrl,
    from: { id: activity.from.id, name: activity.from.name, aadObjectId: activity.from.aadObjectId },
    recipient: { id: activity.recipientId, name: '' },
    conversation: { id: activity.conversation.id, tenantId: activity.tenantId },
  }) as SdkActivity;

/** A sentence by the SDK's adapter, within `timeoutMs`. */
export function createBotTurn(adapter: CloudAdapter, timeoutMs: number): BotTurn {
  const inTurn = (proof: Proof, activity: Activity, work: (context: TurnContext) => Promise<void>) =>
    within(timeoutMs, adapter.processActivityDirect(proof, sdkActivityOf(activity), work));

  return {
    async say(proof, activity, text) {
      await inTurn(proof, activity, async (context) => {
        await context.sendActivity(text);
      });
    },
  };
}
