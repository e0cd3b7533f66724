import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createLog } from '../../../src/config/log';
import { type Playground, startPlayground } from '../../../src/sandbox/playground';
import { type Evening, PEOPLE, type Stage, type Who } from '../../evenings/stage';
import {
  CHROMIUM,
  cards,
  cardWith,
  chooseOption,
  fill,
  inputOf,
  openPlayground,
  pressOn,
  say,
  tick,
} from '../../support/playgroundPage';
import { type Sandbox, startSandbox } from '../../support/sandbox';

/*
 * An evening on phones in the real client: a chat for each of its people, whoever they are, and a picture of what each of them sees.
 */

/** A phone's width; so high that a card is seen whole. */
const PHONE = { width: 390, height: 2_600 };
/** Where the pictures go; not kept in the repository. */
const PICTURES = process.env.PICTURES ?? '.sandbox/pictures';
const TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';

export class Phones implements Stage {
  private readonly pages = new Map<Who, Page>();
  private taken = 0;

  private constructor(
    private readonly name: string,
    private readonly evening: Evening,
    private readonly sandbox: Sandbox,
    private readonly browser: Browser,
    private readonly playgrounds: Playground[] = [],
  ) {}

  /** @param port the first of as many as there are people */
  static async open(name: string, evening: Evening, port: number): Promise<Phones> {
    const env = { PORT: '0', SANDBOX_DATA: 'memory', SANDBOX_PLAYGROUNDS: '0', LOG_LEVEL: 'error' };
    const sandbox = await startSandbox(env);
    const phones = new Phones(name, evening, sandbox, await chromium.launch({ ...CHROMIUM, headless: true }));
    try {
      await sandbox.move({ now: evening.begins });
      mkdirSync(PICTURES, { recursive: true });
      for (const [index, who] of evening.people.entries()) await phones.give(who, port + index);
      return phones;
    } catch (error) {
      // What is open keeps the test's process alive.
      await phones.end();
      throw error;
    }
  }

  /** A phone with a chat of its own for one of the people. */
  private async give(who: Who, port: number): Promise<void> {
    const playground = await startPlayground({
      port,
      persona: PEOPLE[who],
      botEndpoint: `${this.sandbox.botUrl}/api/messages`,
      folder: '.sandbox/evenings',
      tenantId: TENANT,
      log: createLog('warn'),
    });
    this.playgrounds.push(playground);
    const page = await openPlayground(this.browser, playground.url, PHONE.width, PHONE.height);
    // As on the stage: the chat alone, as wide as the phone.
    await page.evaluate('document.documentElement.classList.add("staged")');
    this.pages.set(who, page);
  }

  async end(): Promise<void> {
    await this.browser.close();
    for (const playground of this.playgrounds) await playground.stop();
    await this.sandbox.stop();
  }

  private of(who: Who): Page {
    const page = this.pages.get(who);
    if (!page) throw new Error(`${who} has no phone this evening.`);
    return page;
  }

  until(now: string): Promise<void> {
    return this.sandbox.move({ now });
  }

  say(who: Who, text: string): Promise<void> {
    return say(this.of(who), text);
  }

  async press(who: Who, title: string, typed: Readonly<Record<string, string>> = {}): Promise<void> {
    const page = this.of(who);
    for (const [label, value] of Object.entries(typed)) await this.enter(page, label, value);
    const card = await cardWith(page, title);
    // The card as it is pressed, with what was filled in.
    await this.picture(who, card);
    await pressOn(page, card, title);
  }

  private async enter(page: Page, label: string, value: string): Promise<void> {
    if (value === 'true') return tick(page, label);
    await cards(page).locator('label.ac-richTextBlock', { hasText: label }).last().waitFor();
    const input = await inputOf(page, label);
    const [role, type, tag] = await Promise.all([
      input.getAttribute('role'),
      input.getAttribute('type'),
      input.evaluate((one) => one.tagName),
    ]);
    const isText = role !== 'combobox' && (tag === 'TEXTAREA' || (tag === 'INPUT' && type !== 'checkbox'));
    await (isText ? fill(page, label, value) : chooseOption(page, label, value));
  }

  async sees(who: Who, text: string): Promise<void> {
    const card = cards(this.of(who)).filter({ hasText: text }).last();
    await card.waitFor();
    await this.picture(who, card);
  }

  async neverSees(who: Who, text: string): Promise<void> {
    const count = await cards(this.of(who)).filter({ hasText: text }).count();
    if (count > 0) throw new Error(`${who} sees "${text}".`);
  }

  /** The last that each of the wrong ones has got, and what they get when they ask. */
  async lookAround(): Promise<void> {
    for (const who of this.evening.wrong) {
      const page = this.of(who);
      const before = await cards(page).count();
      await this.say(who, 'mina ärenden');
      await cards(page).nth(before).waitFor();
      await this.picture(who, cards(page).last());
    }
  }

  /** The whole chat of each, as it stands at the end. */
  async album(): Promise<void> {
    for (const who of this.evening.people)
      await this.of(who).screenshot({
        path: `${PICTURES}/${this.name}-end-${who}.png`,
        animations: 'disabled',
      });
  }

  private async picture(who: Who, card: ReturnType<typeof cards>): Promise<void> {
    const number = String(++this.taken).padStart(2, '0');
    await card.screenshot({ path: `${PICTURES}/${this.name}-${number}-${who}.png`, animations: 'disabled' });
  }
}
