import { BUTTON } from '../../src/content/texts/common';
import { LEAD } from '../../src/content/texts/lead';
import { CALLS } from '../../src/content/texts/people/calls';
import { REFUSALS } from '../../src/content/texts/refusals';
import { FIRST } from '../../src/content/texts/report';
import { REACH } from '../../src/content/texts/timed';
import { STATUS } from '../../src/content/texts/victim';
import { NUMBERS, QUIET, WISHES_PAGE } from '../../src/content/texts/wishes/quiet';
import { UNDO } from '../../src/content/texts/wishes/undo';
import { EARLY, ENOUGH, HAND, HELP_OUT, SAFE } from '../../src/content/texts/wishes/wishes';
import { fullTimeIn } from '../../src/routine/model/contact';
import { words } from '../support/cardReading';
import { startOpenId } from '../support/openId';
import type { Person } from '../support/town';
import { NAME } from './here';
import {
  alarm,
  type Cast,
  DAY,
  EVA,
  newest,
  openCast,
  openStep,
  report,
  SECRET,
  theIncident,
  view,
} from './support';

const NOTICE = 'Någon behöver dig nu';
const NOTICE_TOLD = 'Ett ärende har kommit in';
const MINUTE = 60_000;

describe('Ångra', () => {
  it('of "Jag har tagit emot": the victim is told, the next in line is asked when they would have been', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.officer} har tagit emot`);
    await town.later(MINUTE);
    expect(view(officer)).toContain('Tryckte du fel?');
    await officer.press(UNDO.button);
    expect((await theIncident(town, eva))?.lead).toBeUndefined();
    expect(newest(eva)).toContain(`${NAME.officer} tog tillbaka sitt svar`);
    expect(newest(eva)).not.toContain(`${NAME.officer} har tagit emot`);
    expect(view(officer)).toContain(NOTICE);
    // Three minutes from the alarm, not from the second press.
    await town.later(2 * MINUTE);
    expect(newest(deputy)).toContain(NOTICE);
    await deputy.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.deputy} har tagit emot`);
  });

  it('comes too late after ten minutes, and says whom to turn to; pressed twice it is once', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const late = officer.keep(UNDO.button);
    await town.later(10 * MINUTE);
    expect(officer.text((await late()).card)).toContain(REFUSALS.undoLate);
    expect((await theIncident(town, eva))?.lead?.person).toBe(officer.userId);
  });

  it('is not there for an alarm', async () => {
    const { eva, officer } = await openCast();
    await alarm(eva);
    expect(eva.has(UNDO.button)).toBe(false);
    await officer.press(BUTTON.acknowledge);
    await eva.press(BUTTON.callNow);
    expect(eva.has(UNDO.button)).toBe(false);
  });
});

