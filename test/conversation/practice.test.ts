import { PRACTICE as SUBJECT } from '../../src/app/ports/states';
import { PRACTICE_CARD } from '../../src/content/texts/asking/practice';
import { BUTTON, COMMON } from '../../src/content/texts/common';
import { REPORT } from '../../src/content/texts/report';
import { words } from '../support/cardReading';
import type { Person, Town } from '../support/town';
import { DUTY_OFFICER, IS_ASKED, NAME, NEEDS_STRATEGIST, STEP, times, wordsOf } from './here';
import { alarm, type Cast, DAY, EVA, openCast, view } from './support';

/** Invites people by name; whoever is among `agree` says yes. */
async function invite({ town, strategist }: Cast, invited: readonly Person[], agree: readonly Person[]) {
  await strategist.say('övning');
  await strategist.press(PRACTICE_CARD.invite, {
    [PRACTICE_CARD.fields.others]: invited.map(({ name }) => name).join('\n'),
  });
  await town.later(0);
  for (const person of agree) await person.press(PRACTICE_CARD.yes);
  await town.later(0);
}

async function begin(cast: Cast, victim: Person): Promise<string> {
  const { strategist, town } = cast;
  await strategist.say('övning');
  await strategist.press(PRACTICE_CARD.show);
  await strategist.press(PRACTICE_CARD.start, { [PRACTICE_CARD.victim]: victim.name });
  await town.later(0);
  return (await town.tables.askings.read(SUBJECT)).state.practice?.incident ?? '';
}

const posted = (person: Person): string[] => person.chat().flatMap(({ sent }) => sent);

/** Nothing of it is left, of nobody, and no card shows any of it. */
async function expectGone(town: Town, id: string, people: readonly Person[]): Promise<void> {
  expect(await town.tables.incidents.read(id)).toBeUndefined();
  const { state, cards, deliveries } = await town.tables.askings.read(SUBJECT);
  expect([state.practice, cards, deliveries]).toEqual([undefined, [], []]);
  for (const person of people) {
    expect(
      person
        .chat()
        .map(({ card }) => words(card))
        .filter((text) => text.includes('ÖVNING-')),
    ).toEqual([]);
    expect((await town.tables.index.of(person.userId, 10)).filter((row) => row.id === id)).toEqual([]);
  }
}

