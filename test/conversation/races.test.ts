import { BUTTON } from '../../src/content/texts/common';
import { GROUP_CHAT } from '../../src/content/texts/report';
import { buttons, elements, inputs, words } from '../support/cardReading';
import { TENANT } from '../support/town';
import { DUTY_OFFICER, NAME, NEEDS_STRATEGIST, NOTHING_MORE, STEP, wordsOf } from './here';
import {
  alarm,
  askedAboutPolice,
  type Cast,
  EVA,
  newest,
  openCast,
  openTown,
  report,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';

/** An alarm of Eva's that the officer leads, with the first assessment open on the officer's card. */
async function assessing(): Promise<Cast> {
  const cast = await openCast();
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  await cast.officer.press(BUTTON.approve);
  return cast;
}

describe('two people at once', () => {
  it('press "Jag har tagit emot": one leads, the other is told who, both are answered', async () => {
    const { town, eva, officer, deputy } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.cannot);
    const [first, second] = await Promise.all([
      officer.keep(BUTTON.acknowledge)(),
      deputy.keep(BUTTON.acknowledge)(),
    ]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect([first.body.statusCode, second.body.statusCode]).toEqual([200, 200]);
    const lead = (await theIncident(town, eva))?.lead?.person;
    expect([officer.userId, deputy.userId]).toContain(lead);
    expect([officer, deputy].filter((one) => one.has(BUTTON.approve))).toHaveLength(1);
  });

  it('end different steps: both are kept', async () => {
    const cast = await assessing();
    const { town, eva, officer, strategist } = cast;
    await officer.press('Klart – nästa steg', {
      'Vad gäller det?': 'Hot',
      'Är det allvarligt?': 'Nej',
      'Behöver någon vård?': 'Nej',
      'Gjorde ni bedömningen ihop?': 'Ja',
    });
    await officer.press(wordsOf(STEP.strategist).done);
    await strategist.press(BUTTON.fillIn);
    const [one, two] = await Promise.all([
      officer.keep('Klart – nästa steg')({ who: 'Gunnel' }),
      strategist.keep(wordsOf(STEP.police).done)({
        when: '2026-11-24',
        link: 'true',
        victimSupport: 'nothing',
        protection: 'nothing',
        nothingToKnow: 'true',
      }),
    ]);
    expect([one.body.statusCode, two.body.statusCode]).toEqual([200, 200]);
    const steps = (await theIncident(town, eva))?.steps;
    expect([steps?.['initial-support']?.state, steps?.[STEP.police.id]?.state]).toEqual(['done', 'done']);
  });

  it('end the same step: the first counts, the other sees what is written down', async () => {
    const { town, eva, officer } = await assessing();
    const end = officer.keep('Klart – nästa steg');
    const answers = await Promise.all([
      end({ ...NOTHING_MORE, why: 'ett' }),
      end({ ...NOTHING_MORE, why: 'två', once: 'another1' }),
    ]);
    expect(answers.map((answer) => answer.body.statusCode)).toEqual([200, 200]);
    const incident = await theIncident(town, eva);
    expect(['ett', 'två']).toContain(incident?.steps.assess?.records.why);
    const history = await town.tables.incidents.history(incident?.id ?? '');
    expect(history.entries.filter((entry) => entry.act === 'endStep')).toHaveLength(1);
  });

  it('the same person presses "Skicka" twice at once: one incident, one notice', async () => {
    const { town, eva, officer } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': 'Ett brev' });
    const before = officer.chat().length;
    const send = eva.keep(BUTTON.send);
    const answers = await Promise.all([send(), send(), send()]);
    for (const answer of answers) expect(eva.text(answer.card)).toContain('Tack. Din rapport har kommit in.');
    await town.later(1_000);
    expect(await theIncident(town, eva)).toBeDefined();
    expect(officer.chat()).toHaveLength(before + 1);
  });
});

describe('an old card', () => {
  it('pressed again shows the present state and changes nothing', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    const take = officer.keep(BUTTON.acknowledge);
    await take();
    await officer.press(BUTTON.approve);
    const before = await theIncident(town, eva);
    const chat = officer.chat().length;
    const answer = await take();
    expect(answer.status).toBe(200);
    expect(answer.body.statusCode).toBe(200);
    expect(officer.text(answer.card)).toContain('gör en första bedömning ihop');
    expect(await theIncident(town, eva)).toEqual(before);
    expect(officer.chat()).toHaveLength(chat);
  });

  it('"Godkänn nästa steg" pressed again after the step has ended: the present state', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const approve = officer.keep(BUTTON.approve);
    await approve();
    await officer.press('Klart – nästa steg', {
      'Vad gäller det?': 'Trakasserier',
      'Är det allvarligt?': 'Nej',
      'Behöver någon vård?': 'Nej',
      [NEEDS_STRATEGIST]: 'Nej',
      'Gjorde ni bedömningen ihop?': 'Ja',
    });
    const before = await theIncident(town, eva);
    const answer = await approve();
    expect(answer.body.statusCode).toBe(200);
    expect(officer.text(answer.card)).toMatch(/av \d+ klara/);
    expect(await theIncident(town, eva)).toEqual(before);
  });

  it('a form sent twice, also with other words, has one effect', async () => {
    const { town, eva, officer } = await assessing();
    await officer.press(BUTTON.back);
    await officer.press(BUTTON.moreChoices);
    await officer.press(BUTTON.protection);
    const save = officer.keep(BUTTON.save);
    await save({ what: 'Byt lås', who: 'Ingrid', day: '2026-12-01' });
    const answer = await save({ what: 'Larm hemma', who: 'Ingrid', day: '2026-12-01' });
    expect(answer.body.statusCode).toBe(200);
    expect((await theIncident(town, eva))?.protection).toHaveLength(1);
  });

  it('a step form that was left open is refused when the step has ended, and says so', async () => {
    const { town, eva, officer } = await assessing();
    const end = officer.keep('Klart – nästa steg');
    await end(NOTHING_MORE);
    const before = await theIncident(town, eva);
    const answer = await end({ ...NOTHING_MORE, serious: 'yes', once: 'another2' });
    expect(answer.body.statusCode).toBe(200);
    expect(officer.text(answer.card)).toContain('Det är redan gjort. Här är läget nu.');
    expect(await theIncident(town, eva)).toEqual(before);
  });

  it('of a sent report leads to its incident, not to a second one', async () => {
    const { town, eva } = await openCast();
    await eva.say('rapportera hot');
    const safe = eva.keep(BUTTON.safe);
    const alarmButton = eva.keep(BUTTON.alarmParty);
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    const review = eva.keep(BUTTON.review);
    await eva.press(BUTTON.review, { 'Vad hände': 'Ett brev' });
    await eva.press(BUTTON.send);
    const raised = await alarmButton({ party: 'S' });
    expect(eva.text(raised.card)).toContain('Tack. Din rapport har kommit in.');
    for (const answer of [await review({ what: 'Ett brev till' }), await safe({ party: 'S' })]) {
      expect(answer.body.statusCode).toBe(200);
    }
    expect(await theIncident(town, eva)).toMatchObject({ report: { what: 'Ett brev' } });
  });

  it('on a closed or foreign chat tells nothing: another person presses with the id of an incident', async () => {
    const { town, eva, officer, otherOfficer } = await openCast();
    await report(eva);
    await officer.press(BUTTON.acknowledge);
    const incident = await theIncident(town, eva);
    const message = otherOfficer.chat().at(-1)?.id ?? '';
    const tries: [string, object][] = [
      ['show', {}],
      ['page', { page: 'details' }],
      ['page', { page: 'story' }],
      ['page', { page: 'amend', about: 'what' }],
      ['page', { page: 'step', step: 'assess' }],
      ['acknowledge', {}],
      ['approve', { step: 'assess' }],
      ['endStep', { step: 'assess', ...NOTHING_MORE }],
      ['decide', { answer: 'municipality' }],
      ['reopen', { reason: 'x' }],
      ['tell', {}],
      ['close', {}],
    ];
    for (const [verb, data] of tries) {
      const answer = await otherOfficer.invoke(message, verb, { id: incident?.id, ...data });
      expect(answer.body.statusCode).toBe(200);
      expect(otherOfficer.text(answer.card)).toContain('Kortet går inte att öppna');
    }
    expect(await theIncident(town, eva)).toEqual(incident);
    const unknown = await otherOfficer.invoke(message, 'show', { id: 'thereisnosuchincident00000' });
    const known = await otherOfficer.invoke(message, 'show', { id: incident?.id });
    expect(unknown.card).toEqual(known.card);
  });

  it('of a draft: another person with its id neither sees nor sends it', async () => {
    const { town, eva, otherOfficer } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} brev` });
    const draft = /"draft":"([a-z0-9]+)"/.exec(JSON.stringify(eva.card()))?.[1];
    const message = otherOfficer.chat().at(-1)?.id ?? '';
    for (const verb of ['send', 'sendMunicipality', 'safe', 'discard']) {
      const answer = await otherOfficer.invoke(message, verb, { draft });
      expect(answer.body.statusCode).toBe(200);
      expect(JSON.stringify(answer.card)).not.toContain(SECRET);
    }
    const page = await otherOfficer.invoke(message, 'toPage', { draft, page: 'what', to: 'review' });
    expect(JSON.stringify(page.card)).not.toContain(SECRET);
    await eva.press(BUTTON.send);
    expect(await theIncident(town, eva)).toMatchObject({ report: { what: `${SECRET} brev` } });
  });
});

describe('what a tampered client sends', () => {
  it.each([
    ['noSuchVerb', {}],
    ['', {}],
    ['__proto__', {}],
    ['constructor', { id: 'x' }],
    ['show', { id: '../../etc' }],
    ['show', { id: { toString: 'x' } }],
    ['page', { id: 'a'.repeat(26), page: 'noSuchPage' }],
    ['decide', { id: 'a'.repeat(26), answer: 'maybe' }],
    ['toPage', { draft: 'a'.repeat(26), page: 'who', to: 'nowhere' }],
    ['mine', { from: '-1' }],
    ['contacts', { from: '999' }],
  ])('%s %j is answered with a card', async (verb, data) => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    const answer = await eva.invoke(eva.chat().at(-1)?.id ?? '', verb, data);
    expect(answer.status).toBe(200);
    expect(answer.body.statusCode).toBe(200);
    expect(answer.card?.type).toBe('AdaptiveCard');
  });

  it("the victim's own verbs are not the officer's, and the officer's not the victim's", async () => {
    const cast = await openCast();
    await askedAboutPolice(cast);
    const { town, eva, officer } = cast;
    const incident = await theIncident(town, eva);
    const id = incident?.id;
    const tries: [typeof eva, string, object][] = [
      [officer, 'decide', { answer: 'municipality' }],
      [officer, 'markMistake', {}],
      [officer, 'changeContact', { contact: 'x' }],
      [eva, 'acknowledge', {}],
      [eva, 'approve', { step: 'inform-groups' }],
      [eva, 'close', {}],
      [eva, 'lowerAcute', { reason: 'x' }],
      [eva, 'endStep', { step: 'assess', ...NOTHING_MORE }],
    ];
    for (const [person, verb, data] of tries) {
      const answer = await person.invoke(person.chat().at(-1)?.id ?? '', verb, { id, ...data });
      expect(answer.body.statusCode).toBe(200);
    }
    expect(await theIncident(town, eva)).toEqual(incident);
  });
});

/** The sentence of a group: the numbers, that of whoever is on duty among them. */
const GROUP_WORDS = [GROUP_CHAT, DUTY_OFFICER.name && `${DUTY_OFFICER.name}: ${DUTY_OFFICER.phone}.`]
  .filter(Boolean)
  .join(' ');

describe('a guest', () => {
  it('gets one card with numbers, the duty officer’s among them, and nothing to press: the same whatever has happened', async () => {
    const { town, eva, officer } = await openCast();
    const id = '7e57da7a-0000-4000-8000-000000000990';
    const guest = town.person(id, 'Kim Västgård');
    const write = async () => {
      const from = { id: `29:${id}`, name: 'Kim Västgård', aadObjectId: id, userRole: 'guest' };
      await guest.post({ type: 'message', text: 'rapportera hot', from });
      return guest.newest();
    };
    const first = await write();
    const rung = elements(first).flatMap(({ url }) => url ?? []);
    expect(rung).toEqual([`tel:${DUTY_OFFICER.phone.replace(/[^\d+]/g, '')}`, 'tel:112', 'tel:11414']);
    expect(buttons(first)).toEqual([]);
    for (const name of Object.values(NAME)) expect(words(first)).not.toContain(name);
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    expect(await write()).toEqual(first);
    expect(await town.tables.index.of(id, 5)).toEqual([]);
  });
});

describe('a group chat', () => {
  it.each(['groupChat', 'channel'])('%s gets one neutral sentence, and no card', async (conversationType) => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    const before = town.connector.messages.length;
    await eva.post({
      type: 'message',
      text: 'rapportera hot',
      conversation: { id: 'many', conversationType, isGroup: true, tenantId: TENANT },
    });
    const sent = town.connector.messages.slice(before);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ conversation: 'many', card: undefined });
    expect(sent[0]?.text).toBe(GROUP_WORDS);
  });

  it('says the same whoever has what, also when the list cannot be read: the duty officer’s number, and nobody’s name', async () => {
    const { town, eva, officer } = await openCast();
    const write = async () => {
      await eva.post({
        type: 'message',
        text: 'rapportera hot',
        conversation: { id: 'many', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
      });
      return town.connector.messages.filter(({ conversation }) => conversation === 'many').at(-1)?.text;
    };
    expect(await write()).toBe(GROUP_WORDS);
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    expect(await write()).toBe(GROUP_WORDS);
    town.failStorage(() => true, 500, new TypeError('broken'));
    expect(await write()).toBe(GROUP_WORDS);
    town.failStorage(() => false, 0);
    expect(GROUP_WORDS).toMatch(/112.*114 14.*\d/);
    for (const name of Object.values(NAME)) expect(GROUP_WORDS).not.toContain(name);
    town.log.lines.splice(0);
  });

  it('gets its sentence no more often than a person gets answers, whoever writes there', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    const before = town.connector.messages.length;
    const conversation = { id: 'many', conversationType: 'groupChat', isGroup: true, tenantId: TENANT };
    for (let time = 0; time < 80; time++)
      await eva.post({ type: 'message', text: `hej ${time}`, conversation });
    const sent = town.connector.messages.length - before;
    expect(sent).toBeGreaterThanOrEqual(30);
    expect(sent).toBeLessThan(80);
  });

  it('a press there has no effect and shows nothing', async () => {
    const { town, eva, officer } = await openCast();
    await eva.say('rapportera hot');
    const draft = /"draft":"([a-z0-9]+)"/.exec(JSON.stringify(eva.card()))?.[1];
    const answer = await eva.post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      value: { action: { type: 'Action.Execute', verb: 'alarmParty', data: { draft, party: 'S' } } },
      conversation: { id: 'many', conversationType: 'groupChat', isGroup: true, tenantId: TENANT },
    });
    expect(answer.status).toBe(200);
    expect(await theIncident(town, eva)).toBeUndefined();
    expect(officer.text()).not.toContain('Någon behöver dig');
  });
});

it('a double press on "Jag har tagit emot" tells the victim once', async () => {
  const { eva, officer } = await openCast();
  await alarm(eva);
  const before = eva.chat().length;
  const take = officer.keep(BUTTON.acknowledge);
  await Promise.all([take(), take(), take()]);
  expect(eva.chat()).toHaveLength(before + 1);
  expect(newest(eva)).toContain(`${NAME.officer} har tagit emot`);
  expect(inputs(officer.card())).toEqual([]);
  expect(view(officer)).toContain('Godkänn nästa steg');
});
