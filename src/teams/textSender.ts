import type { SendResult } from '../app/ports/messenger';
import type { Address } from '../app/ports/people';

/** Plain text, the answer to somebody who writes and sits in the chat; `summary` is the neutral notification. */
export interface TextMessage {
  text: string;
  summary: string;
}

/** Sends plain text in a chat. It rejects for nothing that the network does. */
export interface TextSender {
  say(to: Address, message: TextMessage): Promise<SendResult>;
}
