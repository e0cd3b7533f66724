import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { openProduction, type Production } from './ground';

/*
 * A fresh build, started as in production, without packages of development: real settings, the real SDKs, signed callers.
 * Only where its calls lead to is another matter (redirect.cjs).
 */

const EVA = {
  id: '7e57da7a-0000-4000-8000-000000000040',
  name: 'Eva Norrlycke',
  email: 'eva@kommun.example',
};

let production: Production;
const copies = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
beforeAll(async () => {
  production = await openProduction();
});
afterAll(async () => {
  await production.stop();
  rmSync(copies, { recursive: true });
});

const post = (port: number, authorization?: string, more: object = {}) =>
  fetch(`http://127.0.0.1:${port}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) },
    body: JSON.stringify({
      id: 'in-stranger',
      type: 'message',
      text: 'rapportera hot',
      channelId: 'msteams',
      serviceUrl: production.service,
      from: { id: '29:x', name: 'X', aadObjectId: EVA.id },
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: {
        id: 'chat-x',
        conversationType: 'personal',
        tenantId: production.settings.MicrosoftAppTenantId,
      },
      channelData: { tenant: { id: production.settings.MicrosoftAppTenantId } },
      ...more,
    }),
  });

describe('a start in production', () => {
  it('is driven by signed callers from an alarm to its acknowledgement, and stops when asked to', async () => {
    const bot = production.start();
    const port = await bot.port;
    const officer = await production.contact(port, 'partySecurityOfficer', 'S');
    const eva = production.person(port, EVA.id, EVA.name, EVA.email);
    await eva.install();
    await eva.say('rapportera hot');
    await production.until(() => eva.has(FIRST.alarm('S')));
    await eva.press(FIRST.alarm('S'));
    await production.until(() => officer.has(BUTTON.acknowledge));
    await officer.press(BUTTON.acknowledge);
    await production.until(() => eva.text(eva.newest()).includes(officer.name));
    expect(officer.text()).toContain(EVA.name);
    const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect([ready.status, await ready.json()]).toMatchObject([200, { agenda: { late: 0, listFaults: 0 } }]);
    // The bot's own token is that of its managed identity; nobody else was let in to the tables.
    expect(production.proxy.refused).toEqual([]);
    expect(production.openId.asked.length).toBeGreaterThan(0);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.lines.at(-1)?.msg).toBe('stopped');
    // An alert to the operator is the routine's own word: nobody else has the bot here.
    expect(bot.lines.filter(({ level, msg }) => level >= 50 && msg !== 'operatorAlert')).toEqual([]);
  });

  it('turns away whoever does not show a token of the connector for this bot, service and tenant', async () => {
    const bot = production.start();
    const port = await bot.port;
    const { openId, service } = production;
    const before = production.connector.messages.length;
    const bearer = (...given: Parameters<typeof openId.token>) => `Bearer ${openId.token(...given)}`;
    const statuses = await Promise.all(
      [
        post(port),
        post(port, 'Bearer no.to.ken'),
        post(port, bearer(service, {}, {}, openId.keys.other)),
        post(port, bearer(service, { aud: EVA.id })),
        post(port, bearer(service, { exp: 1 })),
        post(port, bearer('https://other.example/')),
      ].map(async (answer) => (await answer).status),
    );
    expect(statuses).toEqual([401, 401, 401, 401, 401, 403]);
    const foreign = {
      channelData: { tenant: { id: EVA.id } },
      conversation: { id: 'chat-x', conversationType: 'personal', tenantId: EVA.id },
    };
    expect((await post(port, bearer(service), foreign)).status).toBe(200);
    // Hosts of the connector alone are spoken to, also where the token agrees with the activity.
    const loopback = production.connector.serviceUrl;
    await post(port, bearer(loopback), { serviceUrl: loopback });
    expect(production.connector.messages).toHaveLength(before);
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });

  it('with faulty settings ends at once and names them all, those of the contact list’s file too', async () => {
    const bot = production.start({
      MicrosoftAppId: '',
      INDEX_SECRET: 'short',
      SWEEP_SECONDS: '0',
      ToBotFromChannelOpenIdMetadataUrl: 'https://x.example',
      TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true',
      NODE_ENV: 'development',
      CONTACT_LIST: '/no/such/file',
    });
    expect(await bot.ended).toBe(1);
    for (const name of [
      'MicrosoftAppId',
      'INDEX_SECRET',
      'SWEEP_SECONDS',
      'ToBotFromChannelOpenIdMetadataUrl',
      'TABLES_CONNECTION_STRING',
      'NODE_ENV',
      'CONTACT_LIST',
    ])
      expect(bot.errors()).toContain(name);
    expect(bot.errors()).not.toContain('short');
    expect(bot.lines).toEqual([]);
  });
});

describe('an operator’s command of the build', () => {
  it.each([
    ['plan', ['almsjo'], 'Almsjö'],
    ['rewrap', [], '0 keys were wrapped anew'],
    ['verifyLog', [], 'all is whole'],
    ['exportLog', ['--list'], 'operator,act,put,16'],
    ['personData', ['--person', EVA.id, '--by', 'Kim', '--purpose', 'Begäran'], '1 incidents, 0 drafts'],
    ['maintenance/start', ['--list'], 'Nothing is planned'],
    ['backup', ['--to', copies], 'sealed as they stand'],
    ['restore', ['--from', copies], '0 rows and 0 files were put back'],
  ])('%s runs without packages of development', async (program, options, says) => {
    const { status, stdout, stderr } = await production.run(program, options);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(says);
  });
});
