import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { FIRST } from '../../src/content/texts/report';
import { dayOf } from '../../src/routine/calendar/localTime';
import type { FieldSpec } from '../../src/routine/model/fields';
import type { StepSpec } from '../../src/routine/model/step';
import { mayApprove, plannedTalks } from '../../src/routine/rules/progress';
import { stateOf } from '../../src/routine/rules/steps/stepState';
import { tasksOf } from '../../src/routine/rules/tasks/byChannel';
import { checkFieldsOf, REVIEW_FIELDS, TALK_FIELDS } from '../../src/routine/transitions/closing';
import { PROTECTION_FIELDS, THREAT_FIELDS } from '../../src/routine/transitions/protection';
import { COMPANY_FIELDS, REGISTRY_FIELDS } from '../../src/routine/transitions/records';
import { draftFields } from '../../src/screens/forms';
import { TABLE_NAMES } from '../../src/storage/openTables';
import { fill, type Typist } from '../cards/stages';
import { wholeFor } from '../support/retention';
import { type Person, startTown, type Town } from '../support/town';
import { CONTACTS, HERE, IS_ASKED, routine, rowOf } from './here';
import { EVA, resident, theIncident } from './support';

const AT = '2026-11-24T09:00:00.000Z';

/** Every text that is typed is a word of its own, which stands nowhere else. */
const typed: string[] = [];
const typist: Typist = () => {
  const word = `Hemlord${typed.length}åäöq`;
  typed.push(word);
  return `${word} skrev jag`;
};
const form = (specs: readonly FieldSpec[], pick = 0) => fill(specs, typist, pick);

let presses = 0;
async function press(who: Person, verb: string, data: Record<string, unknown> = {}): Promise<void> {
  const answer = await who.invoke(who.chat().at(-1)?.id ?? '', verb, { once: `press${++presses}`, ...data });
  expect(answer.status).toBe(200);
}

/** One who presses on one incident, by verb. */
const on =
  (id: string) =>
  (who: Person, verb: string, data: Record<string, unknown> = {}): Promise<void> =>
    press(who, verb, { id, ...data });

async function writeReport(who: Person, draft: string, first: 'other' | 'what'): Promise<void> {
  const pages = ['you', 'what', 'when', 'offender', 'motive', 'around', 'impact', 'review'] as const;
  const values = { who: first === 'other' ? 'other' : 'me', channel: 'email' };
  if (first === 'other') {
    await press(who, 'toPage', { draft, page: 'you', to: 'other', who: 'other' });
    await press(who, 'toPage', {
      draft,
      page: 'other',
      to: 'what',
      ...form(draftFields('other', HERE.municipality, values)),
    });
  }
  for (const [index, page] of pages.slice(0, -1).entries())
    await press(who, 'toPage', {
      draft,
      page,
      to: pages[index + 1],
      ...form(draftFields(page, HERE.municipality, values)),
    });
}

/** A follow-up talk is one that is held when its days have come: on an earlier day it was the first talk. */
const heldToday = (town: Town, { isTalk, fields }: StepSpec): Record<string, string> =>
  Object.fromEntries(
    fields.filter(({ kind }) => isTalk === true && kind === 'date').map(({ id }) => [id, dayOf(town.now)]),
  );

/** All nineteen steps, each with all its fields filled in. */
async function workOff(
  town: Town,
  people: { eva: Person; officer: Person; strategist: Person; chief: Person },
  id: string,
) {
  const { eva, officer, strategist, chief } = people;
  const owners = { lead: officer, strategist, filer: chief, victim: eva };
  const act = on(id);
  for (let round = 0; round < 60; round++) {
    const incident = (await town.tables.incidents.read(id))?.incident;
    if (!incident) throw new Error('No incident.');
    if (incident.decision?.askedAt && !incident.decision.answer) {
      await act(officer, 'recordDecision', { answer: 'municipality', how: typist('name') });
      continue;
    }
    const open = routine.steps.find((step) => {
      const state = stateOf(incident, step, routine, town.now);
      return (
        step.id !== 'inform-officer' && (state === 'open' || mayApprove(incident, step, routine, town.now))
      );
    });
    if (!open) return;
    if (mayApprove(incident, open, routine, town.now)) await act(officer, 'approve', { step: open.id });
    else if (open.owner !== 'twoPersons')
      await act(owners[open.owner], 'endStep', {
        step: open.id,
        ...form(open.fields),
        ...heldToday(town, open),
      });
    else {
      await act(officer, 'proposeGroups', { ...form(open.fields), reason: typist('text') });
      const epoch = String((await town.tables.incidents.read(id))?.incident.groups?.epoch ?? 0);
      await act(officer, 'recordGroupsWord', { epoch, answer: 'yes', how: typist('name') });
      for (const second of [strategist, eva]) await act(second, 'confirmGroups', { epoch });
    }
  }
}

