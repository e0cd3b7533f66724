import { VaultWrap } from '../../src/storage/vaultWrap';
import { type FakeVault, startVault } from '../support/fakeVault';
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
  await officer.press('Jag har tagit emot');
  expect(newest(eva)).toContain('har tagit emot');
  vault.comeBack();
  town.passReal(HOUR);
  await eva.press('Berätta vad som hänt');
  await eva.press('Granska', { 'Vad hände': `${SECRET} ringde` });
  await eva.press('Skicka');
  await officer.press('Visa uppgifter');
  expect(view(officer)).toContain(SECRET);
});
