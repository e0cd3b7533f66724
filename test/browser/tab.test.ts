import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { linksPage } from '../../src/api/present/links';
import { overviewPage } from '../../src/api/present/overview';
import { BUTTON } from '../../src/content/texts/common';
import { CSV } from '../../src/content/texts/people/listFile';
import { DRILL } from '../../src/content/texts/standing/drill';
import { OUTLOOK } from '../../src/content/texts/standing/outlook';
import { LINKS } from '../../src/content/texts/tab/links';
import { LOG_PAGE, LOG_PURPOSE, OVERVIEW } from '../../src/content/texts/tab/overview';
import { TAB } from '../../src/content/texts/tab/pages';
import { CHANNELS, KINDS } from '../../src/routine/model/codes';
import type { Figures } from '../../src/routine/rules/figures/figures';
import { overviewOf } from '../../src/routine/rules/figures/overview';
import { STEP } from '../conversation/here';
import type { Cast } from '../conversation/support';
import { LINKED } from '../support/retention';
import { LOOKS, openFirst, type TabSight, usingTabBrowser } from './tabPages';

/* The tab in a browser, served by the bot's own server, with tokens of a directory on loopback. `npm run build` comes first. */

const FILES = join(__dirname, '../../dist/tab');
const MOST_KIB = 240;

let cast: Cast;
let browser: TabSight['browser'];
let open: TabSight['open'];

const here = usingTabBrowser();
beforeEach(() => {
  ({ cast, browser, open } = here());
});

const look = (page: Page, name: string) => browser.look(page, name);

