import {
  BotAdapter,
  type ConversationReference,
  ConversationState,
  type ResourceResponse,
  type Activity as SdkActivity,
  TurnContext,
} from 'botbuilder';
import { DialogContextError, DialogSet } from 'botbuilder-dialogs';
import type { Caller, Interviews, KeptInterview } from '../../app/bot';
import { DIALOGS, InterviewStorage } from './interviewStorage';
import { REPORT_DIALOG, ReportDialog, type TurnData } from './reportDialog';

/** A message in a private chat, as the dialog takes it. */
export interface InterviewMessage {
  caller: Caller;
  id: string;
  text: string;
  isEdited: boolean;
}

/** A text to post, and what comes with it. */
export interface InterviewText extends TurnData {
  text: string;
}

/** The SDK's way out, kept back: nothing is posted before the turn is stored. */
class Outbox extends BotAdapter {
  readonly sent: Partial<SdkActivity>[] = [];

  override async sendActivities(
    _: TurnContext,
    activities: Partial<SdkActivity>[],
  ): Promise<ResourceResponse[]> {
    this.sent.push(...activities);
    return activities.map(() => ({ id: '' }));
  }
  /* A dialog changes and deletes no message, and nobody but a person begins a turn. */
  override async updateActivity(): Promise<undefined> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(_: Partial<ConversationReference>): Promise<void> {}
}

const sdkMessage = ({
  caller: { address, person, name },
  id,
  text,
  isEdited,
}: InterviewMessage): SdkActivity =>
  ({
    type: isEdited ? 'messageUpdate' : 'message',
    id,
    text,
    channelId: 'msteams',
    serviceUrl: address.serviceUrl,
    from: { id: address.userId, name, aadObjectId: person },
    recipient: { id: address.botId, name: '' },
    conversation: { id: address.conversationId, tenantId: address.tenantId },
  }) as SdkActivity;

/** The SDK wraps what fails in a dialog; whoever handles it needs to know what it was. */
const unwrapped = (work: Promise<unknown>): Promise<unknown> =>
  work.catch((fault: unknown) => {
    throw fault instanceof DialogContextError ? fault.error : fault;
  });

/**
 * One turn of the report in plain text, stored before anything is posted.
 * @throws {InterviewMoved} when another message was answered meanwhile: nothing of this one is stored beside its answer
 */
export async function runInterview(
  interviews: Interviews,
  message: InterviewMessage,
  before: KeptInterview,
): Promise<InterviewText[]> {
  const { caller } = message;
  const outbox = new Outbox();
  const context = new TurnContext(outbox, sdkMessage(message));
  const state = new ConversationState(new InterviewStorage(interviews, caller, before));
  const dialogs = new DialogSet(state.createProperty(DIALOGS));
  dialogs.add(
    new ReportDialog(() => ({
      begin: (said) => interviews.begin(caller, said, before.kept),
      hear: (said, interview) => interviews.hear(caller, said, interview),
    })),
  );
  const turn = await dialogs.createContext(context);
  await unwrapped(before.isGoing ? turn.continueDialog() : turn.beginDialog(REPORT_DIALOG));
  await state.saveChanges(context, true);
  return outbox.sent.map(({ text, channelData }) => ({ text: text ?? '', ...(channelData as TurnData) }));
}
