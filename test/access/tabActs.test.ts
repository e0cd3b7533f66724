import type {
  ImprovementsPage,
  InboxPage,
  IncidentPage,
  LogPage,
  MePage,
  WaitView,
} from '../../src/api/contract';
import type { FilePage } from '../../src/api/filesContract';
import { PAGE } from '../../src/app/tab/listed';
import { BUTTON } from '../../src/content/texts/common';
import { LOG_ACTS } from '../../src/content/texts/log';
import { OUTLOOK } from '../../src/content/texts/standing/outlook';
import { TALK_DAY } from '../../src/content/texts/standing/talkDay';
import { TAB } from '../../src/content/texts/tab/pages';
import { longDay, shortDay } from '../../src/content/texts/time';
import { ROUND } from '../../src/content/texts/timed';
import { HAND } from '../../src/content/texts/wishes/wishes';
import { STEP } from '../conversation/here';
import { type Cast, report, theIncident } from '../conversation/support';
import { words } from '../support/cardReading';
import type { Person } from '../support/town';
import { tabCalls, usingTab } from './usingTab';

/* What may be done with one thing that waits, from *Ärenden*: the same acts as on cards, through the same commands. */

let cast: Cast;
let stranger: Person;
let id: string;

const here = usingTab();
const { ask, press } = tabCalls(here);
beforeEach(() => {
  ({ cast, stranger, id } = here());
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WHY = 'Låset kom sent';

const waitsOf = async (who: Person): Promise<WaitView[]> =>
  (await ask<InboxPage>(who, { ask: 'inbox' })).body.waits;
/** The press of a row by its title, of the row that has a press on `page` about this. */
const pressOn = async (who: Person, title: string, about: string) =>
  (await waitsOf(who))
    .flatMap((wait) => wait.presses.map((one) => ({ wait, one })))
    .find(({ one }) => one.title === title && Object.values(one.data).some((value) => value.includes(about)));

/** A talk that is booked, in so many days. */
async function booked(days: number): Promise<string> {
  const day = new Date(cast.town.now.getTime() + days * DAY).toISOString().slice(0, 10);
  const today = cast.town.now.toISOString().slice(0, 10);
  const talk = { kind: 'followUp', heldOn: today, attendees: 'Lena', more: 'yes', plannedFor: day };
  await press(cast.officer, 'addTalk', { id, ...talk, once: 't1' });
  return day;
}

it('a booked day is moved with a reason: the row says the new day, the log says why, and a reminder comes by it', async () => {
  const day = await booked(9);
  const found = await pressOn(cast.officer, BUTTON.moveDay, 'talk.');
  expect(found?.wait.by).toBe(TAB.by(shortDay(day)));
  const { card } = await press(cast.officer, found?.one.verb ?? '', found?.one.data ?? {});
  expect(card.fields.map(({ id: field, required }) => [field, required])).toEqual([
    ['day', true],
    ['reason', true],
  ]);
  const save = card.buttons.find(({ verb }) => verb === 'moveDay');
  const later = new Date(Date.parse(day) + 3 * DAY).toISOString().slice(0, 10);
  // Without a reason nothing changes, and the day that was typed is still there.
  const unsaid = await press(cast.officer, 'moveDay', { ...save?.data, day: later, reason: '' });
  expect(unsaid.card.fields.find(({ id: field }) => field === 'day')?.value).toBe(later);
  expect((await pressOn(cast.officer, BUTTON.moveDay, 'talk.'))?.wait.by).toBe(TAB.by(shortDay(day)));
  await press(cast.officer, 'moveDay', { ...save?.data, day: later, reason: WHY });
  const after = await pressOn(cast.officer, BUTTON.moveDay, 'talk.');
  expect(after?.wait.by).toBe(TAB.by(shortDay(later)));
  // The reason stands on the form and in the log, and on no row.
  expect(JSON.stringify(await waitsOf(cast.officer))).not.toContain(WHY);
  expect((await press(cast.officer, 'page', after?.one.data ?? {})).text).toContain(WHY);
  await press(cast.officer, 'approve', { id, step: STEP.strategist.id });
  await press(cast.officer, 'endStep', { id, step: STEP.strategist.id, once: 'o1' });
  const log = await ask<LogPage>(cast.strategist, { ask: 'log', id, purpose: 'Kontroll' });
  expect(log.body.rows.find(({ what }) => what === LOG_ACTS.moveDay)?.why).toBe(WHY);
  const talk = (await theIncident(cast.town, cast.eva))?.talks.find(({ plannedFor }) => plannedFor);
  expect(talk).toMatchObject({ plannedFor: later, moves: [{ from: day, reason: WHY }] });
  // The booked meeting of the calendar is on the new day.
  const { meetings } = (await ask<IncidentPage>(cast.officer, { ask: 'incident', id })).body;
  expect(meetings.map(({ title }) => title).join()).toContain(shortDay(later));
});

it('whoever has a part in a talk learns its day and its new one: the victim by a card of their own, the lead, both calendars', async () => {
  const { officer, eva, strategist } = cast;
  const meetingOf = async (who: Person) => {
    const { meetings } = (await ask<IncidentPage>(who, { ask: 'incident', id })).body;
    const file = await ask<FilePage>(who, { ask: 'meeting', id, talk: meetings[0]?.talk });
    const lines = Buffer.from(file.body.content ?? '', 'base64')
      .toString('utf8')
      .split('\r\n');
    const of = (name: string) => lines.find((line) => line.startsWith(name)) ?? '';
    return { uid: of('UID'), sequence: of('SEQUENCE'), start: of('DTSTART') };
  };
  const sent = () => eva.chat().length;
  await cast.town.later(60_000);
  const before = sent();
  const day = await booked(9);
  expect(sent()).toBe(before + 1);
  expect(words(eva.newest())).toContain(TALK_DAY.setTitle);
  expect(words(eva.newest())).toContain(TALK_DAY.set(longDay(day)));
  const first = { of: await meetingOf(eva), leads: await meetingOf(officer) };
  expect(first.of).toEqual(first.leads);
  expect(first.of).toMatchObject({
    sequence: 'SEQUENCE:0',
    start: `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  });
  expect(first.of.uid).not.toContain(id);
  // At night the day is moved: the victim is told by day, and never why.
  await cast.town.later(12.5 * HOUR);
  const found = await pressOn(officer, BUTTON.moveDay, 'talk.');
  const { card } = await press(officer, 'page', found?.one.data ?? {});
  const later = new Date(Date.parse(day) + 3 * DAY).toISOString().slice(0, 10);
  const save = card.buttons.find(({ verb }) => verb === 'moveDay');
  const quiet = sent();
  await press(officer, 'moveDay', { ...save?.data, day: later, reason: WHY });
  expect(sent()).toBe(quiet);
  await cast.town.later(11 * HOUR);
  expect(sent()).toBeGreaterThan(quiet);
  const moved = TALK_DAY.moved(longDay(later), shortDay(day), officer.name);
  // A question that has come meanwhile is on top, with the talk beside it; the whole is one press away.
  expect(words(eva.newest())).toContain(TALK_DAY.ownMoved(shortDay(later), shortDay(day), officer.name));
  const status = words(await eva.press(BUTTON.status));
  for (const said of [TALK_DAY.movedTitle, moved, TALK_DAY.calendar, TALK_DAY.note(shortDay(later))])
    expect(status).toContain(said);
  expect(words(officer.newest())).toContain(TALK_DAY.nextMoved(shortDay(later), shortDay(day), 'du'));
  for (const who of [eva, officer]) expect(words(who.chat())).not.toContain(WHY);
  // The entry that a calendar has is the one that moves.
  expect(await meetingOf(eva)).toEqual({
    uid: first.of.uid,
    sequence: 'SEQUENCE:1',
    start: `DTSTART;VALUE=DATE:${later.replaceAll('-', '')}`,
  });
  expect(await meetingOf(officer)).toEqual(await meetingOf(eva));
  expect((await ask(strategist, { ask: 'meeting', id, talk: 'x' })).status).toBe(404);
  // Nothing of it on a phone that another may see.
  const talk = (await ask<IncidentPage>(officer, { ask: 'incident', id })).body.meetings[0]?.talk;
  await press(eva, 'phoneWatched', { id });
  expect((await ask(eva, { ask: 'meeting', id, talk })).status).toBe(404);
});

it('a step is given a day up to the plan’s last one and never past it; when it goes up stays', async () => {
  await press(cast.officer, 'approve', { id, step: STEP.assess.id });
  const found = await pressOn(cast.officer, BUTTON.moveDay, STEP.assess.id);
  const { card } = await press(cast.officer, 'page', found?.one.data ?? {});
  const data = card.buttons.find(({ verb }) => verb === 'moveDay')?.data;
  const on = (days: number) => new Date(cast.town.now.getTime() + days * DAY).toISOString().slice(0, 10);
  const past = await press(cast.officer, 'moveDay', { ...data, day: on(60), reason: WHY });
  const problem = past.card.fields.find(({ id: field }) => field === 'day')?.problem;
  expect(problem).toMatch(/^Den sista dagen är /);
  expect(past.card.fields.find(({ id: field }) => field === 'reason')?.value).toBe(WHY);
  const gone = await press(cast.officer, 'moveDay', { ...data, day: on(-1), reason: WHY });
  expect(gone.card.fields.find(({ id: field }) => field === 'day')?.problem).toMatch(/redan varit/);
  await press(cast.officer, 'moveDay', { ...data, day: on(1), reason: WHY });
  expect((await pressOn(cast.officer, BUTTON.moveDay, STEP.assess.id))?.wait.by).toBe(
    TAB.by(shortDay(on(1))),
  );
  const step = (await theIncident(cast.town, cast.eva))?.steps[STEP.assess.id];
  expect(step).toMatchObject({ day: on(1), moves: [{ reason: WHY, by: cast.officer.userId }] });
});

it('nobody moves the day of what does not wait for them', async () => {
  await booked(9);
  const found = await pressOn(cast.officer, BUTTON.moveDay, 'talk.');
  const before = await theIncident(cast.town, cast.eva);
  const data = { id, wait: found?.one.data.about, day: '2026-12-20', reason: WHY, once: 'x'.repeat(26) };
  for (const who of [cast.eva, cast.otherOfficer, cast.chief, stranger, cast.strategist]) {
    await press(who, 'moveDay', data);
    expect((await press(who, 'page', { id, page: 'moveDay', about: data.wait })).text).not.toContain(WHY);
  }
  expect((await theIncident(cast.town, cast.eva))?.talks).toEqual(before?.talks);
});

it('the registry number has no other day than the law’s: it is put off, and when it is due stays', async () => {
  const registry = async () => {
    const waits = await waitsOf(cast.strategist);
    return waits.find(({ presses }) =>
      presses.some(({ data }) => Object.values(data).some((value) => value.includes('registry'))),
    );
  };
  const before = await registry();
  expect(before?.presses.map(({ title }) => title)).not.toContain(BUTTON.moveDay);
  const putOff = before?.presses.find(({ title }) => title === ROUND.snooze);
  await press(cast.strategist, 'moveDay', { id, wait: 'registry', day: '2027-01-01', reason: WHY });
  expect((await registry())?.by).toBe(before?.by);
  const { card } = await press(cast.strategist, 'snoozePage', putOff?.data ?? {});
  const save = card.buttons.find(({ verb }) => verb === 'snooze');
  await press(cast.strategist, 'snooze', { ...save?.data, when: 'nextWeek' });
  expect((await registry())?.by).toContain(before?.by ?? 'nothing');
});

it('the day of a measure that protects is moved from its row, with a reason, by its own act', async () => {
  const measure = { what: 'Byta lås', who: 'Vakten', day: '2026-12-04', owner: 'lead', once: 'm1' };
  await press(cast.officer, 'addProtection', { id, ...measure });
  const found = await pressOn(cast.officer, BUTTON.moveDay, 'moveProtection');
  const { card } = await press(cast.officer, 'page', found?.one.data ?? {});
  const data = card.buttons.find(({ verb }) => verb === 'moveProtection')?.data;
  await press(cast.officer, 'moveProtection', { ...data, day: '2026-12-07', reason: WHY });
  expect((await pressOn(cast.officer, BUTTON.moveDay, 'moveProtection'))?.wait.by).toBe(
    TAB.by(shortDay('2026-12-07')),
  );
});

it('one thing is put off by its row: it says until when, and what is urgent has no such press', async () => {
  const found = await pressOn(cast.officer, ROUND.snooze, STEP.assess.id);
  const { card } = await press(cast.officer, 'snoozePage', found?.one.data ?? {});
  expect(card.fields.map(({ id: field }) => field)).toEqual(['when']);
  const save = card.buttons.find(({ verb }) => verb === 'snooze');
  const wrong = await press(cast.officer, 'snooze', { ...save?.data, when: 'x' });
  expect(wrong.card.fields[0]?.problem).toBeTruthy();
  const { text } = await press(cast.officer, 'snooze', { ...save?.data, when: 'threeDays' });
  const until = shortDay(new Date(cast.town.now.getTime() + 3 * DAY).toISOString().slice(0, 10));
  expect(text).toContain(ROUND.putOff(until));
  expect((await pressOn(cast.officer, ROUND.snooze, STEP.assess.id))?.wait.by).toContain(TAB.putOff(until));
  const alone = (await waitsOf(cast.officer)).filter(({ stand }) => stand.text === TAB.stands.urgent);
  expect(alone.length).toBeGreaterThan(0);
  expect(alone.flatMap(({ presses }) => presses.map(({ title }) => title))).not.toContain(ROUND.snooze);
  // Another's key, or one that is none, puts nothing off.
  const key = save?.data.item ?? '';
  for (const who of [cast.eva, stranger])
    await press(who, 'snooze', { item: key, isOne: 'true', when: 'tomorrow' });
  const states = await Promise.all(
    [cast.eva, stranger].map(({ userId }) => cast.town.tables.persons.read(userId)),
  );
  expect(states.flatMap(({ state }) => state.snoozed)).toEqual([]);
});

it('a step is handed to a deputy from its row', async () => {
  await press(cast.officer, 'approve', { id, step: STEP.assess.id });
  const found = await pressOn(cast.officer, HAND.button, STEP.assess.id);
  const { card } = await press(cast.officer, 'page', found?.one.data ?? {});
  const [contact] = card.fields[0]?.choices ?? [];
  const save = card.buttons.find(({ verb }) => verb === 'handStep');
  await press(cast.officer, 'handStep', { ...save?.data, contact: contact?.value });
  const step = (await theIncident(cast.town, cast.eva))?.steps[STEP.assess.id];
  expect(step?.handedTo).toBe(cast.deputy.userId);
  expect(await pressOn(cast.officer, HAND.button, STEP.assess.id)).toBeUndefined();
  // Whoever has it chooses its day from then on.
  const theirs = await pressOn(cast.deputy, BUTTON.moveDay, STEP.assess.id);
  const opened = await press(cast.deputy, 'page', theirs?.one.data ?? {});
  const move = opened.card.buttons.find(({ verb }) => verb === 'moveDay')?.data;
  const day = new Date(cast.town.now.getTime() + DAY).toISOString().slice(0, 10);
  await press(cast.deputy, 'moveDay', { ...move, day, reason: WHY });
  expect((await theIncident(cast.town, cast.eva))?.steps[STEP.assess.id]?.day).toBe(day);
});

/** So many more reports of the same person, a second apart. @returns their ids, the oldest first */
async function manyReports(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    await cast.town.later(1_000);
    await report(cast.eva);
    const [newest] = await cast.town.tables.index.of(cast.eva.userId, 1);
    ids.push(newest?.id ?? '');
  }
  return ids;
}

describe('following', () => {
  const inboxOf = async (who: Person, query: object = {}) =>
    (await ask<InboxPage>(who, { ask: 'inbox', ...query })).body;

  it('puts an incident first in the strategist’s list, with how it stands, and gives no more to read', async () => {
    const before = (await ask<IncidentPage>(cast.strategist, { ask: 'incident', id })).body;
    const { follow } = before;
    expect(follow).toMatchObject({ press: { verb: 'follow' }, note: OUTLOOK.followLine });
    await press(cast.strategist, 'follow', follow?.press.data ?? {});
    const after = (await ask<IncidentPage>(cast.strategist, { ask: 'incident', id })).body;
    expect(after.follow).toMatchObject({ press: { verb: 'unfollow' }, note: OUTLOOK.followed });
    // Nothing else is there to read or to press.
    expect([after.links, after.plan, after.files]).toEqual([before.links, before.plan, before.files]);
    expect((await inboxOf(cast.strategist)).followed).toMatchObject([{ id, outlook: '' }]);
    // Who leads says how it stands: shown to who follows it once the incident is theirs to read.
    await press(cast.officer, 'setOutlook', { id, state: 'serious', line: 'Hemlig rad', once: 'o1' });
    expect((await inboxOf(cast.strategist)).followed).toMatchObject([{ id, outlook: '' }]);
    await press(cast.officer, 'approve', { id, step: STEP.strategist.id });
    await press(cast.officer, 'endStep', { id, step: STEP.strategist.id, once: 'o2' });
    const { followed } = await inboxOf(cast.strategist);
    expect(followed[0]?.outlook).toMatch(/allvarligt/);
    expect(JSON.stringify(followed)).not.toContain('Hemlig rad');
    expect((await inboxOf(cast.strategist, { state: 'followed' })).rows).toMatchObject([{ id }]);
    await press(cast.strategist, 'unfollow', { id });
    expect((await inboxOf(cast.strategist)).followed).toEqual([]);
  });

  it('is the strategists’ alone, and nobody sees that somebody follows it', async () => {
    for (const who of [cast.eva, cast.officer, cast.otherOfficer, cast.chief, stranger]) {
      await press(who, 'follow', { id });
      expect((await inboxOf(who)).followed).toEqual([]);
    }
    expect((await theIncident(cast.town, cast.eva))?.followers).toBeUndefined();
    await press(cast.strategist, 'follow', { id });
    for (const who of [cast.eva, cast.officer])
      expect((await ask(who, { ask: 'incident', id })).text).not.toMatch(/"follow"|[Bb]evaka/);
  });
});

it('the list is asked for by state, days and number, and by nothing else; who is only asked finds nothing by them', async () => {
  const of = async (who: Person, query: object) =>
    (await ask<InboxPage>(who, { ask: 'inbox', ...query })).body.rows?.map((row) => row.id);
  const day = cast.town.now.toISOString().slice(0, 10);
  for (const query of [
    { state: 'open' },
    { state: 'waiting' },
    { since: day, until: day },
    { state: 'open', until: day },
  ])
    expect([query, await of(cast.officer, query)]).toEqual([query, [id]]);
  for (const query of [
    { state: 'closed' },
    { state: 'late' },
    { until: '2025-01-01' },
    { since: '2099-01-01' },
  ])
    expect([query, await of(cast.officer, query)]).toEqual([query, []]);
  for (const who of [stranger, cast.otherOfficer])
    for (const state of ['open', 'closed', 'waiting', 'late', 'followed'])
      expect(await of(who, { state })).toEqual([]);
  for (const odd of [{ state: 'S' }, { party: 'S' }, { since: 'i går' }, { group: 'x' }, { from: 'p|x' }])
    expect((await ask(cast.officer, { ask: 'inbox', ...odd })).status).toBe(400);
});

it('Min sida goes on page by page: each whole, newest first, none twice and none left out', async () => {
  const mine = async (who: Person, from?: string) =>
    (await ask<MePage>(who, { ask: 'me', ...(from ? { from } : {}) })).body;
  const first = await mine(cast.eva);
  expect([first.own.length, first.next]).toEqual([1, undefined]);
  expect((await mine(cast.eva, 'sv|x')).own).toEqual([]);
  expect((await ask<MePage>(cast.eva, { ask: 'me', from: 'x' })).status).toBe(400);
  const others = await manyReports(2 * PAGE);
  const one = await mine(cast.eva);
  const two = await mine(cast.eva, one.next);
  const three = await mine(cast.eva, two.next);
  expect([one, two, three].map(({ own }) => own.length)).toEqual([PAGE, PAGE, 1]);
  expect([one, two, three].map(({ next }) => next !== undefined)).toEqual([true, true, false]);
  const all = [one, two, three].flatMap(({ own }) => own.map((row) => row.id));
  expect(all).toEqual([...others].reverse().concat(id));
  // Another's place in the list leads to nothing of theirs.
  expect((await mine(stranger, one.next)).own).toEqual([]);
}, 120_000);

it('a list of improvements has a next page', async () => {
  const list = await ask<ImprovementsPage>(cast.strategist, { ask: 'improvements', from: 50 });
  expect([list.status, list.body.rows, list.body.next]).toEqual([200, [], undefined]);
});