async function finish(town: Town, officer: Person, strategist: Person, id: string): Promise<void> {
  const act = on(id);
  await act(officer, 'reopenStep', { step: 'initial-support', reason: typist('text') });
  await act(officer, 'skipStep', { step: 'initial-support', reason: typist('text') });
  await act(officer, 'addTalk', { kind: 'first', ...form(TALK_FIELDS, 1) });
  await act(officer, 'addTalk', { kind: 'followUp', ...form(TALK_FIELDS) });
  const planned = plannedTalks((await town.tables.incidents.read(id))?.incident ?? never());
  const [moved] = planned;
  await act(officer, 'moveDay', {
    ...{ wait: `talk.${moved?.id}`, day: '2027-02-01' },
    reason: typist('text'),
  });
  for (const talk of planned) await act(officer, 'waiveTalk', { talk: talk.id, reason: typist('text') });
  await act(officer, 'addProtection', form(PROTECTION_FIELDS));
  await act(officer, 'assessThreat', form(THREAT_FIELDS));
  const tasks = tasksOf((await town.tables.incidents.read(id))?.incident ?? never(), routine);
  for (const { id: task, fields } of tasks) await act(officer, 'endTask', { task, ...form(fields) });
  await act(officer, 'reopenTask', { task: tasks[0]?.id });
  await act(officer, 'waiveTask', { task: tasks[0]?.id, reason: typist('text') });
  const [measure] = (await town.tables.incidents.read(id))?.incident.protection ?? [];
  await act(officer, 'moveProtection', {
    ...{ measure: measure?.id, day: '2027-03-01' },
    reason: typist('text'),
  });
  await act(officer, 'waiveProtection', { measure: measure?.id, reason: typist('text') });
  for (const section of routine.checks)
    await act(officer, 'answerChecks', { section: section.id, ...form(checkFieldsOf(section)) });
  await act(officer, 'writeReview', form(REVIEW_FIELDS));
  await act(officer, 'close');
  await act(strategist, 'hold', { reason: typist('text') });
  await act(officer, 'reopen', { reason: typist('text') });
}

const never = (): never => {
  throw new Error('No incident.');
};

/** All acts on an incident that have a form. */
const WITH_TEXT = [
  'amend',
  'setCompany',
  'lowerAcute',
  'recordRegistry',
  'recordDecision',
  'endStep',
  'proposeGroups',
  'confirmGroups',
  'recordGroupsWord',
  'reopenStep',
  'skipStep',
  'addTalk',
  'waiveTalk',
  'addProtection',
  'moveDay',
  'moveProtection',
  'waiveProtection',
  'assessThreat',
  'endTask',
  'waiveTask',
  'answerChecks',
  'writeReview',
  'close',
  'hold',
  'reopen',
  'takeOver',
];

/** A file with a name and words of its own, kept with the report. */
async function giveFile(town: Town, who: Person, draft: string): Promise<void> {
  const name = `${typist('name').split(' ')[0]}.txt`;
  town.connector.files.set('/drive/1', { bytes: Buffer.from(typist('text')) });
  const downloadUrl = `${town.connector.serviceUrl.replace(/\/$/, '')}/drive/1`;
  const contentType = 'application/vnd.microsoft.teams.file.download.info';
  await who.sends([{ contentType, name, content: { downloadUrl, uniqueId: 'u1', fileType: 'txt' } }]);
  const offer = (await town.tables.persons.read(who.userId)).state.offers?.[0]?.id ?? '';
  await press(who, 'keepInDraft', { draft, offer });
}

