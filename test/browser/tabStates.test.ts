import type { Page } from 'playwright-core';
import { BUTTON } from '../../src/content/texts/common';
import { CSV } from '../../src/content/texts/people/listFile';
import { MOVE_DAY } from '../../src/content/texts/standing/moveDay';
import { OUTLOOK } from '../../src/content/texts/standing/outlook';
import { IMPROVING, OVERVIEW } from '../../src/content/texts/tab/overview';
import { TAB } from '../../src/content/texts/tab/pages';
import { ROUND } from '../../src/content/texts/timed';
import { STEP } from '../conversation/here';
import type { Cast } from '../conversation/support';
import { LOOKS, openFirst, type TabSight, usingTabBrowser } from './tabPages';

/* The tab's pages filled, empty, in error and with a form open; and what a person sees while something is under way. */

let cast: Cast;
let id: string;
let browser: TabSight['browser'];
let open: TabSight['open'];

const here = usingTabBrowser();
beforeEach(() => {
  ({ cast, id, browser, open } = here());
});

const place = (page: Page, name: string) => page.getByRole('navigation').getByRole('button', { name });

/** The pages of the menu, each with something that stands on it when it is empty. */
const PLACES = [
  TAB.pages.inbox,
  TAB.pages.me,
  TAB.pages.contacts,
  TAB.pages.overview,
  TAB.pages.improvements,
];

/** Left edges of what is called so, in the rows of *Kontakter*. */
const edgesOf = (page: Page, part: string): Promise<number[]> =>
  page.evaluate<number[]>(
    `[...document.querySelectorAll('.contact .${part}')].map((one) => Math.round(one.getBoundingClientRect().left))`,
  );

describe.each(LOOKS)('in $theme at $width px', (shown) => {
  const name = (page: string) => `${page}-${shown.theme}-${shown.width}`;

  it('the chief executive has pages with nothing in the way, and the rows of a list stand below each other', async () => {
    const chief = await open(cast.chief, shown);
    await browser.look(chief, name('chief-inbox'));
    const strategist = await open(cast.strategist, shown);
    for (const page of [chief, strategist]) {
      await place(page, TAB.pages.contacts).click();
      await page.getByRole('heading', { level: 2, name: TAB.contactsTitle }).waitFor();
    }
    await browser.look(chief, name('chief-contacts'));
    await strategist.getByText(TAB.manage, { exact: true }).first().click();
    await browser.look(strategist, name('contacts-rows'));
    for (const part of ['row-words', 'stand', 'ways', 'manage']) {
      expect([part, new Set(await edgesOf(strategist, part)).size]).toEqual([part, 1]);
      expect([part, new Set(await edgesOf(chief, part)).size <= 1]).toEqual([part, true]);
    }
    await Promise.all([chief, strategist].map((page) => page.context().close()));
  });

  it('nothing is in the way of anybody: filled, with a form open, and closed again', async () => {
    const talk = { kind: 'followUp', heldOn: '2026-11-24', attendees: 'Lena', more: 'yes' };
    await cast.officer.invoke('', 'addTalk', { id, ...talk, plannedFor: '2026-12-03', once: 't1' });
    await cast.strategist.invoke('', 'follow', { id });
    const lead = await open(cast.officer, shown);
    await lead.getByText(TAB.manage, { exact: true }).last().click();
    await browser.look(lead, name('inbox-manage'));
    await lead
      .getByRole('button', { name: new RegExp(`^${BUTTON.moveDay}`) })
      .first()
      .click({ force: true });
    await lead.getByRole('heading', { name: MOVE_DAY.title }).waitFor();
    await browser.look(lead, name('move-day'));
    const strategist = await open(cast.strategist, shown);
    await strategist.getByRole('heading', { name: TAB.followedTitle }).waitFor();
    await browser.look(strategist, name('inbox-followed'));
    await openFirst(strategist);
    await strategist.getByRole('button', { name: OUTLOOK.unfollow }).waitFor();
    await browser.look(strategist, name('incident-followed'));
    await Promise.all([lead, strategist].map((page) => page.context().close()));
  });

  it('nothing is in the way of anybody: empty, and in error, on every page', async () => {
    const page = await open(cast.strategist, shown);
    await page.getByLabel(TAB.filters.state).selectOption('closed');
    await page.getByRole('button', { name: TAB.searchDo }).click();
    await page.getByText(TAB.searchNone).waitFor();
    await browser.look(page, name('inbox-none'));
    await place(page, TAB.pages.me).click();
    await page.getByText(TAB.ownNone).waitFor();
    await browser.look(page, name('me-none'));
    await place(page, TAB.pages.improvements).click();
    await page.getByText(IMPROVING.none).waitFor();
    await browser.look(page, name('improvements-none'));
    await page.route('**/api/tab/ask', (route) => route.abort());
    for (const [at, one] of PLACES.entries()) {
      await place(page, one).click();
      await page.getByRole('heading', { level: 1, name: one }).waitFor();
      await page.getByText(TAB.faults.offline ?? '').waitFor();
      browser.faults.length = 0;
      await browser.look(page, name(`fault-${at}`));
    }
    await page.context().close();
  });
});

