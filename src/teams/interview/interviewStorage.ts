import type { Storage, StoreItems } from 'botbuilder';
import type { Caller, Interviews } from '../../app/bot';
import type { Interview } from '../../app/ports/people';
import { REPORT_DIALOG } from './reportDialog';

/** The property of the conversation's state that holds the stack of dialogs. */
export const DIALOGS = 'dialogs';

/** Another message was answered meanwhile, by this process or another: the turn is to be taken anew. */
export class InterviewMoved extends Error {}

interface Stacked {
  [DIALOGS]?: { dialogStack: { id: string; state: Interview }[] };
}

/**
 * The SDK's storage of a conversation, for one turn: the stack of dialogs as the person's row has it. No more than where the
 * report is goes in; nothing that anybody typed.
 */
export class InterviewStorage implements Storage {
  constructor(
    private readonly interviews: Pick<Interviews, 'keep'>,
    private readonly caller: Caller,
    private readonly before: { kept: Interview | undefined; isGoing: boolean },
  ) {}

  async read(keys: string[]): Promise<StoreItems> {
    const { kept, isGoing } = this.before;
    const dialogStack = kept && isGoing ? [{ id: REPORT_DIALOG, state: kept }] : [];
    return Object.fromEntries(keys.map((key) => [key, { [DIALOGS]: { dialogStack } }]));
  }

  /** @throws {InterviewMoved} where the row is another than was read */
  async write(changes: StoreItems): Promise<void> {
    const [state] = Object.values(changes) as Stacked[];
    const after = state?.[DIALOGS]?.dialogStack[0]?.state;
    if (!(await this.interviews.keep(this.caller, { before: this.before.kept, after })))
      throw new InterviewMoved();
  }

  async delete(): Promise<void> {
    await this.write({});
  }
}
