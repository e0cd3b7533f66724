import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MUNICIPALITIES } from '../../src/content/municipalities';
import { sampleContacts } from '../../src/content/sandbox/sampleContacts';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { BUTTON } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { FIRST } from '../../src/content/texts/report';
import { type Connector, startConnector } from '../support/fakeConnector';
import { type Sandbox, startSandbox } from '../support/sandbox';
import { createPerson } from '../support/town';

const KIM = '7e57da7a-0000-4000-8000-000000000040';
const OFFICER = sampleContacts[0];

/** The built sandbox as a process of its own, as a user starts it. */
describe('the sandbox as a process', () => {
  let folder: string;
  let connector: Connector;
  const running: Sandbox[] = [];

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'trygghetsboten-'));
    connector = await startConnector();
  });
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
    await connector.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (env: Record<string, string> = {}) => {
    const sandbox = await startSandbox({
      PORT: '0',
      SANDBOX_PLAYGROUNDS: '0',
      SANDBOX_DATA: folder,
      LOG_LEVEL: 'error',
      ...env,
    });
    running.push(sandbox);
    return sandbox;
  };

  const clock = async (sandbox: Sandbox, body: unknown) => {
    const response = await fetch(`${sandbox.botUrl}/sandbox/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as { now?: string; error?: string } };
  };

  /** A person whose every press is followed by all that it leads to: the clock moves by nothing. */
  const person = (sandbox: () => Sandbox, userId: string, name: string) =>
    createPerson(
      {
        get url() {
          return sandbox().botUrl;
        },
        idle: async () => void (await clock(sandbox(), { advance: 'PT0S' })),
      },
      connector,
      userId,
      name,
    );

  it('goes on where one was after SIGKILL in the middle of an incident, with its clock', async () => {
    let sandbox = await start();
    const now = () => sandbox;
    const officer = person(now, OFFICER?.userId ?? '', OFFICER?.name ?? '');
    const kim = person(now, KIM, 'Eva Norrlycke');
    await officer.install();
    await kim.install();
    await kim.say('rapportera hot');
    await kim.press(FIRST.alarm('S'));
    await kim.press(BUTTON.tell);
    await kim.press(BUTTON.review, { 'Vad hände': 'Halvskriven berättelse' });
    const before = await clock(sandbox, { advance: 'PT2H' });

    sandbox.child.kill('SIGKILL');
    await once(sandbox.child, 'exit');
    sandbox = await start();

    const after = await clock(sandbox, { advance: 'PT0S' });
    expect(Date.parse(after.body.now ?? '')).toBeGreaterThanOrEqual(Date.parse(before.body.now ?? ''));
    const taken = await officer.press(BUTTON.acknowledge);
    expect(officer.text(taken)).toContain('Eva Norrlycke');
    // The draft is still there: sent as it was left.
    await kim.press(BUTTON.send);
    expect(officer.text(await officer.press(BUTTON.details))).toContain('Halvskriven berättelse');
  });

  it('moves its clock forward only, at most a year, and says what is wrong', async () => {
    const sandbox = await start({ SANDBOX_DATA: 'memory' });
    const { body } = await clock(sandbox, { advance: 'P7DT2H' });
    expect(Date.parse(body.now ?? '')).toBeGreaterThan(Date.now() + 7 * 86_400_000);
    for (const wrong of [
      { advance: 'P2Y' },
      { now: '2020-01-01T00:00:00Z' },
      { advance: 'soon' },
      {},
      { advance: 'P1D', now: 'x' },
    ]) {
      const answer = await clock(sandbox, wrong);
      expect([wrong, answer.status]).toEqual([wrong, 400]);
      expect(answer.body.error).toBeTruthy();
    }
    expect((await fetch(`${sandbox.botUrl}/health/live`)).status).toBe(200);
    expect((await fetch(`${sandbox.botUrl}/health/ready`)).status).toBe(200);
  });

  it('runs for another municipality, with its people on the stage and in its contact list', async () => {
    const { almsjo } = MUNICIPALITIES;
    const sandbox = await start({ SANDBOX_DATA: 'memory', MUNICIPALITY: 'almsjo' });
    const page = await (await fetch(`${sandbox.botUrl}/sandbox`)).text();
    const { personas, tryAs, contacts } = SAMPLES.almsjo;
    for (const { name } of Object.values(tryAs)) expect(page).toContain(name);
    const state = (await (await fetch(`${sandbox.botUrl}/sandbox/state`)).json()) as { waits: object };
    expect(Object.keys(state.waits)).toEqual(personas.map(({ key }) => key));
    const [politician] = personas;
    const vera = person(() => sandbox, politician?.userId ?? '', politician?.name ?? '');
    await vera.say('kontaktlista');
    // The municipality's own come first, the parties on the pages that follow.
    const pages = [vera.text()];
    while (vera.has(LISTS.showMore)) pages.push(vera.text(await vera.press(LISTS.showMore)));
    const list = pages.join('\n');
    for (const { name } of contacts.slice(0, 6)) expect(list).toContain(name);
    expect(list).toContain(almsjo.names.posts.groupLeader?.titleOf?.('S') ?? 'nobody');
  });

  it("takes a contact list of one's own", async () => {
    const file = path.join(folder, 'contacts.json');
    const row = {
      role: 'partySecurityOfficer',
      party: 'S',
      order: 1,
      name: 'Egen Kontakt',
      phone: '070-174 06 05',
    };
    writeFileSync(file, JSON.stringify([row]));
    const sandbox = await start({ SANDBOX_DATA: 'memory', CONTACT_LIST: file });
    const kim = person(() => sandbox, KIM, 'Eva Norrlycke');
    await kim.say('kontaktlista');
    expect(kim.text()).toContain('Egen Kontakt');
  });

  it('refuses to start in production, with credentials, and on a port that is taken', async () => {
    await expect(start({ NODE_ENV: 'production' })).rejects.toThrow(/NODE_ENV/);
    await expect(start({ MicrosoftAppId: 'x' })).rejects.toThrow(/MicrosoftAppId/);
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const address = taken.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    await expect(start({ PORT: port })).rejects.toThrow(/set PORT/);
    taken.close();
  });
});
