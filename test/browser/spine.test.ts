import { mkdirSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { BUTTON } from '../../src/content/texts/common';
import {
  CHROMIUM,
  chooseOption,
  fill,
  openPlayground,
  press,
  say,
  screenshot,
  tick,
} from '../support/playgroundPage';
import { nextWorkingMorning, type Sandbox, startSandbox } from '../support/sandbox';

/** Where the pictures go; not kept in the repository. */
const PICTURES = process.env.PICTURES ?? '.sandbox/pictures';
const NAMES = ['politician', 'officer', 'deputy', 'otherOfficer', 'strategist', 'chief'] as const;
type Name = (typeof NAMES)[number];

describe('the main job in the real Playgrounds', () => {
  let sandbox: Sandbox;
  let browser: Browser;
  const pages = {} as Record<Name, Page>;
  let shots = 0;

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    sandbox = await startSandbox({
      PORT: '0',
      SANDBOX_DATA: 'memory',
      PLAYGROUND_PORT: '56450',
      LOG_LEVEL: 'error',
    });
    await sandbox.move(nextWorkingMorning(new Date()));
    browser = await chromium.launch({ ...CHROMIUM, headless: true });
    for (const [index, name] of NAMES.entries()) {
      pages[name] = await openPlayground(
        browser,
        sandbox.urls[index] ?? '',
        name === 'politician' ? 500 : 700,
        1_400,
      );
    }
  });

  afterAll(async () => {
    await browser?.close();
    await sandbox?.stop();
  });

  const sees = async (name: Name, text: string) => {
    await pages[name].getByText(text).last().waitFor();
    await screenshot(pages[name], `${PICTURES}/${String(++shots).padStart(2, '0')}-${name}.png`);
  };

  it('goes from alarm and report to the chief executive and the victim', async () => {
    const { politician, officer, strategist, chief } = pages;
    await say(politician, 'rapportera hot');
    await sees('politician', 'Är du i säkerhet nu?');
    await press(politician, 'Larma S');
    await sees('politician', 'Larmet är skickat');
    await sees('officer', 'Någon behöver dig nu');
    await press(officer, BUTTON.acknowledge);
    await sees('officer', 'Ring den utsatte nu');
    await sees('politician', 'Ingrid Björkhage har tagit emot');
    await press(officer, BUTTON.spoke);
    await press(politician, BUTTON.tell);
    await sees('politician', 'Vad har hänt?');
    await fill(politician, 'Vad hände', 'Han skrek utanför **mötet** ${1+1} <b>hej</b> 😀');
    await chooseOption(politician, 'Vad gäller det?', 'Hot');
    await press(politician, BUTTON.review);
    await sees('politician', 'Vill du skicka rapporten?');
    await press(politician, BUTTON.send);
    await sees('politician', 'Mer om ditt ärende');
    await press(officer, BUTTON.details);
    await sees('officer', 'Han skrek');
    await press(officer, BUTTON.back);
    await sees('officer', 'Gör en första bedömning ihop');
    await press(officer, BUTTON.approve);
    await sees('officer', 'Är det allvarligt?');
    await chooseOption(officer, 'Är det allvarligt?', 'Ja');
    await chooseOption(officer, 'Behöver någon vård?', 'Nej');
    await chooseOption(officer, 'Gjorde ni bedömningen ihop?', 'Ja');
    await press(officer, 'Klart – nästa steg');
    // A threat is for the police: the strategist gets what that needs, and the whole when the officer asks for help.
    await sees('officer', 'Ta hjälp av säkerhetsstrategen');
    await sees('strategist', 'Ring polisen och fråga om råd');
    await press(officer, 'Kontakta säkerhetsstrategen');
    await sees('officer', 'av 18 klara');
    await sees('strategist', 'Ring polisen och fråga om råd');
    await press(strategist, BUTTON.fillIn);
    await sees('strategist', 'Vilket råd gav polisen?');
    // The officer is typing while the incident changes: nothing is wiped.
    await sees('officer', 'Vem är hos den utsatte?');
    await fill(officer, 'Vem är hos den utsatte?', 'Syster Ada');
    await fill(strategist, 'Det här behöver den som leder veta', 'Ring i kväll');
    await tick(strategist, 'Jag sa att det rör ett politiskt uppdrag');
    await chooseOption(strategist, 'Jag frågade om brottsofferstöd', 'Ja, men inget erbjöds');
    await chooseOption(strategist, 'Jag frågade om personsäkerhet', 'Ja, men inget erbjöds');
    await press(strategist, 'Polisen är kontaktad');
    await sees('politician', 'Vill du att det polisanmäls?');
    expect(await officer.locator('input[type=text]').last().inputValue()).toBe('Syster Ada');
    await press(officer, 'Klart – nästa steg');
    await sees('officer', 'Vem vill den utsatte ha som stöd?');
    await press(politician, 'Ja, kommunen anmäler');
    await sees('chief', 'En polisanmälan ska göras');
    await press(chief, BUTTON.fillIn);
    // What the report needs stands above its form.
    await sees('chief', 'Han skrek');
    await sees('chief', 'Polisens nummer på anmälan');
    await press(chief, 'Anmälan är gjord');
    await sees('chief', 'Ärende');
    await press(officer, BUTTON.back);
    await sees('officer', 'väntar på kommunchefen');
    // A chat that is opened anew is empty, and gets what waits.
    await officer.reload();
    await sees('officer', 'Visa uppgifter');
    await sees('otherOfficer', 'Hej, jag är Trygghetsboten');
    expect(await pages.otherOfficer.getByText('Ärende 20').count()).toBe(0);
  });
});
