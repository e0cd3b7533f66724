import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { TAB } from '../../src/content/texts/tab/pages';
import { type TabTown, usingTab } from '../access/usingTab';
import type { OpenId } from '../support/openId';
import { CHROMIUM, PATIENCE } from '../support/playgroundPage';

/* The tab's pages in a browser, as a test opens and looks at them. */

/** Pictures to look at, where a folder is named. */
const PICTURES = process.env.TAB_PICTURES;

/** How the tab is shown. */
export interface Shown {
  theme: 'default' | 'dark' | 'contrast';
  width: number;
}

const ALL: readonly Shown[] = (['default', 'dark', 'contrast'] as const).flatMap((theme) =>
  [320, 1_280].map((width) => ({ theme, width })),
);
/** Every theme at each width; where `TAB_SAMPLE` is set, as in `.ci/run`, every theme once. */
export const LOOKS = ALL.filter((_, at) => process.env.TAB_SAMPLE !== '1' || [0, 3, 4].includes(at));

/** A browser for the tab; `faults` are what its pages complained of. */
async function openTabBrowser() {
  const browser: Browser = await chromium.launch({ ...CHROMIUM, headless: true });
  if (PICTURES) mkdirSync(PICTURES, { recursive: true });
  const faults: string[] = [];
  return {
    faults,
    stop: () => browser.close(),
    /** Closes what an earlier test opened: its bot is gone, and such a page would complain of that in the next. */
    async begin() {
      await Promise.all(browser.contexts().map((context) => context.close()));
      faults.length = 0;
    },
    /** The tab as a person opens it. The stage's way in is taken, with a token that the real check takes. */
    async open(
      who: { userId: string },
      [url, openId, query = '']: [string, OpenId, string?],
      shown: Partial<Shown> = {},
    ) {
      const { theme = 'default', width = 1_280 } = shown;
      const context = await browser.newContext({ viewport: { width, height: 900 }, acceptDownloads: true });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
      page.on('pageerror', (error) => faults.push(error.message));
      await page.route('**/sandbox/token/*', (route) =>
        route.fulfill({ json: { token: openId.tabToken(who.userId) } }),
      );
      await page.goto(`${url}/tab?as=x&theme=${theme}${query}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      await page.getByText(TAB.loading).waitFor({ state: 'hidden' });
      return page;
    },
    /** Nothing is in anybody's way: axe finds nothing, nothing is wider than the window, and nothing was complained of. */
    async look(page: Page, name: string) {
      if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${name} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
      const isWide = await page.evaluate<boolean>(
        '(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)(document.documentElement)',
      );
      expect([...found, ...(isWide ? [`${name}: wider than its window`] : []), ...faults]).toEqual([]);
    },
  };
}

type TabBrowser = Awaited<ReturnType<typeof openTabBrowser>>;

/** What the tests of a file share: their town with its cast, and a browser that opens its tab as a person. */
export interface TabSight extends TabTown {
  browser: TabBrowser;
  open(who: { userId: string }, shown?: Partial<Shown>, query?: string): Promise<Page>;
}

/** Opens a town for each test of the file, and one browser for all. @returns those of the test that runs */
export function usingTabBrowser(): () => TabSight {
  const here = usingTab();
  let browser: TabBrowser;
  beforeAll(async () => {
    browser = await openTabBrowser();
  });
  afterAll(() => browser?.stop());
  beforeEach(() => browser.begin());
  return () => {
    const town = here();
    return {
      ...town,
      browser,
      open: (who, shown, query) => browser.open(who, [town.cast.town.url, town.openId, query], shown),
    };
  };
}

export const openFirst = async (page: Page) => {
  await page.getByRole('button', { name: TAB.openShort }).first().click();
  await page.getByRole('heading', { level: 1, name: 'Ärende 2' }).waitFor();
};

/** Goes by keys alone to what is called so, and presses it. */
export async function pressByKeys(page: Page, wanted: string, key = 'Enter'): Promise<void> {
  for (let at = 0; at < 80; at++) {
    await page.keyboard.press('Tab');
    const name = await page.evaluate<string>(
      "document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''",
    );
    if (name.includes(wanted)) return page.keyboard.press(key);
  }
  throw new Error(`No way by keys to ${wanted}`);
}
