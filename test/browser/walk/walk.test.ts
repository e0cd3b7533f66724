import { BUTTON } from '../../../src/content/texts/common';
import { DOCUMENT } from '../../../src/content/texts/printed/document';
import { acute, alarm, calm, calmUntilClosed, ownParty } from './cases';
import { type Count, Hands, PEOPLE } from './hands';
import { document } from './parts';

/*
 * Three cases walked through in Chromium on a phone, their presses counted: `npm run walk` prints the table that stands in
 * `test/README.md`. What an evening costs its people is part of what the product promises.
 */

/** The most that the officer's whole case may cost. */
const OFFICER: Count = { buttons: 26, choices: 12, texts: 9 };
/** The most that a report may cost: under a minute for who writes one sentence. */
const REPORT: Count = { buttons: 4, choices: 5, texts: 3 };

/** The chief executive has one minute. */
const CHIEF: Count = { buttons: 2, choices: 2, texts: 1 };

/** Buttons that ask nothing of anybody: the ways on from a line that says that all is done, and from the offer of courses. */
const STAYS: string[] = [BUTTON.mine, BUTTON.contacts, BUTTON.details, 'Förebygga'];

/** An hour after the closing. */
const LATER = '2026-12-09T08:30:00Z';

const NIGHT = '2026-12-01T21:30:00Z';
const DAY = '2026-12-01T15:00:00Z';

const table: string[] = [];
const tell = (title: string, { counts }: Hands) => {
  for (const who of PEOPLE) {
    const { buttons, choices, texts } = counts[who];
    if (buttons + choices + texts > 0)
      table.push(`| ${title} | ${who} | ${buttons} | ${choices} | ${texts} |`);
  }
};
const expectAtMost = (count: Count, most: Count) =>
  expect({
    buttons: Math.max(count.buttons, most.buttons),
    choices: Math.max(count.choices, most.choices),
    texts: Math.max(count.texts, most.texts),
  }).toEqual(most);

/** The most that a strategist's case may cost who leads it as well: the officer's, and their own steps. */
const LEADS: Count = { buttons: 32, choices: 11, texts: 11 };

/** The strategist takes the document: what was told and what was decided stand in it. */
async function expectDocument(hands: Hands, ...told: string[]) {
  const { name, words } = await document(hands);
  expect(name).toMatch(/^Incidentrapport 2026-[0-9A-Z]{4}\.docx$/);
  for (const one of [DOCUMENT.title, 'Eva Norrlycke', 'KS 2026/311', 'Det bör anmälas.', 'Bättre.', ...told])
    expect(words).toContain(one);
}

/** Nobody's chat asks anything any more. */
async function expectNothingAsked(hands: Hands) {
  // What is woken by the closing is done by then.
  await hands.until(LATER);
  for (const who of PEOPLE)
    expect([who, ...(await hands.stillAsks(who)).filter((title) => !STAYS.includes(title))]).toEqual([who]);
}

/** A case with six phones of its own, opened before it is walked. */
const onPhones = (name: string, at: string, port: number, walked: (hands: Hands) => Promise<void>) =>
  describe(name.slice(0, 1), () => {
    let hands: Hands;
    beforeAll(async () => {
      hands = await Hands.at(name.slice(0, 1), at, port);
    });
    afterAll(async () => {
      await hands?.end();
    });
    it(name, async () => {
      await walked(hands);
      tell(name.slice(0, 1), hands);
    });
  });

afterAll(() => {
  const head = ['| case | who | buttons | choices | texts |', '| --- | --- | --- | --- | --- |'];
  process.stdout.write(`${[...head, ...table].join('\n')}\n`);
});

onPhones(
  'A: an alarm at night, in one tap from the command, and the case to its closing',
  NIGHT,
  57_000,
  async (hands) => {
    await alarm(hands);
    expect(hands.counts.politician).toEqual({ buttons: 1, choices: 0, texts: 1 });
    await acute(hands);
    expectAtMost(hands.counts.officer, OFFICER);
    expectAtMost(hands.counts.chief, CHIEF);
    await expectNothingAsked(hands);
    await expectDocument(hands, 'En man ringde och sa att han vet var jag bor.', '0201-K123456-26');
  },
);

onPhones(
  'B: a report of e-mails, reported to the police by the municipality, to its closing',
  DAY,
  57_100,
  async (hands) => {
    await calm(hands);
    expectAtMost(hands.counts.politician, REPORT);
    await calmUntilClosed(hands);
    expectAtMost(hands.counts.officer, OFFICER);
    expectAtMost(hands.counts.chief, CHIEF);
    await expectNothingAsked(hands);
    await expectDocument(hands, 'Någon mejlar varje dag', '0201-K123456-26', 'Partivänner');
    // Whoever has no part in it has heard nothing.
    await hands.sees('otherOfficer', 'Hej, jag är Trygghetsboten');
  },
);

onPhones(
  'C: the threat comes from the party: the strategist leads, and nobody of the party hears of it',
  DAY,
  57_200,
  async (hands) => {
    await alarm(hands, BUTTON.alarmMunicipality);
    await ownParty(hands);
    expectAtMost(hands.counts.strategist, LEADS);
    await expectNothingAsked(hands);
    await expectDocument(hands, 'Vår gruppledare tog mig i armen', '0201-K123456-26');
    for (const who of ['officer', 'deputy', 'otherOfficer', 'chief'] as const)
      await hands.sees(who, 'Hej, jag är Trygghetsboten');
  },
);
