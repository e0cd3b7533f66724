import type { Messenger, OutgoingMessage } from '../app/ports/messenger';
import type { Log } from '../app/ports/runtime';

/** Teams refuses a message above 28 KB; the rest of it takes some hundred bytes. */
const MOST_BYTES = 27 * 1_024;

/** Logs an error for a card that Teams will refuse, in bytes as they travel. What it holds is not logged. */
export function noteSize(card: object, log: Log): void {
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MOST_BYTES) log.error({ bytes, most: MOST_BYTES }, 'cardTooBig');
}

/** A messenger that notes each card that is too big. It is sent all the same: Teams has the last word. */
export function withSizes(messenger: Messenger, log: Log): Messenger {
  const noted = (message: OutgoingMessage): OutgoingMessage => {
    noteSize(message.card, log);
    return message;
  };
  return {
    send: (to, message) => messenger.send(to, noted(message)),
    update: (to, activityId, message) => messenger.update(to, activityId, noted(message)),
  };
}