describe('a word of the victim', () => {
  it('"Det räcker nu": asked once, nothing more comes for weeks, the lead may close; the door stays open', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.spoke);
    await eva.press(WISHES_PAGE.button);
    await eva.press(ENOUGH.button);
    await eva.press(ENOUGH.yes);
    expect(view(eva)).toContain(ENOUGH.title);
    const before = [eva.chat().length, officer.chat().length];
    await town.later(20 * DAY);
    expect(
      eva
        .chat()
        .slice(before[0])
        .map(({ id }) => words(town.connector.messages.find((one) => one.id === id)?.card ?? {})),
    ).toEqual([]);
    // One card tells the lead; no reminder follows.
    expect(officer.chat().length - (before[1] ?? 0)).toBeLessThan(2);
    expect(newest(officer)).toContain(ENOUGH.leadTitle);
    await officer.press(BUTTON.close);
    await officer.press(LEAD.closeYes);
    expect((await theIncident(town, eva))?.closeReason).toBe('enough');
    expect(newest(eva)).toContain(EARLY.because.enough);
    expect(eva.has(BUTTON.reopen)).toBe(true);
  });

  it('"Det räcker nu" before anybody has taken a calm report: whoever takes it is not told to ring', async () => {
    const { eva, officer } = await openCast();
    await report(eva);
    await eva.press(WISHES_PAGE.button);
    await eva.press(ENOUGH.button);
    await eva.press(ENOUGH.yes);
    expect(words(await officer.press(BUTTON.acknowledge))).toContain(ENOUGH.leadTitle);
    expect(view(officer)).toContain(ENOUGH.leadLines[0]);
    expect(view(officer)).not.toContain(LEAD.ringFirst);
    await eva.press(BUTTON.callMe);
    expect(newest(officer)).toContain(LEAD.ringTitle);
  });

  it('"Det räcker nu" on an alarm that nobody has talked over: ring first, and no closing before that', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    await eva.press(WISHES_PAGE.button);
    await eva.press(ENOUGH.button);
    await eva.press(ENOUGH.yes);
    await town.later(MINUTE);
    expect(newest(officer)).toContain(ENOUGH.ringTitle);
    expect(newest(officer)).not.toContain(ENOUGH.leadLines[0]);
    await officer.invoke('', 'close', { id });
    expect((await theIncident(town, eva))?.state).toBe('open');
    await officer.press(BUTTON.spoke);
    expect(newest(officer)).toContain(ENOUGH.leadTitle);
    await officer.press(BUTTON.close);
    await officer.press(LEAD.closeYes);
    expect((await theIncident(town, eva))?.closeReason).toBe('enough');
  });

  it('"Jag är i säkerhet nu": the officer reads it and rings all the same', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await eva.press(SAFE.button);
    expect(view(eva)).toContain(SAFE.title);
    await town.later(3 * MINUTE);
    expect(newest(deputy)).toContain(NOTICE);
    await officer.press(BUTTON.acknowledge);
    expect(view(officer)).toContain('Ring ändå');
    await town.later(15 * MINUTE);
    expect(newest(officer)).toMatch(/nått den utsatte|Har du nått/i);
  });
});

describe('who helps', () => {
  it('"Jag hjälper till": name and number without leading, not the story; the victim reads who, and the next in line is asked in time', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await officer.press(HELP_OUT.button);
    expect(view(officer)).toContain(HELP_OUT.line);
    expect(view(eva)).toContain(HELP_OUT.victim(NAME.officer));
    expect(officer.has(BUTTON.details)).toBe(false);
    expect(view(eva)).toContain(STATUS.canRing(NAME.officer));
    const shown = officer.text(await officer.press(REACH.show));
    expect(shown).toContain(EVA.name);
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    for (const page of ['details', 'story', 'versions', 'occurrences'])
      expect(officer.text((await officer.invoke('', 'page', { id, page })).card)).not.toContain(EVA.name);
    // The look is the victim's to see.
    expect(eva.text((await eva.invoke('', 'looks', { id })).card)).toContain(NAME.officer);
    await town.later(3 * MINUTE);
    expect(newest(deputy)).toContain(NOTICE);
  });

  it('"Jag kan inte" of one who leads: the next is asked, and the victim is told', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.moreChoices);
    await officer.press(BUTTON.cannot);
    expect((await theIncident(town, eva))?.lead).toBeUndefined();
    expect(newest(deputy)).toContain(NOTICE);
    expect(newest(eva)).toContain(NAME.deputy);
  });

  it('a step handed to a deputy: told, done by them alone; the rest stays with the lead', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.spoke);
    await openStep(officer, 'initial-support');
    await officer.press(HAND.button);
    await officer.press(HAND.give);
    expect((await theIncident(town, eva))?.steps['initial-support']?.handedTo).toBe(deputy.userId);
    expect(newest(deputy)).toContain('Ärende');
    expect(deputy.has(BUTTON.fillIn)).toBe(true);
    expect(deputy.has(BUTTON.approve)).toBe(false);
    expect((await theIncident(town, eva))?.lead?.person).toBe(officer.userId);
  });

  it('closes as a duplicate on one card, and as a mistake only after a talk', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.moreChoices);
    await officer.press(BUTTON.close);
    await officer.press(EARLY.button);
    const answer = await officer.press(BUTTON.close, {
      [EARLY.fields.why]: EARLY.choices.mistake,
      [EARLY.fields.reason]: 'Det var barnen',
    });
    expect(officer.text(answer)).toContain(REFUSALS.ringFirst);
    await officer.press(BUTTON.close, {
      [EARLY.fields.why]: EARLY.choices.duplicate,
      [EARLY.fields.reason]: 'Se det andra',
    });
    expect(await theIncident(town, eva)).toMatchObject({ state: 'closed', closeReason: 'duplicate' });
    expect(newest(eva)).toContain(EARLY.because.duplicate);
  });
});