it('the answer to a press stays beside what is fetched anew, until it is closed', async () => {
  await cast.officer.invoke('', 'approve', { id, step: STEP.strategist.id });
  const page = await open(cast.officer);
  await openFirst(page);
  // A refusal is an answer that the page, fetched anew, does not have.
  await page.route('**/api/tab/press', async (route) => {
    const response = await route.fetch();
    const answer = await response.json();
    answer.view.data.problem = 'Ett svar att läsa';
    await route.fulfill({ response, json: answer });
  });
  const anew = page.waitForResponse('**/api/tab/ask');
  await page.locator('.panel').getByRole('button').first().click();
  await anew;
  await page.getByText('Ett svar att läsa').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByText('Ett svar att läsa').isVisible()).toBe(true);
  expect(await page.locator('.panel[aria-live=polite]').count()).toBe(1);
  await page.getByRole('button', { name: TAB.closeAnswer }).click();
  await page.getByText('Ett svar att läsa').waitFor({ state: 'hidden' });
});

it('what takes a while says so, and a second press meanwhile sends nothing', async () => {
  const page = await open(cast.officer);
  await openFirst(page);
  let sent = 0;
  let letGo = () => {};
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/tab/press', async (route) => {
    sent += 1;
    await held;
    await route.continue();
  });
  const approve = page.getByRole('button', { name: BUTTON.approve, exact: true });
  await approve.dblclick();
  await page.getByText(TAB.saving).waitFor();
  await approve.click({ force: true });
  expect(sent).toBe(1);
  letGo();
  await page.getByText(TAB.saving).waitFor({ state: 'hidden' });
  // A page that is fetched says the same.
  const asked = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/api/tab/ask', async (route) => {
    await asked;
    await route.continue();
  });
  await page.getByRole('button', { name: `← ${TAB.pages.inbox}` }).click();
  await page.getByText(TAB.loading).waitFor();
  letGo();
  await page.getByText(TAB.loading).waitFor({ state: 'hidden' });
});

it('a file that could not be read in stays chosen, and is tried once more', async () => {
  const page = await open(cast.strategist);
  await place(page, TAB.pages.contacts).click();
  await page.getByRole('heading', { name: TAB.contactsTitle }).waitFor();
  await page.route('**/api/tab/press', (route) => route.abort());
  const bytes = Buffer.from('uppdrag;namn\r\nIngen post;Åsa Ny\r\n');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'lista.csv', mimeType: 'text/csv', buffer: bytes });
  await page.getByText(TAB.faults.offline ?? '').waitFor();
  await page.unroute('**/api/tab/press');
  await page.getByRole('button', { name: CSV.tryAgain('lista.csv') }).click();
  await page.getByText('Åsa Ny').first().waitFor();
});

it('keys alone suffice to put one thing off, and the row says until when', async () => {
  const page = await open(cast.officer);
  const summary = page.locator('.manage summary').last();
  await summary.focus();
  await page.keyboard.press('Enter');
  const later = page.getByRole('button', { name: new RegExp(`^${ROUND.snooze}`) }).last();
  await later.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: ROUND.snoozeTitle }).waitFor();
  await page.getByRole('button', { name: ROUND.save }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Jag påminner dig').waitFor();
  await page.getByRole('button', { name: `← ${TAB.pages.inbox}` }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/Påminns/)
    .first()
    .waitFor();
});

it('a year is a line beside its bars, fetched only where it is shown, with the table behind it', async () => {
  const page = await open(cast.strategist, { width: 320 });
  const scripts: string[] = [];
  page.on('request', (request) => request.url().endsWith('.js') && scripts.push(request.url()));
  await place(page, TAB.pages.contacts).click();
  await page.getByRole('heading', { name: TAB.contactsTitle }).waitFor();
  expect(scripts).toEqual([]);
  await place(page, TAB.pages.overview).click();
  await page.locator('.chart').waitFor();
  expect(scripts).toHaveLength(1);
  expect(await page.getByText(OVERVIEW.table).count()).toBeGreaterThan(3);
});
