import { BUTTON, DANGER_STRIP } from '../../src/content/texts/common';
import { NOTICE as NOTICE_WORDS, OVERSEER } from '../../src/content/texts/lead';
import { FIRST } from '../../src/content/texts/report';
import { TAKE_OVER } from '../../src/content/texts/timed';
import { STATUS } from '../../src/content/texts/victim';
import { words } from '../support/cardReading';
import type { Person } from '../support/town';
import { DUTY_OFFICER, FIRST_CONTACT, isInLine, NAME, PHONE, times } from './here';
import { alarm, type Cast, EVA, expectNowherePosted, newest, openCast, theIncident, view } from './support';

/*
 * Nobody is left alone: what happens when an alarm is pressed again, when its party was not known, and when somebody leads
 * who has not spoken with the victim.
 */

/** A Tuesday, 10:00 in the municipality. */
const DAY_START = '2026-11-24T09:00:00Z';
/** The same evening, 23:10. */
const NIGHT_START = '2026-11-24T22:10:00Z';
const at = (day: string, clock: string): string => `2026-${day}T${clock}:00+01:00`;
const DUTY = `Ring ${DUTY_OFFICER.phone}`;
const NOTICE = 'Någon behöver dig nu';

const said = (person: Person, mark: number): string =>
  person
    .chat()
    .slice(mark)
    .map((message) => words(message.card))
    .join('\n');

async function led(options = {}): Promise<Cast> {
  const cast = await openCast({ now: DAY_START, ...options });
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  return cast;
}

it('112 stands first on the victim’s card as long as it is acute, also when somebody leads, and no longer', async () => {
  const { town, eva, officer } = await led();
  const first = () => newest(eva).split('\n')[0];
  expect(first()).toBe(DANGER_STRIP[0]);
  await officer.press(BUTTON.spoke);
  await town.until(at('11-24', '10:05'));
  expect(first()).toBe(DANGER_STRIP[0]);
  await eva.press(BUTTON.callNow);
  expect(view(eva).split('\n')[0]).toBe(DANGER_STRIP[0]);
  await officer.press(BUTTON.spoke);
  await officer.press(BUTTON.moreChoices);
  await officer.press(BUTTON.lowerAcute);
  await officer.press(BUTTON.lowerAcute, { 'Varför?': 'Hon är hemma hos sin syster' });
  expect(first()).not.toBe(DANGER_STRIP[0]);
});

describe('the red button without a party', () => {
  it('says that the party has not been told, and tells it with one press; the municipality keeps its clock', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist } = await openCast({ now: DAY_START });
    await eva.say('rapportera hot');
    const sent = eva.text(await eva.press(BUTTON.alarmParty));
    expect(sent).toContain(STATUS.whichParty);
    expect(newest(strategist)).toContain(NOTICE);
    await town.until(at('11-24', '10:02'));
    const told = eva.text(await eva.press(STATUS.tellParty('S')));
    expect(told).not.toContain(STATUS.whichParty);
    expect(told).toContain(NAME.officer);
    expect(newest(officer)).toContain(NOTICE);
    expect(officer.text()).not.toContain('Norrlycke');
    await town.until(at('11-24', '10:03'));
    expect(newest(deputyStrategist)).toContain(NOTICE);
    expect(deputy.text()).not.toContain(NOTICE);
    await town.until(at('11-24', '10:05'));
    expect(newest(deputy)).toContain(NOTICE);
    await officer.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(NAME.officer);
  });

  it('asks nothing of who has no party, and of who chose the municipality', async () => {
    const { eva, officer } = await openCast({ now: DAY_START });
    await eva.say('rapportera hot');
    const red = eva.keep(BUTTON.alarmMunicipality);
    expect(eva.text((await red({ party: 'S' })).card)).not.toContain(STATUS.whichParty);
    expect(officer.text()).not.toContain(NOTICE);
  });
});

