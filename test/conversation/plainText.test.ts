import { readAnswer } from '../../src/app/commands/plainText/readAnswer';
import { spokenInterview } from '../../src/cards/spoken';
import { choicesInWords } from '../../src/content/choices';
import { BUTTON } from '../../src/content/texts/common';
import { INTERVIEW, INTERVIEW_LABELS } from '../../src/content/texts/interview/plainText';
import { FIRST, REPORT } from '../../src/content/texts/report';
import type { FieldSpec } from '../../src/routine/model/fields';
import { questionsOf } from '../../src/screens/plainText';
import type { Person, Town } from '../support/town';
import { EACH_TOWN } from '../support/towns';
import { BOARD, HERE, NAME, PHONE } from './here';
import { expectNowherePosted, openPair, SECRET, theIncident } from './support';

/** What the bot says last, in words. */
const said = (person: Person): string => person.chat().at(-1)?.text ?? '';

/** Says several things, one after the other; gives what was answered last. */
async function says(person: Person, ...texts: string[]): Promise<string> {
  for (const text of texts) await person.say(text);
  return said(person);
}

const label = (id: string): string => INTERVIEW_LABELS[id] ?? '';
const party = HERE.municipality.parties[0]?.name ?? '';
/** From "rapportera i text" to the question of what happened. */
async function untilWhat(eva: Person): Promise<string> {
  await says(eva, 'rapportera i text', '1', party, '070-111 22 33');
  while (!said(eva).includes(label('what'))) await eva.say('hoppa över');
  return said(eva);
}
/** The party, and where incidents are routed by board the question of it, in words: what is asked next. */
async function afterParty(eva: Person, answer: string): Promise<string> {
  const next = await says(eva, answer);
  if (BOARD.length === 0) return next;
  expect(next).toContain(label('forBoard'));
  expect(next).toContain(FIRST.noBoard);
  return says(eva, FIRST.noBoard);
}
const rowOfEva = async (town: Town, eva: Person) => (await town.tables.people.read(eva.userId))?.value;

const TODAY = '2026-11-24';
const kinds: FieldSpec = { id: 'kinds', kind: 'choices', choices: ['threat', 'harassment', 'violence'] };
const yesNo: FieldSpec = { id: 'urgent', kind: 'choice', choices: ['yes', 'no'] };
const day: FieldSpec = { id: 'date', kind: 'date' };
const time: FieldSpec = { id: 'time', kind: 'time' };

describe('an answer in words', () => {
  it.each<[FieldSpec, string, string | undefined]>([
    [kinds, '1', 'threat'],
    [kinds, '1 3', 'threat,violence'],
    [kinds, '1, 3', 'threat,violence'],
    [kinds, 'hot och våld', 'threat,violence'],
    [kinds, 'Hot.', 'threat'],
    [kinds, 'trakaserier', 'harassment'],
    [kinds, '1 och 1', 'threat'],
    [kinds, '4', undefined],
    [kinds, 'hot och annat', undefined],
    [yesNo, 'Ja!', 'yes'],
    [yesNo, 'japp', 'yes'],
    [yesNo, 'nä', 'no'],
    [yesNo, '2', 'no'],
    [yesNo, 'kanske', undefined],
    [day, 'i dag', TODAY],
    [day, 'Igår', '2026-11-23'],
    [day, 'i förrgår', '2026-11-22'],
    [day, 'tisdag', '2026-11-17'],
    [day, 'i måndags', '2026-11-23'],
    [day, 'i lördags', '2026-11-21'],
    [day, '28/10', '2026-10-28'],
    [day, '28 december', '2025-12-28'],
    [day, 'den 3 nov', '2026-11-03'],
    [day, '2026-11-01', '2026-11-01'],
    [day, '20261101', '2026-11-01'],
    [day, 'för länge sen', undefined],
    [day, '12', undefined],
    [time, '18.30', '18:30'],
    [time, 'kl 9', '09:00'],
    [time, 'klockan 23:05', '23:05'],
    [time, '1830', '18:30'],
    [time, '24.00', undefined],
    [time, 'sent', undefined],
  ])('%j: %s is %s', (spec, text, value) => {
    const choices = choicesInWords(HERE.municipality, spec);
    expect(readAnswer(spec, text, { choices, today: TODAY })).toBe(value);
  });
});

