import { BUTTON } from '../../src/content/texts/common';
import { VaultWrap } from '../../src/storage/sealing/keyVaultWrap';
import { type FakeVault, startVault } from '../support/fakeVault';
import { NAME } from './here';
import { alarm, newest, openCast, SECRET, view } from './support';

const HOUR = 3_600_000;

let vault: FakeVault;
beforeEach(async () => {
  vault = await startVault();
});
afterEach(() => vault.stop());

it('the vault is down for hours: an alarm goes out and is taken; back: it can be read', async () => {
  const { town, eva, officer } = await openCast({
    wrap: (realNow) => (kept) => new VaultWrap({ ...vault.options(realNow), kept }),
  });
  await town.tables.warm();
  vault.goDown();
  town.passReal(6 * HOUR);
  await alarm(eva);
  expect(view(eva)).toContain('Larmet är skickat');
  expect(newest(officer)).toContain('Jag har tagit emot');
  await officer.press(BUTTON.acknowledge);
  expect(newest(eva)).toContain('har tagit emot');
  vault.comeBack();
  town.passReal(HOUR);
  await eva.press(BUTTON.tell);
  await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde` });
  await eva.press(BUTTON.send);
  await officer.press(BUTTON.details);
  expect(view(officer)).toContain(SECRET);
});

it('the vault is down and the bot starts anew: it serves, says whom to ring, keeps the alarm and tells it later', async () => {
  const { town, eva, officer } = await openCast({
    wrap: (realNow) => (kept) => new VaultWrap({ ...vault.options(realNow), kept }),
  });
  vault.goDown();
  // Longer than any key is held in memory.
  town.passReal(25 * HOUR);
  await town.restart();
  await eva.say('kontaktlista');
  expect(eva.text()).toContain(NAME.strategist);
  const before = officer.chat().length;
  await alarm(eva);
  const answer = view(eva);
  expect(answer).toContain(NAME.officer);
  expect(JSON.stringify(eva.sees())).toContain('tel:');
  expect(answer).not.toContain('Något gick fel');
  // Pressed again, the same alarm.
  await town.later(60_000);
  expect(officer.chat()).toHaveLength(before);
  // What cannot be read now says what to do meanwhile, and shows nothing.
  const shown = await officer.invoke(officer.chat()[0]?.id ?? '', 'round', {});
  expect(officer.text(shown.card)).toContain('Fara nu? Ring 112.');
  vault.comeBack();
  town.passReal(60_000);
  await town.later(60_000);
  expect(newest(officer)).toContain('Jag har tagit emot');
  await officer.press(BUTTON.acknowledge);
  expect(newest(eva)).toContain('har tagit emot');
  expect(await town.tables.index.of(eva.userId, 10)).toHaveLength(1);
  const events = town.log.lines.map((line) => String(JSON.parse(line).event));
  expect(events).toContain('beginFailed');
  // All of them say that keys could not be had, and that is what happened.
  const failed = town.log.lines.filter((line) => line.includes('"level":"error"'));
  expect(
    failed.filter((line) => !line.includes('KeysUnavailable') && !line.includes('operatorAlert')),
  ).toEqual([]);
  town.log.lines.splice(0);
});