const go = async (page: Page, name: string) => {
  await page.getByRole('navigation').getByRole('button', { name }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.getByText(TAB.loading).waitFor({ state: 'hidden' });
};

it(`the first page's scripts are at most ${MOST_KIB} KiB, packed`, () => {
  const html = readFileSync(join(FILES, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)[^>]*>|<style|\son\w+=/);
  const scripts = readdirSync(FILES).filter((name) => name.endsWith('.js'));
  const bytes = scripts.reduce((sum, name) => sum + gzipSync(readFileSync(join(FILES, name))).length, 0);
  process.stdout.write(`The tab's scripts: ${Math.round(bytes / 1_024)} KiB packed\n`);
  expect(scripts.length).toBeGreaterThan(0);
  expect(bytes).toBeLessThanOrEqual(MOST_KIB * 1_024);
});

/** A year's figures as the server draws them: some too small to be shown. */
const A_YEAR = (() => {
  const one = (at: number): Figures => ({
    month: `2026-${String((at % 9) + 1).padStart(2, '0')}`,
    kinds: at % 3 === 0 ? ['threat', 'harassment'] : ['harassment'],
    channel: at % 2 === 0 ? 'social' : at % 5 === 0 ? 'phone' : 'email',
    isClosed: at > 20,
    limits: {
      acknowledged: at % 7 === 0 ? 'late' : 'met',
      company: at % 4 === 0 ? 'notApplicable' : 'met',
      talk: at > 40 ? 'pending' : at % 6 === 0 ? 'late' : 'met',
      sameDay: at % 2 === 0 ? 'notApplicable' : 'met',
    },
  });
  const all = Array.from({ length: 52 }, (_, at) => one(at));
  const overview = overviewOf('2026', all, { kinds: KINDS, channels: CHANNELS, until: '2026-09' });
  const years = ['2026', '2025'];
  return overviewPage({ kind: 'overview', year: '2026', years, overview, isCut: false, mayLink: true });
})();

/** One sender in some incidents, as the server draws it. */
const ONE_SENDER = linksPage({
  ...{ kind: 'links', ...LINKED, isCut: false },
  rows: [
    {
      kinds: ['email', 'phone'],
      known: [
        { id: 'a'.repeat(26), reference: '2026-7KQ4' },
        { id: 'b'.repeat(26), reference: '2026-8MR5' },
      ],
      others: 1,
    },
  ],
});

it.each(LOOKS)('has nothing in the way of anybody in $theme at $width px', async (one) => {
  const name = (page: string) => `${page}-${one.theme}-${one.width}`;
  const lead = await open(cast.officer, one);
  await look(lead, name('inbox'));
  await openFirst(lead);
  await look(lead, name('incident'));
  await lead.getByRole('button', { name: TAB.links.seeDeliveries }).click();
  await lead.getByRole('heading', { level: 2 }).first().waitFor();
  await look(lead, name('deliveries'));
  await lead.getByRole('button', { name: 'Ärende 2' }).first().click();
  await lead.getByRole('button', { name: TAB.links.outlook, exact: true }).click();
  await lead.getByRole('heading', { level: 2, name: OUTLOOK.title }).waitFor();
  await look(lead, name('outlook'));
  const eva = await open(cast.eva, one);
  await go(eva, TAB.pages.me);
  await look(eva, name('me'));
  await go(eva, TAB.pages.contacts);
  await look(eva, name('contacts'));
  const strategist = await open(cast.strategist, one);
  await look(strategist, name('empty'));
  await go(strategist, TAB.pages.contacts);
  await strategist.getByText(TAB.manage, { exact: true }).first().click();
  await look(strategist, name('contacts-kept'));
  await chooseList(strategist, cast.officer.name);
  await look(strategist, name('contacts-tried'));
  await strategist.getByRole('button', { name: TAB.pages.contacts }).last().click();
  await strategist.route('**/api/tab/ask', (route) => {
    const { ask } = route.request().postDataJSON();
    const json = { overview: A_YEAR, links: ONE_SENDER }[String(ask)];
    return json ? route.fulfill({ json }) : route.fallback();
  });
  await go(strategist, TAB.pages.overview);
  await strategist.getByText(OVERVIEW.table).first().click();
  await look(strategist, name('overview'));
  await strategist.getByRole('button', { name: LINKS.button }).click();
  await strategist.getByText(LINKS.others(1)).waitFor();
  await look(strategist, name('links'));
  await go(strategist, TAB.pages.improvements);
  await look(strategist, name('improvements'));
  await Promise.all([lead, eva, strategist].map((page) => page.context().close()));
});

/** Chooses a file with a changed and a faulty line: what each does is shown, and nothing is changed. */
async function chooseList(page: Page, name: string): Promise<void> {
  const rows = await cast.town.tables.contacts.read();
  const own = rows.find((row) => row.name === name);
  const heads = 'uppdrag;parti;ordning;namn;telefon;e-post;id';
  const line = `Partiets säkerhetsansvarig;S;1;${name};070-174 06 99;${own?.email ?? ''};${own?.id ?? ''}`;
  const bytes = Buffer.from(`${heads}\r\n${line}\r\nIngen post;;1;Åsa Ny;070-174 06 98;;\r\n`, 'latin1');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: bytes });
  await page.getByText(CSV.faulty).waitFor();
  await page.getByText('Åsa Ny').first().waitFor();
  expect(await cast.town.tables.contacts.read()).toEqual(rows);
}

it('keys alone suffice to ask one whether they are reached', async () => {
  const page = await open(cast.strategist);
  await go(page, TAB.pages.contacts);
  const { name } = cast.officer;
  await page.locator(`summary[aria-label="${TAB.manageOf(name)}"]`).focus();
  await page.keyboard.press('Enter');
  const until = async (wanted: string) => {
    for (let at = 0; at < 6; at++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate<string>("document.activeElement?.getAttribute('aria-label') ?? ''");
      if (label === wanted) return page.keyboard.press('Enter');
    }
    throw new Error(`No key leads to ${wanted}.`);
  };
  await until(`${DRILL.one}: ${name}`);
  await page.getByText(DRILL.oneTitle(name, 1)).waitFor();
  expect((await cast.town.tables.municipalityState.read('town')).state.drills).toHaveLength(1);
});

