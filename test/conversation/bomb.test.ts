import { withBombAtLast, withBombTicked } from '../../src/app/commands/guidance/bombThreat';
import { CHOICES } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { CALL_LABELS } from '../../src/content/texts/guidance/phoneCall';
import { NOTICE } from '../../src/content/texts/lead';
import { REPORT } from '../../src/content/texts/report';
import { SILENCE } from '../../src/content/texts/timed';
import { TOWNS } from '../support/towns';
import { PHONE } from './here';
import { newest, openCast, report, SECRET, theIncident, view } from './support';

/*
 * A bomb threat, in whatever way it came: passed on at once, not in order, like a threat by phone (Bilaga 2.5).
 */

const MINUTE = 60_000;
const { municipality } = TOWNS.oxelosund;
const { words } = municipality.routine;
const label = (id: string): string => words.report[id] ?? id;
const strategistStep = words.steps['contact-strategist'];
const BOMB = CHOICES.kinds?.bomb ?? '-';

async function reported(what: string, ticks: Record<string, string>) {
  const cast = await openCast({ now: '2026-11-24T09:00:00Z' });
  await report(
    cast.eva,
    what,
    Object.fromEntries(Object.entries(ticks).map(([id, value]) => [label(id), value])),
  );
  await cast.officer.press(BUTTON.acknowledge);
  const incident = await theIncident(cast.town, cast.eva);
  return { ...cast, incident };
}

describe('a bomb threat', () => {
  it.each([
    ['by e-mail', { channel: 'email', kinds: 'bomb' }, `${SECRET} skrev`],
    ['by letter', { channel: 'letter', kinds: 'bomb,harassment' }, `${SECRET} skrev`],
    ['on social media', { channel: 'social', kinds: 'bomb' }, `${SECRET} skrev`],
    ['told in words, nothing ticked', {}, `${SECRET} skrev att det ligger en bomb i fullmäktigesalen`],
    [
      'told in words, something else ticked',
      { channel: 'email', kinds: 'harassment' },
      `${SECRET}: bombhot mot stadshuset`,
    ],
  ])(
    '%s: the strategist is the lead’s first step, and hears after 30 minutes where it is not passed on',
    async (_, ticks, what) => {
      const { town, officer, strategist, eva, incident } = await reported(what, ticks);
      expect(incident?.report.kinds).toContain('bomb');
      expect(view(officer)).toContain(strategistStep?.done);
      // What must be done at once is said to whoever reported.
      expect(eva.text()).toContain(municipality.channelWords.warnings.bomb);
      const told = () => strategist.text().includes(strategistStep?.passOn ?? '-');
      await town.later(28 * MINUTE);
      expect(told()).toBe(false);
      await town.later(3 * MINUTE);
      expect(told()).toBe(true);
      expect(strategist.text()).not.toContain(SECRET);
    },
  );

  it('that nobody takes: after 30 minutes the strategist is told so, has the numbers of those who were asked, and may take it', async () => {
    const { town, eva, officer, strategist } = await openCast({ now: '2026-11-24T09:00:00Z' });
    await report(eva, SECRET, { [label('channel')]: 'phone', [label('kinds')]: 'threat' });
    await town.later(28 * MINUTE);
    expect(strategist.text()).not.toContain(NOTICE.notTaken);
    await town.later(3 * MINUTE);
    const card = newest(strategist);
    expect(card).toContain(`${strategistStep?.passOn} ${NOTICE.notTaken}`);
    expect(card).not.toContain(NOTICE.notPassedOn);
    expect(card).toContain(`Ring ${PHONE.officer}`);
    expect(card).not.toMatch(/frågas först|ansvarig har tagit emot/);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    expect(strategist.text()).not.toContain(SECRET);
    await strategist.press(SILENCE.takeOver);
    expect((await theIncident(town, eva))?.lead?.person).toBe(strategist.userId);
    expect(strategist.text(await strategist.press(BUTTON.details))).toContain(SECRET);
  });

  it('passed on by the lead’s press: the strategist has it, and is told nothing of waiting', async () => {
    const { town, officer, strategist } = await reported(SECRET, { channel: 'email', kinds: 'bomb' });
    await officer.press(strategistStep?.done ?? '');
    await town.later(31 * MINUTE);
    expect(strategist.text()).not.toContain(strategistStep?.passOn);
    expect(newest(strategist)).toContain(words.steps['contact-police']?.title);
  });

  it('is seen before it is sent, and can be taken away: then it is none', async () => {
    const { eva, town, officer } = await openCast({ now: '2026-11-24T09:00:00Z' });
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    const story = { 'Vad hände': 'Det var ingen bomb, bara ett mejl', [label('kinds')]: 'harassment' };
    await eva.press(BUTTON.review, story);
    expect(view(eva)).toContain(BOMB);
    // 112 comes before the report.
    expect(view(eva)).toContain(REPORT.bomb[0]);
    await eva.press(BUTTON.back);
    await eva.press(BUTTON.review, story);
    expect(view(eva)).not.toContain(BOMB);
    expect(view(eva)).not.toContain(REPORT.bomb[0]);
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.report.kinds).toBe('harassment');
    await officer.press(BUTTON.acknowledge);
    expect(view(officer)).not.toContain(strategistStep?.done);
  });

  it.each([
    ['added to the report', 'amend', { page: 'what', kinds: 'harassment' }],
    ['added without a word of kinds', 'amend', { page: 'what' }],
    ['of an event more', 'addOccurrence', { kinds: 'threat', date: '2026-11-24', urgent: 'no' }],
  ])('told after the report was sent, %s: it is passed on as one told at once', async (_, verb, data) => {
    const { town, eva, strategist } = await reported(SECRET, {
      channel: 'email',
      kinds: 'harassment',
    });
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    const what = `${SECRET} nu skriver de att det ligger en bomb i stadshuset`;
    await eva.invoke('', verb, { id, what, once: 'once1', ...data });
    expect((await theIncident(town, eva))?.report.kinds).toContain('bomb');
    await town.later(32 * MINUTE);
    expect(strategist.text()).toContain(strategistStep?.passOn ?? '-');
  });

  it('taken away from what was added it stays away, until another story is told', async () => {
    const { town, eva } = await reported(SECRET, { channel: 'email', kinds: 'harassment' });
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    const amend = (what: string) =>
      eva.invoke('', 'amend', { id, page: 'what', kinds: 'harassment', what, once: 'once1' });
    await amend('Det var ingen bomb');
    expect((await theIncident(town, eva))?.report.kinds).toContain('bomb');
    await amend('Det var ingen bomb');
    expect((await theIncident(town, eva))?.report.kinds).toBe('harassment');
  });

  it('harassment by e-mail alone opens nothing at once', async () => {
    const { town, officer, strategist } = await reported(`${SECRET} bombarderar mig med mejl`, {
      channel: 'email',
      kinds: 'harassment',
    });
    expect(view(officer)).not.toContain(strategistStep?.done);
    await town.later(31 * MINUTE);
    expect(strategist.text()).not.toContain(strategistStep?.passOn);
  });
});

