import { BUTTON } from '../../../src/content/texts/common';
import { ROUND } from '../../../src/content/texts/timed';
import { buttons, words } from '../../support/cardReading';
import type { Person } from '../../support/town';
import { openCast, resident, SECRET } from '../support';

/* A night in which politicians get the same letter and report it, and what comes to officials of it. */

const CALM = { 'Vad gäller det?': 'Trakasserier' };
const NAMES = ['Ylva', 'Bo', 'Kim', 'Eli', 'Mio', 'Alva', 'Tor', 'Siv', 'Ulf', 'Maj', 'Rut', 'Åke'];

/** A calm report: nobody is woken by it. */
async function calmReport(person: Person) {
  await person.say('rapportera hot');
  await person.press(BUTTON.safe);
  await person.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
  await person.press(BUTTON.review, { 'Vad hände': `${SECRET} samma brev till alla`, ...CALM });
  await person.press(BUTTON.send, { 'Är det bråttom?': 'Nej' });
}

/** So many reports of a Wednesday; they begin at 06:00, before anybody is told of what can wait. */
export async function night(many: number) {
  const cast = await openCast();
  const all: Person[] = [];
  await cast.town.until('2026-12-02T05:00:00Z');
  for (const [index, name] of NAMES.slice(0, many).entries()) {
    const id = `7e57da7a-0000-4000-8000-0000000007${String(index).padStart(2, '0')}`;
    const person = await resident(cast.town, id, `${name} Norrlycke`);
    await calmReport(person);
    await cast.town.later(60_000);
    all.push(person);
  }
  return { ...cast, all };
}
export type Night = Awaited<ReturnType<typeof night>>;

export const incidentsOf = async ({ town, all }: Pick<Night, 'town' | 'all'>) =>
  Promise.all(
    all.map(async (person) => {
      const [row] = await town.tables.index.of(person.userId, 1);
      const file = await town.tables.incidents.read(row?.id ?? '');
      if (!file) throw new Error('No incident.');
      return file;
    }),
  );
export const referencesOf = async (one: Pick<Night, 'town' | 'all'>): Promise<string[]> =>
  (await incidentsOf(one)).map(({ incident }) => incident.reference);

/** How many cards have been posted to somebody: changed ones count once. */
export const cardsOf = (person: Person): number => person.chat().length;
/** The cards that came to somebody while something happened. */
export async function cameTo(persons: readonly Person[], work: () => Promise<unknown>): Promise<number[]> {
  const before = persons.map(cardsOf);
  await work();
  return persons.map((person, index) => cardsOf(person) - (before[index] ?? 0));
}
export const opens = (person: Person): string[] =>
  buttons(person.newest())
    .map(({ title }) => title)
    .filter((title) => title.startsWith(ROUND.open('')));

/** A press on an incident of which somebody may have no card of their own. */
let count = 0;
export const press = (by: Person, id: string, verb: string, data: object = {}) => {
  count += 1;
  const once = `press${count}`.padEnd(20, 'a');
  return by.invoke(by.chat().at(-1)?.id ?? '', verb, { id, once, ...data });
};
/** The kinds of what an incident has noted as told to somebody, with the message. */
export const toldTo = async (one: Pick<Night, 'town' | 'all'>, person: Person, kind: string) =>
  (await incidentsOf(one)).map(({ deliveries }) =>
    deliveries
      .filter(({ value }) => value.person === person.userId && value.key.startsWith(`${kind}|`))
      .map(({ value }) => (value.sentAt ? value.activityId : 'not told')),
  );

/** The first day after it: one card a person at seven with a line an incident, one reminder at nine, one card to the deputy at noon. */
export async function expectFirstDay(one: Night): Promise<void> {
  const { officer, strategist, deputy, town } = one;
  const first = await cameTo([officer, strategist, deputy], () => town.until('2026-12-02T06:30:00Z'));
  expect(first).toEqual([1, 1, 0]);
  const references = await referencesOf(one);
  for (const person of [officer, strategist])
    expect(opens(person).sort()).toEqual(references.map(ROUND.open).sort());
  expect(words(officer.newest())).toContain(ROUND.about.acknowledge ?? '-');
  // Each incident has it written down as told, with the message that told it.
  const message = officer.chat().at(-1)?.id;
  expect(await toldTo(one, officer, 'asked')).toEqual(references.map(() => [message]));
  const again = await cameTo([officer, deputy], () => town.until('2026-12-02T08:30:00Z'));
  expect(again).toEqual([1, 0]);
  expect(opens(officer)).toHaveLength(one.all.length);
  const up = await cameTo([officer, deputy], () => town.until('2026-12-02T11:30:00Z'));
  expect(up).toEqual([0, 1]);
}
