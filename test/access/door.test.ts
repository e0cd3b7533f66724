import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { Bot, Caller } from '../../src/app/bot';
import { createBot } from '../../src/app/createBot';
import { createSendGate } from '../../src/app/delivery/sendGate';
import { MUNICIPALITY } from '../../src/app/ports/states';
import { oxelosund } from '../../src/content/municipalities/oxelosund/index';
import { BUTTON, NOTHING_HERE } from '../../src/content/texts/common';
import { isAct } from '../../src/routine/acts/acts';
import { PAGES } from '../../src/routine/acts/pages';
import type { Verb } from '../../src/screens/actions';
import { type Cast, EVA, openCast, report, SECRET, theIncident, view } from '../conversation/support';
import { type Opened, openForTest } from '../storage/opened';
import { BY } from '../storage/samples';
import { people } from '../support/pureTown';
import type { Person } from '../support/town';
import { allVerbs, decidingVerbs, samplesOf } from './cells';
import { ACTS, PAGES_POLICY, rowsOf, wordsIn } from './policy';

/*
 * The same policy through the whole bot: the HTTP door, sealed tables, cards. A seeded sample of the cells, with all
 * that a tampered client may send.
 */

const SEED = 20261124;
const NOBODYS = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';

/** All that a client may send beside, or in place of, what a button holds. */
const TAMPERED: readonly Record<string, unknown>[] = [
  {},
  { once: 'made-up', rev: 99, v: 99, epoch: '0' },
  {
    role: 'lead',
    roles: ['lead', 'strategist'],
    person: people.officer,
    by: people.officer,
    isAdmin: 'true',
  },
  { viewer: { person: people.officer }, caller: { person: people.officer }, tenantId: 'x' },
  { __proto__: { roles: ['lead'] }, constructor: 'x', toString: 'x', hasOwnProperty: 'x' },
  { comment: 'x'.repeat(60_000), reason: '😡'.repeat(20_000), step: 'x'.repeat(10_000) },
  { contact: 'no-such-contact', step: 'no-such-step', section: 'no-such', talk: 'none', page: 'none' },
  { reason: { $gt: '' }, answer: ['yes'], id2: null, kinds: 7, what: { toString: 1 } },
];

