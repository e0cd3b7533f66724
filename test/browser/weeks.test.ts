import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BUTTON } from '../../src/content/texts/common';
import { CHROMIUM, cards, openPlayground, press, say, screenshot } from '../support/playgroundPage';
import { nextWorkingMorning, type Sandbox, startSandbox } from '../support/sandbox';

const PICTURES = process.env.PICTURES ?? '.sandbox/pictures';
const NAMES = ['politician', 'officer', 'deputy', 'otherOfficer', 'strategist', 'chief'] as const;
type Name = (typeof NAMES)[number];

describe('two weeks on the stage’s clock, as officer and strategist', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  const pages = {} as Record<Name, Page>;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    sandbox = await startSandbox({
      PORT: '0',
      SANDBOX_DATA: 'memory',
      PLAYGROUND_PORT: '56550',
      LOG_LEVEL: 'error',
    });
    browser = await chromium.launch({ ...CHROMIUM, headless: true });
    await sandbox.move(nextWorkingMorning(new Date()));
    for (const [index, name] of NAMES.entries())
      pages[name] = await openPlayground(browser, sandbox.urls[index] ?? '', 700, 2_400);
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  it('brings few cards, each with its reason, and who takes over may read', async () => {
    const { politician, officer, strategist } = pages;
    await say(politician, 'rapportera hot');
    await politician.getByText('Är du i säkerhet nu?').last().waitFor();
    await press(politician, 'Larma S');
    await officer.getByText('Någon behöver dig nu').last().waitFor();
    await press(officer, BUTTON.acknowledge);
    await officer.getByText('Ring den utsatte nu').last().waitFor();
    await press(officer, BUTTON.spoke);
    await officer.getByText('Gör en första bedömning ihop').last().waitFor();
    await sandbox.move({ advance: 'P1W' });
    await strategist.getByText('Ärendet står still').last().waitFor();
    await screenshot(officer, `${PICTURES}/weeks-officer-1.png`);
    await screenshot(strategist, `${PICTURES}/weeks-strategist-1.png`);
    await sandbox.move({ advance: 'P1W' });
    await officer.getByText('Det här väntar på dig').last().waitFor();
    await screenshot(officer, `${PICTURES}/weeks-officer-2.png`);
    await screenshot(strategist, `${PICTURES}/weeks-strategist-2.png`);
    // A round each working day, the talk's four days, the question after half an hour, and the card they took it on from.
    expect(await cards(officer).count()).toBeLessThanOrEqual(20);
    await press(strategist, 'Jag tar över');
    await strategist.getByText('Visa uppgifter').last().waitFor();
    await officer.getByText('tog över').last().waitFor();
    await screenshot(strategist, `${PICTURES}/weeks-strategist-3.png`);
    await screenshot(officer, `${PICTURES}/weeks-officer-3.png`);
  });
});
