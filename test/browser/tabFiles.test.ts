import type { Page } from 'playwright-core';
import { CORRECTION } from '../../src/content/texts/evidence/corrections';
import { FILE_FAULTS, GIVEN } from '../../src/content/texts/evidence/evidence';
import { TAKE } from '../../src/content/texts/printed/takeDocument';
import { TAB } from '../../src/content/texts/tab/pages';
import { STEP } from '../conversation/here';
import type { Cast } from '../conversation/support';
import { LOOKS, openFirst, pressByKeys, type Shown, type TabSight, usingTabBrowser } from './tabPages';

/* Pictures and files in the tab: given, seen and taken, in a browser. `npm run build` comes first. */

let cast: Cast;
let browser: TabSight['browser'];
let open: TabSight['open'];

const here = usingTabBrowser();
beforeEach(() => {
  ({ cast, browser, open } = here());
});

/** Chooses files and sends them. */
async function send(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files);
  await page.getByRole('button', { name: GIVEN.send(files.length), exact: true }).click();
}

/** A picture of the page itself, as a file. */
const picture = async (page: Page) => ({
  name: 'skärmbild.png',
  mimeType: 'image/png',
  buffer: await page.screenshot(),
});

async function handed(): Promise<void> {
  const { id = '' } = (await cast.town.tables.index.of(cast.officer.userId, 1))[0] ?? {};
  const message = cast.officer.chat().at(-1)?.id ?? '';
  await cast.officer.invoke(message, 'approve', { id, step: STEP.strategist.id });
  await cast.officer.invoke(message, 'endStep', { id, step: STEP.strategist.id, once: 'once1' });
}

it.each(LOOKS)(
  'are in nobody’s way in $theme at $width px: none, chosen, seen, and asked for',
  async (one) => {
    const name = (part: string) => `files-${part}-${one.theme}-${one.width}`;
    const eva = await open(cast.eva, one);
    await openFirst(eva);
    await eva.getByRole('heading', { name: GIVEN.title }).waitFor();
    await browser.look(eva, name('none'));
    const files = [
      await picture(eva),
      { name: 'för stor.bin', mimeType: '', buffer: Buffer.alloc(20 * 1024 * 1024 + 1) },
    ];
    await send(eva, files);
    await eva.getByText(FILE_FAULTS.tooBig?.(20) ?? '').waitFor();
    await eva.getByText(GIVEN.keptAll(1)).waitFor();
    await eva.getByRole('button', { name: /^Visa bilden/ }).click();
    await eva.locator('img.given').waitFor();
    await browser.look(eva, name('seen'));
    expect(await eva.evaluate<number>("document.querySelector('img.given').naturalWidth")).toBe(one.width);
    await handed();
    const strategist = await open(cast.strategist, one);
    await openFirst(strategist);
    await strategist.getByRole('button', { name: new RegExp(`^${GIVEN.take}`) }).click();
    await strategist.getByLabel(TAKE.file.purpose).fill('Till åklagaren');
    await strategist.getByRole('button', { name: TAKE.file.order }).click();
    await strategist.getByRole('button', { name: TAKE.inTab.get }).waitFor();
    await browser.look(strategist, name('ready'));
    await Promise.all([eva, strategist].map((page) => page.context().close()));
  },
);

it('by keys alone: a picture is shown and hidden, a file is taken once, and again it says how to begin anew', async () => {
  const eva = await open(cast.eva);
  await openFirst(eva);
  await send(eva, [await picture(eva)]);
  await eva.getByText(GIVEN.keptAll(1)).waitFor();
  await handed();
  const page = await open(cast.strategist);
  await pressByKeys(page, TAB.openShort);
  await page.getByRole('heading', { level: 1, name: 'Ärende 2' }).waitFor();
  await pressByKeys(page, GIVEN.look);
  await page.locator('img.given').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('img.given').waitFor({ state: 'detached' });
  await pressByKeys(page, GIVEN.take);
  await page.getByLabel(TAKE.file.purpose).fill('Till åklagaren');
  await pressByKeys(page, TAKE.file.order);
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: TAKE.inTab.get }).waitFor();
  await pressByKeys(page, TAKE.inTab.get);
  expect((await saved).suggestedFilename()).toMatch(/^Bevis 2026-.{4} 1\.png$/);
  await page.getByText(GIVEN.taken).waitFor();
  await page.reload();
  await openFirst(page);
  await page.getByRole('button', { name: new RegExp(`^${GIVEN.take}`) }).click();
  await page.getByLabel(TAKE.file.purpose).fill('Till åklagaren');
  await page.getByRole('button', { name: TAKE.file.order }).click();
  await page.getByRole('button', { name: TAKE.inTab.get }).waitFor();
  await cast.town.later(60_000);
  await page.getByRole('button', { name: TAKE.inTab.get }).click();
  await page.getByText(GIVEN.late).waitFor();
});