/** Everything that somebody may type is typed. */
async function everythingTyped(town: Town): Promise<void> {
  const eva = await resident(town, EVA.id, EVA.name, EVA.email);
  const [officer, strategist, chief] = await Promise.all([
    town.contact(...rowOf('officer')),
    town.contact(...rowOf('strategist')),
    town.contact(...rowOf('chief')),
  ]);
  const otherOfficer = await town.contact(...rowOf('otherOfficer'));
  await eva.say('rapportera hot');
  await eva.press(FIRST.alarm('S'));
  const id = (await theIncident(town, eva))?.id ?? '';
  const act = on(id);
  await act(officer, 'acknowledge');
  await act(eva, 'tell');
  await giveFile(town, eva, id);
  await writeReport(eva, id, 'what');
  await press(eva, 'send', { draft: id });
  await act(officer, 'setCompany', { ...form(COMPANY_FIELDS), until: '18:00' });
  await act(officer, 'lowerAcute', { reason: typist('text') });
  await act(strategist, 'recordRegistry', form(REGISTRY_FIELDS));
  for (const page of REPORT_PAGES) await act(eva, 'amend', { page: page.id, ...form(page.fields) });
  await act(officer, 'askDecision');
  await workOff(town, { eva, officer, strategist, chief }, id);
  await town.later(9 * 86_400_000);
  await workOff(town, { eva, officer, strategist, chief }, id);
  await act(eva, 'amend', { page: 'what', channel: 'phone' });
  await finish(town, officer, strategist, id);
  await act(strategist, 'takeOver', { reason: typist('text') });
  // About somebody else, and one that is never sent.
  const [sent, kept] = ['sent', 'kept'].map((text) => text.padEnd(26, '0')) as [string, string];
  await writeReport(otherOfficer, sent, 'other');
  await press(otherOfficer, 'send', { draft: sent });
  await writeReport(otherOfficer, kept, 'other');
  await eva.say(typist('text'));
  const [post] = await town.tables.contacts.read();
  const email = `${typist('name').split(' ')[0]?.replace('åäö', '')}@kommun.example`;
  typed.push(email);
  const next = { contact: post?.id, name: typist('name'), phone: '070-999 88 77', email };
  await press(strategist, 'replaceContact', next);
}

const namesIn = (town: Town): string[] =>
  [
    ...CONTACTS.flatMap(({ name, phone, email, userId }) => [name, ...name.split(' '), phone, email, userId]),
    ...[...town.connector.members.values()].flatMap(({ name, email }) => [name, email]),
    EVA.id,
    '070-999 88 77',
    ...HERE.municipality.parties.flatMap((party) => [party.name, `"party":"${party.code}"`]),
  ].flatMap((word) => (word && word.length > 2 ? [word] : []));

const isBytes = (value: unknown): value is Uint8Array => value instanceof Uint8Array;

/** The clear text of a row. */
const openOf = (row: object): string =>
  Object.entries(row)
    .map(([name, value]) => `${name} ${isBytes(value) ? '' : String(value)}`)
    .join('\n');

const SECURITY = readFileSync(join(__dirname, '../../SECURITY.md'), 'utf8');

/** What SECURITY.md says stands open in a table's rows; beside keys, layout, mark of the write and time. */
const saidOpen = (table: string): string[] => {
  const line = SECURITY.split('\n').find((one) => one.startsWith(`| \`${table}\` `));
  const [, , open = 'no such line'] = line?.split('|') ?? [];
  return open.trim() === 'nothing' ? [] : [...open.matchAll(/`(\w+)`/g)].map(([, name = '']) => name).sort();
};

const ALWAYS = ['partitionKey', 'rowKey', 'v', 'op', 'etag', 'timestamp', 'odata.metadata'];
const openNames = (row: object): string[] =>
  Object.keys(row).filter((name) => !ALWAYS.includes(name) && !/^sealed\d+$/.test(name));

/** A row's bytes as text, in every way in which a word could stand in them. */
const bytesOf = (row: object): string =>
  Object.values(row)
    .filter(isBytes)
    .map((value) => `${Buffer.from(value).toString('utf8')} ${Buffer.from(value).toString('latin1')}`)
    .join('\n');