/** An incident of Eva's in S, led by her officer, which the strategist was only told of. */
async function reported() {
  const cast = await openCast();
  await report(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  const incident = await theIncident(cast.town, cast.eva);
  if (!incident) throw new Error('There is no incident.');
  return { cast, incident, id: incident.id };
}

const ROLES_THERE: Record<Exclude<keyof Cast, 'town'>, readonly string[]> = {
  eva: ['victim'],
  officer: ['lead'],
  deputy: [],
  strategist: ['toldStrategist'],
  deputyStrategist: [],
  chief: [],
  otherOfficer: [],
};
const WHO = Object.keys(ROLES_THERE) as (keyof typeof ROLES_THERE)[];

/** All that an outsider could learn: the party, whom it is about, who leads it, what was written. */
const SECRETS = [SECRET, EVA.name, 'Norrlycke', 'Socialdemokraterna'];
const bodyOf = (answer: { body: unknown }) => JSON.stringify(answer.body);

const mayNot = (who: keyof typeof ROLES_THERE, allowed: ReadonlySet<string>): boolean =>
  !ROLES_THERE[who].some((role) => allowed.has(role));

const press = (person: Person, verb: string, data: Record<string, unknown>) =>
  person.invoke(person.chat().at(-1)?.id ?? '', verb, data);

describe('through the door', () => {
  it('a sample of what the policy forbids changes nothing and shows nothing', async () => {
    const { cast, incident, id } = await reported();
    const cells = [
      ...rowsOf(ACTS).flatMap(({ act = '', who }) =>
        WHO.filter((one) => mayNot(one, wordsIn(who))).flatMap((one) =>
          samplesOf(act as Verb, incident).map((data) => ({ one, verb: act, data })),
        ),
      ),
      ...rowsOf(PAGES_POLICY).flatMap(({ page, who }) =>
        WHO.filter((one) => mayNot(one, wordsIn(who))).map((one) => ({ one, verb: 'page', data: { page } })),
      ),
    ];
    const sample = fc.sample(
      fc.record({ cell: fc.constantFrom(...cells), more: fc.constantFrom(...TAMPERED) }),
      { seed: SEED, numRuns: 150 },
    );
    const before = await cast.town.tables.incidents.read(id);
    const views = await cast.town.tables.incidents.views(id);
    for (const { cell, more } of sample) {
      const answer = await press(cast[cell.one], cell.verb, { ...more, ...cell.data, id });
      expect([cell.one, cell.verb, answer.status, answer.body.statusCode]).toEqual([
        cell.one,
        cell.verb,
        200,
        200,
      ]);
      const shown = bodyOf(answer);
      // Who has a part sees their own card, and the victim and the lead their own words.
      const secrets = ROLES_THERE[cell.one].length === 0 ? [...SECRETS, incident.reference] : [SECRET];
      expect(secrets.filter((secret) => shown.includes(secret))).toEqual([]);
    }
    const after = await cast.town.tables.incidents.read(id);
    expect(after?.incident).toEqual(before?.incident);
    expect(await cast.town.tables.incidents.history(id)).toMatchObject({ whole: true });
    expect(await cast.town.tables.incidents.views(id)).toEqual(views);
    process.stdout.write(`${sample.length} forbidden presses of ${cells.length} cells through the door\n`);
  });

  it('tampered data of who may do something does nothing but what a right press does', async () => {
    const { cast, incident, id } = await reported();
    const own = rowsOf(ACTS).filter(({ act, who }) => !mayNot('officer', wordsIn(who)) && act !== 'close');
    const sample = fc.sample(
      fc.record({ row: fc.constantFrom(...own), more: fc.constantFrom(...TAMPERED.slice(5)) }),
      { seed: SEED, numRuns: 40 },
    );
    for (const { row, more } of sample) {
      const answer = await press(cast.officer, row.act ?? '', { ...more, id });
      expect([row.act, answer.status, answer.body.statusCode]).toEqual([row.act, 200, 200]);
    }
    // What is typed beyond all bounds does not fit in the form that comes back: a sentence comes instead, and a line in the log.
    const { lines } = cast.town.log;
    const tooBig = lines.filter((line) => line.includes('"event":"cardTooBig"'));
    for (const line of tooBig) lines.splice(lines.indexOf(line), 1);
    expect(tooBig.length).toBeLessThanOrEqual(2);
    const after = await theIncident(cast.town, cast.eva);
    const { id: same, reference, party, victim, reporter, report: told } = incident;
    expect(after).toMatchObject({ id: same, reference, party, victim, reporter, report: told });
  });

  it('verbs that are about no incident reach nothing of another', async () => {
    const { cast, id } = await reported();
    const { town, eva, otherOfficer } = cast;
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} igen` });
    const drafts = await town.tables.drafts.of(EVA.id);
    const before = await town.tables.incidents.read(id);
    const answers = await town.tables.contacts.read();
    const others = allVerbs.filter((verb) => !isAct(verb));
    for (const verb of others.filter((one) => one !== 'page'))
      for (const draft of [...drafts.map((one) => one.id), id])
        for (const more of TAMPERED.slice(3, 6)) {
          const data = { ...more, draft, id, page: 'review', to: 'review', drill: 'made-up', from: '0' };
          const answer = await press(otherOfficer, verb, data);
          expect([verb, answer.status]).toEqual([verb, 200]);
          expect(bodyOf(answer)).not.toContain(SECRET);
          expect(bodyOf(answer)).not.toContain('Norrlycke');
        }
    expect(await town.tables.drafts.of(EVA.id)).toEqual(drafts);
    expect((await town.tables.incidents.read(id))?.incident).toEqual(before?.incident);
    expect(await town.tables.contacts.read()).toEqual(answers);
    expect((await town.tables.municipalityState.read(MUNICIPALITY)).state.answers).toEqual([]);
  });

  it('a list, a search and the round name no incident of another', async () => {
    const { cast, incident } = await reported();
    const { otherOfficer, deputy, chief } = cast;
    for (const person of [otherOfficer, deputy, chief]) {
      for (const said of ['mina ärenden', `ärende ${incident.reference}`, 'morgonrunda', 'Eva Norrlycke'])
        await person.say(said);
      await press(person, 'round', {});
      expect(view(person)).not.toContain(incident.reference);
      expect(person.text()).not.toContain(incident.reference);
    }
    for (const page of PAGES) await press(chief, 'page', { id: incident.id, page });
    expect((await cast.town.tables.incidents.views(incident.id)).entries.map(({ what }) => what)).toEqual([
      'name',
    ]);
  });
});

describe('"not found" and "not allowed"', () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openForTest(true);
    await opened.tables.contacts.put(
      [
        {
          id: 'c1',
          role: 'securityStrategist',
          order: 1,
          name: 'Lena',
          phone: '1',
          person: people.strategist,
        },
      ],
      BY,
    );
    const caller: Caller = { person: people.victim, name: 'Eva', address: ADDRESS };
    const bot = botOn(opened);
    await bot.onAction({ caller, verb: 'alarmParty', data: { draft: ITS, party: 'S' } });
    await bot.idle();
  });

  const ITS = 'its'.padEnd(26, '0');
  const ADDRESS = { serviceUrl: '', conversationId: '', userId: '', botId: '' };

  /** A process of its own, so that no key is in its memory. */
  const botOn = (on: Opened) => {
    const tables = on.again();
    const sent = async () => ({ kind: 'sent' as const, activityId: 'a' });
    return createBot({
      ...tables,
      messenger: { send: sent, update: sent },
      gate: createSendGate(),
      now: () => new Date('2026-11-24T09:00:00Z'),
      realNow: () => on.clock.now,
      random: (size) => randomBytes(size),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      municipality: oxelosund,
    });
  };

  const caller: Caller = { person: people.otherOfficer, name: 'Fredrik', address: ADDRESS };
  const MALFORMED: readonly unknown[] = ['../../etc', '', undefined, { $ne: '' }, 'x'.repeat(5_000), 'åäö'];

  let strangers = 0;
  /** A text for comparison, without the values that differ each time. */
  const withoutChance = (text: string, person: string) =>
    text.replaceAll(person, 'PERSON').replace(/\b[0-9a-z]{26}\b/g, 'ID');

  /** One press by somebody who has done nothing before. */
  const asked = async (
    verb: Verb,
    id: unknown,
    data: Record<string, unknown>,
    on: { bot: Bot; name: 'id' | 'draft' } = { bot: botOn(opened), name: 'id' },
  ) => {
    const person = `${String(++strangers).padStart(8, '0')}-aaaa-4bbb-8ccc-000000000000`;
    const answer = await on.bot.onAction({
      caller: { ...caller, person },
      verb,
      data: { ...data, [on.name]: id },
      activityId: 'activity1',
    });
    await on.bot.idle();
    return withoutChance(JSON.stringify(answer), person);
  };

  /** A process that has just worked with it: its key is in memory. */
  const warmBot = async () => {
    const bot = botOn(opened);
    const victim: Caller = { person: people.victim, name: 'Eva', address: ADDRESS };
    const seen = await bot.onAction({ caller: victim, verb: 'show', data: { id: ITS } });
    expect(JSON.stringify(seen)).not.toContain(NOTHING_HERE.title);
    await bot.idle();
    // The lists are asked for once by everyone.
    for (const id of [ITS, NOBODYS]) await asked('show', id, {}, { bot, name: 'id' });
    return bot;
  };

  const onIncidents = [...decidingVerbs, 'show', 'tell', 'page', 'readLog', 'looks', 'deliveries'] as Verb[];
  const dataFor = async (verb: Verb): Promise<Record<string, unknown>> => {
    const incident = (await opened.tables.incidents.read(ITS))?.incident;
    if (!incident) throw new Error('There is no incident.');
    if (verb === 'page') return { page: 'details' };
    return verb === 'readLog' ? { purpose: 'tillsyn' } : (samplesOf(verb, incident)[0] ?? {});
  };

  it.each(onIncidents)('are one answer to %s', async (verb) => {
    const data = await dataFor(verb);
    const its = await asked(verb, ITS, data);
    expect(its).toContain(NOTHING_HERE.title);
    expect(await asked(verb, NOBODYS, data)).toEqual(its);
    for (const id of MALFORMED) expect(await asked(verb, id, data)).toEqual(its);
  });

  it('also by a process that has the key of the one in its memory', async () => {
    const bot = await warmBot();
    for (const verb of onIncidents) {
      const data = await dataFor(verb);
      const its = await asked(verb, ITS, data, { bot, name: 'id' });
      expect([verb, await asked(verb, NOBODYS, data, { bot, name: 'id' })]).toEqual([verb, its]);
    }
  });

  const PAGE = { page: 'who', to: 'what', who: 'me', party: 'M', what: 'x' };
  const onDrafts: [Verb, Record<string, unknown>][] = [
    ['safe', { party: 'M' }],
    ['newDraft', {}],
    ['toPage', PAGE],
    ['toPage', { ...PAGE, page: 'what', to: 'review' }],
    ['backTo', PAGE],
    ['keepDraft', PAGE],
    ['discard', {}],
    ['send', {}],
    ['sendMunicipality', {}],
  ];

  it.each(onDrafts)('are one answer to %s of a draft under the id, warm and cold', async (verb, data) => {
    const warm = await warmBot();
    for (const bot of [() => botOn(opened), () => warm]) {
      const its = await asked(verb, ITS, data, { bot: bot(), name: 'draft' });
      const nobodys = await asked(verb, NOBODYS, data, { bot: bot(), name: 'draft' });
      expect(nobodys).toEqual(its);
      expect(its).not.toContain(NOTHING_HERE.title);
    }
  });
});