it('what fails stays chosen, is sent when tried again, and a file that is dropped is chosen', async () => {
  const page = await open(cast.eva);
  await openFirst(page);
  await page.route('**/api/tab/upload', (route) => route.abort());
  await send(page, [{ name: 'brev.txt', mimeType: 'text/plain', buffer: Buffer.from('ord') }]);
  await page.getByText(GIVEN.stays).waitFor();
  await page.getByText('brev.txt').waitFor();
  await page.unroute('**/api/tab/upload');
  const transfer = await page.evaluateHandle(
    "(() => { const all = new DataTransfer(); all.items.add(new File(['mer'], 'mer.txt')); return all; })()",
  );
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: transfer });
  await page.getByRole('button', { name: GIVEN.send(2), exact: true }).click();
  await page.getByText(GIVEN.keptAll(2)).waitFor();
  const { id = '' } = (await cast.town.tables.index.of(cast.eva.userId, 1))[0] ?? {};
  const { evidence = [] } = (await cast.town.tables.incidents.read(id))?.incident ?? {};
  expect(evidence.map((one) => one.name).sort()).toEqual(['brev.txt', 'mer.txt']);
  expect(await page.locator('.drop li').count()).toBe(0);
});

it.each([LOOKS[0], LOOKS.at(-1)] as Shown[])(
  'a request to put words right is made and answered in $theme at $width px',
  async (one) => {
    const lead = await open(cast.officer, one);
    await openFirst(lead);
    await lead.getByRole('button', { name: CORRECTION.button, exact: true }).first().click();
    await lead.getByRole('heading', { name: CORRECTION.title }).waitFor();
    await browser.look(lead, `corrections-none-${one.theme}-${one.width}`);
    await lead.getByRole('button', { name: CORRECTION.ask }).click();
    await lead.getByRole('textbox').first().fill('Det var inte i natt');
    await lead.getByRole('textbox').last().fill('Jag såg klockan');
    await lead.getByRole('radio').first().check();
    await browser.look(lead, `corrections-ask-${one.theme}-${one.width}`);
    await lead.getByRole('button', { name: CORRECTION.send }).click();
    await lead.getByText(CORRECTION.open(1)).waitFor();
    const eva = await open(cast.eva, one);
    await openFirst(eva);
    await eva.getByRole('button', { name: CORRECTION.button, exact: true }).first().click();
    await eva.getByRole('button', { name: CORRECTION.answer, exact: true }).click();
    await eva.getByRole('button', { name: CORRECTION.save }).waitFor();
    await browser.look(eva, `corrections-answer-${one.theme}-${one.width}`);
  },
);

it('a link leads to the question why the document is taken, and from there to the incident and the list', async () => {
  await handed();
  const { id = '' } = (await cast.town.tables.index.of(cast.officer.userId, 1))[0] ?? {};
  const query = `&page=document.${id}`;
  const page = await open(cast.strategist, {}, query);
  await page.getByLabel(TAKE.purpose).waitFor();
  await browser.look(page, 'document-linked');
  await page.getByLabel(TAKE.purpose).fill('Till diariet');
  await page.getByRole('button', { name: TAKE.order, exact: true }).click();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: TAKE.inTab.get }).click();
  expect((await saved).suggestedFilename()).toMatch(/^Incidentrapport 2026-.{4}\.docx$/);
  await page.locator('.way-back').click();
  await page.locator('.way-back').click();
  await page.getByRole('heading', { level: 1, name: TAB.pages.inbox }).waitFor();
});