/** Every word and number that was sent to a chat up to now. */
const traffic = (town: Cast['town'], person: Person): number =>
  town.connector.messages
    .filter(({ conversation }) => conversation === person.chat()[0]?.conversation)
    .reduce((sum, { sent }) => sum + sent.length, 0);

describe('whoever hides, or whose phone somebody sees', () => {
  it('"Ring mig inte": silence to the victim; the officer is told first of all, and has no number to press', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await eva.press(QUIET.hide);
    expect(view(eva)).toContain(QUIET.title);
    const messages = eva.chat().length;
    const reveal = officer.text(await officer.press(BUTTON.acknowledge));
    expect(reveal).toContain(QUIET.strip.hiding);
    expect(reveal).toContain(QUIET.leadTitle);
    expect(reveal).not.toContain(CALLS.noAnswer);
    await town.later(2 * DAY);
    expect(eva.chat()).toHaveLength(messages);
    expect(newest(officer)).toContain(QUIET.strip.hiding);
    expect(newest(deputy)).toContain(QUIET.strip.hiding);
    await eva.press(QUIET.lift);
    await town.later(MINUTE);
    expect(newest(officer)).not.toContain(QUIET.strip.hiding);
    expect(eva.chat().length).toBeGreaterThan(messages);
  });

  it('"Någon kan se min mobil" after an alarm: numbers alone, and nothing in the chat is touched for weeks', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await eva.press(WISHES_PAGE.button);
    const card = eva.text(await eva.press(QUIET.watched));
    expect(card).toContain('112');
    expect(card).not.toMatch(/Ärende|larm|Larm/);
    const before = traffic(town, eva);
    await officer.press(BUTTON.acknowledge);
    expect(view(officer)).toContain(QUIET.strip.watched);
    await town.later(20 * DAY);
    expect(traffic(town, eva)).toBe(before);
    await eva.press(NUMBERS.lift);
    await town.later(MINUTE);
    expect(traffic(town, eva)).toBeGreaterThan(before);
    expect((await theIncident(town, eva))?.quiet).toBeUndefined();
  });

  it.each([
    ['an alarm', (eva: Person) => alarm(eva)],
    ['a report', (eva: Person) => report(eva)],
  ])(
    '"Någon kan se min mobil" before %s: nothing is sent to them of it, and who helps reads so',
    async (_, tell) => {
      const { town, eva, officer } = await openCast();
      await eva.say('rapportera hot');
      await eva.press(QUIET.watched);
      await tell(eva);
      const before = traffic(town, eva);
      await officer.press(BUTTON.acknowledge);
      expect(view(officer)).toContain(QUIET.strip.watched);
      await town.later(3 * DAY);
      expect(traffic(town, eva)).toBe(before);
      await eva.press(NUMBERS.lift);
      expect((await theIncident(town, eva))?.quiet).toBeUndefined();
    },
  );

  it('"Någon kan se min mobil": the buttons of old cards, the lists and the tab show nothing of it, and all is back once it is lifted', async () => {
    const openId = await startOpenId();
    process.env.IDENTITY_ENDPOINT = openId.identityEndpoint;
    process.env.IDENTITY_HEADER = 'test';
    try {
      const { town, eva, officer } = await openCast({ openId });
      await report(eva);
      await officer.press(BUTTON.acknowledge);
      const { id = '', reference = '-' } = (await theIncident(town, eva)) ?? {};
      const headers = {
        ...{ authorization: `Bearer ${openId.tabToken(eva.userId)}`, 'content-type': 'application/json' },
      };
      const shown = async () => {
        const pages = ['details', 'versions', 'outlook'] as const;
        const tab = ['inbox', 'me'].map(async (ask) =>
          (
            await fetch(`${town.url}/api/tab/ask`, { method: 'POST', headers, body: JSON.stringify({ ask }) })
          ).text(),
        );
        const cards = pages.map(async (page) => words((await eva.invoke('', 'page', { id, page })).card));
        return Promise.all([...tab, ...cards, eva.say('mina ärenden').then(({ card }) => words(card))]);
      };
      for (const one of await shown()) expect(one).toContain(reference);
      await eva.invoke('', 'phoneWatched', { id });
      for (const one of await shown()) expect(one).not.toContain(reference);
      await eva.invoke('', 'liftQuiet', { id });
      for (const one of await shown()) expect(one).toContain(reference);
    } finally {
      await openId.stop();
    }
  });

  it('"Någon kan se min mobil" on the first card: numbers and how to delete, no incident, no reminder of a draft', async () => {
    const { town, eva, officer } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.later);
    await eva.say('rapportera hot');
    const card = eva.text(await eva.press(QUIET.watched));
    expect(card).toContain(NUMBERS.lines[1] ?? '');
    expect(card).toContain('112');
    const before = traffic(town, eva);
    await town.later(3 * DAY);
    expect(traffic(town, eva)).toBe(before);
    expect(await theIncident(town, eva)).toBeUndefined();
    expect(officer.text()).not.toMatch(/Ärende \d{4}-/);
    await eva.press(NUMBERS.lift);
    expect((await town.tables.people.read(eva.userId))?.value.quiet).toBeUndefined();
  });

  it('who leads is offered no question that nothing would bring to them, and the police are to keep away too', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(QUIET.watched);
    await report(eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
    // That somebody is quiet brings nobody in whom their report would not have brought in.
    expect(newest(strategist)).toContain(NOTICE_TOLD);
    expect(fullTimeIn(await town.tables.contacts.read())).toEqual([]);
    await officer.press(BUTTON.acknowledge);
    await town.later(MINUTE);
    await officer.press(BUTTON.moreChoices);
    expect(officer.has(BUTTON.recordDecision)).toBe(true);
    expect(officer.has(BUTTON.askVictim)).toBe(false);
    expect(newest(strategist)).toContain(QUIET.police);
    expect(officer.text()).not.toContain(QUIET.police);
  });

  it('what was begun before stands on no card of a watched phone, and is there again when it shows all as ever', async () => {
    const { town, eva } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.later, { 'Vad hände': `${SECRET} står utanför` });
    await eva.say('rapportera hot');
    expect(view(eva)).toContain(FIRST.draft);
    await eva.press(QUIET.watched);
    await eva.say('rapportera hot');
    expect(view(eva)).not.toContain(FIRST.draft);
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    expect(JSON.stringify(eva.card())).not.toContain(SECRET);
    await eva.say('rapportera hot');
    await alarm(eva);
    await eva.say('rapportera hot');
    expect(view(eva)).not.toMatch(/larmade|\d{4}-[0-9A-Z]{4}/);
    const { reference } = (await theIncident(town, eva)) ?? {};
    await eva.say(`ärende ${reference}`);
    expect(newest(eva)).not.toContain(NUMBERS.title);
    await eva.say('rapportera hot');
    await eva.press(QUIET.watched);
    await eva.press(NUMBERS.lift);
    await eva.say(`ärende ${reference}`);
    expect(newest(eva)).toContain(reference);
  });
});