/** Three letters stand somewhere among sealed bytes by chance: there, only longer words can be looked for. */
const LONG = 6;

/** As a word of its own: bytes that are written as base64 hold any three letters. */
const stands = (text: string, word: string): boolean =>
  word.length >= LONG
    ? text.includes(word)
    : new RegExp(
        `(?<![A-Za-z0-9+/=_-])${word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![A-Za-z0-9+/=_-])`,
      ).test(text);

it('everything is typed: no typed word, no name and no party stands in any row or on the disk under it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
  const retention = wholeFor(365, 'KS 2026/12');
  const town = await startTown({ tablesFile: join(folder, 'tables.json'), retention });
  let stopped = false;
  try {
    await everythingTyped(town);
    const incident = await theIncident(town, { userId: EVA.id } as Person);
    // What was typed has been taken: it stands in the incident, in the last words too.
    const inside = JSON.stringify(incident);
    expect(typed.filter((word) => inside.includes(word)).length).toBeGreaterThan(45);
    const { entries } = await town.tables.incidents.history(incident?.id ?? '');
    const acts = new Set(entries.map(({ act }) => act));
    // Where nobody is asked about the police, nobody writes an answer down.
    const missing = WITH_TEXT.filter((act) => !acts.has(act));
    expect(missing).toEqual(IS_ASKED ? [] : ['recordDecision']);
    // Of the tables that a morning's work does not reach, a row each.
    await town.tables.settings.write('sample', 'x');
    const stone = { createdAt: AT, closedAt: AT, erasedAt: AT, decision: 'KS 2026/12' };
    await town.tables.erasure.buryPart({
      id: 'partly',
      what: 'talks',
      at: stone.erasedAt,
      decision: stone.decision,
    });
    await town.tables.erasure.bury({ id: 'gone', reference: '2026-GONE', ...stone });
    const rows: object[] = [];
    const openIn: Record<string, string[]> = {};
    for (const table of TABLE_NAMES) {
      const names = new Set<string>();
      for await (const row of town.connect(table).listEntities()) {
        rows.push(row);
        for (const name of openNames(row)) names.add(name);
      }
      openIn[table] = [...names].sort();
    }
    expect(openIn).toEqual(Object.fromEntries(TABLE_NAMES.map((table) => [table, saidOpen(table)])));
    await town.stop();
    stopped = true;
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const disk = files.join('\n');
    const words = [...new Set([...typed, ...namesIn(town)])];
    const open = rows.map(openOf).join('\n');
    const kept = [...(town.containers.blobs.get('evidence') ?? new Map<string, Uint8Array>())];
    expect(kept).toHaveLength(1);
    const bytes = [...rows.map(bytesOf), ...kept.map(([name, one]) => `${name} ${bytesOf({ one })}`)].join(
      '\n',
    );
    const size = open.length + bytes.length;
    process.stdout.write(
      `${words.length} words (${typed.length} typed, the rest names, numbers, ids, parties) in ${rows.length} rows ` +
        `(${size} characters) and ${files.length} files (${disk.length} characters)\n`,
    );
    expect(rows.length).toBeGreaterThan(150);
    expect(disk.length).toBeGreaterThan(100_000);
    // The search finds what may stand there: ids and references do, and no code of the routine.
    for (const code of [incident?.reference ?? '', incident?.id ?? '']) {
      expect(open).toContain(code);
      expect(disk).toContain(code);
    }
    for (const code of ['police-report', 'inform-groups']) expect(disk).not.toContain(code);
    expect(words.filter((word) => stands(open, word))).toEqual([]);
    expect(words.filter((word) => word.length >= LONG && bytes.includes(word))).toEqual([]);
    expect(words.filter((word) => stands(disk, word))).toEqual([]);
    // The operator's log may carry ids, and nothing else of a person.
    const said = words.filter((word) => !/^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(word));
    expect(town.log.lines.filter((line) => said.some((word) => line.includes(word)))).toEqual([]);
  } finally {
    if (!stopped) await town.stop();
    rmSync(folder, { recursive: true });
  }
});
