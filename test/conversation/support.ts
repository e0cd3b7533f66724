import { BUTTON } from '../../src/content/texts/common';
import { LISTS, READ_FIRST } from '../../src/content/texts/pages';
import { FIRST, REPORT } from '../../src/content/texts/report';
import { buttons, type Json, words } from '../support/cardReading';
import { scanLines, scanMessages } from '../support/contentScan';
import { type KeptTown, type Person, startTown, type Town, type TownOptions } from '../support/town';
import type { TownSpec, Who } from '../support/towns';
import { HERE, IS_ASKED, rowOf } from './here';

/** Eva Norrlycke, an invented politician who is not on the contact list. */
export const EVA = {
  id: '7e57da7a-0000-4000-8000-000000000040',
  name: 'Eva Norrlycke',
  email: 'eva.norrlycke@kommun.example',
};
export const DAY = 86_400_000;
/** Stands in all that is typed, so that it can be looked for where it must not be. */
export const SECRET = 'HEMLIGT';

let opened: Town[] = [];
/** A town that is stopped after the test; nothing in it may have failed behind a friendly card. */
export async function openTown(options?: TownOptions): Promise<Town> {
  const town = await startTown(options);
  opened.push(town);
  return town;
}

const scanned = { messages: 0, words: 0, forbidden: 0, logLines: 0, logWords: 0 };
/** Every message ever sent, and every line of the log, of every test that opens a town here. */
async function expectContentFree(town: Town): Promise<void> {
  const { connector, log, tables } = town;
  const told = {
    typed: connector.typed,
    names: [...connector.members.values()].map(({ name }) => name),
    officials: await tables.contacts.read(),
  };
  const chats = scanMessages(
    connector.messages.flatMap((message) => message.sent),
    told,
  );
  const lines = scanLines(log.lines, told);
  scanned.messages += chats.messages;
  scanned.words += chats.words;
  scanned.forbidden += chats.forbidden;
  scanned.logLines += lines.messages;
  scanned.logWords += lines.words;
  expect([...chats.found, ...lines.found]).toEqual([]);
}
afterAll(() => {
  process.stdout.write(`Looked through: ${JSON.stringify(scanned)}\n`);
});

afterEach(async () => {
  const towns = opened;
  opened = [];
  try {
    for (const town of towns) await expectContentFree(town);
  } finally {
    await Promise.all(towns.map((town) => town.stop()));
  }
  const errors = towns
    .flatMap((town) => town.log.lines)
    // An alert to the operator is the routine's own word, not a fault.
    .filter((line) => line.includes('"level":"error"') && !line.includes('"event":"operatorAlert"'));
  expect(errors).toEqual([]);
});

/** Someone who has installed the bot. */
export async function resident(town: Town, id: string, name: string, email?: string): Promise<Person> {
  const person = town.person(id, name, email);
  await person.install();
  return person;
}

/** Whether a town differs from another, before anything happens in it, in nothing but these. */
const isPlain = (options: TownOptions): boolean =>
  Object.keys(options).every((key) => ['now', 'retention', 'keepsAssessments'].includes(key));

/** Towns to begin from: everybody's installation takes longer than all else in most tests. */
const begun = new Map<string, KeptTown[]>();
/** Whom the connector of each serves now, which is one at a time. */
const serving = new Map<KeptTown, Town | 'opening'>();
const first: Town[] = [];
afterAll(() => Promise.all(first.splice(0).map((town) => town.stop())));

const isFree = (kept: KeptTown): boolean => {
  const town = serving.get(kept);
  return town !== 'opening' && !(town && opened.includes(town));
};

/**
 * A town whose people have the bot. What becomes of it stays apart from all others.
 * @param enter the people's installation: once for all towns that are alike
 */
async function openInhabited(
  name: string,
  options: TownOptions,
  enter: (town: Town) => Promise<unknown>,
): Promise<Town> {
  if (!isPlain(options)) {
    const town = await openTown(options);
    await enter(town);
    return town;
  }
  const key = JSON.stringify([name, options]);
  const alike = begun.get(key) ?? [];
  begun.set(key, alike);
  let kept = alike.find(isFree);
  if (kept) serving.set(kept, 'opening');
  else {
    const town = await startTown(options);
    first.push(town);
    await enter(town);
    kept = town.keep();
    serving.set(kept, 'opening');
    alike.push(kept);
  }
  const town = await openTown({ ...options, from: kept });
  serving.set(kept, town);
  return town;
}