it.each(EACH_TOWN)(
  'every question of %s and every choice has words, and none is called by its code',
  (_, town) => {
    const { municipality } = town;
    const said: Readonly<Record<string, string>>[] = [
      {},
      { who: 'other' },
      { who: 'other', registers: 'yes' },
      { who: 'me', isOnIncident: 'yes' },
    ];
    for (const values of said)
      for (const { id, spec } of questionsOf(municipality, values)) {
        const isOfOther = values.who === 'other';
        const question = { id, spec, isOfOther, isAnswered: false };
        const [asked = '', ...choices] = spokenInterview({ notes: [], question }, municipality).split('\n');
        expect([id, /^\p{Lu}.* /u.test(asked)]).toEqual([id, true]);
        expect(choices.slice(0, spec.choices?.length ?? 0)).toHaveLength(spec.choices?.length ?? 0);
        for (const code of spec.choices ?? [])
          expect([id, choices.some((one) => new RegExp(`^\\d+\\. ${code}$`).test(one))]).toEqual([id, false]);
      }
  },
);

describe('a report in plain text', () => {
  it('is an evening with a screen reader: one message a question, no card until it is sent, the same incident', async () => {
    const { town, eva, officer } = await openPair();
    const intro = await says(eva, 'Rapportera i text');
    for (const line of INTERVIEW.intro) expect(intro).toContain(line);
    expect(intro).toContain(`${label('who')}\n1. Mig\n2. Någon annan`);
    expect(await says(eva, 'mig')).toContain(label('party'));
    expect(await afterParty(eva, '1')).toContain(label('phone'));
    expect(await says(eva, '070-111 22 33')).not.toContain(INTERVIEW.notUnderstood);
    await untilSaid(eva, label('what'));
    const what = await says(eva, 'hoppa över');
    expect(what).toContain(INTERVIEW.notSkipped);
    expect(await says(eva, `${SECRET} ringde och skrek`)).toContain('1. Hot\n2. Trakasserier');
    expect(await says(eva, '1 och våld')).toContain('1. Öga mot öga');
    expect(await says(eva, 'telefon')).toContain(label('date'));
    expect(await says(eva, 'i går')).toContain(label('dateTo'));
    expect(await says(eva, 'hoppa över')).toContain(label('more'));
    const urgent = await says(eva, 'nej');
    expect(urgent).toContain('Är det bråttom?');
    const review = await says(eva, 'ja');
    expect(review).toContain(NAME.officer);
    expect(review).toContain(INTERVIEW.send);
    expect(review).toContain('vad hände');
    expect(review).not.toContain(SECRET);
    // The officer is named, never the party: it stays in the chat.
    expect(review).not.toContain(`i ${HERE.municipality.parties[0]?.code}`);
    expect(eva.chat().filter(({ card }) => card !== undefined)).toHaveLength(1);
    const receipt = await says(eva, 'skicka');
    const texts = eva.chat().map(({ text }) => text);
    const read = texts.find((text) => text.includes(INTERVIEW.sent)) ?? receipt;
    expect(read).toContain(INTERVIEW.after);
    expect(read).toContain(NAME.officer);
    const incident = await theIncident(town, eva);
    expect(incident?.report).toMatchObject({
      what: `${SECRET} ringde och skrek`,
      kinds: 'threat,violence',
      channel: 'phone',
      date: '2026-11-23',
      phone: '070-111 22 33',
      urgent: 'yes',
    });
    expect((await rowOfEva(town, eva))?.interview).toBeUndefined();
    await officer.press(BUTTON.acknowledge);
    expect(officer.text()).toContain(eva.name);
    expectNowherePosted(town, SECRET);
  });

  it('says what may be answered, in words and numbers, and changes nothing for a wrong answer', async () => {
    const { eva } = await openPair();
    await untilWhat(eva);
    await eva.say('Någon ringde');
    for (const wrong of ['9', 'blå', '1 och blå', '0']) {
      const again = await says(eva, wrong);
      expect(again).toContain(INTERVIEW.notUnderstood);
      expect(again).toContain('1. Hot');
      expect(again).toContain(INTERVIEW.maySeveral);
    }
    await says(eva, 'hot', 'hoppa över');
    expect(await says(eva, 'nästa vår')).toContain(INTERVIEW.mayDate);
    expect(await says(eva, '2027-01-01')).toContain('Dagen har inte varit än');
    expect(await says(eva, '31 november')).toContain(label('date'));
    expect(await says(eva, 'måndag')).toContain(label('dateTo'));
  });

  it('goes back, is helped, is asked before it is thrown away, and is kept and gone on with where it was', async () => {
    const { town, eva } = await openPair();
    await says(eva, 'rapportera i text', 'mig');
    expect(await says(eva, 'tillbaka')).toContain(label('who'));
    expect(await says(eva, 'tillbaka')).toContain(INTERVIEW.first);
    await says(eva, 'mig');
    await afterParty(eva, party);
    expect(await says(eva, 'hjälp')).toContain(INTERVIEW.help[1]);
    expect(await says(eva, 'avbryt')).toContain(INTERVIEW.leave);
    expect(await says(eva, 'fortsätt')).toContain(label('phone'));
    expect(await says(eva, 'spara')).toContain(INTERVIEW.saved);
    // What is typed now is no answer.
    expect((await eva.say('hej')).card).toBeDefined();
    await town.restart();
    const resumed = await says(eva, 'rapportera i text');
    expect(resumed).toContain(INTERVIEW.resumed);
    expect(resumed).toContain(label('phone'));
    await says(eva, 'avbryt');
    expect(await says(eva, 'kasta')).toContain(INTERVIEW.discarded);
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
    expect((await rowOfEva(town, eva))?.interview).toBeUndefined();
  });

  it('puts 112 first where an answer sounds like danger, keeps the answer, and alarms by a word', async () => {
    const { town, eva, officer } = await openPair();
    await untilWhat(eva);
    const danger = await says(eva, 'Han står utanför med en kniv');
    expect(danger.startsWith(INTERVIEW.danger)).toBe(true);
    expect(danger).toContain('1. Hot');
    expect(await says(eva, 'larma')).toContain(INTERVIEW.whichAlarm);
    expect(await theIncident(town, eva)).toBeUndefined();
    await eva.say('larma mitt parti');
    const alarm = eva.chat().findLast(({ text }) => text !== '')?.text ?? '';
    expect(alarm).toContain(NAME.officer);
    expect(alarm).toContain(PHONE.officer);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    expect((await theIncident(town, eva))?.via).toBe('alarm');
    // The report goes on, onto the alarm's incident; it is not asked again who and which party.
    await untilSaid(eva, INTERVIEW.send, 'hoppa över', 'nej');
    await eva.say('1');
    expect((await theIncident(town, eva))?.report.what).toBe('Han står utanför med en kniv');
  });

  it('counts an answer that Teams brings twice once, also in another process, and one that is mended anew', async () => {
    const { town, eva } = await openPair();
    await untilWhat(eva);
    const answer = { type: 'message', id: 'twice', text: 'Någon skrev till mig' };
    await eva.post(answer);
    expect(said(eva)).toContain('1. Hot');
    await town.restart();
    await eva.post(answer);
    expect(said(eva)).toContain('1. Hot');
    const [draft] = await town.tables.drafts.of(eva.userId);
    expect(draft?.values.kinds ?? '').toBe('');
    await eva.post({
      ...answer,
      type: 'messageUpdate',
      text: 'Någon skrev ett brev',
      channelData: { eventType: 'editMessage', tenant: { id: '7e57da7a-0000-4000-8000-00000000aaaa' } },
    });
    expect(said(eva)).toContain(INTERVIEW.changed);
    expect(said(eva)).toContain('1. Hot');
    expect((await town.tables.drafts.of(eva.userId))[0]?.values.what).toBe('Någon skrev ett brev');
  });

  it('is the same draft as on the cards: what is filled in there is known, and once sent there it is over', async () => {
    const { town, eva } = await openPair();
    await untilWhat(eva);
    await eva.say('Någon ringde mig');
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    while (eva.has(BUTTON.next)) await eva.press(BUTTON.next);
    await eva.press(BUTTON.review, { 'Vad hände': 'Skrivet på kortet' });
    await eva.press(BUTTON.send);
    expect(await says(eva, 'hot')).toContain(INTERVIEW.gone);
    expect((await theIncident(town, eva))?.report.what).toBe('Skrivet på kortet');
    expect((await town.tables.drafts.of(eva.userId)).length).toBe(0);
    // Over: the next message is an ordinary one again.
    expect((await eva.say('hej')).card).toBeDefined();
  });

  it('answers what is asked beside it with a card, then puts the question again', async () => {
    const { eva } = await openPair();
    await untilWhat(eva);
    const { card } = await eva.say('kontaktlista');
    expect(JSON.stringify(card)).toContain(NAME.strategist);
    expect(said(eva)).toContain(label('what'));
  });

  it('is left after four hours without an answer: a greeting the next day is no answer', async () => {
    const { town, eva } = await openPair();
    await untilWhat(eva);
    await town.later(5 * 3_600_000);
    expect((await eva.say('hej')).card).toBeDefined();
    expect((await town.tables.drafts.of(eva.userId))[0]?.values.what ?? '').toBe('');
    expect(await says(eva, 'rapportera i text')).toContain(label('what'));
  });

  it('says that its word did not arrive, as soon as Teams takes it', async () => {
    const { town, eva } = await openPair();
    await untilWhat(eva);
    for (let time = 0; time < 3; time++) town.connector.failNext(eva.conversation, { status: 500 });
    await eva.say('Någon ringde mig');
    await town.later(60_000);
    expect(eva.text(eva.newest())).toContain('svar');
    expect(await says(eva, 'upprepa')).toContain('1. Hot');
  });

  it('keeps the answer where the tables fail between answer and place, and puts the question again', async () => {
    const { town, eva } = await openPair();
    await untilWhat(eva);
    town.failStorage((call) => /^(?!GET).* people$/.test(call), 1, new Error('No answer.'));
    await eva.say('Någon ringde mig');
    expect(eva.newest()).toMatchObject({ type: 'AdaptiveCard' });
    expect(town.log.lines.splice(0).filter((line) => line.includes('turnFailed'))).toHaveLength(1);
    expect(await says(eva, 'hoppa över')).toContain('1. Hot');
    expect((await town.tables.drafts.of(eva.userId))[0]?.values.what).toBe('Någon ringde mig');
  });

  it('asks about another person by name, and sends to the municipality where that is chosen', async () => {
    const { eva } = await openPair();
    await says(eva, 'rapportera i text', 'någon annan');
    expect(said(eva)).toContain(label('victimName'));
    await says(eva, 'Nina Norra');
    expect(said(eva)).toContain('Hur känner du personen?');
    await says(eva, 'granne');
    expect(said(eva)).toContain(REPORT.knows.chosen);
    expect(await says(eva, 'hoppa över')).toContain(INTERVIEW.notSkipped);
  });
});

/** Answers with these words in turn until the bot says that. */
async function untilSaid(eva: Person, wanted: string, ...answers: string[]): Promise<void> {
  const words = answers.length > 0 ? answers : ['hoppa över'];
  for (let turn = 0; turn < 40 && !said(eva).includes(wanted); turn++)
    await eva.say(said(eva).includes(label('more')) ? 'nej' : (words[0] ?? 'hoppa över'));
  expect(said(eva)).toContain(wanted);
}
