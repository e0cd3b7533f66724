/**
 * A persona's Playground page, driven in a browser. Always the newest fitting thing on the page is used, since
 * older cards stay in the chat. What an answer looks like is for the caller to wait for:
 * `page.getByText(…).waitFor()`.
 */
import type { Browser, Frame, Locator, Page } from 'playwright-core';

/** Debian's Chromium; the switches that keep it off the network. */
export const CHROMIUM = {
  executablePath: '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** Milliseconds for what a page waits for: a little less than Jest's own guard, so that it says what did not come. */
export const PATIENCE = 240_000;

/** Opens the page, which sends `installationUpdate` to the bot, and closes its log panel. */
export async function openPlayground(
  browser: Browser,
  url: string,
  width: number,
  height: number,
): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height } });
  page.setDefaultTimeout(PATIENCE);
  // Its fonts and pictures come from a public server: not needed, and a test must not wait for them.
  await page.route(
    (asked) => asked.hostname !== '127.0.0.1',
    (route) => route.abort(),
  );
  await page.goto(url);
  await messageBox(page).waitFor();
  const log = page.getByText('Log Panel', { exact: true });
  if (await log.isVisible()) await log.locator('xpath=following::button').last().click();
  return page;
}

/** Types a message to the bot and sends it. */
export async function say(page: Page, text: string): Promise<void> {
  await messageBox(page).click();
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

/** Presses the newest card button with that title. */
export async function press(page: Page, title: string): Promise<void> {
  await cards(page).getByRole('button', { name: title, exact: true }).last().click();
}

/** The client's own word for the overflow button. */
const OVERFLOW = 'More options';

/** Presses a button with that title that is behind an overflow button of the newest card. */
export async function pressHidden(page: Page, title: string): Promise<void> {
  await cards(page).last().getByRole('button', { name: OVERFLOW }).last().click();
  const item = page.getByRole('menuitem', { name: title, exact: true });
  await item
    .or(page.getByRole('button', { name: title, exact: true }))
    .last()
    .click();
}

/** How long a button in sight is waited for before those behind overflow buttons are looked at. */
const IN_SIGHT = 3_000;
const menuItem = (page: Page, title: string): Locator =>
  page.getByRole('menuitem', { name: title, exact: true }).last();
const overflowOf = (card: Locator): Locator => card.getByRole('button', { name: OVERFLOW }).last();
const inSightOn = (card: Locator, title: string): Locator =>
  card.getByRole('button', { name: title, exact: true }).last();

/** How long a menu takes to open. */
const MENU = 500;

/** Whether a card has a button with that title behind its overflow button. */
async function hides(page: Page, card: Locator, title: string): Promise<boolean> {
  if ((await overflowOf(card).count()) === 0) return false;
  await overflowOf(card).click();
  const item = menuItem(page, title);
  await item.waitFor({ timeout: MENU }).catch(() => undefined);
  const isThere = (await item.count()) > 0;
  await page.keyboard.press('Escape');
  return isThere;
}

/** The newest card that has a button with that title: in sight, else behind its overflow button. */
export async function cardWith(page: Page, title: string): Promise<Locator> {
  const button = page.getByRole('button', { name: title, exact: true });
  const shown = cards(page).filter({ has: button }).last();
  const end = Date.now() + PATIENCE;
  for (let left = IN_SIGHT; ; left = 500) {
    await shown.waitFor({ timeout: left }).catch(() => undefined);
    if ((await shown.count()) > 0) return shown;
    for (let at = (await cards(page).count()) - 1; at >= 0; at--)
      if (await hides(page, cards(page).nth(at), title)) return cards(page).nth(at);
    if (Date.now() > end) throw new Error(`No card has a button "${title}".`);
  }
}

/** Presses that button on that card, wherever on it it is. */
export async function pressOn(page: Page, card: Locator, title: string): Promise<void> {
  const shown = inSightOn(card, title);
  if ((await shown.count()) > 0) return shown.click();
  await overflowOf(card).click();
  await menuItem(page, title).click();
}

/** Writes in a text, number, date (`YYYY-MM-DD`) or time (`HH:mm`) input, found by its label. */
export async function fill(page: Page, label: string, text: string): Promise<void> {
  const input = await inputOf(page, label);
  await input.fill(text);
  await input.blur();
}

/** Chooses in a choice set of any style, or ticks a toggle, found by its label. */
export async function chooseOption(page: Page, label: string, title: string): Promise<void> {
  const input = await inputOf(page, label);
  const role = await input.getAttribute('role');
  if (role === 'combobox') {
    await input.click();
    const option = page.getByRole('option', { name: title, exact: true });
    await option.click();
    // It is chosen when the list has closed.
    await option.waitFor({ state: 'hidden' });
  } else if ((await input.getAttribute('type')) === 'checkbox') {
    await input.check();
  } else {
    await input.getByText(title, { exact: true }).click();
  }
}

/** Ticks a toggle, found by its own title. */
export async function tick(page: Page, title: string): Promise<void> {
  await cards(page).getByRole('checkbox', { name: title, exact: true }).last().check();
}

/** A screenshot of the page, as a PNG file. */
export async function screenshot(page: Page, path: string): Promise<void> {
  await page.screenshot({ path, animations: 'disabled' });
}

function messageBox(page: Page): Locator {
  return page.locator('[role=textbox][contenteditable=true]').last();
}

/** The cards in a chat. */
export function cards(page: Page | Frame): Locator {
  return page.locator('.ac-adaptiveCard');
}

/** An input, found by its label. A required input’s label ends with a star; the input's own accessible name also holds its error text. */
export async function inputOf(page: Page, label: string): Promise<Locator> {
  const words = label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const element = cards(page).locator('label.ac-richTextBlock', {
    hasText: new RegExp(`^\\s*${words}(\\s*\\*)?\\s*$`),
  });
  const id = await element.last().getAttribute('for');
  return page.locator(`[id="${id}"]`);
}