it('a press in the tab changes the incident as a press on a card', async () => {
  const page = await open(cast.officer);
  await openFirst(page);
  const before = (await cast.town.tables.index.of(cast.officer.userId, 1))[0]?.id ?? '';
  const rev = (await cast.town.tables.incidents.read(before))?.incident.rev ?? 0;
  const answered = page.waitForResponse('**/api/tab/press');
  await page.getByRole('button', { name: BUTTON.approve, exact: true }).click();
  expect((await answered).status()).toBe(200);
  await cast.town.idle();
  expect((await cast.town.tables.incidents.read(before))?.incident.rev).toBeGreaterThan(rev);
});

it('what was typed stays when a save fails, and when another was quicker', async () => {
  const page = await open(cast.eva);
  await openFirst(page);
  await page.getByRole('button', { name: TAB.links.amend }).click();
  // The page of the incident has gone: its own buttons are not meant.
  await page.getByRole('heading', { name: TAB.planTitle }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: TAB.links.amend }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Vad' }).first().click();
  const box = page.getByRole('textbox').first();
  await box.fill('Nya ord om det som hände');
  await page.route('**/api/tab/press', (route) => route.abort());
  const save = page.locator('.panel').getByRole('button').filter({ hasText: BUTTON.save }).first();
  await save.click();
  await page.getByText(TAB.kept).waitFor();
  expect(await box.inputValue()).toBe('Nya ord om det som hände');
  await page.unroute('**/api/tab/press');
  await cast.officer.press(BUTTON.approve);
  await save.click();
  await page.getByText(TAB.changedTitle).waitFor();
  expect(await box.inputValue()).toBe('Nya ord om det som hände');
});

it('keys alone suffice: to the list, into the incident, and back', async () => {
  const page = await open(cast.officer);
  const pressed = async (wanted: string) => {
    for (let at = 0; at < 40; at++) {
      await page.keyboard.press('Tab');
      const name = await page.evaluate<string>(
        "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
      );
      if (name.includes(wanted)) return page.keyboard.press('Enter');
    }
    throw new Error(`No way by keys to ${wanted}`);
  };
  await pressed(TAB.openShort);
  await page.getByRole('heading', { level: 1, name: 'Ärende 2' }).waitFor();
  await pressed(`← ${TAB.pages.inbox}`);
  await page.getByRole('heading', { level: 1, name: TAB.pages.inbox }).waitFor();
});

it('a fault says what to do, and trying again mends it', async () => {
  const page = await open(cast.officer);
  await page.route('**/api/tab/ask', (route) => route.abort());
  await page.getByRole('navigation').getByRole('button', { name: TAB.pages.contacts }).click();
  await page.getByText(TAB.faults.offline ?? '').waitFor();
  browser.faults.length = 0;
  await look(page, 'fault');
  await page.unroute('**/api/tab/ask');
  await page.getByRole('button', { name: TAB.again }).click();
  await page.getByRole('heading', { level: 2, name: TAB.contactsTitle }).waitFor();
});

it('the log is asked for with a purpose, and shown as a table that axe has nothing against', async () => {
  const { id = '' } = (await cast.town.tables.index.of(cast.officer.userId, 1))[0] ?? {};
  const message = cast.officer.chat().at(-1)?.id ?? '';
  await cast.officer.invoke(message, 'approve', { id, step: STEP.strategist.id });
  await cast.officer.invoke(message, 'endStep', { id, step: STEP.strategist.id, once: 'once1' });
  const page = await open(cast.strategist, { width: 320 });
  await openFirst(page);
  await page.getByRole('button', { name: TAB.links.readLog, exact: true }).click();
  await page.getByLabel(LOG_PURPOSE.purpose).fill('Uppföljning');
  await page.getByRole('button', { name: LOG_PAGE.read }).click();
  await page.getByRole('cell', { name: 'Uppföljning' }).waitFor();
  await look(page, 'log-320');
  expect(
    await page.evaluate<number[]>(
      "[...document.querySelectorAll('.scrolled')].map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)",
    ),
  ).toEqual([0]);
  await page.setViewportSize({ width: 1_280, height: 900 });
  await look(page, 'log-1280');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: LOG_PAGE.csv }).click();
  expect((await saved).suggestedFilename()).toMatch(/^Logg 2026-.{4}\.csv$/);
});
