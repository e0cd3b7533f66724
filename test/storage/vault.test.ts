import { type KeptText, keyParts, VaultWrap } from '../../src/storage/sealing/keyVaultWrap';
import { type FakeVault, KEY_ID, startVault } from '../support/fakeVault';
import { type Opened, openForTest } from './opened';
import { reread, sampleIncident, stored } from './samples';

const HOUR = 3_600_000;

let opened: Opened;
let vault: FakeVault;
beforeEach(async () => {
  [opened, vault] = await Promise.all([openForTest(), startVault()]);
});
afterEach(async () => {
  await vault.stop();
});

const later = (ms: number) => {
  opened.clock.now += ms;
};
/** A process of the bot with the vault's key. */
const process = (keyId = KEY_ID) =>
  opened.again({
    wrap: (kept: KeptText) => new VaultWrap({ ...vault.options(() => opened.clock.now), keyId, kept }),
  });
const versions = async () => {
  const found: unknown[] = [];
  for await (const row of opened.raw('keys').listEntities()) found.push(row.version);
  return found;
};
const unwraps = () => vault.calls.filter((call) => call === 'POST unwrapkey').length;

describe('the wrapping key in Key Vault', () => {
  it('wraps here, with the public half; unwraps there, once in five minutes', async () => {
    await stored(process().incidents);
    expect(unwraps()).toBe(0);
    const other = process();
    for (let round = 0; round < 3; round++) await reread(other.incidents, 'inc-1');
    expect(unwraps()).toBe(1);
    later(6 * 60_000);
    expect((await reread(other.incidents, 'inc-1')).incident).toEqual(sampleIncident());
    expect(unwraps()).toBe(2);
  });

  it('down: a report is saved and what is held can be read; back: another process reads it', async () => {
    const bot = process();
    await stored(bot.incidents);
    vault.goDown();
    later(HOUR);
    await stored(bot.incidents, sampleIncident('inc-2'));
    expect((await reread(bot.incidents, 'inc-1')).incident.id).toBe('inc-1');
    await expect(process().incidents.read('inc-2')).rejects.toThrow('could not be unwrapped');
    vault.comeBack();
    expect((await reread(process().incidents, 'inc-2')).incident).toEqual(sampleIncident('inc-2'));
    const before = unwraps();
    later(60_000);
    await reread(bot.incidents, 'inc-1');
    expect(unwraps()).toBe(before + 1);
  });

  it('down for more than a day: what is held is let go', async () => {
    const bot = process();
    await stored(bot.incidents);
    vault.goDown();
    later(25 * HOUR);
    await expect(bot.incidents.read('inc-1')).rejects.toThrow('could not be unwrapped');
  });

  it('all keys that an alarm needs are unwrapped beforehand; those that cannot be are counted', async () => {
    const people = ['person1', 'person2', 'person3'];
    for (const person of people) await process().people.save({ person, name: 'Kim' });
    const other = process();
    await other.warm();
    const before = unwraps();
    expect(before).toBeGreaterThanOrEqual(people.length);
    for (const person of people) expect(await other.people.read(person)).toBeDefined();
    expect(unwraps()).toBe(before);
    vault.goDown();
    const failing = process().warm();
    await expect(failing).rejects.toThrow(`${before} of ${before} keys could not be unwrapped beforehand.`);
  });

  it('down when the bot starts: the public half was kept, so a new incident can still be written', async () => {
    await stored(process().incidents);
    vault.goDown();
    const restarted = process();
    await restarted.incidents.insert({ incident: sampleIncident('inc-2') });
    vault.comeBack();
    expect((await reread(process().incidents, 'inc-2')).incident.id).toBe('inc-2');
  });

  it('a public half that somebody put into the tables is not used', async () => {
    await stored(process().incidents);
    const row = await opened.raw('settings').getEntity<{ value: string }>('settings', 'wrappingKey');
    const forged = row.value.replace(/"n":"..../, '"n":"AAAA');
    expect(forged).not.toBe(row.value);
    await opened
      .raw('settings')
      .updateEntity({ partitionKey: 'settings', rowKey: 'wrappingKey', value: forged }, 'Replace');
    vault.goDown();
    await expect(process().incidents.insert({ incident: sampleIncident('inc-2') })).rejects.toThrow(
      'Key Vault did not answer',
    );
  });

  it('refuses: what is held is not used past its time', async () => {
    const bot = process();
    await stored(bot.incidents);
    vault.removeVersion('1'.padStart(32, 'a'));
    later(6 * 60_000);
    await expect(bot.incidents.read('inc-1')).rejects.toThrow('could not be unwrapped');
  });
});

describe('the operators’ log', () => {
  it('has one line in half a minute of what the vault refuses, and one of its silence, with no key’s name', async () => {
    const lines: { event: string }[] = [];
    const log = { error: (fields: object, event: string) => lines.push({ ...fields, event }) };
    const logging = () =>
      opened.again({
        wrap: (kept: KeptText) => new VaultWrap({ ...vault.options(() => opened.clock.now), kept, log }),
      });
    for (const id of ['inc-1', 'inc-2']) await stored(process().incidents, sampleIncident(id));
    vault.removeVersion('1'.padStart(32, 'a'));
    const bot = logging();
    for (const id of ['inc-1', 'inc-2']) await expect(bot.incidents.read(id)).rejects.toThrow();
    expect(lines).toEqual([{ event: 'vaultRefused', doing: 'unwrap' }]);
    lines.length = 0;
    later(60_000);
    vault.goDown();
    await expect(bot.incidents.read('inc-2')).rejects.toThrow();
    await expect(bot.incidents.read('inc-2')).rejects.toThrow();
    expect(lines).toEqual([{ event: 'vaultSilent', doing: 'unwrap' }]);
  });
});

describe('a new version of the wrapping key', () => {
  it('wraps what is new within an hour, and what is old when it is used', async () => {
    const bot = process();
    await stored(bot.incidents);
    const second = vault.addVersion();
    later(2 * HOUR);
    await reread(bot.incidents, 'inc-1');
    expect(await versions()).toEqual([`wrapping.${second}`]);
    vault.removeVersion('1'.padStart(32, 'a'));
    expect((await reread(process().incidents, 'inc-1')).incident).toEqual(sampleIncident());
  });

  it('wraps all anew by `npm run rewrap`, once', async () => {
    const bot = process();
    for (const id of ['inc-1', 'inc-2', 'inc-3']) await stored(bot.incidents, sampleIncident(id));
    const second = vault.addVersion();
    const tool = process();
    expect(await tool.rewrap()).toEqual({ count: 3, faults: [] });
    expect(await tool.rewrap()).toEqual({ count: 0, faults: [] });
    expect(await versions()).toEqual(Array(3).fill(`wrapping.${second}`));
  });

  it('wrapped anew by the tool is not wrapped back by a bot that has not heard of the new version', async () => {
    const bot = process();
    await stored(bot.incidents);
    const second = vault.addVersion();
    await process().rewrap();
    // The bot's own key is forgotten after five minutes, and unwrapped anew.
    for (let time = 0; time < 4; time++) {
      later(6 * 60_000);
      await reread(bot.incidents, 'inc-1');
      expect(await versions()).toEqual([`wrapping.${second}`]);
    }
    vault.removeVersion('1'.padStart(32, 'a'));
    expect((await reread(process().incidents, 'inc-1')).incident).toEqual(sampleIncident());
  });

  it('is not taken when the setting names a version', async () => {
    const first = '1'.padStart(32, 'a');
    vault.addVersion();
    await stored(process(`${KEY_ID}/${first}`).incidents);
    expect(await versions()).toEqual([`wrapping.${first}`]);
  });
});

describe("a key's address", () => {
  it.each([
    'http://trygg.vault.azure.net/keys/wrapping',
    'https://trygg.vault.azure.net/secrets/x',
    'wrapping',
  ])('is not %s', (keyId) => {
    expect(() => keyParts(keyId)).toThrow('is named by');
  });

  it('a key that names another vault, another version or none is not asked for anywhere', async () => {
    const bot = process();
    await stored(bot.incidents);
    const row = await opened.raw('keys').getEntity('inc-1', 'key');
    for (const version of ['../../evil.example', 'other.1', undefined]) {
      const { wrapped, code } = row;
      await opened
        .raw('keys')
        .updateEntity({ partitionKey: 'inc-1', rowKey: 'key', wrapped, code, version }, 'Replace');
      await expect(process().incidents.read('inc-1')).rejects.toThrow('was not written by this bot');
    }
    expect(unwraps()).toBe(0);
  });
});
