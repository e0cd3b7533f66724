import type { View } from '../cards/view';
import type { HandedOver } from '../document/model';
import type { Contact, PersonId } from '../routine/model/contact';
import type { Taking } from '../screens/files';
import type { Screen } from '../screens/screen';
import type { TabQuery, TabScreen } from '../screens/tab/tabScreens';
import type { FileFault, IncomingFile } from './ports/files';
import type { JustSaved } from './ports/justSaved';
import type { KnownMember } from './ports/messenger';
import type { Address, Interview } from './ports/people';

export type { View };

/** The card that answers a message. */
export interface Answer {
  view: View;
  /** Called with the id of the activity that shows the card, when it was posted as a new message. */
  sent?(activityId: string): Promise<void>;
  /** The revision of the incident that it shows; undefined: it shows none. */
  rev?: number | undefined;
  /** Nothing was done: the incident has changed since the form was opened, and stands in it as it is now. */
  isStale?: true | undefined;
  /** A ticket for what the presser may take now, by their own token. */
  ready?: ReadyToTake | undefined;
}

/** A ticket in the tab, and the incident whose file it is for. */
export interface ReadyToTake extends Taking {
  id: string;
}

/** A file that leaves by the tab. */
export interface HandedFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** An answer to a file that was given in the tab: the incident's reference, or why it was not kept. */
export type GivenAnswer = { reference: string } | { fault: FileFault | 'closed' | 'full' };

/** A typed message in a report in plain text. */
export interface TypedAnswer {
  text: string;
  /** Its id in Teams: sent twice, it counts once. */
  message: string;
  /** It was changed after it had been sent. */
  isEdited?: boolean | undefined;
}

/** Where a report in plain text is, as it is kept, and whether the person is in the midst of it. */
export interface KeptInterview {
  kept: Interview | undefined;
  isGoing: boolean;
}

/** The bot's word in plain text. */
export interface InterviewReply {
  text: string;
  /** Where the report is then; undefined: it is over. */
  interview: Interview | undefined;
  /** The message asks for something else, which is answered first. */
  isAside: boolean;
}

/** The report in plain text, as the edge that keeps the dialog needs it. */
export interface Interviews {
  /** Whether a message asks for it. */
  isAsked(text: string): boolean;
  read(caller: Caller): Promise<KeptInterview>;
  begin(caller: Caller, said: TypedAnswer, before: Interview | undefined): Promise<InterviewReply>;
  hear(caller: Caller, said: TypedAnswer, interview: Interview): Promise<InterviewReply>;
  /** Keeps where it is; false: another message was answered meanwhile, and nothing is kept. */
  keep(
    caller: Caller,
    change: { before: Interview | undefined; after: Interview | undefined },
  ): Promise<boolean>;
}

/** The bot as its edges see it; `createBot` makes it. */
export interface Bot {
  interviews: Interviews;
  /** Whom somebody may ring, from the contact list as it was read last: nothing is read for it, so it is there when all else fails. */
  atHand(caller: Pick<Caller, 'person'>): readonly Contact[];
  /** Numbers that stand open to all: to a guest, and in a group, where everybody reads. */
  openToAll(): Promise<readonly Contact[]>;
  /** A typed message in a private chat. */
  onMessage(caller: Caller, text: string): Promise<Answer>;
  /** Files in a private chat, and what was written beside them: what is to be done with them is asked. */
  onFiles(caller: Caller, files: readonly IncomingFile[], text: string): Promise<Answer[]>;
  /** A press on a card; the answer replaces that card for the one who pressed. Never throws a Refusal. */
  onAction(press: Press): Promise<Answer>;
  /** A question of the tab. It changes nothing. */
  onAsk(caller: Caller, query: TabQuery): Promise<TabScreen>;
  /** The caller of an account, as the bot knows it by its own chat; undefined: it has none with them. */
  callerOf(person: PersonId): Promise<Caller | undefined>;
  /** The app was installed (or opened anew): greet, bind contacts by e-mail, post what waits. */
  onInstall(caller: Caller, found: KnownMember | undefined): Promise<void>;
  /** A sign of life that is answered with nothing: keeps where the person is reached. */
  onSeen(caller: Caller): Promise<void>;
  /** The app was removed: nothing can be sent there. */
  onUninstall(caller: Caller): Promise<void>;
  /** The card that answers a message did not arrive: the person is told by the agenda, as soon as Teams takes it. */
  onUnanswered(caller: Caller): Promise<void>;
  /** The document that a ticket is good for, once; undefined: it is good for none. */
  takeDocument(id: string, ticket: string): Promise<HandedOver | undefined>;
  /** The file of a ticket that this person asked for in the tab, once; undefined: it is good for none of theirs. */
  takeFile(person: PersonId, asked: ReadyToTake): Promise<HandedFile | undefined>;
  /** A picture that was given as evidence, for who may read the report; the look is logged. */
  seePicture(person: PersonId, asked: { id: string; file: string }): Promise<HandedFile | undefined>;
  /** Keeps a file in an incident, as a chat's "Spara" does. Undefined: there is none that this person has a part in. */
  giveFile(caller: Caller, given: { id: string; file: IncomingFile }): Promise<GivenAnswer | undefined>;
  /** At the first start: from now on drills come by themselves. */
  begin(): Promise<void>;
  /** Delivers all that is due now, until nothing more is. Returns how many aggregates were dispatched. */
  sweep(): Promise<number>;
  /** Resolves when the work begun after earlier answers is done. */
  idle(): Promise<void>;
}

/** The outcome of a press or a sentence: the screen that answers it, and what is to be dispatched after that. */
export interface Outcome {
  screen: Screen;
  /** The id of the incident that was changed. */
  touched?: string | undefined;
  /** The incident of `touched` as it was saved: what follows the answer need not read it. */
  handed?: JustSaved | undefined;
  /** Ids of other aggregates. */
  also?: readonly string[];
  /** There is nothing, or nothing for this person: one answer, and nothing more is read. */
  isNothing?: true;
  /** See `Answer`. */
  isStale?: true | undefined;
  /** Everything that is due, not only these. */
  isWide?: true;
  /** Called with the id of the activity that shows the screen, when it was posted as a new message. */
  sent?(activityId: string): Promise<void>;
}

/** Who speaks to the bot: taken from an authenticated activity, never from card data. */
export interface Caller {
  person: PersonId;
  name: string;
  address: Address;
}

/** The data of a press: untrusted. */
export type Data = Readonly<Record<string, unknown>>;

/** A press on a card. */
export interface Press {
  caller: Caller;
  verb: string;
  /** Card data merged with inputs: untrusted. */
  data: unknown;
  /** The activity whose card was pressed (`replyToId`). */
  activityId?: string | undefined;
  /** It was pressed outside the chat: no message there shows what it opens. */
  isOutside?: true | undefined;
  /** The incident's revision that the form showed; undefined: it does not matter. */
  rev?: number | undefined;
  /** It was handled before: nothing is changed again, the answer shows how it stands now. */
  isRepeat?: boolean | undefined;
}