describe('an alarm pressed again while nobody has answered', () => {
  it('with a party that is chosen now: the party is told now, in the same incident', async () => {
    const { town, eva, officer } = await openCast({ now: NIGHT_START });
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmParty);
    await town.until(at('11-25', '09:00'));
    await eva.say('rapportera hot');
    expect(eva.text(eva.newest())).toContain('Ingen har svarat sedan dess');
    expect(eva.text(eva.newest())).toContain(DUTY);
    expect(eva.text(eva.newest())).not.toContain('behöver inte trycka');
    const again = eva.text(await eva.press(FIRST.alarm('S')));
    expect(again).toContain(NAME.officer);
    expect(newest(officer)).toContain(NOTICE);
    expect((await theIncident(town, eva))?.party).toBe('S');
  });

  it('twenty times: counted, and no clock moves', async () => {
    const { town, eva, deputy, strategist } = await openCast({ now: DAY_START });
    await alarm(eva);
    const red = { draft: (await theIncident(town, eva))?.id, party: 'S' };
    await town.until(at('11-24', '10:02'));
    for (let press = 0; press < 20; press++) await eva.invoke(eva.chat().at(-1)?.id ?? '', 'alarmParty', red);
    expect((await theIncident(town, eva))?.callNow).toMatchObject({ presses: 20 });
    await town.until(at('11-24', '10:03'));
    expect(newest(deputy)).toContain(NOTICE);
    await town.until(at('11-24', '10:06'));
    expect(newest(strategist)).toContain(NOTICE);
  });

  it('by night the number of the duty officer is on the first answer, and with those who are asked next', async () => {
    const { town, eva, officer, deputy } = await openCast({ now: NIGHT_START });
    expect(eva.text(await alarm(eva))).toContain(DUTY);
    expect(newest(officer)).not.toContain(DUTY);
    const [asked, askedNext] = [`23:${10 + times.alarmNext}`, `23:${10 + times.alarmStrategist}`];
    await town.until(at('11-24', asked));
    expect(newest(deputy)).toContain(DUTY);
    await deputy.press('Jag har ringt');
    await town.until(at('11-24', askedNext));
    const rung = `blev uppringd kl. ${asked.replace(':', '.')}`;
    expect(newest(eva)).toContain(`${DUTY_OFFICER.name} ${rung}`);
    expect(newest(officer)).toContain(rung);
    const call = (await theIncident(town, eva))?.calls?.at(-1);
    expect(call).toMatchObject({ answered: false, rang: true });
  });

  it('the first who rang the duty officer is shown to the others, and beside it how the newest call went', async () => {
    const { town, eva, officer, deputy } = await openCast({ now: NIGHT_START });
    await alarm(eva);
    await town.until(at('11-24', `23:${10 + times.alarmNext}`));
    const vain = `${DUTY_OFFICER.name} svarade inte i telefon kl. 23.13.`;
    await deputy.press('Inget svar');
    expect(newest(deputy)).toContain(vain);
    await town.until(at('11-24', '23:14'));
    for (const one of [eva, officer]) expect(newest(one)).toContain(vain);
    // Somebody rings: that keeps the others from it, whatever was tried before.
    await officer.press('Jag har ringt');
    const rang = `${DUTY_OFFICER.name} blev uppringd kl. 23.14.`;
    for (const one of [officer, eva, deputy]) expect(newest(one)).toContain(rang);
    for (const one of [officer, eva, deputy]) expect(newest(one)).not.toContain('svarade inte');
    // A card that has not been redrawn yet: pressed late, the first stands, and the newest beside it.
    await town.until(at('11-24', '23:15'));
    const { id, calls = [] } = (await theIncident(town, eva)) ?? {};
    const to = calls.at(-1)?.to ?? '';
    const late = (answered: string, once: string) =>
      deputy.invoke(deputy.chat().at(-1)?.id ?? '', 'recordCall', { id, to, answered, once });
    await late('no', 'late1');
    for (const one of [officer, eva, deputy]) expect(newest(one)).toContain(`${rang} Inget svar kl. 23.15.`);
    await town.until(at('11-24', '23:16'));
    await late('rang', 'late2');
    for (const one of [officer, eva, deputy])
      expect(newest(one)).toContain(`${rang} Senast uppringd kl. 23.16.`);
  });

  it('to the municipality: strategist, deputy, chief executive and duty officer, never the party', async () => {
    const { town, eva, officer, deputy, strategist, deputyStrategist, chief } = await openCast({
      now: DAY_START,
    });
    await eva.say('rapportera hot');
    const answer = eva.text(await eva.press(BUTTON.alarmMunicipality));
    expect(answer).not.toContain(PHONE.officer);
    expect(newest(strategist)).toContain(NOTICE);
    await town.until(at('11-24', '10:03'));
    expect(newest(deputyStrategist)).toContain(NOTICE);
    await town.until(at('11-24', '10:06'));
    const last = isInLine('chief') ? chief : deputyStrategist;
    expect(newest(last)).toContain(isInLine('chief') ? OVERSEER.title : NOTICE);
    await town.until(at('11-24', '10:10'));
    for (const one of [strategist, deputyStrategist, last, eva]) expect(newest(one)).toContain(DUTY);
    for (const one of [officer, deputy]) expect(one.text()).not.toContain(NOTICE);
  });

  (isInLine('chief') ? it : it.skip)(
    'to the municipality: the chief executive has name and number and who was asked, and reads once they lead, with a reason',
    async () => {
      const { town, eva, strategist, chief } = await openCast({ now: DAY_START });
      await eva.say('rapportera hot');
      await eva.press(BUTTON.alarmMunicipality);
      await town.until(at('11-24', '10:06'));
      const card = newest(chief);
      expect(card).toContain(`Ring ${PHONE.strategist}`);
      expect(card).not.toContain(EVA.name);
      expect(chief.has(BUTTON.acknowledge)).toBe(false);
      const { id = '' } = (await theIncident(town, eva)) ?? {};
      for (const page of ['details', 'story', 'versions', 'steps'])
        expect(chief.text((await chief.invoke('', 'page', { id, page })).card)).not.toContain(EVA.name);
      // A made-up press takes nothing.
      await chief.invoke('', 'acknowledge', { id });
      await chief.invoke('', 'takeOver', { id, once: 'once1' });
      expect((await theIncident(town, eva))?.lead).toBeUndefined();
      expect(eva.text((await eva.invoke('', 'show', { id })).card)).toContain(STATUS.canRing(NAME.chief));
      const shown = chief.text(await chief.press(OVERSEER.show));
      expect(shown).toContain(EVA.name);
      await chief.press(BUTTON.back);
      await chief.press(TAKE_OVER.button);
      expect(chief.text(await chief.press(TAKE_OVER.button))).toContain(TAKE_OVER.unledTitle);
      await chief.press(TAKE_OVER.button, { 'Varför?': 'Ingen av dem svarar' });
      expect((await theIncident(town, eva))?.lead).toMatchObject({
        person: chief.userId,
        why: 'tookOver',
        reason: 'Ingen av dem svarar',
      });
      expect(newest(eva)).toContain(`${NAME.chief} har tagit emot`);
      expect(chief.text(await chief.press(BUTTON.details))).toContain(EVA.name);
      // It went to the municipality: its strategist reads it too, whoever leads.
      expect(strategist.text(await strategist.press(BUTTON.details))).toContain(EVA.name);
    },
  );

  it('to the municipality, taken by the deputy: the strategist reads it, and is not told that the party has it', async () => {
    const { town, eva, strategist, deputyStrategist } = await openCast({ now: DAY_START });
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmMunicipality);
    await strategist.press(BUTTON.cannot);
    // Nobody leads: they may take it all the same, and no party is spoken of.
    expect(view(strategist)).toContain(NOTICE_WORDS.declined);
    expect(strategist.has(BUTTON.acknowledge)).toBe(true);
    expect(view(strategist)).not.toContain(FIRST_CONTACT);
    await town.until(at('11-24', '10:03'));
    await deputyStrategist.press(BUTTON.acknowledge);
    await town.later(60_000);
    expect(strategist.text()).not.toContain(FIRST_CONTACT);
    expect(strategist.text(await strategist.press(BUTTON.details))).toContain(EVA.name);
    expect((await theIncident(town, eva))?.strategist?.why).toBe('municipality');
  });

  it('goes on being asked by night, every half hour, until somebody takes it', async () => {
    const { town, eva, officer, strategist } = await openCast({ now: NIGHT_START });
    await alarm(eva);
    await town.until(at('11-24', '23:45'));
    const marks = [officer, strategist].map((one) => one.chat().length);
    await town.until(at('11-25', '00:25'));
    expect(officer.chat().length).toBeGreaterThan(marks[0] ?? 0);
    expect(strategist.chat().length).toBeGreaterThan(marks[1] ?? 0);
  });
});

