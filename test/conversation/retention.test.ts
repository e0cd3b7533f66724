import { personFile } from '../../src/cli/personFile';
import { BUTTON, NOTHING_HERE } from '../../src/content/texts/common';
import { words } from '../support/cardReading';
import { wholeFor } from '../support/retention';
import { type Person, startTown, type Town } from '../support/town';
import { HERE, rowOf } from './here';
import { alarm, type Cast, DAY, EVA, newest, openCast, resident, SECRET, theIncident, view } from './support';

const DECISION = 'KS 2026/12 § 45';
const RETENTION = wholeFor(40, DECISION);
const START = '2026-11-24T09:00:00Z';
/** So many days after the start: all that has become due is delivered. */
const day = async (town: Town, days: number): Promise<void> => {
  await town.later(Date.parse(START) + days * DAY - town.now.getTime());
  await town.later(0);
};

const idOf = async (town: Town, person: Person): Promise<string> =>
  (await theIncident(town, person))?.id ?? '';

/** Closed without the nineteen steps: another test walks them. */
async function closed({ town, eva, officer }: Cast): Promise<string> {
  await alarm(eva);
  await officer.press(BUTTON.acknowledge);
  await eva.press(BUTTON.tell);
  await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde` });
  await eva.press(BUTTON.send);
  const id = await idOf(town, eva);
  const file = await town.tables.incidents.read(id);
  if (!file) throw new Error('No incident.');
  const incident = {
    ...file.incident,
    rev: file.incident.rev + 1,
    state: 'closed' as const,
    closedAt: town.now.toISOString(),
    closeReason: 'finished' as const,
  };
  await town.tables.agenda.wake(id, town.now.getTime(), incident.rev);
  expect(await town.tables.incidents.save(file, { incident })).toBe('saved');
  await town.later(0);
  return id;
}

const registered = async (strategist: Person) => {
  await strategist.press('Skriv in diarienumret');
  await strategist.press(BUTTON.save, { Diarienummer: 'KS.2026.77' });
  await strategist.press('Lämnat till arkivet');
};

/** The day before: warned of, registered and archived. */
async function almostErased(cast: Cast): Promise<string> {
  const id = await closed(cast);
  await day(cast.town, 11);
  await registered(cast.strategist);
  await day(cast.town, 39);
  return id;
}

/** A file of the incident, as it is kept. */
async function withFile(town: Town, id: string): Promise<void> {
  const file = await town.tables.incidents.read(id);
  if (!file) throw new Error('No incident.');
  const key = Buffer.alloc(32, 7).toString('base64');
  await town.tables.index.addFile(id, 'file-1');
  await town.tables.files.put({ id: 'file-1', key }, Buffer.from('en bild'));
  const given = { name: 'hot.png', type: 'image/png', bytes: 7, sha256: '', at: town.now.toISOString() };
  const incident = {
    ...file.incident,
    rev: file.incident.rev + 1,
    evidence: [{ id: 'file-1', ...given, by: EVA.id, as: 'victim' as const }],
    fileKeys: { 'file-1': key },
  };
  expect(await town.tables.incidents.save(file, { incident })).toBe('saved');
}

const filesIn = (town: Town): string[] => [...(town.containers.blobs.get('evidence')?.keys() ?? [])];

/** Everything that still leads to the incident. */
async function leftOf(town: Town, id: string): Promise<string[]> {
  const rows = await town.tables.rawRows(10_000);
  return rows
    .filter((row) => row.table !== 'tombstones')
    .filter((row) => JSON.stringify(row).includes(id))
    .map((row) => `${row.table} ${row.rowKey}`);
}

describe('the municipality has decided', () => {
  it('warned 30 days before, registered, archived: erased on its day, and all cards of it are one neutral line', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, eva, officer, strategist } = cast;
    const id = await closed(cast);
    expect((await leftOf(town, id)).length).toBeGreaterThan(10);
    await day(town, 11);
    expect(newest(strategist)).toContain('Ärendet raderas snart');
    expect(newest(strategist)).toContain('Diarienumret saknas');
    expect(newest(strategist)).toContain('Är ärendet lämnat till arkivet?');
    await registered(strategist);
    expect(view(strategist)).not.toContain('saknas');
    await day(town, 39);
    expect(await town.tables.incidents.read(id)).toBeDefined();
    const rows = (await town.tables.incidents.read(id))?.cards ?? [];
    const shown = rows.flatMap(({ value }) => [...value.older, value.activityId]).filter(Boolean);
    expect(shown.length).toBeGreaterThan(4);
    await day(town, 42);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
    expect(await leftOf(town, id)).toEqual([]);
    for (const person of [eva, officer, strategist]) {
      expect((await town.tables.people.read(person.userId))?.value.draft).not.toBe(id);
      expect(JSON.stringify((await town.tables.persons.read(person.userId)).state)).not.toContain(id);
    }
    for (const activity of shown) {
      const message = town.connector.messages.find((one) => one.id === activity);
      expect(words(message?.card)).toBe('Ärendet är raderat.');
    }
    const [stone] = await town.tables.erasure.buried();
    expect(stone).toMatchObject({ id, decision: DECISION, closedAt: START.replace('Z', '.000Z') });
    expect(stone?.reference).toMatch(/^2026-/);
    expect(await town.tables.index.of(eva.userId, 10)).toEqual([]);
    await officer.say('mina ärenden');
    expect(officer.text()).not.toContain(SECRET);
  });

  it('what comes after it is not taken for it: the next alarm stays, also from the very card of the erased one', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, eva, strategist } = cast;
    const id = await closed(cast);
    const first = eva.chat()[0]?.id ?? '';
    await day(town, 11);
    await registered(strategist);
    await day(town, 43);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
    await eva.invoke(first, 'alarmParty', { draft: id, party: 'S' });
    await eva.invoke(first, 'safe', { draft: id, party: 'S' });
    await eva.invoke(first, 'toPage', { draft: id, page: 'what', to: 'review', what: SECRET });
    await eva.invoke(first, 'send', { draft: id });
    await alarm(eva);
    await day(town, 44);
    const after = await town.tables.index.of(eva.userId, 10);
    expect(after).toHaveLength(3);
    for (const one of after) {
      expect(one.id).not.toBe(id);
      expect((await town.tables.incidents.read(one.id))?.incident.state).toBe('open');
    }
  });

  it('held in the very moment before it is final: kept; in the next one: too late, and nobody has a part in it', async () => {
    for (const isBefore of [true, false]) {
      const cast = await openCast({ now: START, retention: RETENTION });
      const { town, strategist } = cast;
      const id = await almostErased(cast);
      const { incidents, erasure } = town.tables;
      const answers: string[] = [];
      // Not by `invoke`: that would wait for the very look that is under way.
      const hold = async () => {
        if (answers.length > 0) return;
        const data = { id, once: 'hold1', reason: 'x' };
        const value = { action: { type: 'Action.Execute', verb: 'hold', data }, trigger: 'manual' };
        const replyToId = strategist.chat()[0]?.id;
        const { body } = await strategist.post({
          type: 'invoke',
          name: 'adaptiveCard/action',
          replyToId,
          value,
        });
        answers.push(JSON.stringify(body));
      };
      const save = incidents.save.bind(incidents);
      const bury = erasure.bury.bind(erasure);
      incidents.save = async (read, change) => {
        if (isBefore && change.incident?.erasing) await hold();
        return save(read, change);
      };
      erasure.bury = async (stone) => {
        if (!isBefore) await hold();
        return bury(stone);
      };
      await day(town, 43);
      expect((await incidents.read(id))?.incident.hold !== undefined).toBe(isBefore);
      expect(answers).toHaveLength(1);
      expect(answers[0]?.includes(NOTHING_HERE.title)).toBe(!isBefore);
    }
  });

  it('begun, and then the decision is taken back: it is ended all the same, by the decision of the day it began', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town } = cast;
    const id = await almostErased(cast);
    const failures = town.failStorage((what) => what === 'POST tombstones', 1);
    // One sweep only: the next one would go on.
    await town.later(4 * DAY);
    expect(failures()).toBe(1);
    expect((await town.tables.incidents.read(id))?.incident.erasing).toMatchObject({ decision: DECISION });
    town.decide(undefined);
    await town.restart();
    town.passReal(3_600_000);
    await day(town, 44);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
    expect(await town.tables.erasure.buried()).toMatchObject([{ id, decision: DECISION }]);
    town.log.lines.splice(0);
  });

  it('not while Teams does not let a card be blanked; after a week without it', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, eva, strategist } = cast;
    const id = await closed(cast);
    await day(town, 11);
    await registered(strategist);
    await day(town, 39);
    for (let time = 0; time < 30; time++) town.connector.failNext(eva.conversation, { status: 503 });
    await day(town, 43);
    expect(await town.tables.incidents.read(id)).toBeDefined();
    expect(await town.tables.erasure.buried()).toEqual([]);
    await day(town, 49);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
  });

  it('held while its cards are being blanked: kept', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, eva, officer, strategist } = cast;
    const id = await closed(cast);
    await day(town, 11);
    await registered(strategist);
    // So late that Teams' refusal would stop nothing any more.
    town.connector.failNext(eva.conversation, 'hang');
    const erasing = day(town, 50);
    const isBlanking = () => officer.chat().some((one) => words(one.card) === 'Ärendet är raderat.');
    while (!isBlanking()) await new Promise((resolve) => setImmediate(resolve));
    const data = { id, once: 'hold1', reason: 'x' };
    const holding = strategist.invoke(strategist.chat()[0]?.id ?? '', 'hold', data);
    const isHeld = async () => (await town.tables.incidents.read(id))?.incident.hold !== undefined;
    while (!(await isHeld())) await new Promise((resolve) => setImmediate(resolve));
    town.connector.cutHanging();
    await Promise.all([holding, erasing]);
    expect((await town.tables.incidents.read(id))?.incident.hold).toBeDefined();
    // A form that is open in the chat is spared for half an hour.
    town.passReal(3_600_000);
    await town.tables.agenda.wake(id, town.now.getTime(), 99);
    await day(town, 51);
    expect(isBlanking()).toBe(false);
    expect(await town.tables.erasure.buried()).toEqual([]);
  });

  it.each([
    ['registered', ['Lämnat till arkivet']],
    ['said to be archived or not', ['Skriv in diarienumret']],
  ])('never before it is %s', async (_, presses) => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, strategist } = cast;
    const id = await closed(cast);
    await day(town, 11);
    for (const title of presses) {
      await strategist.press(title);
      if (title === 'Skriv in diarienumret')
        await strategist.press(BUTTON.save, { Diarienummer: 'KS.2026.77' });
    }
    await day(town, 60);
    expect(await town.tables.incidents.read(id)).toBeDefined();
    expect(await town.tables.erasure.buried()).toEqual([]);
  });

  it('a file of it: there until its day, unreadable from then on; storage refuses at first: told, tried again, gone', async () => {
    const town = await startTown({ retention: wholeFor(40, 'KS 2026/12') });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    const [officer, strategist] = await Promise.all([
      town.contact(...rowOf('officer')),
      town.contact(...rowOf('strategist')),
    ]);
    const id = await almostErased({ town, eva, officer, strategist } as Cast);
    await withFile(town, id);
    await day(town, 39);
    expect(filesIn(town)).toEqual(['file-1']);
    town.containers.refuse(1);
    await day(town, 41);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
    const told = town.log.lines.filter((line) => line.includes('filesNotErased'));
    expect(told.length).toBeGreaterThan(0);
    await town.later(60_000);
    expect(filesIn(town)).toEqual([]);
    expect(await town.tables.erasure.remaining()).toEqual([]);
    await town.stop();
  });

  it('held with a reason: kept; released: warned anew, and erased 30 days after that', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, strategist } = cast;
    const id = await closed(cast);
    await day(town, 11);
    await registered(strategist);
    await strategist.press('Behåll ärendet');
    await strategist.press('Behåll ärendet', { Skäl: `${SECRET} polisen frågar` });
    expect(view(strategist)).toContain('Ärendet sparas');
    expect(strategist.text()).not.toContain(SECRET);
    await day(town, 60);
    expect(await town.tables.incidents.read(id)).toBeDefined();
    await strategist.press('Behåll inte längre');
    await day(town, 61);
    // On a card of its own: the first warning's card has shrunk to a line.
    const cards = strategist.chat().map((one) => words(one.card));
    expect(cards.filter((text) => text.includes('Ärendet raderas snart'))).toHaveLength(1);
    await day(town, 88);
    expect(await town.tables.incidents.read(id)).toBeDefined();
    await day(town, 93);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
  });

  it('only the strategist holds, releases and says what is archived', async () => {
    const cast = await openCast({ now: START, retention: RETENTION });
    const { town, eva, officer, chief } = cast;
    const id = await closed(cast);
    const before = (await town.tables.incidents.read(id))?.incident.rev;
    for (const person of [eva, officer, chief]) {
      for (const [verb, data] of [
        ['hold', { reason: 'x' }],
        ['release', {}],
        ['recordArchived', { answer: 'archived' }],
      ] as const)
        await person.invoke(person.chat().at(-1)?.id ?? '', verb, { id, once: 'press1', ...data });
    }
    expect((await town.tables.incidents.read(id))?.incident.rev).toBe(before);
  });

  it('a crash after any step: the next look goes on where it stopped', async () => {
    for (const step of ['bury', 'keys', 'incidents', 'index', 'agenda']) {
      const cast = await openCast({ now: START, retention: RETENTION });
      const { town } = cast;
      const id = await almostErased(cast);
      const failures = town.failStorage(
        (what) => (step === 'bury' ? what === 'POST tombstones' : what === `DELETE ${step}`),
        1,
      );
      await day(town, 43).catch(() => undefined);
      expect(failures()).toBe(1);
      town.passReal(3_600_000);
      await day(town, 44);
      expect(await town.tables.incidents.read(id)).toBeUndefined();
      expect(await leftOf(town, id)).toEqual([]);
      expect(await town.tables.erasure.buried()).toHaveLength(1);
      town.log.lines.splice(0);
    }
  });
});

describe('a class of data at a time', () => {
  const kept = (days: number, decision: string) => ({ days, decision });
  const BY_CLASS = {
    talks: kept(40, 'KS 1'),
    report: kept(80, 'KS 2'),
    records: kept(120, 'KS 3'),
    log: kept(400, 'KS 4'),
  };
  const CARE = 'Behöver läkare';
  const TALKED = 'Sover dåligt';

  /** Closed, with something written in each class; registered and archived. */
  async function written(options: Partial<Parameters<typeof openCast>[0]> = {}) {
    const cast = await openCast({ now: START, retention: BY_CLASS, ...options });
    const id = await closed(cast);
    const file = await cast.town.tables.incidents.read(id);
    if (!file) throw new Error('No incident.');
    const at = cast.town.now.toISOString();
    const by = cast.officer.userId;
    const done = { state: 'done' as const, epoch: 1, endedAt: at, endedBy: by };
    const incident = {
      ...file.incident,
      rev: file.incident.rev + 1,
      steps: {
        ...file.incident.steps,
        'document-talk': { ...done, records: { how: TALKED } },
        assess: { ...done, records: { care: CARE, support: 'Bengt' } },
      },
      talks: [{ id: 't1', kind: 'first' as const, heldOn: '2026-11-24', attendees: 'Eva', notes: TALKED }],
      protection: [{ id: 'p1', what: 'Larm i bostaden', who: 'Kommunen', when: 'nu', at, by }],
      reviewWords: [{ at, by: cast.eva.userId, as: 'victim' as const, worked: 'Bra stöd', better: '' }],
    };
    await cast.town.tables.incidents.save(file, { incident });
    await cast.town.tables.agenda.wake(id, cast.town.now.getTime(), incident.rev);
    await day(cast.town, 1);
    await registered(cast.strategist);
    return { cast, id };
  }

  const holds = async (town: Town, id: string) => {
    const incident = JSON.stringify((await town.tables.incidents.read(id))?.incident ?? {});
    const has = (word: string) => incident.includes(word);
    return {
      report: has(SECRET),
      records: has('Larm i bostaden') && has('Bengt'),
      talks: has(TALKED) || has(CARE),
    };
  };
  const detailsOf = async (person: Person, id: string) =>
    person.text((await person.invoke(person.chat().at(-1)?.id ?? '', 'page', { id, page: 'details' })).card);

  it('each goes on its own day and by its own decision, is warned of, and says so where it stood; the log last, with the rest', async () => {
    const { cast, id } = await written();
    const { town, eva, officer, strategist } = cast;
    await day(town, 11);
    expect(newest(strategist)).toContain('raderas samtalen');
    await day(town, 39);
    expect(await holds(town, id)).toEqual({ report: true, records: true, talks: true });
    await day(town, 42);
    expect(await holds(town, id)).toEqual({ report: true, records: true, talks: false });
    expect(await detailsOf(officer, id)).toContain('Samtalen och det som rör vård och hälsa är borta sedan');
    await day(town, 51);
    await day(town, 82);
    expect(await holds(town, id)).toEqual({ report: false, records: true, talks: false });
    const read = await detailsOf(strategist, id);
    expect(read).toContain('Se beslut KS 2');
    expect(read).not.toContain(SECRET);
    expect(view(eva)).toContain('Rapporten är borta sedan');
    await day(town, 91);
    await day(town, 122);
    expect(await holds(town, id)).toEqual({ report: false, records: false, talks: false });
    const left = (await town.tables.incidents.read(id))?.incident;
    expect(left?.erased?.map(({ what, decision, noted }) => [what, decision, noted])).toEqual([
      ['talks', 'KS 1', true],
      ['report', 'KS 2', true],
      ['records', 'KS 3', true],
    ]);
    // How it went stays: who ended what, when; and the log is whole.
    expect(left?.steps.assess).toMatchObject({ state: 'done', endedBy: officer.userId, records: {} });
    expect((await town.tables.incidents.history(id)).whole).toBe(true);
    expect((await town.tables.incidents.history(id)).entries.length).toBeGreaterThan(3);
    // Nobody is asked for their word again, and nobody opens it anew.
    expect(view(eva)).not.toContain('Säg hur det gick');
    await eva.invoke(eva.chat()[0]?.id ?? '', 'reopen', { id, reason: 'mer', once: 'r1' });
    expect((await town.tables.incidents.read(id))?.incident.state).toBe('closed');
    const data = await personFile(town.tables, eva.userId, { purpose: 'art. 15', by: 'x', now: town.now });
    expect(data.incidents[0]?.erased).toHaveLength(3);
    expect(JSON.stringify(data.incidents)).not.toContain(SECRET);
    await day(town, 371);
    await day(town, 403);
    expect(await town.tables.incidents.read(id)).toBeUndefined();
    expect(await town.tables.erasure.buried()).toMatchObject([{ id, decision: 'KS 4' }]);
    expect(await town.tables.erasure.buriedParts()).toEqual([]);
  });

  it('a hold stops every class; what no decision names is kept', async () => {
    const { cast, id } = await written({ retention: { talks: BY_CLASS.talks, report: BY_CLASS.report } });
    const { town, strategist } = cast;
    await withFile(town, id);
    await day(town, 11);
    await day(town, 42);
    expect(await holds(town, id)).toEqual({ report: true, records: true, talks: false });
    await strategist.press('Behåll ärendet');
    await strategist.press('Behåll ärendet', { Skäl: 'polisen frågar' });
    await day(town, 300);
    expect(await holds(town, id)).toEqual({ report: true, records: true, talks: false });
    expect(filesIn(town)).toEqual(['file-1']);
    await strategist.press('Behåll inte längre');
    await day(town, 301);
    await day(town, 334);
    expect(await holds(town, id)).toEqual({ report: false, records: true, talks: false });
    expect(filesIn(town)).toEqual([]);
    await day(town, 2000);
    expect(await town.tables.incidents.read(id)).toBeDefined();
  });

  it('not before it is registered and the archive has answered', async () => {
    const cast = await openCast({ now: START, retention: BY_CLASS });
    const id = await closed(cast);
    for (const days of [11, 51, 130]) await day(cast.town, days);
    expect((await holds(cast.town, id)).report).toBe(true);
  });

  it.each(['POST tombstones', 'POST incidents'])('a crash at %s: gone on with, noted once', async (where) => {
    const { cast, id } = await written();
    const { town } = cast;
    await day(town, 11);
    await day(town, 39);
    const failures = town.failStorage((what) => what === where, 1);
    await day(town, 42).catch(() => undefined);
    expect(failures()).toBe(1);
    town.passReal(3_600_000);
    await day(town, 44);
    expect((await holds(town, id)).talks).toBe(false);
    expect((await town.tables.incidents.read(id))?.incident.erased).toMatchObject([
      { what: 'talks', noted: true },
    ]);
    expect(await town.tables.erasure.buriedParts()).toMatchObject([{ id, what: 'talks', decision: 'KS 1' }]);
    town.log.lines.splice(0);
  });
});

describe('nothing is decided', () => {
  it('closed incidents are kept, and the strategist is reminded once a quarter', async () => {
    const cast = await openCast({ now: START });
    const { town, strategist, deputyStrategist, officer } = cast;
    const id = await closed(cast);
    await day(town, 88);
    expect(newest(strategist)).toContain('Kommunen har inte bestämt');
    expect(newest(deputyStrategist)).toContain('Kommunen har inte bestämt');
    expect(officer.text()).not.toContain('Kommunen har inte bestämt');
    const told = () =>
      strategist.chat().filter((one) => words(one.card).includes('Tid för gallring saknas')).length;
    expect(told()).toBe(1);
    expect(await town.tables.incidents.read(id)).toBeDefined();
  });
});

describe('who removes the app', () => {
  const keptOf = async (town: Town, person: Person): Promise<string[]> => {
    const own = await town.tables.people.read(person.userId);
    const round = await town.tables.persons.read(person.userId);
    const agenda = await town.tables.agenda.read(`person.${person.userId}`);
    const email = await town.tables.people.findByEmail('nils.ek@kommun.example');
    return [own && 'person', round.rev > 0 && 'round', agenda && 'agenda', email && 'e-mail'].flatMap(
      (one) => one || [],
    );
  };
  const NILS = ['7e57da7a-0000-4000-8000-000000000077', 'Nils Ek', 'nils.ek@kommun.example'] as const;

  it('and has no part in anything: nothing of them is kept; installed anew, all works as before', async () => {
    const { town, officer } = await openCast({ now: START });
    const nils = await resident(town, ...NILS);
    await nils.say('rapportera hot');
    await nils.press(BUTTON.safe);
    await nils.press(BUTTON.discard);
    await nils.invoke(nils.chat()[0]?.id ?? '', 'snooze', { hour: '9' });
    const [course] = HERE.municipality.prevention.courses;
    for (const one of [nils, officer])
      await one.invoke(one.chat()[0]?.id ?? '', 'tookCourse', { course: course?.id, isOn: 'yes' });
    expect(await keptOf(town, nils)).toEqual(['person', 'round', 'agenda', 'e-mail']);
    await nils.uninstall();
    expect(await keptOf(town, nils)).toEqual([]);
    // Nor the course that they noted; what others noted stays.
    const { taken } = (await town.tables.municipalityState.read('town')).state;
    expect(taken?.map(({ person }) => person)).toEqual([officer.userId]);
    await nils.install();
    await alarm(nils);
    expect(newest(officer)).toContain('Jag har tagit emot');
    await nils.uninstall();
    // In an incident now: who they are is needed.
    expect(await keptOf(town, nils)).toContain('person');
  });

  it('with a draft: that is kept for its thirty days, and then nothing is', async () => {
    const { town } = await openCast({ now: START });
    const nils = await resident(town, ...NILS);
    await nils.say('rapportera hot');
    await nils.press(BUTTON.safe);
    await nils.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await nils.uninstall();
    expect(await keptOf(town, nils)).toContain('person');
    for (let days = 1; days <= 62; days++) await day(town, days);
    expect(await town.tables.drafts.of(nils.userId)).toEqual([]);
    expect(await keptOf(town, nils)).toEqual([]);
  });

  it('and has a post: stays known', async () => {
    const { town, chief } = await openCast({ now: START });
    await chief.uninstall();
    expect(await keptOf(town, chief)).toContain('person');
  });
});
