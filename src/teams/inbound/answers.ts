import type { Caller } from '../../app/bot';
import type { Messenger, SendResult } from '../../app/ports/messenger';
import type { Log } from '../../app/ports/runtime';
import { render } from '../../cards/adaptiveCard';
import type { FailedPress } from '../../cards/pages/trouble';
import type { View } from '../../cards/view';
import type { Contact } from '../../routine/model/contact';
import { isTooBig } from '../cardSize';
import type { TextSender } from '../textSender';

/** Texts that this room uses itself; they come from `src/content/`. */
export interface Words {
  fallback: string;
  summary: string;
  /** @param toRing whom anybody may ring */
  groupChat(toRing: readonly Contact[]): string;
  /** In place of a card that Teams would not take. */
  tooBig: string;
  /** To a guest of the organisation. */
  guest(toRing: readonly Contact[]): View;
  /** `press`: that failed, to be tried again with what was typed. `toRing`: whom to ring instead. */
  trouble(id: string, press: FailedPress | undefined, toRing: readonly Contact[]): View;
  /** After too many messages. */
  slow(toRing: readonly Contact[]): View;
}

/** All that an answer needs. */
export interface Answering {
  log: Log;
  /** Posts cards. Not the SDK's client: that repeats a send unseen and waits without a limit. */
  messenger: Messenger;
  /** Posts plain text. */
  sender: TextSender;
  words: Words;
  /** Resolves after a real time, milliseconds. */
  wait(ms: number): Promise<unknown>;
}

/** The answer to a call: an HTTP status, and a card or nothing. */
export interface Reply {
  status: number;
  body?: object | undefined;
  /** Set where nothing was done of what was asked: a repeat of the activity is to be handled anew. */
  isFailed?: true;
}

export const NOTHING: Reply = { status: 200 };

const cardOf = (view: View, words: Words) => render(view, { fallback: words.fallback, speak: words.summary });

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
 * Posts a card as a new message, by another try where Teams refuses it. Its id, '' where Teams gave none; undefined when it
 * is not known to have arrived. An answer that may have arrived is sent again all the same: two cards are better than an empty chat.
 */
export async function postAnswer(
  caller: Caller,
  view: View,
  options: Answering,
): Promise<string | undefined> {
  const { messenger, words } = options;
  const message = { card: cardOf(view, words), summary: words.summary };
  return posted(caller, () => messenger.send(caller.address, message), options);
}

/** The same with plain text. */
export const postText = (caller: Caller, text: string, options: Answering): Promise<string | undefined> => {
  const { sender, words } = options;
  return posted(caller, () => sender.say(caller.address, { text, summary: words.summary }), options);
};

async function posted(
  caller: Caller,
  send: () => Promise<SendResult>,
  { log, wait }: Answering,
): Promise<string | undefined> {
  for (let attempt = 0; ; attempt++) {
    const result = await send();
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
export function inPlace(view: View, { words, log }: Answering): Reply {
  const value = cardOf(view, words);
  // Teams would refuse it, and say only that something went wrong. A sentence leaves the pressed card as it is.
  return isTooBig(value, log)
    ? said('application/vnd.microsoft.activity.message', words.tooBig)
    : said('application/vnd.microsoft.card.adaptive', value);
}
