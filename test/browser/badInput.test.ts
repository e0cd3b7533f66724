import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createLog } from '../../src/config/log';
import { BUTTON, COMMON, TROUBLE } from '../../src/content/texts/common';
import { DETAILS, LISTS } from '../../src/content/texts/pages';
import { FIRST, HELP, REPORT } from '../../src/content/texts/report';
import { NOTES } from '../../src/content/texts/standing/noting';
import { type Playground, startPlayground } from '../../src/sandbox/playground';
import { PEOPLE } from '../evenings/stage';
import {
  CHROMIUM,
  cards,
  chooseOption,
  fill,
  inputOf,
  openPlayground,
  press,
  pressHidden,
  say,
} from '../support/playgroundPage';
import { type Sandbox, startSandbox } from '../support/sandbox';

/*
 * What people type that nobody thought of, and old cards, in the real client. The Playgrounds outlive the bot, as Teams does:
 * it is stopped and started again under them.
 */

const PORT = 56_650;
const TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';
/** A link, a template's expression, mark-up and an emoji, as nobody may ever read them but as they stand. */
const ODD = '[länk](http://x.example) ${1+1} <b>hej</b> **fet** 😀';
const LONG = 'ab cd '.repeat(1_700).slice(0, 10_000);

let browser: Browser;
let sandbox: Sandbox;
const folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-odd-'));
const playgrounds: Playground[] = [];

const startBot = (port: string): Promise<Sandbox> =>
  startSandbox({ PORT: port, SANDBOX_DATA: folder, SANDBOX_PLAYGROUNDS: '0', LOG_LEVEL: 'error' });

/** A chat of somebody. */
async function chatOf(who: keyof typeof PEOPLE): Promise<Page> {
  const playground = await startPlayground({
    port: PORT + playgrounds.length,
    persona: PEOPLE[who],
    botEndpoint: `${sandbox.botUrl}/api/messages`,
    folder: join(folder, 'chats'),
    tenantId: TENANT,
    log: createLog('warn'),
  });
  playgrounds.push(playground);
  const page = await openPlayground(browser, playground.url, 390, 2_600);
  await page.evaluate('document.documentElement.classList.add("staged")');
  return page;
}

