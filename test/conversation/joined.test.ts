import { BUTTON } from '../../src/content/texts/common';
import { STEP_CARD } from '../../src/content/texts/pages';
import { JOINED } from '../../src/content/texts/people/joined';
import { twoPersonsStep } from '../../src/routine/plan/traits';
import { words } from '../support/cardReading';
import type { Person } from '../support/town';
import { labelOf, STEP } from './here';
import { type Cast, DAY, openCast, report, resident, SECRET } from './support';

/*
 * Many victims of one event: an incident each. The strategist says that they belong together, and talks with the police once for
 * all; nobody else sees that there are others.
 */

const THREAT = { 'Vad gäller det?': 'Hot' };
const NAMES = ['Ylva Norrlycke', 'Bo Söderlycke', 'Kim Västerlycke', 'Eli Österlycke'];

/** Several politicians of one party report the same threat; their officer has taken each. */
async function victims(cast: Cast, count: number, from = 0): Promise<Person[]> {
  const all: Person[] = [];
  for (const [index, name] of NAMES.slice(from, from + count).entries()) {
    const person = await resident(cast.town, `7e57da7a-0000-4000-8000-0000000005${from + index}0`, name);
    await report(person, `${SECRET} alla i gruppen fick samma brev`, THREAT);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.town.later(60_000);
    all.push(person);
  }
  return all;
}

async function idOf(cast: Cast, person: Person): Promise<string> {
  const [row] = await cast.town.tables.index.of(person.userId, 1);
  return row?.id ?? '';
}
const incidentOf = async (cast: Cast, person: Person) =>
  (await cast.town.tables.incidents.read(await idOf(cast, person)))?.incident;

/** The page on which the strategist says which incidents are one event. */
async function openEvent(cast: Cast, of: Person, by = cast.strategist): Promise<void> {
  await by.say('mina ärenden');
  const reference = (await incidentOf(cast, of))?.reference ?? '';
  await by.press(`Visa ${reference}`);
  await by.press(JOINED.button);
}
async function joined(cast: Cast, all: readonly Person[]): Promise<void> {
  const [first] = all;
  if (!first) throw new Error('nobody');
  await openEvent(cast, first);
  await cast.strategist.press(JOINED.join);
  await cast.town.later(0);
}

/** The strategist has talked with the police, and fills in the form in the incident of one of them. */
async function policeCalled(cast: Cast, of: Person, forAll = 'true'): Promise<void> {
  const { strategist } = cast;
  await strategist.say('mina ärenden');
  await strategist.press(`Visa ${(await incidentOf(cast, of))?.reference}`);
  await strategist.press(BUTTON.fillIn);
  const isAsked = words(strategist.card()).includes(JOINED.forAll);
  await strategist.press(STEP_CARD.nothingToTell, {
    [labelOf(STEP.police, 'whom')]: 'Polisens tips',
    [labelOf(STEP.police, 'advice')]: `${SECRET} anmäl`,
    [labelOf(STEP.police, 'link')]: 'true',
    [labelOf(STEP.police, 'victimSupport')]: 'Nej',
    [labelOf(STEP.police, 'protection')]: 'Nej',
    ...(isAsked ? { [JOINED.forAll]: forAll } : {}),
  });
}

const policeIn = async (cast: Cast, all: readonly Person[]) =>
  Promise.all(all.map(async (one) => (await incidentOf(cast, one))?.steps[STEP.police.id]?.state));
const eventsOf = async (cast: Cast, all: readonly Person[]) =>
  Promise.all(all.map(async (one) => (await incidentOf(cast, one))?.event?.id));

/** All that a person was ever sent, without what is random in it: in an order that hangs on nothing random. */
const heardBy = ({ town }: Cast, person: Person): string =>
  person
    .chat()
    .map(({ sent }) =>
      JSON.stringify(sent)
        .replace(/\d{4}-[0-9A-HJKMNP-TV-Z]{4}/g, 'REF')
        .replace(/[a-z0-9]{26}(\.\d+)?/g, 'ID')
        .replace(/"rev\\?":\\?"?\d+\\?"?/g, '"rev":0')
        .replaceAll(town.connector.serviceUrl, 'URL')
        .replace(/"(id|replyToId|activityId|conversation)\\?":\\?"[^"]*"/g, '"id":"ID"'),
    )
    .sort()
    .join('\n');

/** Where two texts part; empty: they are the same. */
function difference(one: string, other: string): string {
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  return one === other ? '' : `${one.slice(at - 80, at + 120)} | ${other.slice(at - 80, at + 120)}`;
}