/** The people of an ordinary incident in S. `spec`: in which municipality. */
export async function openCast(options: TownOptions = {}, spec: TownSpec = HERE) {
  const people = (town: Town) => {
    const contact = (who: Who) => town.listed(spec.rows[who].role, spec.rows[who].unit, spec.rows[who].order);
    return {
      eva: town.person(EVA.id, EVA.name, EVA.email),
      officer: contact('officer'),
      deputy: contact('deputy'),
      strategist: contact('strategist'),
      deputyStrategist: contact('deputyStrategist'),
      chief: contact('chief'),
      otherOfficer: contact('otherOfficer'),
    };
  };
  const town = await openInhabited(
    `cast ${spec.municipality.id}`,
    spec === HERE ? options : { municipality: spec.municipality, ...options },
    (one) => Promise.all(Object.values(people(one)).map((person) => person.install())),
  );
  return { town, ...people(town) };
}

/** Eva and her officer only. */
export async function openPair() {
  const people = (town: Town) => ({
    eva: town.person(EVA.id, EVA.name, EVA.email),
    officer: town.listed(...rowOf('officer')),
  });
  const town = await openInhabited('pair', {}, (one) =>
    Promise.all(Object.values(people(one)).map((person) => person.install())),
  );
  return { town, ...people(town) };
}

export type Cast = Awaited<ReturnType<typeof openCast>>;

/** "rapportera hot" and the four presses to a sent report about oneself. */
export async function report(
  person: Person,
  what = `${SECRET} ringde i natt`,
  more: Record<string, string> = {},
) {
  await person.say('rapportera hot');
  await person.press(BUTTON.safe);
  // What is remembered of an earlier report is not asked again.
  if (words(person.card()).includes(REPORT.youTitle))
    await person.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
  await person.press(BUTTON.review, { 'Vad hände': what, ...more });
  return person.press(BUTTON.send);
}

/** "rapportera hot" and the one press to an alarm. */
export async function alarm(person: Person, party = 'S') {
  await person.say('rapportera hot');
  if (words(person.card()).includes(FIRST.alarm(party))) return person.press(FIRST.alarm(party));
  return person.press(BUTTON.alarmParty);
}

/** Opens the page of a step from "Alla åtgärder": from what can be done now, or from the list of all. */
export async function openStep(person: Person, step: string): Promise<Json> {
  const title = () =>
    buttons(person.card()).find((one) => one.data.page === 'step' && one.data.step === step)?.title;
  if (!buttons(person.card()).some((one) => one.title === BUTTON.allSteps)) await person.press(BUTTON.back);
  await person.press(BUTTON.allSteps);
  if (!title()) await person.press(LISTS.wholePlan);
  while (!title()) await person.press(LISTS.showMore);
  return person.press(title() ?? '', {}, { step });
}

/** The text of the card that the person sees now. */
export const view = (person: Person): string => words(person.card());
/** The text of the newest message in the person's chat. */
export const newest = (person: Person): string => words(person.newest());

/** Nothing that was ever posted to a chat holds any of these words: they come only in answers to presses. */
export function expectNowherePosted(town: Town, ...secrets: string[]): void {
  // The envelope of a reply names its addressee; what stands in the chat is text, summary and cards.
  const posted = town.connector.messages
    .flatMap((message) => message.sent)
    .map((form) => JSON.parse(form))
    .map(({ text, summary, attachments }) => JSON.stringify({ text, summary, attachments }));
  const leaks = secrets.flatMap((secret) =>
    posted.flatMap((form) => {
      const at = form.indexOf(secret);
      return at === -1 ? [] : [form.slice(Math.max(0, at - 200), at + 100)];
    }),
  );
  expect(leaks).toEqual([]);
}

/** The reference that stands on a card. */
export const referenceIn = (text: string): string => /\d{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '';

/** The one incident that there is; undefined when there is none. Fails when there are several. */
export async function theIncident(town: Town, person: Person) {
  const rows = await town.tables.index.of(person.userId, 10);
  expect(rows.length).toBeLessThan(2);
  const id = rows[0]?.id;
  return id ? (await town.tables.incidents.read(id))?.incident : undefined;
}

/** An incident of Eva's that the officer leads, with the question about a police report in her chat where it is asked. */
export async function askedAboutPolice(cast: Cast): Promise<void> {
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  if (!IS_ASKED) return;
  await cast.officer.press(BUTTON.moreChoices);
  await cast.officer.press(BUTTON.askVictim);
}

/** The victim reads what others are to be told, and answers. */
export async function readAndAnswer(
  victim: Person,
  answer: string,
  more: Record<string, string> = {},
): Promise<Json> {
  await victim.press(READ_FIRST.read);
  return victim.press(answer, more);
}