describe('a lead who has not spoken with the victim', () => {
  it('has the number on the card that says ring, also after a look at the details and back', async () => {
    const { officer } = await led();
    expect(officer.has(BUTTON.spoke)).toBe(true);
    await officer.press(BUTTON.details);
    await officer.press(BUTTON.back);
    const shown = officer.text(await officer.press('Visa numret'));
    expect(shown).toContain(EVA.name);
    expect(shown).toContain('Ring i Teams');
  });

  it('is asked after 15 minutes; deputy and strategist after 30, who may take over with the number', async () => {
    const { town, eva, officer, deputy, strategist } = await led();
    await town.until(at('11-24', '10:15'));
    expect(newest(officer)).toContain('Har du nått den utsatte?');
    const marks = [deputy, strategist].map((one) => one.chat().length);
    await town.until(at('11-24', '10:29'));
    expect(said(deputy, marks[0] ?? 0)).toBe('');
    await town.until(at('11-24', '10:30'));
    for (const one of [deputy, strategist]) {
      expect(newest(one)).toContain('Ingen har pratat med den utsatte');
      expect(newest(one)).toContain(`${NAME.officer} leder`);
    }
    expectNowherePosted(town, EVA.name);
    expect(deputy.text(await deputy.press('Jag tar över'))).toContain(EVA.name);
    expect(newest(eva)).toContain(`${NAME.deputy} har tagit emot`);
  });

  it('an answered call ends it, "Inget svar" does not', async () => {
    const { town, eva, officer, deputy } = await led();
    await officer.press('Inget svar');
    await town.until(at('11-24', '10:30'));
    expect(newest(deputy)).toContain('Ingen har pratat med den utsatte');
    await officer.press(BUTTON.spoke);
    expect((await theIncident(town, eva))?.spoken).toMatchObject({ by: officer.userId, how: 'talked' });
    const mark = deputy.chat().length;
    await town.until(at('11-24', '14:00'));
    expect(said(deputy, mark)).not.toContain('Ingen har pratat');
  });

  it('"Ring mig nu" by night: lead at once, others after 5, the duty officer to all after 10, then every half hour', async () => {
    const { town, eva, officer, deputy, strategist } = await led({ now: NIGHT_START });
    await officer.press(BUTTON.spoke);
    await town.until(at('11-25', '02:00'));
    const marks = new Map([officer, deputy, strategist].map((one) => [one, one.chat().length]));
    const again = eva.keep(BUTTON.callNow);
    const answer = eva.text(await eva.press(BUTTON.callNow));
    expect(answer).toContain('Har du inte blivit uppringd före');
    expect(said(officer, marks.get(officer) ?? 0)).toContain('Ring den utsatte nu');
    await town.until(at('11-25', '02:04'));
    for (let press = 0; press < 3; press++) await again();
    expect(said(deputy, marks.get(deputy) ?? 0)).toBe('');
    await town.until(at('11-25', '02:05'));
    for (const one of [deputy, strategist]) expect(newest(one)).toContain('Ingen har pratat med den utsatte');
    await town.until(at('11-25', '02:10'));
    for (const one of [officer, deputy, strategist, eva]) expect(newest(one)).toContain(DUTY);
    await deputy.press('Inget svar');
    const [ofOfficer, ofDeputy] = [officer.chat().length, deputy.chat().length];
    await town.until(at('11-25', '03:15'));
    expect(officer.chat().length + deputy.chat().length).toBeGreaterThan(ofOfficer + ofDeputy + 1);
    await eva.press(BUTTON.spoke);
    const mark = officer.chat().length;
    await town.until(at('11-25', '07:30'));
    expect(said(officer, mark)).toBe('');
  });

  it('"Polisen tar över" ends it too', async () => {
    const { town, officer, deputy } = await led();
    await town.until(at('11-24', '10:15'));
    await officer.press('Polisen tar över');
    const mark = deputy.chat().length;
    await town.until(at('11-24', '11:30'));
    expect(said(deputy, mark)).not.toContain('Ingen har pratat');
  });

  it('once they have spoken, the lead is asked in the morning whether somebody is there, and the deputy after that', async () => {
    const asks = 'Se till att den utsatte inte är ensam';
    const { town, officer, deputy } = await led({ now: NIGHT_START });
    await town.until(at('11-24', '23:20'));
    await officer.press(BUTTON.spoke);
    const mark = deputy.chat().length;
    await town.until(at('11-25', '07:59'));
    expect(said(officer, 0)).not.toContain(asks);
    await town.until(at('11-25', '08:20'));
    expect(newest(officer)).toContain(asks);
    expect(said(deputy, mark)).not.toContain('Ärendet står still');
    await town.until(at('11-25', '08:50'));
    expect(newest(deputy)).toContain('Ärendet står still');
  });

  it('a plain "Ring mig" waits for daytime and is reminded once after two hours', async () => {
    const { town, eva, officer } = await led({ now: '2026-11-24T18:00:00Z' });
    await officer.press(BUTTON.spoke);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'lowerAcute', {
      id: (await theIncident(town, eva))?.id,
      once: 'low1',
      reason: 'lugnt',
    });
    await town.until(at('11-24', '21:00'));
    const mark = officer.chat().length;
    await eva.press(BUTTON.callMe);
    expect(said(officer, mark)).toBe('');
    await town.until(at('11-25', '08:00'));
    expect(said(officer, mark)).toContain('Den utsatte vill att du ringer');
    const again = officer.chat().length;
    await town.until(at('11-25', '10:00'));
    expect(said(officer, again)).toContain('Den utsatte vill att du ringer');
  });
});