describe('an exercise', () => {
  it('is played by six with the whole routine, marked everywhere, and leaves nothing; a real alarm in it is real', async () => {
    const cast = await openCast();
    const { town, eva, officer, deputy, strategist, deputyStrategist, chief, otherOfficer } = cast;
    const six = [eva, officer, deputy, strategist, deputyStrategist, chief];
    const asked = [eva, officer, deputy, deputyStrategist, chief];
    await invite(cast, [...asked, otherOfficer], asked);
    await otherOfficer.press(PRACTICE_CARD.no);
    const before = new Map([...six, otherOfficer].map((one) => [one, posted(one).length]));
    const id = await begin(cast, eva);
    const incident = async () => (await town.tables.incidents.read(id))?.incident;
    expect(await incident()).toMatchObject({ practice: true, via: 'alarm', acute: true });

    // The alarm, the ladder, the report with invented words.
    expect(words(eva.newest())).toContain(PRACTICE_CARD.strip[0]);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    await town.later(times.alarmNext * 60_000);
    expect(deputy.has(BUTTON.acknowledge)).toBe(true);
    await officer.press(BUTTON.acknowledge);
    await eva.press(BUTTON.tell);
    expect(view(eva)).toContain(PRACTICE_CARD.strip[0]);
    expect(JSON.stringify(eva.card())).toContain(PRACTICE_CARD.report);
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect((await incident())?.report.what).toBe(PRACTICE_CARD.report);

    // Steps: the lead and the strategist.
    await officer.press('Godkänn nästa steg');
    await officer.press('Klart – nästa steg', {
      'Vad gäller det?': 'Hot',
      'Är det allvarligt?': 'Ja',
      'Behöver någon vård?': 'Nej',
      [NEEDS_STRATEGIST]: 'Ja',
      'Gjorde ni bedömningen ihop?': 'Ja',
    });
    await officer.press(wordsOf(STEP.strategist).done);
    await town.later(60_000);
    expect(words(strategist.newest())).toContain(PRACTICE_CARD.strip[0]);
    // The victim's word brings the chief executive in; where it is always reported, the assessment has.
    if (IS_ASKED) {
      await eva.press(BUTTON.policeDecision);
      await eva.press('Ja, kommunen anmäler');
      await town.later(60_000);
    }
    expect(words(chief.newest())).toContain(PRACTICE_CARD.strip[0]);
    await chief.press(BUTTON.fillIn);
    expect(view(chief)).toContain(PRACTICE_CARD.strip[0]);
    await strategist.press(BUTTON.fillIn);
    expect(JSON.stringify(strategist.card())).not.toContain('tel:11414');
    // The police and the duty officer are not in it.
    for (const person of six)
      expect(JSON.stringify(person.sees())).not.toMatch(/tel:(112|11414)"[^}]*ÖVNING/);

    // A real alarm, in the midst of it.
    const real = await alarm(eva);
    expect(words(real)).not.toContain('ÖVNING');
    await town.later(0);
    const rows = await town.tables.index.of(EVA.id, 10);
    const other = rows.find((row) => row.id !== id);
    expect((await town.tables.incidents.read(other?.id ?? ''))?.incident).toMatchObject({ practice: false });
    expect(words(officer.newest())).not.toContain('ÖVNING');

    // Whoever does not take part has heard of the invitation and nothing else.
    expect(posted(otherOfficer)).toHaveLength(before.get(otherOfficer) ?? 0);
    const played = six
      .flatMap((one) => posted(one).slice(before.get(one)))
      .filter((form) => form.includes('ÖVNING-'));
    const cards = played.filter((form) => form.includes('"heading"'));
    expect(cards.length).toBeGreaterThan(8);
    for (const form of cards) {
      expect(form).toContain(PRACTICE_CARD.strip[0]);
      expect(JSON.parse(form).summary).toBe(PRACTICE_CARD.summary);
    }

    // Time goes on: no round, and no word to whoever runs the bot.
    await town.later(DAY);
    for (const line of town.log.lines)
      expect(line).not.toMatch(new RegExp(`operatorAlert.*${id}|${id}.*operatorAlert`));

    await strategist.say('övning');
    expect(view(strategist)).not.toContain(EVA.name);
    await strategist.press(PRACTICE_CARD.show);
    expect(view(strategist)).toContain(PRACTICE_CARD.resultTitle);
    expect(view(strategist)).toContain(NAME.officer);
    expect(view(strategist)).toContain('tryckte första gången');
    await strategist.press(PRACTICE_CARD.end);
    await town.later(60_000);
    await town.later(60_000);
    await expectGone(town, id, six);
    expect((await town.tables.incidents.read(other?.id ?? ''))?.incident.state).toBe('open');
  });

  it('is left by who does not want to any more: their cards are empty and they have no part in it', async () => {
    const cast = await openCast();
    const { town, eva, officer, deputy } = cast;
    await invite(cast, [eva, officer, deputy], [eva, officer]);
    const late = deputy.keep(PRACTICE_CARD.yes);
    const id = await begin(cast, eva);
    await late();
    // Next in line, and not with it: neither told nor named, however long nobody answers.
    const before = posted(deputy).length;
    await town.later(times.alarmAll * 60_000);
    expect(posted(deputy)).toHaveLength(before);
    for (const person of [eva, officer]) {
      expect(person.text()).not.toContain(NAME.deputy);
      expect(person.text()).not.toContain(DUTY_OFFICER.phone);
    }
    expect((await town.tables.incidents.read(id))?.incident.players).toHaveLength(3);
    const acknowledge = officer.keep(BUTTON.acknowledge);
    await officer.press(PRACTICE_CARD.leave);
    await town.later(60_000);
    await acknowledge();
    expect((await town.tables.incidents.read(id))?.incident.lead).toBeUndefined();
    expect(officer.has(BUTTON.acknowledge)).toBe(false);
  });

  it('is taken away by itself, and what was written in it becomes no report', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await invite(cast, [eva, officer], [eva, officer]);
    const id = await begin(cast, eva);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review);
    const send = eva.keep(BUTTON.send);
    await town.until(new Date(town.now.getTime() + (times.practiceDays + 1) * DAY).toISOString());
    await expectGone(town, id, [eva, officer]);
    const answer = await send();
    expect(words(answer.card ?? {})).not.toContain(REPORT.savedTitle);
    expect((await town.tables.index.of(EVA.id, 10)).map((row) => row.id)).toEqual([]);
    expect(words(eva.newest())).not.toContain(COMMON.reference('ÖVNING'));
  });

  it('is the strategist’s to begin, once, and with somebody who agreed', async () => {
    const cast = await openCast();
    const { town, eva, officer, strategist } = cast;
    await officer.say('övning');
    expect(view(officer)).toContain('Bara');
    await invite(cast, [eva, officer], [eva]);
    await strategist.say('övning');
    await strategist.press(PRACTICE_CARD.show);
    const start = strategist.keep(PRACTICE_CARD.start);
    const { practice } = (await town.tables.askings.read(SUBJECT)).state;
    const codeOf = (person: Person) =>
      practice?.players.find((one) => one.person === person.userId)?.code ?? '';
    await start({ victim: codeOf(officer) });
    expect((await town.tables.askings.read(SUBJECT)).state.practice?.incident).toBeUndefined();
    await start({ victim: codeOf(eva) });
    await start({ victim: codeOf(strategist) });
    const rows = await town.tables.index.of(EVA.id, 10);
    expect(rows).toHaveLength(1);
    const made = await officer.invoke('none', 'endPractice', {});
    expect(words(made.card ?? {})).toContain('Bara');
    expect(await town.tables.incidents.read(rows[0]?.id ?? '')).toBeDefined();
  });
});
