/* @modules-of-its-own: MSAL keeps tokens of a managed identity for the whole process. */
import { FIRST } from '../../src/content/texts/report';
import { IDENTITY_SECRET, type OpenId, startOpenId } from '../support/openId';
import { startTown } from '../support/town';

/** The headers and body of a message to the connector. */
const authorizations: (string | undefined)[] = [];

describe('a managed identity (UserAssignedMsi)', () => {
  let openId: OpenId;
  const before = { ...process.env };
  beforeAll(async () => {
    openId = await startOpenId();
    process.env.IDENTITY_ENDPOINT = openId.identityEndpoint;
    process.env.IDENTITY_HEADER = IDENTITY_SECRET;
  });
  afterAll(async () => {
    process.env.IDENTITY_ENDPOINT = before.IDENTITY_ENDPOINT ?? '';
    process.env.IDENTITY_HEADER = before.IDENTITY_HEADER ?? '';
    await openId.stop();
  });

  it('gives the bot its token, and the bot shows it to the connector: from a press to a card in another chat', async () => {
    const town = await startTown({ openId });
    town.connector.onRequest = (request) => authorizations.push(request.headers.authorization);
    const officer = await town.contact('partySecurityOfficer', 'S');
    const eva = town.person('7e57da7a-0000-4000-8000-000000000040', 'Eva Norrlycke', 'eva@kommun.example');
    await eva.install();
    await eva.say('rapportera hot');
    await eva.press(FIRST.alarm('S'));
    expect(officer.text(officer.newest())).toContain('Någon behöver dig nu');
    expect(new Set(authorizations)).toEqual(new Set(['Bearer from-the-identity']));
    expect(authorizations.length).toBeGreaterThan(5);
    for (const { url, secret } of openId.asked) {
      expect(secret).toBe(IDENTITY_SECRET);
      const asked = new URLSearchParams(url);
      expect(asked.get('resource')).toMatch(/^https:\/\/api\.botframework\.com/);
      expect(asked.get('client_id')).toBe('7e57da7a-0000-4000-8000-00000000b07b');
    }
    // Kept by the library, not asked for at each send.
    expect(openId.asked.length).toBeGreaterThan(0);
    expect(openId.asked.length).toBeLessThan(authorizations.length);
    await town.stop();
  });

  it('lets the same alarm have one effect, however often it comes and whatever it is called', async () => {
    const town = await startTown({ openId });
    const officer = await town.contact('partySecurityOfficer', 'S');
    const eva = town.person('7e57da7a-0000-4000-8000-000000000040', 'Eva Norrlycke', 'eva@kommun.example');
    await eva.install();
    const before = officer.chat().length;
    const alarm = (id: string) =>
      eva.post({
        id,
        type: 'invoke',
        name: 'adaptiveCard/action',
        replyToId: 'card-1',
        value: {
          action: {
            type: 'Action.Execute',
            verb: 'alarmParty',
            data: { draft: 'abcdefgh12345678'.padEnd(26, '0'), party: 'S' },
          },
        },
      });
    const first = await alarm('same');
    expect(first.body.statusCode).toBe(200);
    const answers = await Promise.all([alarm('same'), alarm('same'), alarm('another'), alarm('third')]);
    await town.idle();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(answers.map(({ body }) => 'value' in body)).toEqual([true, true, true, true]);
    expect(await town.tables.index.of(eva.userId, 10)).toHaveLength(1);
    const { entries } = await town.tables.incidents.history('abcdefgh12345678'.padEnd(26, '0'));
    // Two presses more are added to the ladder that runs: nobody is told anew, and no clock moves.
    expect(entries.map(({ act }) => act)).toEqual(['raiseAlarm', 'callNow', 'callNow']);
    expect(officer.chat()).toHaveLength(before + 1);
    await town.stop();
  });
});