it('"Jag tryckte fel" marks the alarm, closes nothing and offers no way to take it back', async () => {
  const { town, eva, officer, deputy } = await openCast({ now: DAY_START });
  await alarm(eva);
  expect(eva.buttons().join()).not.toMatch(/Ångra/);
  await eva.press(BUTTON.mistake);
  expect(await theIncident(town, eva)).toMatchObject({ state: 'open', acute: true });
  await town.until(at('11-24', '10:03'));
  expect(newest(deputy)).toContain(NOTICE);
  await officer.press(BUTTON.acknowledge);
  expect(officer.has(BUTTON.spoke)).toBe(true);
});

describe('a morning round', () => {
  it('shows an acute matter first and alone, whatever else waits in it and in others', async () => {
    const { town, eva, strategist } = await openCast({ now: NIGHT_START });
    await alarm(eva);
    await town.until(at('11-25', '08:00'));
    const rounds = strategist
      .chat()
      .map((message) => words(message.card))
      .filter((text) => text.includes('AKUT: ingen har svarat sedan 24 nov. kl. 23.10'));
    expect(rounds).toHaveLength(1);
    expect(rounds[0]).not.toMatch(/diariet|och 1 till/);
    const again = await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'round', {});
    expect(strategist.text(again.card)).toContain('AKUT: ingen har svarat');
  });
});

it('two to ring: each has buttons of their own, and what is pressed is booked on that one', async () => {
  const { town, eva, chief } = await openCast({ now: DAY_START });
  await alarm(eva);
  await town.until(at('11-24', '11:00'));
  const card = newest(chief);
  expect(card).toContain(`Ring ${PHONE.officer}`);
  expect(card).toContain(DUTY);
  const text = JSON.stringify(chief.newest());
  const targets = [...text.matchAll(/"to":"([^"]+)","answered":"no"/g)].map(([, to]) => to);
  expect(new Set(targets).size).toBe(targets.length);
  expect(targets.length).toBeGreaterThan(1);
  const { id } = (await theIncident(town, eva)) ?? {};
  const to = targets.at(-1);
  const pressed = await chief.invoke(chief.chat().at(-1)?.id ?? '', 'recordCall', {
    id,
    once: 'ring1',
    to,
    answered: 'no',
  });
  expect(chief.text(pressed.card)).toContain('Inget svar kl. 11.00');
  expect((await theIncident(town, eva))?.calls).toMatchObject([{ to, answered: false, by: chief.userId }]);
});
