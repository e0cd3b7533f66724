import { DialogTestClient } from 'botbuilder-testing';
import { createBot } from '../../src/app/createBot';
import { INTERVIEW, INTERVIEW_LABELS } from '../../src/content/texts/interview/plainText';
import { InterviewMoved, InterviewStorage } from '../../src/teams/interview/interviewStorage';
import { ReportDialog } from '../../src/teams/interview/reportDialog';
import { runInterview } from '../../src/teams/interview/runInterview';
import { MemoryTown } from '../support/memoryTown';

const caller = {
  person: 'eva',
  name: 'Eva',
  address: { serviceUrl: '', conversationId: 'chat eva', userId: 'eva', botId: '' },
};

/** The dialog alone, as the SDK drives it: over the app with its tables in memory, and no door. */
function openDialog() {
  const town = new MemoryTown();
  const { interviews } = createBot(town.deps());
  let message = 0;
  const numbered = <S extends object>(said: S) => ({ ...said, message: `m${++message}` });
  const dialog = new ReportDialog(() => ({
    begin: (said) => interviews.begin(caller, numbered(said), undefined),
    hear: (said, interview) => interviews.hear(caller, numbered(said), interview),
  }));
  const client = new DialogTestClient('msteams', dialog);
  const say = async (text: string) => (await client.sendActivity(text))?.text ?? '';
  return { client, say, town, interviews };
}

describe('the dialog of a report in plain text', () => {
  it('asks one question a turn, goes back, and ends when the report is thrown away', async () => {
    const { client, say } = openDialog();
    expect(await say('rapportera i text')).toContain(INTERVIEW_LABELS.who);
    expect(await say('mig')).toContain(INTERVIEW_LABELS.party);
    expect(await say('tillbaka')).toContain(INTERVIEW_LABELS.who);
    expect(client.dialogTurnResult.status).toBe('waiting');
    expect(await say('avbryt')).toContain(INTERVIEW.leave);
    expect(await say('2')).toContain(INTERVIEW.discarded);
    expect(client.dialogTurnResult.status).toBe('complete');
  });

  it('keeps where it is and nothing that was typed', async () => {
    const { client, say } = openDialog();
    await say('rapportera i text');
    await say('mig');
    await say('Vet inte');
    await say('070-111 22 33');
    const state = JSON.stringify(client.conversationState);
    expect(state).not.toContain('070-111');
  });
});

describe('the storage of the dialog', () => {
  const interview = {
    draft: 'd',
    question: 'what',
    heard: { message: 'm1', question: 'who' },
    at: '2026-11-24T09:00:00Z',
  };

  it('gives the stack that the row has, and writes its change; a row that has moved is refused', async () => {
    const kept: unknown[] = [];
    const keep = async (_: unknown, change: unknown) => kept.push(change) === 1;
    const storage = new InterviewStorage({ keep }, caller, { kept: interview, isGoing: true });
    const [state] = Object.values(await storage.read(['msteams/conversations/chat eva/']));
    expect(state).toEqual({ dialogs: { dialogStack: [{ id: 'report', state: interview }] } });
    await storage.write({ key: state });
    await expect(storage.delete()).rejects.toThrow(InterviewMoved);
    expect(kept).toEqual([
      { before: interview, after: interview },
      { before: interview, after: undefined },
    ]);
  });
});

it('stores a turn before it is answered; of two processes that answer at once one is told to look again', async () => {
  const { interviews } = openDialog();
  const message = (id: string, text: string) => ({ caller, id, text, isEdited: false });
  const nothing = { kept: undefined, isGoing: false };
  const [first] = await runInterview(interviews, message('m1', 'rapportera i text'), nothing);
  expect(first?.text).toContain(INTERVIEW_LABELS.who);
  const before = await interviews.read(caller);
  expect(before).toMatchObject({ isGoing: true, kept: { question: 'who' } });
  await runInterview(interviews, message('m2', 'mig'), before);
  await expect(runInterview(interviews, message('m3', 'mig'), before)).rejects.toThrow(InterviewMoved);
  expect((await interviews.read(caller)).kept).toMatchObject({ question: 'party', heard: { message: 'm2' } });
});
