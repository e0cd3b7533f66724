import type { Messenger, OutgoingMessage } from '../app/ports/messenger';
import type { Log } from '../app/ports/runtime';

/** Teams refuses a message above 28 KB; the rest of it takes some hundred bytes. */
const MOST_BYTES = 27 * 1_024;

/** Whether Teams will refuse a card, by its bytes as they travel: then an error is logged, without what it holds. */
export function isTooBig(card: object, log: Log): boolean {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MOST_BYTES) log.error({ bytes, most: MOST_BYTES }, 'cardTooBig');
  return bytes > MOST_BYTES;
}

/** A messenger that notes each card that is too big. It is sent all the same: Teams has the last word. */
export function withSizes(messenger: Messenger, log: Log): Messenger {
  const noted = (message: OutgoingMessage): OutgoingMessage => {
    isTooBig(message.card, log);
    return message;
  };
  return {
    send: (to, message) => messenger.send(to, noted(message)),
    update: (to, activityId, message) => messenger.update(to, activityId, noted(message)),
  };
}