describe('several incidents of one event', () => {
  it('are joined in one press, and each keeps its own; the police are talked with once for all', async () => {
    const cast = await openCast();
    const all = await victims(cast, 3);
    const [first, second, third] = all as [Person, Person, Person];
    await joined(cast, all);
    expect(new Set(await eventsOf(cast, all)).size).toBe(1);
    expect((await incidentOf(cast, first))?.event).toMatchObject({ by: cast.strategist.userId });
    await policeCalled(cast, first);
    await cast.town.later(0);
    const after = await Promise.all(all.map((one) => incidentOf(cast, one)));
    for (const one of after) {
      expect(one?.carries).toBeUndefined();
      expect(one?.steps[STEP.police.id]).toMatchObject({
        state: 'done',
        endedBy: cast.strategist.userId,
        records: { whom: 'Polisens tips' },
      });
      // Each has it in its own log, by whom and when.
      const { entries, whole } = await cast.town.tables.incidents.history(one?.id ?? '');
      expect(whole).toBe(true);
      expect(entries.filter(({ act }) => act === 'endStep').map(({ by }) => by)).toEqual([
        cast.strategist.userId,
      ]);
    }
    expect(new Set(after.map((one) => one?.steps[STEP.police.id]?.endedAt)).size).toBe(1);
    // A victim more comes to the others from their own card; one that was joined by mistake leaves alone.
    const [late] = await victims(cast, 1, 3);
    await openEvent(cast, late as Person);
    await cast.strategist.press(JOINED.join);
    await cast.town.later(0);
    expect(new Set(await eventsOf(cast, [...all, late as Person])).size).toBe(1);
    expect(await policeIn(cast, [late as Person])).not.toEqual(['done']);
    await openEvent(cast, second);
    await cast.strategist.press(JOINED.leave);
    expect(await eventsOf(cast, [second])).toEqual([undefined]);
    expect(await policeIn(cast, [first, second, third])).toEqual(['done', 'done', 'done']);
    // One line for those that wait in the morning round, one card whatever their number.
    await cast.town.later(6 * DAY);
    const { card } = await cast.strategist.invoke(cast.strategist.chat().at(-1)?.id ?? '', 'round', {});
    expect(words(card)).toContain(JOINED.more(2));
    // The officer leads all of them, and sees nothing of what the strategist has joined.
    expect(cast.officer.sees().map(words).join()).not.toContain(JOINED.kicker);
  });

  it('once for all reaches one that came before sixty others', async () => {
    const cast = await openCast();
    const [first, second] = (await victims(cast, 2)) as [Person, Person];
    await joined(cast, [first, second]);
    // They came after the first, and before the second.
    const between = Date.parse((await incidentOf(cast, second))?.createdAt ?? '') - 30_000;
    const createdAt = new Date(between).toISOString();
    for (let count = 10; count < 75; count++) {
      const row = { id: `${count}${'z'.repeat(24)}`, reference: `2026-ZZ${count}` };
      await cast.town.tables.index.add(cast.strategist.userId, { ...row, createdAt });
      await cast.town.tables.index.opens(row.id, 1);
    }
    await policeCalled(cast, second);
    await cast.town.later(0);
    expect(await policeIn(cast, [first, second])).toEqual(['done', 'done']);
  });

  it('the one who leads hears and sees the same as if each had been done alone', async () => {
    const heard: string[][] = [];
    for (const isOneEvent of [true, false]) {
      const cast = await openCast();
      const all = await victims(cast, 2);
      if (isOneEvent) await joined(cast, all);
      await policeCalled(cast, all[0] as Person);
      if (!isOneEvent) await policeCalled(cast, all[1] as Person);
      await cast.town.later(0);
      await cast.town.later(DAY);
      expect(await policeIn(cast, all)).toEqual(['done', 'done']);
      heard.push(
        [cast.officer, cast.deputy, cast.chief, cast.otherOfficer, ...all].map((one) => heardBy(cast, one)),
      );
    }
    const [withIt = [], without = []] = heard;
    expect(withIt.map((one, index) => difference(one, without[index] ?? ''))).toEqual(withIt.map(() => ''));
  });

  it('storage fails between two of the writes: the rest is made by the next sweep, each once', async () => {
    const cast = await openCast();
    const all = await victims(cast, 3);
    await joined(cast, all);
    const ids = await Promise.all(all.map((one) => idOf(cast, one)));
    let writes = 0;
    cast.town.failStorage(
      (what) => /incidents/.test(what) && /write|transaction|submit/i.test(what) && ++writes > 2,
      4,
      Object.assign(new Error('Storage does not answer.'), { statusCode: 503 }),
    );
    await policeCalled(cast, all[0] as Person).catch(() => undefined);
    for (let sweep = 0; sweep < 6; sweep++) await cast.town.later(60_000);
    expect(await policeIn(cast, all)).toEqual(['done', 'done', 'done']);
    for (const id of ids) {
      const { entries } = await cast.town.tables.incidents.history(id);
      expect(entries.filter(({ act }) => act === 'endStep')).toHaveLength(1);
    }
    cast.town.log.lines.splice(0);
  });

  it('who may not in one of them leaves that one as it is: closed, or the strategist is part of it; two presses are one', async () => {
    const cast = await openCast();
    const all = await victims(cast, 3);
    const [first, second, third] = all as [Person, Person, Person];
    await joined(cast, all);
    // In the second one the strategist turns out to be part of it; the third is over.
    const { incidents } = cast.town.tables;
    const change = async (of: Person, part: object) => {
      const file = await incidents.read(await idOf(cast, of));
      if (file)
        await incidents.save(file, { incident: { ...file.incident, ...part, rev: file.incident.rev + 1 } });
    };
    const at = cast.town.now.toISOString();
    await change(second, { declined: [{ person: cast.strategist.userId, at, why: 'suspect' }] });
    await change(third, { state: 'closed', closedAt: at, closeReason: 'mistake' });
    await cast.strategist.say('mina ärenden');
    await cast.strategist.press(`Visa ${(await incidentOf(cast, first))?.reference}`);
    await cast.strategist.press(JOINED.button);
    expect(words(cast.strategist.card())).not.toContain((await incidentOf(cast, second))?.reference ?? '-');
    await Promise.all([policeCalled(cast, first)]);
    await cast.town.later(0);
    await cast.town.later(0);
    expect((await policeIn(cast, all)).map((state) => state === 'done')).toEqual([true, false, false]);
    expect((await incidentOf(cast, first))?.carries).toBeUndefined();
  });

  it('what others are told is proposed once for all; each victim reads it, and consent taken back in one changes no other', async () => {
    const cast = await openCast();
    const { officer, strategist, town } = cast;
    const all = await victims(cast, 2);
    const [first, second] = all as [Person, Person];
    const [one, two] = [await idOf(cast, first), await idOf(cast, second)];
    let count = 0;
    const press = (by: Person, id: string, verb: string, data: object = {}) => {
      count += 1;
      const once = `press${count}`.padEnd(20, 'a');
      return by.invoke(by.chat().at(-1)?.id ?? '', verb, { id, once, ...data });
    };
    const groups = twoPersonsStep(town.municipality.routine)?.id ?? '';
    for (const id of [one, two]) {
      await press(officer, id, 'approve', { step: STEP.strategist.id });
      await press(officer, id, 'endStep', { step: STEP.strategist.id });
      await press(officer, id, 'approve', { step: groups });
    }
    await joined(cast, all);
    const values = {
      groups: 'partyColleagues',
      text: `${SECRET} några i gruppen behöver lugn`,
      how: 'På mötet',
      by: 'Bo',
    };
    await press(strategist, one, 'proposeGroups', { ...values, forAll: 'true' });
    await town.later(0);
    const proposals = await Promise.all(all.map(async (who) => (await incidentOf(cast, who))?.groups));
    expect(proposals.map((found) => [found?.by, found?.values.text, found?.epoch])).toEqual([
      [strategist.userId, values.text, 1],
      [strategist.userId, values.text, 1],
    ]);
    await press(first, one, 'answerGroups', { epoch: '1', answer: 'yes' });
    await press(second, two, 'withdrawConsent');
    // The officer agrees in their own; that they cannot do it for all is not theirs to say.
    await press(officer, one, 'confirmGroups', { epoch: '1', forAll: 'true' });
    await town.later(0);
    const [told, waits] = await Promise.all(all.map((who) => incidentOf(cast, who)));
    expect(told?.steps[groups]).toMatchObject({ state: 'done', records: { victimSaid: 'yes' } });
    expect(waits?.steps[groups]?.state).not.toBe('done');
    expect([told?.route, waits?.route]).toEqual(['party', 'municipality']);
    expect(told?.event?.id).toBe(waits?.event?.id);
    // The party is out of the one, and the strategist still writes once for both.
    await policeCalled(cast, first);
    await town.later(0);
    expect(await policeIn(cast, all)).toEqual(['done', 'done']);
  });
});
