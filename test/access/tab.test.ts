import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContactsPage } from '../../src/api/contactViews';
import type {
  ImprovementsPage,
  InboxPage,
  IncidentPage,
  LogPage,
  MePage,
  OverviewPage,
  PressAnswer,
} from '../../src/api/contract';
import type { FilePage } from '../../src/api/filesContract';
import { TEAMS_CLIENTS } from '../../src/api/token';
import type { CardView } from '../../src/cards/view';
import { tabOf } from '../../src/compose/tab';
import { BUTTON } from '../../src/content/texts/common';
import { LOG_ACTS, LOG_LOOKS } from '../../src/content/texts/log';
import { CSV } from '../../src/content/texts/people/listFile';
import { DRILL } from '../../src/content/texts/standing/drill';
import { IMPROVEMENT } from '../../src/content/texts/standing/noting';
import { IMPROVING, OVERVIEW, TAKE_WORDS } from '../../src/content/texts/tab/overview';
import { TAB } from '../../src/content/texts/tab/pages';

import type { Credentials } from '../../src/teams/credentials';
import { STEP } from '../conversation/here';
import { type Cast, EVA, SECRET, theIncident } from '../conversation/support';
import { joined, partsOf } from '../document/reading';
import { APP_ID, type OpenId, signed, TAB_APP_ID, unsigned } from '../support/openId';
import type { Person } from '../support/town';
import { usingTab } from './usingTab';

/* The tab's API through its own door: HTTP in, JSON out, tokens of a directory on loopback. */

let openId: OpenId;
let cast: Cast;
let stranger: Person;
let id: string;

const here = usingTab();
beforeEach(() => {
  ({ openId, cast, stranger, id } = here());
});

type Headers = Record<string, string>;

