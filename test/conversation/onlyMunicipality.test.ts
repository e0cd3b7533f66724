import { personFile } from '../../src/cli/personFile';
import { CHOICES } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { PROTECTION, THREAT } from '../../src/content/texts/lead';
import { STEP_CARD } from '../../src/content/texts/pages';
import { MOVE_DAY } from '../../src/content/texts/standing/moveDay';
import { elements, type Json, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { HERE, IS_ASKED, NOTHING_MORE, routine, STEP } from './here';
import {
  alarm,
  type Cast,
  DAY,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  report,
  SECRET,
  theIncident,
} from './support';

const ADVICE = 'Byt lås i helgen';
const MEASURE = 'Larm i bostaden';
const NOTE = 'Orolig för sin granne';
const NEED = 'Ring på kvällen';
const FIELDS = routine.words.fields[STEP.police.id] ?? {};
const NEED_FIELD = FIELDS.toKnow ?? '';
const SHARE_FIELD = 'Får den som leder se allt det här?';

/** An incident that the officer leads and the strategist has, with the police step in the strategist's hands. */
async function openLed(): Promise<Cast> {
  const cast = await openCast();
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  await cast.officer.press(BUTTON.allSteps);
  return cast;
}

/** A press with data as the client sends it, on the person's newest card. */
const send = (person: Person, verb: string, data: Record<string, unknown>) =>
  person.invoke(person.chat().at(-1)?.id ?? '', verb, data);

const today = ({ town }: Cast): string => town.now.toISOString().slice(0, 10);

/** The strategist gets the incident, and writes down the police's advice. */
async function police(cast: Cast, more: Record<string, string> = {}) {
  const id = (await theIncident(cast.town, cast.eva))?.id ?? '';
  await send(cast.officer, 'approve', { id, step: STEP.police.id });
  return send(cast.strategist, 'endStep', {
    id,
    step: STEP.police.id,
    once: 'p1',
    when: today(cast),
    whom: 'Kommunpolisen',
    advice: ADVICE,
    link: 'true',
    victimSupport: 'nothing',
    protection: 'notAsked',
    ...more,
  });
}

/** Nothing more is needed; a report to the police that is always made is the chief executive's from here on. */
async function assess({ town, eva, officer }: Cast) {
  const id = (await theIncident(town, eva))?.id ?? '';
  await send(officer, 'approve', { id, step: STEP.assess.id });
  await send(officer, 'endStep', { id, step: STEP.assess.id, once: 'a1', ...NOTHING_MORE });
}

const details = async (person: Person, id: string): Promise<string> =>
  person.text((await send(person, 'page', { id, page: 'details' })).card);

describe('what only the municipality reads', () => {
  it('the police’s advice: the lead sees that and when they were asked, and what the lead must know; the victim reads all', async () => {
    const cast = await openLed();
    const { town, eva, officer, deputy, strategist, chief } = cast;
    const id = (await theIncident(town, eva))?.id ?? '';
    const refused = await police(cast);
    // Left empty by a press only: the form comes back with what was typed.
    expect(strategist.text(refused.card)).toContain(NEED_FIELD);
    expect(JSON.stringify(refused.card)).toContain(ADVICE);
    expect(strategist.text(refused.card)).toContain(SHARE_FIELD);
    await police(cast, { toKnow: NEED });

    const led = await details(officer, id);
    expect(led).not.toContain(ADVICE);
    expect(led).toContain(NEED);
    expect(led).toContain('Kommunpolisen');
    const step = officer.text((await send(officer, 'page', { id, page: 'step', step: STEP.police.id })).card);
    expect(step).toContain(NEED);
    expect(step).not.toContain(ADVICE);
    expect(await details(strategist, id)).toContain(ADVICE);
    expect(await details(eva, id)).toContain(ADVICE);
    expect(await details(deputy, id)).not.toContain(ADVICE);
    expect(await details(chief, id)).not.toContain(ADVICE);

    // Who files for the municipality knows what the police said.
    if (IS_ASKED) await send(eva, 'decide', { id, answer: 'municipality' });
    else await assess(cast);
    const filed = await details(chief, id);
    expect(filed).toContain(ADVICE);
    expect(filed).not.toContain(NOTE);
  });

  it('"Får den som leder se allt det här?" yes: the lead reads it; nothing to tell is a press', async () => {
    const cast = await openLed();
    const id = (await theIncident(cast.town, cast.eva))?.id ?? '';
    await police(cast, { nothingToKnow: 'true', share: 'true' });
    expect(await details(cast.officer, id)).toContain(ADVICE);
  });

  it('the form asks first what every call has, then once all that its answers have asked for; what was written is kept', async () => {
    const cast = await openLed();
    const { strategist, officer, town, eva } = cast;
    const id = (await theIncident(town, eva))?.id ?? '';
    await send(officer, 'approve', { id, step: STEP.police.id });
    const open = async () =>
      (await send(strategist, 'page', { id, page: 'step', step: STEP.police.id })).card;
    const asked = (card: Json | undefined) =>
      elements(card ? [card] : []).flatMap((one) => (String(one.type).startsWith('Input.') ? [one.id] : []));
    const first = ['when', 'whom', 'advice', 'link', 'victimSupport', 'protection', 'toKnow', 'share'];
    expect(asked(await open())).toEqual(first);
    const refused = await strategist.press(routine.words.steps[STEP.police.id]?.done ?? '', {
      [FIELDS.advice ?? '']: ADVICE,
      [FIELDS.victimSupport ?? '']: CHOICES.victimSupport?.offered ?? '',
      [FIELDS.protection ?? '']: CHOICES.protection?.nothing ?? '',
    });
    expect(asked(refused)).toEqual([
      ...['when', 'whom', 'advice', 'link', 'linkWhy', 'victimSupport', 'victimSupportOffer'],
      ...['protection', 'toKnow', 'share'],
    ]);
    expect(JSON.stringify(refused)).toContain(ADVICE);
    // The rest is one press, for somebody who has no more to tell the party's lead.
    await strategist.press(STEP_CARD.nothingToTell, {
      [FIELDS.link ?? '']: 'true',
      [FIELDS.victimSupportOffer ?? '']: 'Samtal',
    });
    expect((await theIncident(town, eva))?.steps[STEP.police.id]).toMatchObject({
      state: 'done',
      records: { advice: ADVICE, victimSupportOffer: 'Samtal', linkWhy: '', nothingToKnow: 'true' },
    });
  });

  it('an officer who writes the step down anew loses nothing of what is hidden from them, and does not see it', async () => {
    const cast = await openLed();
    const { officer, strategist, town, eva } = cast;
    const id = (await theIncident(town, eva))?.id ?? '';
    await police(cast, { toKnow: NEED, protection: 'offered', protectionOffer: `${ADVICE} skydd` });
    await send(officer, 'reopenStep', { id, step: STEP.police.id, reason: 'Fel dag', once: 'r1' });
    const again = await send(officer, 'page', { id, page: 'step', step: STEP.police.id });
    expect(JSON.stringify(again.card)).not.toContain(ADVICE);
    // It is the strategist's to do again; the officer's only once nobody has, for so long that it has gone up.
    await town.later(2 * DAY);
    await send(officer, 'endStep', {
      id,
      step: STEP.police.id,
      once: 'p2',
      when: today(cast),
      link: 'true',
      victimSupport: 'nothing',
      protection: 'offered',
      toKnow: NEED,
    });
    expect(await details(officer, id)).not.toContain(ADVICE);
    expect(await details(strategist, id)).toContain(ADVICE);
    expect(await details(strategist, id)).toContain(`${ADVICE} skydd`);
  });

  it('protection measures and a strategist’s notes: not to the party; the notes not to the victim, nor in their data', async () => {
    const cast = await openLed();
    const { officer, strategist, town, eva } = cast;
    const id = (await theIncident(town, eva))?.id ?? '';
    await police(cast, { nothingToKnow: 'true' });
    await send(eva, 'endStep', { id, step: STEP.strategist.id, once: 'c1' });
    await send(strategist, 'addProtection', {
      id,
      what: MEASURE,
      who: 'Fastighetsenheten',
      day: '2026-12-01',
      once: 'm1',
    });
    await send(officer, 'addProtection', {
      id,
      what: 'Skjuts till mötet',
      who: 'Partiet',
      day: '2026-12-01',
      once: 'm2',
    });
    const talk = { id, kind: 'first', heldOn: today(cast), attendees: 'Eva och jag', notes: NOTE };
    await send(strategist, 'addTalk', { ...talk, once: 't1' });

    const [led, own, all] = [
      await details(officer, id),
      await details(eva, id),
      await details(strategist, id),
    ];
    expect([led.includes(MEASURE), own.includes(MEASURE), all.includes(MEASURE)]).toEqual([
      false,
      true,
      true,
    ]);
    expect([led.includes(NOTE), own.includes(NOTE), all.includes(NOTE)]).toEqual([false, false, true]);
    expect(led).toContain('Skjuts till mötet');
    expect(led).toContain('Eva och jag');
    const asked = { purpose: 'art. 15', by: 'operator', now: town.now };
    const data = JSON.stringify(await personFile(town.tables, eva.userId, asked));
    expect([data.includes(MEASURE), data.includes(NOTE)]).toEqual([true, false]);
    expect(newest(officer)).not.toContain(MEASURE);
    // Nor does the party's lead end what they do not read.
    await send(officer, 'endProtection', { id, measure: 'm1' });
    expect((await theIncident(town, eva))?.protection.map(({ doneAt }) => doneAt)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['and the victim’s own to read', false],
    ['nor the victim’s, where the municipality has decided so', true],
  ])(
    'a threat by phone: the threat assessment says who took part and what is known of its source; the strategist’s is not the party’s, %s',
    async (_, keepsAssessments) => {
      const cast = await openCast({ keepsAssessments });
      const { officer, strategist, town, eva } = cast;
      const { fields } = THREAT;
      await report(eva, `${SECRET} ringde`, {
        'Vad gäller det?': 'Hot',
        'På vilket sätt skedde det?': 'Telefon',
      });
      await officer.press(BUTTON.acknowledge);
      const id = (await theIncident(town, eva))?.id ?? '';
      await send(eva, 'endStep', { id, step: STEP.strategist.id, once: 'c1' });
      expect(officer.text((await send(officer, 'show', { id })).card)).toContain(THREAT.remark);
      await officer.press(BUTTON.moreChoices);
      await officer.press(THREAT.button);
      await officer.press(BUTTON.save, {
        [fields.who]: 'Ingrid och polisen',
        [fields.source]: 'Känd granne',
      });
      expect(officer.text((await send(officer, 'show', { id })).card)).not.toContain(THREAT.remark);
      const municipal = { id, who: 'Strategen', source: MEASURE, outcome: NOTE };
      for (const once of ['h1', 'h1']) await send(strategist, 'assessThreat', { ...municipal, once });
      await send(strategist, 'assessThreat', { id, who: 'Strategen', once: 'h2' });
      expect((await theIncident(town, eva))?.threats).toHaveLength(2);
      const read = async (who: Person) => {
        const text = await details(who, id);
        return [text.includes('Känd granne'), text.includes(MEASURE)];
      };
      expect(await read(officer)).toEqual([true, false]);
      expect(await read(strategist)).toEqual([true, true]);
      expect(await read(eva)).toEqual([true, !keepsAssessments]);
      const asked = { purpose: 'art. 15', by: 'operator', now: town.now };
      // A person looks through what is given out: it is all there.
      const file = JSON.stringify(await personFile(town.tables, eva.userId, asked));
      for (const text of ['Känd granne', MEASURE]) expect(file).toContain(text);
      expectNowherePosted(town, 'Känd granne', MEASURE);
      // Of anything else there is none to write.
      const other = await openLed();
      const otherId = (await theIncident(other.town, other.eva))?.id ?? '';
      await send(other.officer, 'assessThreat', { id: otherId, who: 'a', source: 'b', once: 'h1' });
      expect((await theIncident(other.town, other.eva))?.threats).toBeUndefined();
    },
  );

  it('a measure has an owner, who is told and reminded; late it goes up, and "Genomförd" ends it for everybody', async () => {
    const cast = await openLed();
    const { officer, strategist, town, eva } = cast;
    const id = (await theIncident(town, eva))?.id ?? '';
    await send(eva, 'endStep', { id, step: STEP.strategist.id, once: 'c1' });
    await strategist.press(BUTTON.moreChoices);
    await strategist.press(BUTTON.protection);
    const { fields, owners } = PROTECTION;
    const { names } = HERE.municipality;
    const before = officer.chat().length;
    await strategist.press(BUTTON.save, {
      [fields.what]: MEASURE,
      [fields.who]: 'Fastighetsenheten',
      [fields.day]: '2026-11-27',
      [fields.owner]: owners(names).lead,
    });
    // The lead hears that there is something for them to see to, and reads it behind a press that is logged.
    await town.later(0);
    expect(officer.chat().length).toBe(before + 1);
    expect(newest(officer)).toContain(PROTECTION.ahead(1, 'fredag 27 november'));
    expect(newest(officer)).not.toContain(MEASURE);
    await officer.press(BUTTON.moreChoices);
    const read = officer.text(await officer.press(PROTECTION.button));
    expect(read).toContain(MEASURE);
    expect((await town.tables.incidents.views(id)).entries.at(-1)).toMatchObject({ what: 'measure' });
    await officer.press(BUTTON.back);
    await send(officer, 'spoke', { id });
    await send(officer, 'setCompany', { id, who: 'Gunnel', once: 'g1' });
    const lives = async (who: Person) => who.text((await send(who, 'show', { id })).card);
    // On its day, at 08, the card asks for it; on the next working day it goes up.
    await town.later(Date.parse('2026-11-27T07:01:00Z') - town.now.getTime());
    expect(officer.sees().some((one) => words(one).includes(PROTECTION.dueTitle))).toBe(true);
    await town.later(3 * DAY);
    expect(await lives(officer)).toContain(PROTECTION.lateTitle);
    // It takes longer: another day, asked for anew then. The day that it had stays in sight.
    await officer.press(BUTTON.showMeasure);
    expect(officer.text(await officer.press(BUTTON.moveDay))).toContain(PROTECTION.moveTitle);
    const to = (day: string) =>
      officer.press(BUTTON.save, {
        [`${MOVE_DAY.fields.day}`]: day,
        [`${MOVE_DAY.fields.reason}`]: 'Låset dröjer',
      });
    expect(officer.text(await to('2026-11-29'))).toContain('Dagen har redan varit');
    expect(officer.text(await to('2026-12-02'))).not.toContain(PROTECTION.lateTitle);
    expect(await lives(strategist)).not.toContain(PROTECTION.lateTitle);
    await town.later(2 * DAY);
    expect(officer.sees().some((one) => words(one).includes(PROTECTION.dueTitle))).toBe(true);
    const moved = 'Tidigare fredag 27 november, ändrad av';
    expect(officer.text(await officer.press(BUTTON.showMeasure))).toContain(`${moved} dig`);
    expect(await details(eva, id)).toContain(`${moved} ${officer.name}`);
    await officer.press(BUTTON.carriedOut);
    expect((await theIncident(town, eva))?.protection).toMatchObject([
      { id: expect.any(String), owner: 'lead', isShared: true, doneBy: officer.userId },
    ]);
    for (const who of [officer, strategist]) expect(await lives(who)).not.toContain('skyddsåtgärd');
    expect(await details(eva, id)).toContain(PROTECTION.doneAt('kl. 08.01'));
    // Their own data has when somebody first spoke with them, too.
    const { spoken } = (await theIncident(town, eva)) ?? {};
    expect(spoken?.first).toBeDefined();
    const asked = { purpose: 'art. 15', by: 'operator', now: town.now };
    const own = (await personFile(town.tables, eva.userId, asked)).incidents[0]?.incident;
    expect(own).toMatchObject({ protection: [{ owner: 'lead' }], spoken: { first: spoken?.first } });
  });

  it('a strategist who was only told registers date, sender and subject, marked secret: no more, and it is logged', async () => {
    const cast = await openCast();
    const { town, eva, strategist } = cast;
    await report(eva, `${SECRET} ringde`);
    const page = strategist.text(await strategist.press('Skriv in diarienumret'));
    expect(page).toContain('tisdag 24 november');
    expect(page).toContain(EVA.name);
    expect(page).toContain('Något har hänt en förtroendevald');
    expect(page).toContain('Sekretessmarkera');
    expect(page).not.toContain(SECRET);
    const id = (await theIncident(town, eva))?.id ?? '';
    const { entries } = await town.tables.incidents.views(id);
    expect(entries.map(({ what, by }) => [what, by])).toEqual([['registry', strategist.userId]]);
  });
});
