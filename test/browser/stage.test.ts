import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Frame, type Page } from 'playwright-core';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { FIRST } from '../../src/content/texts/report';
import { TAB } from '../../src/content/texts/tab/pages';
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
  /** How much the page can be scrolled, down and to the side. */
  const overflow = () =>
    page.evaluate<number[]>(
      '(({ scrollHeight, clientHeight, scrollWidth, clientWidth }) => [scrollHeight - clientHeight, scrollWidth - clientWidth])(document.documentElement)',
    );
  /** The personas whose chats are in sight, from the left. */
  const inSight = () =>
    page.locator('.chat:not(.hidden)').evaluateAll((all) =>
      (all as unknown as { id: string; offsetLeft: number; checkVisibility(by: object): boolean }[])
        .filter((one) => one.checkVisibility({ visibilityProperty: true }))
        .sort((x, y) => x.offsetLeft - y.offsetLeft)
        .map(({ id }) => id.replace('chat-', '')),
    );
  const now = () => page.locator('#now').textContent();

  const SIZES = [
    { width: 1_440, height: 900 },
    { width: 1_280, height: 800 },
    { width: 400, height: 800 },
    { width: 320, height: 640 },
  ];

  it.each(
    SIZES.flatMap((size) => (['light', 'dark'] as const).map((colorScheme) => ({ ...size, colorScheme }))),
  )(
    'is one screen without page scroll, and axe-core minds nothing, at $width px, $colorScheme',
    async ({ colorScheme, ...size }) => {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      expect(await overflow()).toEqual([0, 0]);
      for (const seen of ['#now', '#next-card', '#waiting']) {
        const box = await page.locator(seen).boundingBox();
        expect([seen, (box?.y ?? size.height) + (box?.height ?? 0) < size.height]).toEqual([seen, true]);
      }
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    },
  );

  it('has two chats, the lines to try and the sealed rows in sight; on a phone one chat, and a button for the rest', async () => {
    await page.setViewportSize({ width: 1_280, height: 800 });
    expect(await inSight()).toEqual(['politicianS', 'officerS']);
    for (const seen of ['#tries li:last-child', '#show-rows', '#sealed li:last-child'])
      expect((await page.locator(seen).boundingBox())?.y).toBeLessThan(800);
    await page.setViewportSize({ width: 400, height: 800 });
    expect(await inSight()).toEqual(['politicianS']);
    expect(await page.locator('#tries').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Prova så här' }).click();
    expect(await page.locator('#tries').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Prova så här' }).click();
  });

  it('puts whom one chooses in work or beside, and keeps all six chats as they are', async () => {
    await page.setViewportSize({ width: 1_440, height: 900 });
    for (const [index] of personas.entries()) await chat(index).evaluate('window.isStillHere = true');
    await page.getByRole('button', { name: 'Visa Lena Strömhag bredvid' }).press('Enter');
    expect(await inSight()).toEqual(['politicianS', 'strategist']);
    await page.locator('[data-person=chief]').press('Enter');
    expect(await inSight()).toEqual(['chief', 'strategist']);
    expect(await page.locator('[data-person=chief]').getAttribute('aria-pressed')).toBe('true');
    await page.locator('[data-person=politicianS]').press('Enter');
    await page.locator('[data-beside=officerS]').press('Enter');
    expect(await inSight()).toEqual(['politicianS', 'officerS']);
    for (const [index] of personas.entries())
      expect(await chat(index).evaluate('window.isStillHere')).toBe(true);
  });

  it('shows the tab of whoever is in work beside their chat, and gives the place back', async () => {
    await page.setViewportSize({ width: 1_440, height: 900 });
    await page.locator('#tab-open').press('Enter');
    const tab = page.frameLocator('#tab iframe');
    await tab.getByRole('heading', { level: 1, name: TAB.pages.inbox }).waitFor();
    expect(await page.locator('#tab-who').textContent()).toBe(personas[0]?.name);
    expect(await inSight()).toEqual(['politicianS', 'tab']);
    // The tab follows the work: a strategist has pages that a politician has not.
    await page.locator('[data-person=strategist]').press('Enter');
    await tab.getByRole('button', { name: TAB.pages.overview }).waitFor();
    const [left, right] = await page
      .locator('.chat:not(.hidden)')
      .evaluateAll((shown) => (shown as unknown as { clientWidth: number }[]).map((one) => one.clientWidth));
    expect(Math.abs((left ?? 0) - (right ?? 99))).toBeLessThanOrEqual(2);
    expect(await overflow()).toEqual([0, 0]);
    if (process.env.TAB_PICTURES)
      await page.screenshot({ path: `${process.env.TAB_PICTURES}/stage-tab.png` });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('iframe').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.locator('#tab-open').press('Enter');
    await page.locator('[data-person=politicianS]').press('Enter');
    await page.locator('[data-beside=officerS]').press('Enter');
    expect(await inSight()).toEqual(['politicianS', 'officerS']);
    for (const [index] of personas.entries())
      expect(await chat(index).evaluate('window.isStillHere')).toBe(true);
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
    await page.locator('#reset').focus();
    const chats = new Set<string>();
    for (let presses = 0; presses < 100; presses++) {
      await page.keyboard.press('Tab');
      const { frame, id, height } = await focused();
      if (id === 'show-rows') break;
      expect(height).toBeGreaterThan(0);
      chats.add(frame.url());
    }
    expect((await focused()).id).toBe('show-rows');
    expect([...chats]).toEqual([chat(0).url(), chat(1).url()]);
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
    await page.setViewportSize({ width: 1_440, height: 900 });
    const victim = chat(0);
    const box = victim.locator('[role=textbox][contenteditable=true]').last();
    // The chats have just been laid out anew, and a frame of another process has the keyboard a moment after the click.
    do await box.click();
    while (!(await victim.evaluate('document.hasFocus()')));
    await page.keyboard.insertText('rapportera hot');
    await box.filter({ hasText: 'rapportera hot' }).waitFor();
    await page.keyboard.press('Enter');
    await victim.getByText('Är du i säkerhet nu?').waitFor();
    await pressIn(victim, FIRST.alarm('S'));
    await pressIn(victim, 'Berätta vad som hänt');
    await pressIn(victim, 'Granska', () => victim.locator('textarea').first().fill(TYPED));
    await victim.getByText('Vill du skicka rapporten?').waitFor();
    await page.locator('[data-waits=officerS]', { hasText: '1 väntar' }).waitFor();
    // The registry number waits for the strategist from the start.
    await page.locator('[data-waits=strategist]', { hasText: '1 väntar' }).waitFor();
    expect(await page.locator('[data-waits=officerM]').textContent()).toBe('inget väntar');
    await page.locator('#waiting', { hasText: 'Väntar på Ingrid Björkhage, sedan' }).waitFor();
    expect(await page.locator('#sections li').count()).toBe(7);
    expect(await page.locator('#tries li.done').count()).toBe(1);
    await page.getByRole('button', { name: 'Visa raderna' }).click();
    await page.locator('#rows tr', { hasText: 'drafts' }).first().waitFor();
    await page.getByRole('button', { name: 'Stäng' }).press('Enter');
    const rows = await (await fetch(`${sandbox.botUrl}/sandbox/rows`)).text();
    expect(/skrek|utanför|Norrlycke|Björkhage/.exec(rows)).toBe(null);
    expect(rows.includes(Buffer.from(TYPED).toString('base64').slice(0, 20))).toBe(false);
  });

  const pressIn = async (frame: Frame, title: string, first?: () => Promise<unknown>) => {
    await first?.();
    await cards(frame).getByRole('button', { name: title, exact: true }).last().click();
  };

  it('moves nothing under one’s hands when cards come, and says when they came', async () => {
    await page.setViewportSize({ width: 1_280, height: 800 });
    const [victim, officer] = [chat(0), chat(1)];
    await page.evaluate('window.moves = 0; addEventListener("scroll", () => window.moves++)');
    // Where one presses, one works: what others are told comes into the other chat.
    await pressIn(officer, 'Jag har tagit emot');
    await victim.getByText('Ingrid Björkhage har tagit emot').last().waitFor();
    await officer.getByText('Ring den utsatte nu').last().waitFor();
    await page.locator('[data-note=politicianS]', { hasText: 'fick kort' }).waitFor();
    expect(await page.locator('.chat.work').getAttribute('id')).toBe('chat-officerS');
    expect((await inSight())[1]).toBe('officerS');
    expect(await page.evaluate('[scrollY, window.moves]')).toEqual([0, 0]);
    expect(
      await victim
        .getByText(/^\d+:\d\d [AP]M$/)
        .first()
        .isVisible(),
    ).toBe(false);
    await page.locator('#tries li.done').nth(1).waitFor();
  });

  it('moves the clock by its buttons, and to the next card: to whom, and after how long', async () => {
    const before = await now();
    await page.getByRole('button', { name: 'Flytta klockan 1 timme framåt' }).click();
    await page.getByText('Klockan är flyttad.').waitFor();
    expect(await now()).not.toBe(before);
    await page.getByRole('button', { name: 'nästa kort' }).press('Enter');
    const [name] = await told();
    const persona = personas.find((one) => one.name === name);
    expect(persona).toBeDefined();
    expect(await inSight()).toContain(persona?.key);
  });

  /** The names in "Kort till …, efter 30 min." once it stands there. */
  const told = async (): Promise<string[]> => {
    const status = page.locator('#status', { hasText: /^Kort till .+, (direkt|efter .+)\.$/ });
    const text = (await status.textContent()) ?? '';
    return text.slice('Kort till '.length, text.lastIndexOf(', ')).split(/, | och /);
  };

  it('never shows the client’s own start page: a chat is covered until a card stands in it', async () => {
    const other = await page.context().newPage();
    try {
      // The greeting does not come: the Playground stands there with its own page in English.
      await other.route(/_debug|_connector|api/, (route) => route.abort());
      await other.goto(`${sandbox.botUrl.replace('127.0.0.1', 'localhost')}/sandbox`);
      await other.locator('#chat-politicianS .cover', { hasText: 'Öppnar chatten …' }).waitFor();
      const shown = await other.locator('.chat:not(.ready) iframe').evaluateAll(
        (all) =>
          all.filter((one) =>
            (one as unknown as { checkVisibility(by: object): boolean }).checkVisibility({
              visibilityProperty: true,
            }),
          ).length,
      );
      expect(shown).toBe(0);
      expect(await other.locator('.chat.ready').count()).toBe(0);
    } finally {
      await other.close();
    }
  });

  it('starts over, when one is sure', async () => {
    const gone = () => chat(0).getByText('Vill du skicka rapporten?').count();
    await page.getByRole('button', { name: 'Börja om …' }).click();
    await page.getByRole('button', { name: 'Nej, avbryt' }).click();
    expect(await gone()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Börja om …' }).click();
    await page.getByRole('button', { name: 'Ja, töm allt' }).click();
    await page.getByText('Allt är tömt.').waitFor();
    await page.locator('#chat-politicianS.ready').waitFor();
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
      expect(await page.text()).not.toContain('<iframe src=');
      expect((await fetch(`${sandbox.botUrl}/sandbox/state`)).status).toBe(200);
      const form = await fetch(`${sandbox.botUrl}/sandbox/reset`, { method: 'POST', body: '{"reset":true}' });
      expect(form.status).toBe(415);
      const next = await fetch(`${sandbox.botUrl}/sandbox/next-card`, {
        method: 'POST',
        body: '{"next":true}',
      });
      expect(next.status).toBe(415);
    } finally {
      await sandbox.stop();
    }
  });
});
