import type { View } from '../cards/views';
import type { Caller, Press } from './ports';

/** What the bot answers with: a card. */
export interface Answer {
  view: View;
  /** Subjects that must be looked at after the answer. */
  also?: readonly string[];
  /** Called with the id of the activity that shows the card, when it was posted as a new message. */
  sent?(activityId: string): Promise<void>;
}

/** The bot as its edges see it; `createBot` makes it. */
export interface Bot {
  /** A typed message in a private chat. */
  said(caller: Caller, text: string): Promise<Answer>;
  /** A press on a card; the answer replaces that card for the one who pressed. Never throws a Refusal. */
  pressed(press: Press): Promise<Answer>;
  /** The app was installed (or opened anew): greet, bind contacts by e-mail, post what waits. */
  installed(caller: Caller, member: { email?: string | undefined; isOwnTenant: boolean }): Promise<void>;
  /** A sign of life that is answered with nothing: keeps where the person is reached. */
  met(caller: Caller): Promise<void>;
  /** The app was removed: nothing can be sent there. */
  removed(caller: Caller): Promise<void>;
  /** At the first start: from now on drills come by themselves. */
  begin(): Promise<void>;
  /** Delivers all that is due now, until nothing more is. Returns how many subjects were looked at. */
  sweep(): Promise<number>;
  /** Resolves when the work begun after earlier answers is done. */
  idle(): Promise<void>;
}
