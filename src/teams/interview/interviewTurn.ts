import type { Interviews } from '../../app/bot';
import type { InterviewMessage, InterviewText } from './runInterview';

/** Turns that are taken anew, at most: each time another message got on. */
const TRIES = 5;

/** The texts that answer a message in a report in plain text; undefined: it is none, and asks for none. */
export async function interviewTurn(
  interviews: Interviews,
  message: InterviewMessage,
): Promise<InterviewText[] | undefined> {
  const isAsked = interviews.isAsked(message.text);
  for (let attempt = 1; ; attempt++) {
    const before = await interviews.read(message.caller);
    if (!before.isGoing && (!isAsked || message.isEdited)) return undefined;
    // The SDK's dialogs are loaded when somebody first writes a report in text: a start does not wait for them.
    const { runInterview } = require('./runInterview') as typeof import('./runInterview');
    const { InterviewMoved } = require('./interviewStorage') as typeof import('./interviewStorage');
    try {
      return await runInterview(interviews, message, before);
    } catch (error) {
      if (!(error instanceof InterviewMoved) || attempt === TRIES) throw error;
    }
  }
}
