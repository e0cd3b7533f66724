import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { CHROMIUM, cards, PATIENCE } from '../support/playgroundPage';
import { type Sandbox, startSandbox } from '../support/sandbox';

const { personas } = SAMPLES.oxelosund;

const PLAYGROUND_PORT = 56_490;
const TYPED = 'Han skrek utanför mötet';

describe('the stage', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    sandbox = await startSandbox({
      PORT: '0',
      SANDBOX_DATA: 'memory',
      PLAYGROUND_PORT: String(PLAYGROUND_PORT),
      LOG_LEVEL: 'error',
    });
    browser = await chromium.launch({ ...CHROMIUM, headless: true });
    const context = await browser.newContext({ viewport: { width: 1_920, height: 1_000 } });
    context.setDefaultTimeout(PATIENCE);
    page = await context.newPage();
    await page.route(
      (asked) => !['127.0.0.1', 'localhost'].includes(asked.hostname),
      (route) => route.abort(),
    );
    // As a user opens it. The frames' 127.0.0.1 is another site to the browser: they get processes of their own.
    await page.goto(`${sandbox.botUrl.replace('127.0.0.1', 'localhost')}/sandbox`);
    for (const [index] of personas.entries())
      await chat(index).getByText('Hej, jag är Trygghetsboten').first().waitFor();
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  const chat = (index: number): Frame => {
    const found = page.frames().find((frame) => frame.url().includes(`:${PLAYGROUND_PORT + index}`));
    if (!found) throw new Error(`No frame of persona ${index}`);
    return found;
  };
  const columns = async (width: number): Promise<number> => {
    await page.setViewportSize({ width, height: 1_000 });
    const lefts = await page
      .locator('.chat:not(.hidden)')
      .evaluateAll((all) => all.map((one) => (one as unknown as { offsetLeft: number }).offsetLeft));
    return new Set(lefts).size;
  };
  const now = () => page.locator('#now').textContent();

  it.each([320, 1_400])('has nothing that axe-core minds at %i px', async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.getByRole('button', { name: 'Visa raderna' }).click();
    await page.getByText(/^\d+ rader\.$/).waitFor();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    const overflow = 'document.documentElement.scrollWidth - document.documentElement.clientWidth';
    expect(await page.evaluate(overflow)).toBe(0);
  });

  it('stands in three columns, two or one, by the width', async () => {
    expect(await columns(1_920)).toBe(3);
    expect(await columns(1_366)).toBe(2);
    expect(await columns(390)).toBe(1);
  });

  it('shows what is chosen, and keeps the other chats as they are', async () => {
    await page.setViewportSize({ width: 1_920, height: 1_000 });
    await chat(1).evaluate('window.isStillHere = true');
    const [, officer] = personas;
    await page.getByRole('checkbox', { name: officer?.name ?? '' }).uncheck();
    expect(await page.locator('#chat-officerS').isVisible()).toBe(false);
    await page.getByRole('checkbox', { name: officer?.name ?? '' }).check();
    expect(await page.locator('#chat-officerS').isVisible()).toBe(true);
    expect(await chat(1).evaluate('window.isStillHere')).toBe(true);
  });

  it('shows of each Playground the chat alone, as wide as its frame', async () => {
    for (const width of [320, 768, 1_280, 1_800]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [index] of personas.entries()) {
        const overflow = await chat(index).evaluate(`(() => {
          const edge = document.documentElement.clientWidth;
          const parts = document.querySelectorAll('.ac-adaptiveCard, .ac-adaptiveCard button, [role=textbox]');
          return [...parts].filter((part) => part.getBoundingClientRect().right > edge).length;
        })()`);
        expect([width, index, overflow]).toEqual([width, index, 0]);
        expect(await chat(index).getByRole('toolbar').first().isVisible()).toBe(false);
        expect(await chat(index).getByRole('region').first().isVisible()).toBe(false);
        expect(await chat(index).getByText('Log Panel', { exact: true }).isVisible()).toBe(false);
      }
    }
  });

  it('leads Tab through what can be seen only, in and out of each chat', async () => {
    await page.setViewportSize({ width: 1_280, height: 900 });
    await page.locator('#choose input').last().focus();
    const chats = new Set<string>();
    for (let presses = 0; presses < 100; presses++) {
      await page.keyboard.press('Tab');
      const { frame, id, height } = await focused();
      if (id === 'show-rows') break;
      expect(height).toBeGreaterThan(0);
      chats.add(frame.url());
    }
    expect((await focused()).id).toBe('show-rows');
    expect([...chats]).toEqual(personas.map((_, index) => chat(index).url()));
  });

  /** Where the keyboard is, in whichever frame. */
  const focused = async () => {
    for (const frame of page.frames()) {
      const found = await frame.evaluate<{ id: string; tag: string; height: number }>(
        `(({ id, tagName: tag, offsetHeight: height }) => ({ id, tag: document.hasFocus() ? tag : 'BODY', height }))(document.activeElement)`,
      );
      if (!['BODY', 'IFRAME'].includes(found.tag)) return { frame, ...found };
    }
    throw new Error('The focus is nowhere.');
  };

  it('says what waits for whom, and shows rows without what was typed', async () => {
    await page.setViewportSize({ width: 1_920, height: 1_000 });
    const victim = chat(0);
    const box = victim.locator('[role=textbox][contenteditable=true]').last();
    // The chats have just been laid out anew, and a frame of another process has the keyboard a moment after the click.
    do await box.click();
    while (!(await victim.evaluate('document.hasFocus()')));
    await page.keyboard.insertText('rapportera hot');
    await box.filter({ hasText: 'rapportera hot' }).waitFor();
    await page.keyboard.press('Enter');
    await victim.getByText('Är du i säkerhet nu?').waitFor();
    await pressIn(victim, 'Larma mitt parti', async () => {
      await victim.getByRole('combobox').last().click();
      const party = victim.getByRole('option', { name: 'Socialdemokraterna (S)' });
      await party.click();
      await party.waitFor({ state: 'hidden' });
    });
    await pressIn(victim, 'Berätta vad som hänt');
    await pressIn(victim, 'Granska', () => victim.locator('textarea').first().fill(TYPED));
    await victim.getByText('Vill du skicka rapporten?').waitFor();
    await page.locator('[data-waits=officerS]', { hasText: '1 väntar' }).waitFor();
    expect(await page.locator('[data-waits=officerM]').textContent()).toBe('inget väntar');
    await page.getByRole('button', { name: 'Visa raderna' }).click();
    await page.locator('#rows tr', { hasText: 'drafts' }).first().waitFor();
    const rows = await (await fetch(`${sandbox.botUrl}/sandbox/rows`)).text();
    expect(/skrek|utanför|Norrlycke|Björkhage/.exec(rows)).toBe(null);
    expect(rows.includes(Buffer.from(TYPED).toString('base64').slice(0, 20))).toBe(false);
  });

  const pressIn = async (frame: Frame, title: string, first?: () => Promise<unknown>) => {
    await first?.();
    await cards(frame).getByRole('button', { name: title, exact: true }).last().click();
  };

  it('stays where it was scrolled to when cards come, and goes where one scrolls', async () => {
    await page.setViewportSize({ width: 1_280, height: 900 });
    const [victim, officer] = [chat(0), chat(1)];
    const bottom = await scrolledTo('document.documentElement.scrollHeight');
    // The event of that scroll itself comes with the next frame.
    await settled();
    await page.evaluate('window.moves = 0; addEventListener("scroll", () => window.moves++)');
    await pressUnseen(officer, 'Jag har tagit emot');
    await victim.getByText('Ingrid Björkhage har tagit emot').last().waitFor();
    await officer.getByText('Ring den utsatte nu').last().waitFor();
    await settled();
    expect(await page.evaluate('[scrollY, window.moves]')).toEqual([bottom, 0]);

    await page.mouse.move(5, 300);
    await page.mouse.wheel(0, -400);
    await page.waitForFunction(`scrollY < ${bottom}`);
    await page.locator('h1').click();
    await scrolledTo('0');
    await page.keyboard.press('PageDown');
    await page.waitForFunction('scrollY > 0');
    await scrolledTo('0');
    await page.locator('#show-rows').evaluate('(button) => button.focus({ preventScroll: true })');
    await page.keyboard.press('Shift+Tab');
    await page.waitForFunction('scrollY > 0');
  });

  /** Scrolls the page there at once. */
  const scrolledTo = (y: string) => page.evaluate<number>(`scrollTo(0, ${y}), scrollY`);

  /** Presses without the driver's own scrolling. */
  const pressUnseen = (frame: Frame, title: string) =>
    cards(frame).getByRole('button', { name: title, exact: true }).last().dispatchEvent('click');

  /** Each frame has answered after what it did, and the page has been drawn since. */
  const settled = async () => {
    for (const frame of page.frames()) await frame.evaluate('document.body.offsetHeight');
    const drawn = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
    await page.evaluate(drawn);
  };

  it('moves the clock by its buttons', async () => {
    const before = await now();
    await page.getByRole('button', { name: '1 vecka' }).click();
    // A form that is open holds it up: a week is some three hundred steps then.
    await page.getByText('Klockan är flyttad.').waitFor();
    const after = await now();
    expect(after).not.toBe(before);
    await page.getByRole('button', { name: 'Till nästa händelse' }).press('Enter');
    await page.waitForFunction(`document.getElementById('now').textContent !== ${JSON.stringify(after)}`);
  });

  it('starts over, when one is sure', async () => {
    const gone = () => chat(0).getByText('Vill du skicka rapporten?').count();
    await page.getByRole('button', { name: 'Börja om …' }).click();
    await page.getByRole('button', { name: 'Nej, avbryt' }).click();
    expect(await gone()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Börja om …' }).click();
    await page.getByRole('button', { name: 'Ja, töm allt' }).click();
    await page.getByText('Allt är tömt.').waitFor();
    await chat(0).getByText('Hej, jag är Trygghetsboten').first().waitFor();
    expect(await gone()).toBe(0);
    const rows = (await (await fetch(`${sandbox.botUrl}/sandbox/rows`)).json()) as { table: string }[];
    expect(rows.filter((row) => row.table === 'incidents')).toEqual([]);
    expect(rows.some((row) => row.table === 'contacts')).toBe(true);
    expect(await page.locator('[data-waits=officerS]').textContent()).toBe('inget väntar');
  });
});

describe('the stage without chats', () => {
  it('answers all the same, and only resets when asked in JSON', async () => {
    const sandbox = await startSandbox({
      PORT: '0',
      SANDBOX_DATA: 'memory',
      SANDBOX_PLAYGROUNDS: '0',
      LOG_LEVEL: 'error',
    });
    try {
      const page = await fetch(`${sandbox.botUrl}/sandbox`);
      expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await page.text()).not.toContain('<iframe');
      expect((await fetch(`${sandbox.botUrl}/sandbox/state`)).status).toBe(200);
      const form = await fetch(`${sandbox.botUrl}/sandbox/reset`, { method: 'POST', body: '{"reset":true}' });
      expect(form.status).toBe(415);
    } finally {
      await sandbox.stop();
    }
  });
});