describe('whether a story tells of a bomb', () => {
  it.each([
    ['De skrev att det finns en BOMB i huset!', true],
    ['bombhot i brevlådan', true],
    ['Han ska spränga kommunhuset', true],
    ['Paketet exploderar kl 12', true],
    ['en handgranat', true],
    ['They said there are explosives here', true],
    ['Jag blev bombarderad med mejl', false],
    ['bombastiskt tal på torget', false],
    ['Han hotade mig', false],
    [
      `${CALL_LABELS.callWhen} I morgon. ${CALL_LABELS.callWhere} I huset. ${CALL_LABELS.callBomb} Ingen aning.`,
      false,
    ],
    [`${CALL_LABELS.callBomb} En rörbomb`, true],
    ['', false],
  ])('%s: %s', (what, isBomb) => {
    expect(withBombTicked({ what, kinds: 'threat' }, {}).kinds).toBe(isBomb ? 'threat,bomb' : 'threat');
    expect(withBombAtLast({ what }).kinds).toBe(isBomb ? 'bomb' : undefined);
  });

  it('is ticked when the kinds are first answered, and with another story, and not where it was taken away', () => {
    const what = 'En bomb';
    expect(withBombTicked({ what }, {}).kinds).toBeUndefined();
    expect(withBombTicked({ what, kinds: '' }, { what }).kinds).toBe('bomb');
    expect(withBombTicked({ what, kinds: 'threat' }, { what, kinds: 'threat,bomb' }).kinds).toBe('threat');
    expect(withBombTicked({ what, kinds: 'threat' }, { what, kinds: 'threat' }).kinds).toBe('threat');
    expect(withBombTicked({ what, kinds: 'threat' }, { what: 'Ett mejl', kinds: 'threat' }).kinds).toBe(
      'threat,bomb',
    );
    expect(withBombTicked({ what, kinds: 'bomb' }, {}).kinds).toBe('bomb');
    expect(withBombAtLast({ what, kinds: '' }).kinds).toBe('');
  });
});
