import type { TurnContext } from 'botbuilder';
import { Dialog, type DialogContext, type DialogTurnResult } from 'botbuilder-dialogs';
import type { InterviewReply, TypedAnswer } from '../../app/bot';
import type { Interview } from '../../app/ports/people';

/** The app's part in one turn, for the person who writes. */
export interface Interviewer {
  begin(said: TypedAnswer): Promise<InterviewReply>;
  hear(said: TypedAnswer, interview: Interview): Promise<InterviewReply>;
}

/** Told with the text of a turn, in the activity's channel data: whoever posts it has to know. */
export interface TurnData {
  isAside: boolean;
}

/** The name of the dialog on the stack. */
export const REPORT_DIALOG = 'report';

const saidIn = ({ activity }: TurnContext): TypedAnswer => ({
  text: activity.text ?? '',
  message: activity.id ?? '',
  isEdited: activity.type === 'messageUpdate',
});

/**
 * The report in plain text as a dialog: one question a turn. Its state is where the report is; what is asked, and what an answer
 * means, is the app's.
 */
export class ReportDialog extends Dialog {
  constructor(private readonly interviewOf: (context: TurnContext) => Interviewer) {
    super(REPORT_DIALOG);
  }

  override async beginDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const { context } = dialogs;
    return this.said(dialogs, await this.interviewOf(context).begin(saidIn(context)));
  }

  override async continueDialog(dialogs: DialogContext): Promise<DialogTurnResult> {
    const { context, activeDialog } = dialogs;
    return this.said(
      dialogs,
      await this.interviewOf(context).hear(saidIn(context), activeDialog?.state as Interview),
    );
  }

  private async said(dialogs: DialogContext, reply: InterviewReply): Promise<DialogTurnResult> {
    const { text, interview, isAside } = reply;
    const channelData: TurnData = { isAside };
    await dialogs.context.sendActivity({ type: 'message', text, channelData });
    if (!interview) return dialogs.endDialog();
    if (dialogs.activeDialog) dialogs.activeDialog.state = interview;
    return Dialog.EndOfTurn;
  }
}
