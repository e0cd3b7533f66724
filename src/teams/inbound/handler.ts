import type { Bot, Caller } from '../../app/bot';
import type { Messenger } from '../../app/ports/messenger';
import type { Log } from '../../app/ports/runtime';
import { faultOf } from '../../app/runtime/failures';
import { render } from '../../cards/adaptiveCard';
import type { View } from '../../cards/view';
import type { Activity } from './activity';
import type { Teams } from './authentication';
import type { Proof } from './botTurn';
import { guestCard, slowCard } from './doorCards';
import type { Guests } from './guests';
import type { Origin } from './origin';
import { isUrgentPress, isUrgentText, type RateLimit } from './rateLimit';

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
  teams: Pick<Teams, 'say' | 'member'>;
  /** Posts the cards: the SDK's own client would repeat a send unseen, or wait for ever. */
  messenger: Messenger;
  limit: RateLimit;
  guests: Guests;
  words: Words;
  /** Undefined in the sandbox: any tenant. */
  tenantId: string | undefined;
  /** An id for the log and the person, when something unexpected happens. */
  newId(): string;
}

/** What the caller gets: a status, and a card or nothing. */
export interface Reply {
  status: number;
  body?: object | undefined;
}

export const NOTHING: Reply = { status: 200 };

/** An activity that may be heard, and the proof of who sent it. */
export interface Heard {
  activity: Activity;
  origin: Exclude<Origin, { kind: 'refused' }>;
  proof: Proof;
}

export type Handler = (heard: Heard) => Promise<Reply>;

type Private = Heard & { caller: Caller };

const cardOf = (view: View, words: Words) => render(view, { fallback: words.fallback, speak: words.summary });

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isCardPress = ({ type, name }: Activity): boolean =>
  type === 'invoke' && name === 'adaptiveCard/action';

/**
 * Verb and data of a press. A verb that is no text is none. What comes as a message with a value (Action.Submit) is no
 * press: no card of ours has one, and its answer would be a message, which stays in the chat.
 */
function pressIn({ value }: Activity): { verb: string; data: unknown } {
  const action = fieldsOf(fieldsOf(value).action);
  return { verb: typeof action.verb === 'string' ? action.verb : '', data: action.data ?? value };
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
const inPlace = (view: View, words: Words): Reply => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: cardOf(view, words) },
});

/** A card as the answer: in place of the pressed one, or as a new message. */
async function answer({ activity, caller }: Private, view: View, options: HandlerOptions): Promise<Reply> {
  if (isCardPress(activity)) return inPlace(view, options.words);
  await post(caller, view, options);
  return NOTHING;
}

async function onPress(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller } = heard;
  const { view } = await options.bot.onAction({
    caller,
    ...pressIn(activity),
    activityId: activity.replyToId,
  });
  return answer(heard, view, options);
}

async function onText({ activity, caller }: Private, options: HandlerOptions): Promise<Reply> {
  const said = await options.bot.onMessage(caller, activity.text);
  const id = await post(caller, said.view, options);
  if (id) await said.sent?.(id);
  return NOTHING;
}

async function onInstallation(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller, proof } = heard;
  const { bot, guests, teams, tenantId } = options;
  if (activity.action.startsWith('remove')) await bot.onUninstall(caller);
  if (!activity.action.startsWith('add')) return NOTHING;
  const member = await teams.member(proof, activity);
  if (guests.note(caller.person, member)) return answer(heard, guestCard(), options);
  const own = tenantId ?? caller.address.tenantId;
  const isOwnTenant = member?.tenantId !== undefined && member.tenantId.toLowerCase() === own?.toLowerCase();
  const email = member?.email ?? member?.userPrincipalName;
  const name = caller.name || member?.name || '';
  await bot.onInstall({ ...caller, name }, { email: email || undefined, isOwnTenant });
  return NOTHING;
}

async function onPrivate(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller } = heard;
  if (isCardPress(activity)) return onPress(heard, options);
  switch (activity.type) {
    case 'message':
      return onText(heard, options);
    case 'installationUpdate':
      return onInstallation(heard, options);
    case 'conversationUpdate':
      // Comes with the installation; nobody is greeted twice.
      await options.bot.onSeen(caller);
      return NOTHING;
    default:
      return NOTHING;
  }
}

/** What someone in danger may send is never counted. */
const isUrgent = (activity: Activity): boolean => {
  if (isCardPress(activity)) return isUrgentPress(pressIn(activity).verb);
  return activity.type === 'message' && isUrgentText(activity.text);
};

/** Undefined: go on. A press needs an answer each time; a message that comes too often gets one, then silence. */
async function held(heard: Private, options: HandlerOptions): Promise<Reply | undefined> {
  const { activity, caller } = heard;
  if (isUrgent(activity)) return undefined;
  const state = options.limit.take(caller.person);
  if (state === 'free') return undefined;
  if (state === 'over') options.log.warn({ person: caller.person }, 'tooMany');
  const isAnswered = isCardPress(activity) || (state === 'over' && activity.type === 'message');
  return isAnswered ? answer(heard, slowCard(), options) : NOTHING;
}

/** To a guest who writes or presses; what merely happens to the app is not answered. */
const toGuest = (heard: Private, options: HandlerOptions): Promise<Reply> | Reply =>
  isCardPress(heard.activity) || heard.activity.type === 'message' || heard.activity.action.startsWith('add')
    ? answer(heard, guestCard(), options)
    : NOTHING;

/** The one boundary for what nobody expected: logged with an id that the person is shown. */
async function guarded(
  heard: Private,
  options: HandlerOptions,
  work: () => Promise<Reply> | Reply,
): Promise<Reply> {
  try {
    return await work();
  } catch (error) {
    const id = options.newId().slice(0, 8);
    options.log.error({ id, ...faultOf(error) }, 'turnFailed');
    return answer(heard, options.words.trouble(id), options);
  }
}

/** In a group everyone reads: one fixed sentence to who writes, and nothing else. */
async function inGroup({ activity, proof }: Heard, options: HandlerOptions): Promise<Reply> {
  if (activity.type === 'message' && options.limit.take(`group ${activity.conversation.id}`) === 'free') {
    await options.teams
      .say(proof, activity, options.words.groupChat)
      .catch((error: unknown) => options.log.warn(faultOf(error), 'sentenceNotSent'));
  }
  return NOTHING;
}

/** One activity that has passed the door: a guest, a group, or a person alone with the bot. */
export function createHandler(options: HandlerOptions): Handler {
  return async (heard) => {
    const { origin } = heard;
    if (origin.kind === 'group') return inGroup(heard, options);
    const mine: Private = { ...heard, caller: origin.caller };
    return guarded(mine, options, async () => {
      const late = await held(mine, options);
      if (late) return late;
      const isGuest = origin.kind === 'guest' || isKnownGuest(mine, options);
      return isGuest ? toGuest(mine, options) : onPrivate(mine, options);
    });
  };
}

/** An installation is looked up anew: a guest may have become a member. */
const isKnownGuest = ({ activity, caller }: Private, { guests }: HandlerOptions): boolean =>
  activity.type !== 'installationUpdate' && guests.has(caller.person);
