import { type Activity, ActivityTypes, TeamsInfo, type TurnContext } from 'botbuilder';
import type { Bot } from '../app/bot';
import { faultOf } from '../app/fault';
import type { Caller, Log, Messenger } from '../app/ports';
import { render } from '../cards/render';
import type { View } from '../cards/views';
import { originOf } from './activities';

/** What the edge needs to say by itself; the words come from `content/`. */
export interface Words {
  fallback: string;
  summary: string;
  groupChat: string;
  trouble(id: string): View;
}

export interface HandlerOptions {
  bot: Bot;
  log: Log;
  /** Posts the cards: the SDK's own client would repeat a send unseen, or wait for ever. */
  messenger: Messenger;
  words: Words;
  /** Undefined in the sandbox: any tenant. */
  tenantId: string | undefined;
  /** An id for the log and the person, when something unexpected happens. */
  newId(): string;
  /** How long the look-up of a member may take, milliseconds. */
  timeoutMs: number;
}

type Turn = (context: TurnContext) => Promise<void>;

const cardOf = (view: View, words: Words) => render(view, { fallback: words.fallback, speak: words.summary });

const isPress = (activity: Activity): boolean =>
  activity.type === ActivityTypes.Message &&
  typeof activity.value === 'object' &&
  activity.value?.verb !== undefined;

/** Verb and data of an Action.Execute; of an Action.Submit that an old client sent instead. */
function pressIn(activity: Activity): { verb: string; data: unknown } {
  const action = activity.type === ActivityTypes.Invoke ? activity.value?.action : activity.value;
  return { verb: String(action?.verb ?? ''), data: action?.data ?? activity.value };
}

/** Posts a card as a new message; its id when it is known to have arrived. */
async function post(caller: Caller, view: View, options: HandlerOptions): Promise<string | undefined> {
  const { log, messenger, words } = options;
  const result = await messenger.send(caller.address, { card: cardOf(view, words), summary: words.summary });
  if (result.kind === 'sent') return result.activityId;
  log.warn({ person: caller.person, result: result.kind, code: result.code }, 'answerNotSent');
  return undefined;
}

/** The answer to an Action.Execute: always HTTP 200, with the card that takes the pressed one's place. */
const answerInvoke = (context: TurnContext, card: object) =>
  context.sendActivity({
    type: 'invokeResponse',
    value: {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card },
    },
  });

async function onMessage(context: TurnContext, caller: Caller, options: HandlerOptions): Promise<void> {
  const { activity } = context;
  if (isPress(activity)) {
    const { view } = await options.bot.pressed({
      caller,
      ...pressIn(activity),
      activityId: activity.replyToId,
    });
    await post(caller, view, options);
    return;
  }
  const answer = await options.bot.said(caller, activity.text ?? '');
  const id = await post(caller, answer.view, options);
  if (id) await answer.sent?.(id);
}

async function onInvoke(context: TurnContext, caller: Caller, options: HandlerOptions): Promise<void> {
  const { activity } = context;
  if (activity.name !== 'adaptiveCard/action') {
    await context.sendActivity({ type: 'invokeResponse', value: { status: 501 } });
    return;
  }
  const { view } = await options.bot.pressed({
    caller,
    ...pressIn(activity),
    activityId: activity.replyToId,
  });
  await answerInvoke(context, cardOf(view, options.words));
}

/** The member's e-mail, name and tenant, as Teams knows them; nothing when the look-up fails or is slow. */
async function memberOf(context: TurnContext, timeoutMs: number) {
  const slow = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), timeoutMs).unref());
  const found = TeamsInfo.getMember(context, context.activity.from.id).catch(() => undefined);
  return Promise.race([found, slow]);
}

async function onInstallation(context: TurnContext, caller: Caller, options: HandlerOptions): Promise<void> {
  const action = String(context.activity.action ?? '');
  if (action.startsWith('remove')) return options.bot.removed(caller);
  if (!action.startsWith('add')) return;
  const member = await memberOf(context, options.timeoutMs);
  const own = options.tenantId ?? caller.address.tenantId;
  const isOwnTenant = member?.tenantId !== undefined && member.tenantId.toLowerCase() === own?.toLowerCase();
  const email = member?.email ?? member?.userPrincipalName;
  const name = caller.name || member?.name || '';
  await options.bot.installed({ ...caller, name }, { email: email || undefined, isOwnTenant });
}

async function onPrivate(context: TurnContext, caller: Caller, options: HandlerOptions): Promise<void> {
  switch (context.activity.type) {
    case ActivityTypes.Message:
      return onMessage(context, caller, options);
    case ActivityTypes.Invoke:
      return onInvoke(context, caller, options);
    case ActivityTypes.InstallationUpdate:
      return onInstallation(context, caller, options);
    case ActivityTypes.ConversationUpdate:
      // Comes with the installation; nobody is greeted twice.
      return options.bot.met(caller);
    default:
      return;
  }
}

/** The one boundary for what nobody expected: logged with an id that the person is shown. */
async function guarded(
  context: TurnContext,
  caller: Caller,
  options: HandlerOptions,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (error) {
    const id = options.newId().slice(0, 8);
    options.log.error({ id, ...faultOf(error) }, 'turnFailed');
    const view = options.words.trouble(id);
    if (context.activity.type === ActivityTypes.Invoke)
      await answerInvoke(context, cardOf(view, options.words));
    else await post(caller, view, options);
  }
}

/** One activity: who and where, then the bot. */
export function createHandler(options: HandlerOptions): Turn {
  return async (context) => {
    const origin = originOf(context.activity, options.tenantId);
    if (origin.kind === 'private')
      return guarded(context, origin.caller, options, () => onPrivate(context, origin.caller, options));
    if (origin.kind === 'group' && context.activity.type === ActivityTypes.Message) {
      await context
        .sendActivity(options.words.groupChat)
        .catch((error: unknown) => options.log.warn(faultOf(error), 'sentenceNotSent'));
    }
    if (origin.kind === 'refused')
      options.log.warn({ why: origin.why, type: context.activity.type }, 'refused');
    if (context.activity.type === ActivityTypes.Invoke) {
      await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body: undefined } });
    }
  };
}
