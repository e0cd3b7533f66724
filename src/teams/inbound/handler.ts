import type { Answer, Bot, Caller } from '../../app/bot';
import type { IncomingFile } from '../../app/ports/files';
import type { Address } from '../../app/ports/people';
import { faultOf } from '../../app/runtime/failures';
import type { FailedPress } from '../../cards/pages/trouble';
import type { View } from '../../cards/view';
import type { Attached } from '../attached';
import { interviewTurn } from '../interview/interviewTurn';
import type { InterviewText } from '../interview/runInterview';
import { foundOf, type MemberFields } from '../memberFields';
import type { Activity } from './activity';
import { type Answering, inPlace, NOTHING, postAnswer, postText, type Reply } from './answers';
import type { Teams } from './authentication';
import type { Proof } from './botTurn';
import { isUrgentText, type RateLimit } from './guards/rateLimit';
import type { Guests } from './guests';
import type { Origin } from './origin';

export interface HandlerOptions extends Answering {
  bot: Bot;
  teams: Pick<Teams, 'say'>;
  /** The person of a chat as Teams knows them; undefined when it does not answer. */
  member(address: Address): Promise<MemberFields | undefined>;
  /** A file that Teams announced, as the app takes it. */
  incoming(attached: Attached): IncomingFile;
  limit: RateLimit;
  guests: Guests;
  /** Undefined in the sandbox: any tenant. */
  tenantId: string | undefined;
  /** An id that log and person get when something unexpected happens. */
  newId(): string;
}

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

const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const isMessage = ({ type, event }: Activity): boolean =>
  type === 'message' || (type === 'messageUpdate' && event === 'editMessage');

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

/** Answers with a card: in place of the pressed one, or as a new message. */
async function answer({ activity, caller }: Private, view: View, options: HandlerOptions): Promise<Reply> {
  if (isCardPress(activity)) return inPlace(view, options);
  await postAnswer(caller, view, options);
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

/** Posts the answer in a report in plain text; whoever asked for something else gets that first. */
async function onInterview(
  heard: Private,
  texts: readonly InterviewText[],
  options: HandlerOptions,
): Promise<Reply> {
  const { caller } = heard;
  for (const { text, isAside } of texts) {
    if (isAside) await onCommand(heard, options);
    const id = await postText(caller, text, options);
    if (id === undefined) await options.bot.onUnanswered(caller);
  }
  return NOTHING;
}

async function onText(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller } = heard;
  const isEdited = activity.type === 'messageUpdate';
  const message = { caller, id: activity.id, text: activity.text, isEdited };
  const texts = await interviewTurn(options.bot.interviews, message);
  return texts ? onInterview(heard, texts, options) : onCommand(heard, options);
}

async function onCommand({ activity, caller }: Private, options: HandlerOptions): Promise<Reply> {
  return post(caller, await options.bot.onMessage(caller, activity.text), options);
}

/** Files, and what stands beside them: a cry for help is answered first. A message that is changed brings its files again, unasked. */
async function onFiles({ activity, caller }: Private, options: HandlerOptions): Promise<Reply> {
  const files = activity.attached.map((one) => options.incoming(one));
  for (const one of await options.bot.onFiles(caller, files, activity.text)) await post(caller, one, options);
  return NOTHING;
}

/** Posts the answer to a message. */
async function post(caller: Caller, said: Answer, options: HandlerOptions): Promise<Reply> {
  const id = await postAnswer(caller, said.view, options);
  if (id === undefined) await options.bot.onUnanswered(caller);
  else if (id !== '') await said.sent?.(id);
  return NOTHING;
}

async function onInstallation(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller } = heard;
  const { bot, guests, tenantId } = options;
  if (activity.action.startsWith('remove')) await bot.onUninstall(caller);
  if (!activity.action.startsWith('add')) return NOTHING;
  const member = await options.member(caller.address);
  if (guests.note(caller.person, member)) return asGuest(heard, options);
  const name = caller.name || member?.name || '';
  await bot.onInstall({ ...caller, name }, member && foundOf(member, tenantId ?? caller.address.tenantId));
  return NOTHING;
}

async function onPrivate(heard: Private, options: HandlerOptions): Promise<Reply> {
  const { activity, caller } = heard;
  if (isCardPress(activity)) return onPress(heard, options);
  switch (activity.type) {
    case 'message':
      return activity.attached.length > 0 ? onFiles(heard, options) : onText(heard, options);
    case 'messageUpdate':
      // Whoever mends a slip of the finger wants to be heard. A deleted message that is taken back is no new one.
      return activity.event === 'editMessage' ? onText(heard, options) : NOTHING;
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
  if (!isMessage(activity) || isUrgentText(activity.text)) return undefined;
  const state = options.limit.take(caller.person || `chat ${caller.address.conversationId}`);
  if (state === 'free') return undefined;
  if (state === 'told') return NOTHING;
  options.log.warn({ person: caller.person }, 'tooMany');
  return answer(heard, options.words.slow(options.bot.atHand(heard.caller)), options);
}

/** Answers a guest who writes, presses or installs; anything else is not answered. */
const toGuest = (heard: Private, options: HandlerOptions): Promise<Reply> | Reply =>
  isCardPress(heard.activity) || isMessage(heard.activity) || heard.activity.action.startsWith('add')
    ? asGuest(heard, options)
    : NOTHING;

const asGuest = async (heard: Private, options: HandlerOptions): Promise<Reply> =>
  answer(heard, options.words.guest(await options.bot.openToAll()), options);

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
    const toRing = options.bot.atHand(heard.caller);
    const again = isCardPress(heard.activity) ? pressIn(heard.activity) : undefined;
    return { ...(await answer(heard, options.words.trouble(id, again, toRing), options)), isFailed: true };
  }
}

/** Answers a message in a group with one fixed sentence: everyone there can read. */
async function inGroup({ activity, proof }: Heard, options: HandlerOptions): Promise<Reply> {
  if (activity.type === 'message' && options.limit.take(`group ${activity.conversation.id}`) === 'free') {
    await options.teams
      .say(proof, activity, options.words.groupChat(await options.bot.openToAll()))
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
