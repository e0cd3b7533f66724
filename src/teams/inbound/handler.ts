import type { Bot, Caller } from '../../app/bot';
import type { Messenger, SendResult } from '../../app/ports/messenger';
import type { Log } from '../../app/ports/runtime';
import { faultOf } from '../../app/runtime/failures';
import { render } from '../../cards/adaptiveCard';
import type { FailedPress } from '../../cards/pages/trouble';
import type { View } from '../../cards/view';
import { isTooBig } from '../cardSize';
import type { Activity } from './activity';
import type { Teams } from './authentication';
import type { Proof } from './botTurn';
import { slowCard } from './doorCards';
import type { Guests } from './guests';
import type { Origin } from './origin';
import { isUrgentText, type RateLimit } from './rateLimit';

/** Texts that this room uses itself; they come from `src/content/`. */
export interface Words {
  fallback: string;
  summary: string;
  groupChat: string;
  /** In place of a card that Teams would not take. */
  tooBig: string;
  /** To a guest of the organisation. */
  guest: View;
  /** `press`: that failed, to be tried again with what was typed. */
  trouble(id: string, press?: FailedPress): View;
}

export interface HandlerOptions {
  bot: Bot;
  log: Log;
  teams: Pick<Teams, 'say' | 'member'>;
  /** Posts cards. Not the SDK's client: that repeats a send unseen and waits without a limit. */
  messenger: Messenger;
  limit: RateLimit;
  guests: Guests;
  words: Words;
  /** Undefined in the sandbox: any tenant. */
  tenantId: string | undefined;
  /** An id that log and person get when something unexpected happens. */
  newId(): string;
  /** Resolves after a real time, milliseconds. */
  wait(ms: number): Promise<unknown>;
}

/** The answer to a call: an HTTP status, and a card or nothing. */
export interface Reply {
  status: number;
  body?: object | undefined;
  /** What was asked for was not done: a repeat of the activity is to be handled anew. */
  isFailed?: true;
}

export const NOTHING: Reply = { status: 200 };

/** An activity that has passed the door, with the proof of who sent it. */
export interface Heard {
  activity: Activity;
  origin: Exclude<Origin, { kind: 'refused' }>;
  proof: Proof;
  /** Handled before: nothing is done again, the answer shows how it stands now. */
  isRepeat?: true;
}

export type Handler = (heard: Heard) => Promise<Reply>;

type Private = Heard & { caller: Caller };

const cardOf = (view: View, words: Words) => render(view, { fallback: words.fallback, speak: words.summary });

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isCardPress = ({ type, name }: Activity): boolean =>
  type === 'invoke' && name === 'adaptiveCard/action';

/**
 * Verb and data of a press; '' when the verb is no text. A message with a value (Action.Submit) is no press: no card has
 * one, and its answer would be a message, which stays in the chat.
 */
function pressIn({ value }: Activity): FailedPress {
  const action = fieldsOf(fieldsOf(value).action);
  return { verb: typeof action.verb === 'string' ? action.verb : '', data: action.data ?? value };
}

/** Waits between the tries of an answer, milliseconds: somebody sits and waits for it. */
const PAUSES: readonly number[] = [300, 1_500];
/** The longest wait that Teams may ask for before an answer; what asks for more is told by the agenda. */
const LONGEST_PAUSE = 3_000;

/** How long to wait before an answer is tried again; undefined: not in this turn. */
function pauseAfter(result: SendResult, attempt: number): number | undefined {
  const pause = PAUSES[attempt];
  if (pause === undefined || result.kind === 'sent' || result.kind === 'rejected') return undefined;
  const asked = 'retryAfter' in result ? (result.retryAfter ?? 0) : 0;
  // Who waited for the whole of one send has waited long enough.
  return asked > LONGEST_PAUSE || result.code === 'timeout' ? undefined : Math.max(asked, pause);
}

/**
 * Posts a card as a new message, by another try where Teams refuses it. Its id; undefined when it is not known to have
 * arrived. An answer that may have arrived is sent again all the same: two cards are better than an empty chat.
 */