beforeAll(async () => {
  browser = await chromium.launch({ ...CHROMIUM, headless: true });
  sandbox = await startBot('0');
  await sandbox.move({ now: '2026-12-01T09:00:00Z' });
});
afterAll(async () => {
  await browser?.close();
  for (const playground of playgrounds) await playground.stop();
  await sandbox?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const newest = (page: Page) => cards(page).last();
const sees = (page: Page, text: string) => newest(page).getByText(text).first().waitFor();
/** Titles of the buttons that show an incident of a list. */
const shown = (page: Page) =>
  newest(page)
    .getByRole('button', { name: /^Visa 20/ })
    .allInnerTexts();
/** A newer card than there was has come, and says so. */
async function answers(page: Page, text: string, sent: () => Promise<void>): Promise<void> {
  const before = await cards(page).count();
  await sent();
  await cards(page).nth(before).getByText(text).first().waitFor();
}
/** No card says that something went wrong, and nothing that was typed has become a link or a sum. */
async function expectLiteral(page: Page): Promise<void> {
  expect(await cards(page).filter({ hasText: TROUBLE.title }).count()).toBe(0);
  expect(await cards(page).locator('a[href*="x.example"], b').count()).toBe(0);
}

it('odd words in the chat, on each page of the first report, in a form and a note stay what was typed', async () => {
  const [eva, officer] = [await chatOf('politician'), await chatOf('officer')];
  for (const said of ['${1+1}', '[länk](http://x.example)', '😀😀😀', '   .'])
    await answers(eva, HELP.title, () => say(eva, said));
  await answers(eva, FIRST.title, () => say(eva, `rapportera hot ${'🙏'.repeat(40)}`));
  await press(eva, BUTTON.safe);
  await sees(eva, REPORT.youTitle);
  await chooseOption(eva, 'Ditt parti', 'Socialdemokraterna (S)');
  await fill(eva, 'Din telefon', ODD);
  await fill(eva, 'Ditt uppdrag eller din roll', ODD);
  await press(eva, BUTTON.next);
  await sees(eva, REPORT.whatTitle);
  // Nothing at all: the client itself says what is missing, and nothing is sent.
  await press(eva, BUTTON.review);
  await sees(eva, COMMON.required);
  await fill(eva, 'Vad hände', '   ');
  await press(eva, BUTTON.review);
  await sees(eva, COMMON.required);
  const full = `${ODD} ${LONG}`.slice(0, 10_000);
  await fill(eva, 'Vad hände', full);
  await press(eva, BUTTON.review);
  await sees(eva, REPORT.reviewTitle);
  await press(eva, BUTTON.back);
  await sees(eva, REPORT.whatTitle);
  expect(await (await inputOf(eva, 'Vad hände')).inputValue()).toBe(full);
  await fill(eva, 'Vad hände', ODD);
  await press(eva, BUTTON.review);
  await sees(eva, ODD);
  await expectLiteral(eva);
  await press(eva, BUTTON.send);
  await sees(eva, 'Din rapport har kommit in.');
  // A story in the chat: in danger first, and nothing of it is lost.
  await answers(eva, FIRST.title, () => say(eva, LONG));
  await sees(eva, 'Jag har sparat det i ditt utkast');
  await sees(officer, 'väntar på dig');
  await press(officer, BUTTON.acknowledge);
  await sees(officer, 'Ring den utsatte nu');
  await sees(officer, ODD);
  await press(officer, BUTTON.details);
  await sees(officer, DETAILS.title);
  await sees(officer, ODD);
  await press(officer, BUTTON.back);
  await press(officer, BUTTON.allSteps);
  await sees(officer, LISTS.nowTitle);
  await pressHidden(officer, NOTES.button);
  await sees(officer, NOTES.title);
  for (const empty of ['', '   ']) {
    await fill(officer, NOTES.field, empty);
    await press(officer, BUTTON.save);
    await sees(officer, COMMON.required);
  }
  await fill(officer, NOTES.field, full);
  await press(officer, BUTTON.save);
  await sees(officer, 'Korta texten.');
  expect(await (await inputOf(officer, NOTES.field)).inputValue()).toBe(full);
  await fill(officer, NOTES.field, ODD);
  await press(officer, BUTTON.save);
  await sees(officer, ODD);
  await expectLiteral(officer);
});

it('an old card pressed twice begins nothing anew, and a card of before a restart still answers', async () => {
  const [deputy, officer] = [await chatOf('neighbour'), await chatOf('otherOfficer')];
  await answers(deputy, FIRST.title, () => say(deputy, 'rapportera hot'));
  const alarm = newest(deputy).getByRole('button', { name: FIRST.alarm('M'), exact: true });
  await alarm.dblclick();
  await sees(deputy, 'Larmet är skickat');
  await sees(officer, 'Någon behöver dig nu');
  const asked = newest(officer);
  await sandbox.stop();
  sandbox = await startBot(new URL(sandbox.botUrl).port);
  await asked.getByRole('button', { name: BUTTON.acknowledge, exact: true }).dblclick();
  await sees(officer, 'Ring den utsatte nu');
  await sees(deputy, 'har tagit emot');
  await say(deputy, 'mina ärenden');
  await sees(deputy, LISTS.mineTitle);
  expect(await shown(deputy)).toHaveLength(1);
  await say(officer, 'mina ärenden');
  await sees(officer, LISTS.mineTitle);
  expect(await shown(officer)).toHaveLength(1);
  await Promise.all([expectLiteral(deputy), expectLiteral(officer)]);
});
