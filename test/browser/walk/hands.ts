import { mkdirSync, readFileSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { TAKE } from '../../../src/content/texts/printed/takeDocument';
import { joined, partsOf } from '../../document/reading';
import {
  CHROMIUM,
  cards,
  chooseOption,
  fill,
  inputOf,
  openPlayground,
  press,
  say,
  tick,
} from '../../support/playgroundPage';
import { type Sandbox, startSandbox } from '../../support/sandbox';

/*
 * The hands of those who walk through a case in the real client, on a phone, and the count of what they did.
 */

/** The personas of the stage, in its order. */
export const PEOPLE = ['politician', 'officer', 'deputy', 'otherOfficer', 'strategist', 'chief'] as const;
export type Walker = (typeof PEOPLE)[number];

/** Taps on buttons, taps on choices (a list that opens takes two), and texts typed, commands among them. */
export interface Count {
  buttons: number;
  choices: number;
  texts: number;
}

/** A phone's width; so high that a card is seen whole. */
const PHONE = { width: 390, height: 2_600 };
/** Where the pictures go; not kept in the repository. */
const PICTURES = process.env.PICTURES ?? '.sandbox/pictures';

export class Hands {
  readonly counts = Object.fromEntries(
    PEOPLE.map((who) => [who, { buttons: 0, choices: 0, texts: 0 }]),
  ) as Record<Walker, Count>;
  private readonly pages = {} as Record<Walker, Page>;
  private taken = 0;

  private constructor(
    private readonly name: string,
    private readonly sandbox: Sandbox,
    private readonly browser: Browser,
  ) {}

  /** Six phones with an empty municipality, at a time of the routine's clock (ISO 8601). */
  static async at(name: string, now: string, port: number): Promise<Hands> {
    const env = { PORT: '0', SANDBOX_DATA: 'memory', LOG_LEVEL: 'error', PLAYGROUND_PORT: String(port) };
    const browser = await chromium.launch({ ...CHROMIUM, headless: true });
    const sandbox = await startSandbox(env);
    await sandbox.move({ now });
    const hands = new Hands(name, sandbox, browser);
    mkdirSync(PICTURES, { recursive: true });
    for (const [index, who] of PEOPLE.entries()) {
      const page = await openPlayground(hands.browser, sandbox.urls[index] ?? '', PHONE.width, PHONE.height);
      // As on the stage: the chat alone, as wide as the phone.
      await page.evaluate('document.documentElement.classList.add("staged")');
      hands.pages[who] = page;
    }
    return hands;
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.sandbox.stop();
  }

  until(now: string): Promise<void> {
    return this.sandbox.move({ now });
  }

  async say(who: Walker, text: string): Promise<void> {
    this.counts[who].texts += 1;
    await say(this.pages[who], text);
  }

  async press(who: Walker, title: string): Promise<void> {
    this.counts[who].buttons += 1;
    await press(this.pages[who], title);
  }

  /** Presses the newest button whose title is like that, where a reference stands in it. */
  async pressFirst(who: Walker, title: RegExp): Promise<void> {
    this.counts[who].buttons += 1;
    await cards(this.pages[who]).last().getByRole('button', { name: title }).first().click();
  }

  async write(who: Walker, label: string, text: string): Promise<void> {
    this.counts[who].texts += 1;
    await fill(this.pages[who], label, text);
  }

  async choose(who: Walker, label: string, title: string): Promise<void> {
    const opens = (await (await inputOf(this.pages[who], label)).getAttribute('role')) === 'combobox';
    this.counts[who].choices += opens ? 2 : 1;
    await chooseOption(this.pages[who], label, title);
  }

  async tick(who: Walker, title: string): Promise<void> {
    this.counts[who].choices += 1;
    await tick(this.pages[who], title);
  }

  /** Follows the link of the newest card to the tab, says why, and takes the Word file; its name and words. */
  async takes(who: Walker, link: string, why: string): Promise<{ name: string; words: string }> {
    this.counts[who].buttons += 3;
    this.counts[who].texts += 1;
    const opened = this.pages[who].waitForEvent('popup');
    await cards(this.pages[who]).getByRole('link', { name: link, exact: true }).last().click();
    const tab = await opened;
    await tab.setViewportSize({ width: PHONE.width, height: 900 });
    try {
      await tab.getByLabel(TAKE.purpose).fill(why);
    } catch (error) {
      await tab.screenshot({ path: `${PICTURES}/${this.name}-missing-${who}.png` });
      throw error;
    }
    await tab.screenshot({ path: this.picture(who), animations: 'disabled' });
    await tab.getByRole('button', { name: TAKE.order, exact: true }).click();
    const get = tab.getByRole('button', { name: TAKE.inTab.get });
    await get.waitFor();
    await tab.screenshot({ path: this.picture(who), animations: 'disabled' });
    const saved = tab.waitForEvent('download');
    await get.click();
    const file = await saved;
    const path = `${PICTURES}/${this.name}.docx`;
    await file.saveAs(path);
    await tab.close();
    const words = joined(partsOf(new Uint8Array(readFileSync(path)))['word/document.xml'] ?? '');
    return { name: file.suggestedFilename(), words };
  }

  /** Titles of the buttons of cards that do not say that it is over, but for the first of all: what a chat still asks. */
  async stillAsks(who: Walker): Promise<string[]> {
    const titles: string[] = [];
    const open = cards(this.pages[who]).filter({ hasNotText: 'avslutat' });
    for (const card of (await open.all()).slice(1))
      titles.push(...(await card.getByRole('button').allInnerTexts()).map((one) => one.trim()));
    return titles;
  }

  private picture(who: Walker): string {
    return `${PICTURES}/${this.name}-${String(++this.taken).padStart(2, '0')}-${who}.png`;
  }

  /** Waits until the newest card says so, and takes its picture. */
  async sees(who: Walker, text: string): Promise<void> {
    const newest = cards(this.pages[who]).last();
    try {
      await newest.getByText(text).first().waitFor();
    } catch (error) {
      // What stands there instead says more than what is missing.
      await newest.screenshot({ path: `${PICTURES}/${this.name}-missing-${who}.png` });
      throw error;
    }
    await newest.screenshot({ path: this.picture(who), animations: 'disabled' });
  }
}