async function post(caller: Caller, view: View, options: HandlerOptions): Promise<string | undefined> {
  const { log, messenger, words, wait } = options;
  const message = { card: cardOf(view, words), summary: words.summary };
  for (let attempt = 0; ; attempt++) {
    const result = await messenger.send(caller.address, message);
    if (result.kind === 'sent') return result.activityId;
    log.warn({ person: caller.person, result: result.kind, code: result.code, attempt }, 'answerNotSent');
    const pause = pauseAfter(result, attempt);
    if (pause === undefined) return undefined;
    await wait(pause);
  }
}

const said = (type: string, value: unknown): Reply => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

/** The answer to an Action.Execute: always HTTP 200, with the card that takes the pressed one's place. */
function inPlace(view: View, { words, log }: HandlerOptions): Reply {
  const value = cardOf(view, words);
  // Teams would refuse it, and say only that something went wrong. A sentence leaves the pressed card as it is.
  return isTooBig(value, log)
    ? said('application/vnd.microsoft.activity.message', words.tooBig)
    : said('application/vnd.microsoft.card.adaptive', value);
}

/** Answers with a card: in place of the pressed one, or as a new message. */
async function answer({ activity, caller }: Private, view: View, options: HandlerOptions): Promise<Reply> {
  if (isCardPress(activity)) return inPlace(view, options);
  await post(caller, view, options);
  return NOTHING;
}

async function onPress(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller } = heard;
  const { view } = await options.bot.onAction({
    caller,
    ...pressIn(activity),
    activityId: activity.replyToId,
    ...(heard.isRepeat ? { isRepeat: true } : {}),
  });
  return answer(heard, view, options);
}

async function onText({ activity, caller }: Private, options: HandlerOptions): Promise<Reply> {
  const said = await options.bot.onMessage(caller, activity.text);
  const id = await post(caller, said.view, options);
  if (id) await said.sent?.(id);
  else await options.bot.onUnanswered(caller);
  return NOTHING;
}

async function onInstallation(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller, proof } = heard;
  const { bot, guests, teams, tenantId } = options;
  if (activity.action.startsWith('remove')) await bot.onUninstall(caller);
  if (!activity.action.startsWith('add')) return NOTHING;
  const member = await teams.member(proof, activity);
  if (guests.note(caller.person, member)) return answer(heard, options.words.guest, options);
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

/** The answer to too many messages, once, then silence; undefined: go on. A press is never held back. */
async function held(heard: Private, options: HandlerOptions): Promise<Reply | undefined> {
  const { activity, caller } = heard;
  if (activity.type !== 'message' || isUrgentText(activity.text)) return undefined;
  const state = options.limit.take(caller.person);
  if (state === 'free') return undefined;
  if (state === 'told') return NOTHING;
  options.log.warn({ person: caller.person }, 'tooMany');
  return answer(heard, slowCard(), options);
}

/** Answers a guest who writes, presses or installs; anything else is not answered. */
const toGuest = (heard: Private, options: HandlerOptions): Promise<Reply> | Reply =>
  isCardPress(heard.activity) || heard.activity.type === 'message' || heard.activity.action.startsWith('add')
    ? answer(heard, options.words.guest, options)
    : NOTHING;

/** The one boundary for unexpected errors: logged with an id that the person is shown. */
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
    const again = isCardPress(heard.activity) ? pressIn(heard.activity) : undefined;
    return { ...(await answer(heard, options.words.trouble(id, again), options)), isFailed: true };
  }
}

/** Answers a message in a group with one fixed sentence: everyone there can read. */
async function inGroup({ activity, proof }: Heard, options: HandlerOptions): Promise<Reply> {
  if (activity.type === 'message' && options.limit.take(`group ${activity.conversation.id}`) === 'free') {
    await options.teams
      .say(proof, activity, options.words.groupChat)
      .catch((error: unknown) => options.log.warn(faultOf(error), 'sentenceNotSent'));
  }
  return NOTHING;
}

/** Handles an activity that has passed the door: of a group, a guest, or a person alone with the bot. */
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

/** Whether the sender is remembered as a guest. Not for an installation: that looks the person up again. */
const isKnownGuest = ({ activity, caller }: Private, { guests }: HandlerOptions): boolean =>
  activity.type !== 'installationUpdate' && guests.has(caller.person);