async function send(path: string, body: unknown, headers: Headers) {
  const response = await fetch(`${cast.town.url}/api/tab/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  await cast.town.idle();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    text,
    body: (text === '' ? {} : JSON.parse(text)) as unknown,
  };
}

const as = (who: { userId: string }, more: Headers = {}): Headers => ({
  authorization: `Bearer ${openId.tabToken(who.userId)}`,
  ...more,
});
/** What the operators' log says of files that were taken and concern no single incident: who, for what, how much. */
const takings = (event: string): object[] =>
  cast.town.log.lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((line) => line.event === event)
    .map(({ person, purpose, rows, year }) => JSON.parse(JSON.stringify({ person, purpose, rows, year })));
const ask = async <P>(who: { userId: string }, body: object) => {
  const answer = await send('ask', body, as(who));
  return { ...answer, body: answer.body as P };
};
const press = async (who: { userId: string }, verb: string, data: object, more: Headers = {}) => {
  const answer = await send('press', { verb, data }, as(who, more));
  const { view } = answer.body as PressAnswer;
  return { ...answer, card: view?.data as CardView };
};

describe('tokens', () => {
  const seconds = Math.floor(Date.now() / 1_000);
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const person = EVA.id;
  /** Each is refused: whatever is wrong with it, and how it is sent. */
  const BAD: Readonly<Record<string, () => string | undefined>> = {
    'no header': () => undefined,
    'an empty header': () => '',
    'another scheme': () => `Basic ${openId.tabToken(person)}`,
    'small letters': () => `bearer ${openId.tabToken(person)}`,
    'two parts': () => `Bearer ${openId.tabToken(person).split('.').slice(0, 2).join('.')}`,
    'five parts': () => `Bearer ${openId.tabToken(person)}.a.b`,
    'too long': () => `Bearer ${openId.tabToken(person, { more: 'x'.repeat(9_000) })}`,
    'alg none': () => `Bearer ${unsigned({ alg: 'none', kid: 'own' }, { oid: person })}.`,
    'alg none with a signature': () => `Bearer ${openId.tabToken(person, {}, { alg: 'none' })}`,
    'alg HS256, signed with the public key': () => `Bearer ${openId.tabToken(person, {}, { alg: 'HS256' })}`,
    'alg RS512': () => `Bearer ${openId.tabToken(person, {}, { alg: 'RS512' })}`,
    'alg PS256': () => `Bearer ${openId.tabToken(person, {}, { alg: 'PS256' })}`,
    'alg ES256': () => `Bearer ${signed(elliptic, { alg: 'ES256', kid: 'own' }, { oid: person })}`,
    'a key of its own in the head': () =>
      `Bearer ${openId.tabToken(person, {}, { jwk: foreign.export({ format: 'jwk' }) }, foreign)}`,
    'a key set of its own in the head': () =>
      `Bearer ${openId.tabToken(person, {}, { jku: 'https://evil.example/keys' }, foreign)}`,
    'another key': () => `Bearer ${openId.tabToken(person, {}, {}, foreign)}`,
    'an unknown key': () => `Bearer ${openId.tabToken(person, {}, { kid: 'other' })}`,
    'a critical extension': () => `Bearer ${openId.tabToken(person, {}, { crit: ['x'], x: 1 })}`,
    'claims that were changed': () => {
      const [head, , signature] = openId.tabToken(person).split('.');
      const [, claims] = openId.tabToken(cast.officer.userId).split('.');
      return `Bearer ${head}.${claims}.${signature}`;
    },
    'the issuer of version 1': () =>
      `Bearer ${openId.tabToken(person, { iss: 'https://sts.windows.net/x/' })}`,
    'the sandbox as issuer': () => `Bearer ${openId.tabToken(person, { iss: 'https://sandbox.invalid/' })}`,
    'another issuer': () => `Bearer ${openId.tabToken(person, { iss: 'https://evil.example/v2.0' })}`,
    'no issuer': () => `Bearer ${openId.tabToken(person, { iss: undefined })}`,
    'another audience': () => `Bearer ${openId.tabToken(person, { aud: APP_ID })}`,
    'no audience': () => `Bearer ${openId.tabToken(person, { aud: undefined })}`,
    'another tenant': () => `Bearer ${openId.tabToken(person, { tid: EVA.id })}`,
    'no tenant': () => `Bearer ${openId.tabToken(person, { tid: undefined })}`,
    'version 1': () => `Bearer ${openId.tabToken(person, { ver: '1.0' })}`,
    'another scope': () => `Bearer ${openId.tabToken(person, { scp: 'User.Read' })}`,
    'an app without a user': () => `Bearer ${openId.tabToken(person, { scp: undefined, roles: ['x'] })}`,
    'a guest by account': () => `Bearer ${openId.tabToken(person, { acct: 1 })}`,
    'a guest by home': () => `Bearer ${openId.tabToken(person, { idp: 'https://sts.windows.net/y/' })}`,
    'of another app of the tenant': () => `Bearer ${openId.tabToken(person, { azp: TAB_APP_ID })}`,
    'of no app': () => `Bearer ${openId.tabToken(person, { azp: undefined })}`,
    'no person': () => `Bearer ${openId.tabToken(person, { oid: undefined })}`,
    'a person that is no id': () => `Bearer ${openId.tabToken('eva')}`,
    'a person as a list': () => `Bearer ${openId.tabToken(person, { oid: [person] })}`,
    expired: () => `Bearer ${openId.tabToken(person, { exp: seconds - 301 })}`,
    'no end': () => `Bearer ${openId.tabToken(person, { exp: undefined })}`,
    'not begun': () => `Bearer ${openId.tabToken(person, { nbf: seconds + 400 })}`,
    'a token of the bot connector': () => `Bearer ${openId.token(cast.town.connector.serviceUrl)}`,
  };

  it('that are bad are refused, each with one answer, and the refusals are logged', async () => {
    const wrong: unknown[] = [];
    for (const [name, made] of Object.entries(BAD)) {
      const authorization = made();
      const headers: Headers = authorization === undefined ? {} : { authorization };
      for (const path of ['ask', 'press']) {
        const { status, text } = await send(path, { ask: 'inbox', verb: 'mine', data: {} }, headers);
        if (status !== 401 || text !== '{"error":"token"}') wrong.push([name, path, status, text]);
      }
    }
    expect(wrong).toEqual([]);
    expect(cast.town.log.lines.join('\n')).toContain('"why":"tab noToken"');
    process.stdout.write(`${Object.keys(BAD).length} bad tokens of the tab\n`);
  });

  it('are taken of the apps alone that the installation authorises', () => {
    const guide = readFileSync(join(__dirname, '../../docs/install-teams.md'), 'utf8');
    const row = /\| Authorised client apps .*\n/.exec(guide)?.[0] ?? '';
    expect([...row.matchAll(/`([\da-f-]{36})`/g)].map(([, id]) => id)).toEqual([...TEAMS_CLIENTS]);
  });

  it('of an issuer of one’s own open nothing where there are credentials: the start ends', () => {
    const tab = {
      trust: { issuer: 'x', audience: 'x', tenant: 'x', clients: [], keys: { url: 'x' } },
      frames: '',
      link: () => '',
    };
    const credentials = { MicrosoftAppTenantId: APP_ID } as Credentials;
    const start = { config: { TAB_APP_ID }, cloud: { signIn: 'https://login.example' }, credentials, tab };
    expect(() => tabOf(start, {} as Parameters<typeof tabOf>[1])).toThrow('opens no tab in production');
  });

  it('let in by the account alone; not a person without a chat, nor a body of another kind', async () => {
    expect((await ask(cast.eva, { ask: 'inbox' })).status).toBe(200);
    expect((await send('ask', { ask: 'inbox', person: EVA.id }, as(cast.eva))).status).toBe(400);
    const nobody = { userId: '7e57da7a-0000-4000-8000-000000000999' };
    expect(await ask(nobody, { ask: 'inbox' })).toMatchObject({ status: 403, body: { error: 'noChat' } });
    const plain = await send('ask', '{"ask":"inbox"}', as(cast.eva, { 'content-type': 'text/plain' }));
    expect(plain.status).toBe(415);
    expect(
      (await send('press', `{"verb":"mine","data":{"x":"${'x'.repeat(300_000)}"}}`, as(cast.eva))).status,
    ).toBe(413);
    expect(TAB_APP_ID).not.toBe(APP_ID);
  });

  it('are many in a short time: asking is held back, a cry for help never', async () => {
    let last = 200;
    for (let at = 0; at < 40 && last === 200; at++) last = (await ask(cast.eva, { ask: 'me' })).status;
    expect(last).toBe(429);
    // A press is held back as little as in a chat, and so are the numbers.
    expect((await ask(cast.eva, { ask: 'contacts' })).status).not.toBe(429);
    for (const verb of ['start', 'callNow', 'hidePhone', 'send', 'acknowledge', 'mine'])
      expect([verb, (await press(cast.eva, verb, {})).status]).toEqual([verb, 200]);
  });
});

describe('pages', () => {
  it('Ärenden: what waits for whom it waits for, found by a part of its reference, and by nobody else', async () => {
    const mine = await ask<InboxPage>(cast.officer, { ask: 'inbox' });
    const reference = mine.body.waits[0]?.reference ?? '';
    expect(mine.body.waits.length).toBeGreaterThan(0);
    expect(mine.body.rows).toMatchObject([{ id, title: TAB.incident(reference) }]);
    const found = await ask<InboxPage>(cast.officer, {
      ask: 'inbox',
      reference: reference.slice(-4).toLowerCase(),
    });
    expect(found.body.rows).toHaveLength(1);
    expect(found.body.waits).toEqual([]);
    const other = await ask<InboxPage>(stranger, { ask: 'inbox', reference });
    expect(other.body).toMatchObject({ waits: [], rows: [] });
    expect((await ask(stranger, { ask: 'incident', id })).body).toEqual({ error: 'nothing' });
    expect((await ask(stranger, { ask: 'incident', id: 'a'.repeat(26) })).body).toEqual({
      error: 'nothing',
    });
  });

  it('Ärende: the plan for who leads, their own card for the victim, and nothing typed before a page is opened', async () => {
    const led = await ask<IncidentPage>(cast.officer, { ask: 'incident', id });
    expect(led.body.plan.length).toBeGreaterThan(5);
    expect(led.etag).toBe(`"${led.body.rev}"`);
    const own = await ask<IncidentPage>(cast.eva, { ask: 'incident', id });
    expect(own.body.plan).toEqual([]);
    expect(own.body.links.map(({ title }) => title)).toContain(TAB.links.seeLooks);
    expect(led.text + own.text).not.toContain(SECRET);
    expect((await cast.town.tables.incidents.views(id)).entries).toHaveLength(1);
  });

  it('what is read is logged as a look, as from a card', async () => {
    const before = (await cast.town.tables.incidents.views(id)).entries.length;
    const { card } = await press(cast.officer, 'page', { id, page: 'details' });
    expect(JSON.stringify(card)).toContain(SECRET);
    const { entries } = await cast.town.tables.incidents.views(id);
    expect(entries).toHaveLength(before + 1);
    expect(entries.at(-1)).toMatchObject({ by: cast.officer.userId, what: 'details' });
  });

  it('Min sida and Kontakter: own incidents, and the list without accounts', async () => {
    const me = await ask<MePage>(cast.eva, { ask: 'me' });
    expect(me.body.own).toMatchObject([{ id }]);
    expect((await ask<MePage>(cast.officer, { ask: 'me' })).body.own).toEqual([]);
    const list = await ask<ContactsPage>(cast.eva, { ask: 'contacts' });
    expect(list.body.rows.length).toBeGreaterThan(5);
    expect(list.body.rows.filter(({ reach }) => reach)).toEqual([]);
    expect(list.text).not.toContain(cast.officer.userId);
    const kept = await ask<ContactsPage>(cast.strategist, { ask: 'contacts' });
    expect(kept.body.rows.filter(({ reach }) => reach).length).toBeGreaterThan(0);
  });

  it('Kontakter: one is asked whether they are reached; who has answered since is confirmed', async () => {
    const rowOf = async () => {
      const { body } = await ask<ContactsPage>(cast.strategist, { ask: 'contacts' });
      return body.rows.find(({ name }) => name === cast.officer.name);
    };
    const drill = (await rowOf())?.presses.find(({ verb }) => verb === 'drillOne');
    expect((await rowOf())?.reach?.text).toBe(TAB.reaches.reached);
    expect((await rowOf())?.answer).toBe(TAB.neverAsked);
    const { card } = await press(cast.strategist, 'drillOne', drill?.data ?? {});
    expect(card.title).toBe(DRILL.oneTitle(cast.officer.name, 1));
    expect((await rowOf())?.answer).toContain('har inte svarat');
    await cast.officer.press(DRILL.reachable);
    expect((await rowOf())?.reach?.text).toBe(TAB.reaches.confirmed);
    // Whoever does not keep the list sees nothing of it, and has a press on their own row alone.
    const { body } = await ask<ContactsPage>(cast.officer, { ask: 'contacts' });
    expect(body.keeps).toBe(false);
    expect(body.rows.filter(({ answer, reach }) => answer !== '' || reach)).toEqual([]);
    expect(body.rows.flatMap(({ presses }) => presses.map(({ verb }) => verb))).toEqual(['absencePage']);
  });

  it('Kontakter: the list is taken as a file, and read in from one line by line before anything changes', async () => {
    const file = await ask<FilePage>(cast.strategist, { ask: 'contactsFile' });
    const text = Buffer.from(file.body.content, 'base64').toString('utf8');
    const lines = text.trimEnd().split('\r\n');
    const rows = await cast.town.tables.contacts.read();
    expect(lines).toHaveLength(rows.length + 1);
    expect((await ask(cast.officer, { ask: 'contactsFile' })).status).toBe(404);
    expect(takings('contactListTaken')).toEqual([
      { person: cast.strategist.userId, purpose: 'keepTheList', rows: expect.any(Number) },
    ]);
    // Every line has its effect, however many; nothing is written by the trial.
    const own = rows.find(({ name }) => name === cast.officer.name);
    const changed = text.replace(own?.phone ?? '', '070-174 06 99');
    const tried = await press(cast.strategist, 'tryCsv', { text: changed });
    expect(tried.card.facts).toHaveLength(rows.length);
    expect(tried.card.facts[0]?.text).toContain(CSV.kinds.changed(cast.officer.name, 'telefon'));
    expect(await cast.town.tables.contacts.read()).toEqual(rows);
    const take = tried.card.buttons.find(({ verb }) => verb === 'takeCsv');
    await press(cast.officer, 'takeCsv', { text: changed, ...take?.data });
    expect(await cast.town.tables.contacts.read()).toEqual(rows);
    await press(cast.strategist, 'takeCsv', { text: changed, ...take?.data });
    const after = await cast.town.tables.contacts.read();
    expect(after.find(({ id: one }) => one === own?.id)?.phone).toBe('070-174 06 99');
  });
});

describe('presses', () => {
  it('do what a card does, once; another form is kept open in the chat by none of them', async () => {
    const { cards } = (await cast.town.tables.incidents.read(id)) ?? {};
    const { card, etag } = await press(cast.officer, 'page', { id, page: 'handOver' });
    expect(card.fields.length).toBeGreaterThan(0);
    const file = await cast.town.tables.incidents.read(id);
    expect(file?.cards).toEqual(cards);
    expect(etag).toBe(`"${file?.incident.rev}"`);
  });

  it('with a revision that is behind change nothing and bring the form as it is now; again, they do', async () => {
    const opened = await press(cast.eva, 'page', { id, page: 'amend', about: 'what' });
    await cast.officer.press(BUTTON.approve);
    const amend = { id, once: 'x'.repeat(26), page: 'what', what: 'Nya ord' };
    const late = await press(cast.eva, 'amend', amend, { 'if-match': opened.etag ?? '' });
    expect(late.status).toBe(412);
    expect(late.card.fields.length).toBeGreaterThan(0);
    const before = await cast.town.tables.incidents.read(id);
    expect(before?.incident.report.what).not.toBe('Nya ord');
    expect((await press(cast.eva, 'amend', amend, { 'if-match': late.etag ?? '' })).status).toBe(200);
    const after = await cast.town.tables.incidents.read(id);
    expect(after?.incident.report.what).toBe('Nya ord');
    for (const odd of ['*', 'W/"1"', '"1", "2"', 'x'])
      expect((await press(cast.eva, 'amend', { ...amend, what: 'Andra' }, { 'if-match': odd })).status).toBe(
        412,
      );
    expect((await cast.town.tables.incidents.read(id))?.incident).toEqual(after?.incident);
  });

  it('of the wrong person, or of a verb that is none, do nothing', async () => {
    const before = await cast.town.tables.incidents.read(id);
    for (const verb of ['acknowledge', 'close', 'amend', 'no such verb', 'toString'])
      expect((await press(stranger, verb, { id, what: 'x' })).text).not.toContain(before?.incident.reference);
    expect(await cast.town.tables.incidents.read(id)).toEqual(before);
  });

  it('while storage does not answer are answered with what to do, and the next one succeeds', async () => {
    cast.town.failStorage((what) => what.includes('incidents'), 1, new Error('down'));
    const failed = await ask(cast.officer, { ask: 'incident', id });
    expect([500, 503]).toContain(failed.status);
    expect(failed.text).not.toContain('down');
    expect((await ask(cast.officer, { ask: 'incident', id })).status).toBe(200);
  });
});

describe('the figures of all incidents', () => {
  it('are the strategist’s: a year with too few says no number, and no name or party stands in them', async () => {
    const { body, text, status } = await ask<OverviewPage>(cast.strategist, { ask: 'overview' });
    expect([status, body.page, body.bars.map(({ id }) => id)]).toEqual([
      200,
      'overview',
      ['months', 'acknowledged', 'company', 'talk', 'sameDay', 'kinds', 'channels'],
    ]);
    expect(body.total).toBe(OVERVIEW.totalFew(body.year));
    expect(body.bars.flatMap(({ rows }) => rows.flatMap(({ share }) => share ?? []))).toEqual([]);
    for (const word of [SECRET, EVA.name, id]) expect(text).not.toContain(word);
  });

  it('are nobody else’s, and of no year but those that are asked for', async () => {
    for (const who of [cast.eva, cast.officer, cast.otherOfficer, cast.chief, stranger])
      expect([who.userId, (await ask(who, { ask: 'overview' })).status]).toEqual([who.userId, 404]);
    expect((await ask(cast.strategist, { ask: 'overview', year: "2026' or '" })).status).toBe(400);
    const inboxes = await Promise.all(
      [cast.strategist, cast.officer].map((who) => ask<InboxPage>(who, { ask: 'inbox' })),
    );
    expect(inboxes.map(({ body }) => body.oversees)).toEqual([true, false]);
  });
});

/** The strategist has the whole of it. */
const handed = async (): Promise<void> => {
  await press(cast.officer, 'approve', { id, step: STEP.strategist.id });
  await press(cast.officer, 'endStep', { id, step: STEP.strategist.id, once: 'o1' });
};

describe('notes and improvements', () => {
  /** The lead has written how it went too. */
  const reviewed = async (): Promise<void> => {
    await handed();
    const review = { applied: 'no', routine: `Ingen ringde. ${SECRET}`, plan: '', worked: '' };
    await press(cast.officer, 'writeReview', { id, ...review, once: 'o2' });
  };
  const IMPROVED = {
    what: 'Öva på att ringa',
    improves: 'routine',
    owner: 'Säkerhetsstrategen',
    day: '2026-12-01',
  };

  it('of the municipality stay with it unless they are shared; nobody else reads or writes one', async () => {
    await reviewed();
    const note = (who: Person, text: string, more: object = {}) =>
      press(who, 'addNote', { id, text, once: text.slice(0, 4), ...more });
    await note(cast.strategist, 'Hemlig rad');
    await note(cast.strategist, 'Delad rad', { share: 'true' });
    await note(cast.officer, 'Ledarens rad');
    const read = async (who: Person) =>
      JSON.stringify((await press(who, 'page', { id, page: 'notes' })).body).match(/[A-Z][a-z]+ rad/g) ?? [];
    expect(await read(cast.strategist)).toEqual(['Ledarens rad', 'Delad rad', 'Hemlig rad']);
    expect(await read(cast.officer)).toEqual(['Ledarens rad', 'Delad rad']);
    for (const who of [cast.eva, cast.otherOfficer, stranger]) {
      await note(who, 'Falsk rad');
      expect(await read(who)).toEqual([]);
    }
    expect((await theIncident(cast.town, cast.eva))?.notes).toHaveLength(3);
  });

  it('stand in the strategist’s list until they are done, and in the year for the board without the incident', async () => {
    await reviewed();
    const list = async (who: Person) =>
      (await ask<ImprovementsPage>(who, { ask: 'improvements' })).body.rows ?? 'nothing';
    expect((await list(cast.strategist)).map(({ title }) => title)).toEqual([
      IMPROVING.unanswered((await theIncident(cast.town, cast.eva))?.reference ?? ''),
    ]);
    await press(cast.strategist, 'addImprovement', { id, ...IMPROVED, once: 's1' });
    await press(cast.strategist, 'addImprovement', { id, ...IMPROVED, once: 's1' });
    expect((await list(cast.strategist)).map(({ title, stand }) => [title, stand.kind])).toEqual([
      [IMPROVED.what, 'now'],
    ]);
    const [one] = (await theIncident(cast.town, cast.eva))?.improvements ?? [];
    await press(cast.officer, 'endImprovement', { id, improvement: one?.id });
    expect((await list(cast.strategist))[0]?.stand.kind).toBe('now');
    await press(cast.strategist, 'endImprovement', { id, improvement: one?.id });
    expect((await list(cast.strategist))[0]?.stand.kind).toBe('done');
    const { body } = await ask<FilePage>(cast.strategist, { ask: 'summary' });
    const parts = partsOf(Buffer.from(body.content, 'base64'));
    const words = Object.values(parts).map(joined).join(' ');
    for (const said of [IMPROVED.what, IMPROVED.owner, IMPROVEMENT.isDone]) expect(words).toContain(said);
    const { reference = '' } = (await theIncident(cast.town, cast.eva)) ?? {};
    for (const not of [SECRET, EVA.name, reference]) expect(words).not.toContain(not);
    for (const who of [cast.eva, cast.officer, cast.chief, stranger])
      for (const what of ['improvements', 'summary'])
        expect([what, (await ask(who, { ask: what })).status]).toEqual([what, 404]);
    expect(takings('summaryTaken')).toEqual([
      { person: cast.strategist.userId, purpose: 'tellTheBoard', year: '2026' },
    ]);
  });
});

describe('files and the log', () => {
  const textOf = ({ content }: FilePage) => Buffer.from(content, 'base64').toString('utf8');

  it('the log is read for a purpose, which is one look; of some days and one act; as CSV without formulas', async () => {
    await handed();
    const query = { ask: 'log', id, purpose: '=Klagomål' };
    const { body } = await ask<LogPage>(cast.strategist, query);
    expect(body.rows[0]).toMatchObject({ what: LOG_LOOKS.log, why: '=Klagomål' });
    expect(body.acts).toEqual(expect.arrayContaining([LOG_ACTS.acknowledge, LOG_ACTS.sendReport]));
    const of = async (more: object) => (await ask<LogPage>(cast.strategist, { ...query, ...more })).body.rows;
    expect((await of({ what: LOG_ACTS.acknowledge })).map(({ what }) => what)).toEqual([
      LOG_ACTS.acknowledge,
    ]);
    expect(await of({ since: '2027-01-01' })).toEqual([]);
    expect((await of({ since: '2026-11-24', until: '2026-11-24' })).length).toBe(body.rows.length);
    const file = await ask<FilePage>(cast.strategist, { ...query, isFile: true });
    expect(textOf(file.body)).toContain(";'=Klagomål");
    const { entries } = await cast.town.tables.incidents.views(id);
    expect(entries.filter(({ what }) => what === 'log')).toMatchObject([{ purpose: '=Klagomål' }]);
    expect((await ask(cast.strategist, { ...query, purpose: ' ' })).status).toBe(400);
    for (const who of [cast.eva, cast.officer, cast.otherOfficer, stranger])
      expect([who.userId, (await ask(who, query)).status]).toEqual([who.userId, 404]);
  });

  it('a booked talk is a day in a calendar, called a meeting and nothing more', async () => {
    const talk = { kind: 'first', heldOn: '2026-11-24', attendees: EVA.name, notes: SECRET };
    await press(cast.officer, 'addTalk', { id, ...talk, more: 'yes', plannedFor: '2026-12-03', once: 't1' });
    const { meetings } = (await ask<IncidentPage>(cast.officer, { ask: 'incident', id })).body;
    expect(meetings).toHaveLength(1);
    const file = await ask<FilePage>(cast.officer, { ask: 'meeting', id, talk: meetings[0]?.talk });
    const lines = textOf(file.body).split('\r\n');
    expect(lines).toEqual(
      expect.arrayContaining(['SUMMARY:Möte', 'DTSTART;VALUE=DATE:20261203', 'DTEND;VALUE=DATE:20261204']),
    );
    expect(lines.filter((line) => /^(DESCRIPTION|LOCATION|ATTENDEE|ORGANIZER)/.test(line))).toEqual([]);
    for (const word of [EVA.name, SECRET, id, 'Ärende']) expect(textOf(file.body)).not.toContain(word);
    for (const who of [cast.otherOfficer, cast.chief, stranger])
      expect((await ask(who, { ask: 'meeting', id, talk: meetings[0]?.talk })).status).toBe(404);
  });

  it('own words are taken by who wrote them, all of them and nobody else’s, and it is a look', async () => {
    await press(cast.officer, 'amend', { id, page: 'when', place: 'Ledarens ord' });
    const again = { kinds: 'threat', date: '2026-11-24', urgent: 'no', what: 'Det hände igen' };
    await press(cast.eva, 'addOccurrence', { id, ...again, once: 'eva-norrlycke' });
    const { incident } = (await cast.town.tables.incidents.read(id)) ?? {};
    expect(incident?.occurrences).toHaveLength(1);
    // The mark of a press is kept in clear text: nothing that a client writes there is.
    expect(JSON.stringify(incident)).not.toContain('eva-norrlycke');
    const mine = textOf((await ask<FilePage>(cast.eva, { ask: 'ownWords' })).body);
    for (const own of [SECRET, again.what]) expect(mine).toContain(own);
    expect(mine).not.toContain('Ledarens ord');
    const { entries } = await cast.town.tables.incidents.views(id);
    expect(entries.filter(({ what }) => what === 'ownWords').map(({ by }) => by)).toEqual([EVA.id]);
    for (const who of [cast.officer, cast.strategist, stranger]) {
      const { body } = await ask<FilePage>(who, { ask: 'ownWords' });
      expect(textOf(body)).toContain(TAKE_WORDS.none);
    }
  });
});
