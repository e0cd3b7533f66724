import type { IncidentFile } from '../../src/app/ports/incidents';
import { loaded } from '../../src/app/queries/loadIncident';
import { oxelosund } from '../../src/content/municipalities/oxelosund/index';
import { BUTTON } from '../../src/content/texts/common';
import { READ_FIRST } from '../../src/content/texts/pages';
import { REGISTRY } from '../../src/content/texts/timed';
import { notices } from '../../src/routine/rules/notices';
import { IS_LONG } from '../support/long';
import { seeded } from './chance';
import { type Ground, openGround } from './ground';
import { type MortalTown, openMortalTown } from './mortalTown';

/** Real time in which all must have been told. */
const PATIENCE = 60_000;
const KILLS = IS_LONG ? 30 : 4;
const EVA = { id: '7e57da7a-0000-4000-8000-000000000040', name: 'Eva Norrlycke' };
const DONE = 'Klart – nästa steg';

let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.azurite.stop());

async function cast(town: MortalTown) {
  return {
    eva: await town.resident(EVA.id, EVA.name),
    officer: await town.contact('partySecurityOfficer', 'S'),
    strategist: await town.contact('securityStrategist'),
    chief: await town.contact('chiefExecutive'),
  };
}
type Cast = Awaited<ReturnType<typeof cast>>;

/** Reported, taken in, assessed; the police asked. */
async function begin({ eva, officer, strategist }: Cast): Promise<void> {
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
  await eva.press(BUTTON.review, { 'Vad hände': 'Någon ringde i natt' });
  await eva.press(BUTTON.send);
  await officer.press(BUTTON.acknowledge);
  await officer.press(BUTTON.approve);
  await officer.press(DONE, {
    'Vad gäller det?': 'Hot',
    'Är det allvarligt?': 'Ja',
    'Behöver någon vård?': 'Nej',
    'Behövs säkerhetsstrategen?': 'Ja',
    'Gjorde ni bedömningen ihop?': 'Ja',
    'Vem kan vara hos den utsatte nu?': 'Gunnel',
  });
  await strategist.press(BUTTON.fillIn);
  await strategist.press('Polisen är kontaktad', {
    'Vem svarade hos polisen?': 'Kommunpolisen',
    'Vilket råd gav polisen?': 'Anmäl',
    'Jag sa att det rör ett politiskt uppdrag': 'true',
    'Jag frågade om brottsofferstöd': 'Nej',
    'Jag frågade om personsäkerhet': 'Nej',
    'Det här behöver den som leder veta': 'Ring på kvällen',
  });
}

/** The victim wants it reported to the police; the officer finds company and support. */
async function work({ eva, officer, chief }: Cast): Promise<void> {
  await eva.press('Ja, kommunen anmäler');
  await chief.press(BUTTON.fillIn);
  await chief.press('Anmälan är gjord', {
    'Vem anmälde?': 'Margareta',
    'Polisens nummer på anmälan': '5000-K1-26',
    'Jag har begärt åtkomstskydd': 'true',
    'Jag har sagt att det rör ett politiskt uppdrag': 'true',
  });
  await officer.press('Kontakta säkerhetsstrategen');
  await officer.press(DONE, { 'Vem är hos den utsatte?': 'Gunnel' });
  await officer.press(DONE, {
    'Stödpersonens namn': 'Gunnel',
    Telefon: '070-174 06 50',
    'Vem ringer stödpersonen?': 'Ingrid',
    'Har stödpersonen svarat?': 'Ja',
  });
}

/** Home, and what is told to others: form after form, each opened by the press before. */
async function finishDay({ eva, officer, strategist }: Cast): Promise<void> {
  await officer.press('Hemma redan');
  await officer.press(DONE, { 'Vem stannar hos den utsatte?': 'Gunnel' });
  await officer.press('Skicka förslaget', {
    'Vilka ska få veta?': 'Partivänner',
    'Vad ska de få veta?': 'En kollega behöver lugn',
    'På vilket sätt?': 'På gruppmötet',
    'Vem berättar?': 'Ingrid',
  });
  await eva.press(READ_FIRST.read);
  await eva.press(READ_FIRST.answers.yes);
  await strategist.press(BUTTON.readProposal);
  await strategist.press(BUTTON.confirm);
  // Within a working day: without a number it goes up, to the operator in the end.
  await strategist.press(REGISTRY.button);
  await strategist.press(BUTTON.save, { [REGISTRY.fields.number]: 'KS.2026.77' });
}

/** After a week: the talk, and the victim's wish for support. */
async function followUp({ eva, officer, strategist }: Cast): Promise<void> {
  // Still to be held, the first talk stands first.
  await officer.press(BUTTON.firstTalk);
  await officer.press(BUTTON.save, { 'Vilka var med?': 'Eva och Ingrid' });
  await officer.press(BUTTON.fillIn);
  await officer.press('Samtalet är hållet', { 'Vilka var med?': 'Eva och Ingrid' });
  await officer.press(DONE, { 'Hur är läget?': 'Sover bättre' });
  await eva.press('Svara med egna ord');
  await eva.press('Ja, jag vill ha stöd');
  await strategist.press(BUTTON.fillIn);
  await strategist.press('Stödet är beställt', { 'Nummer på beställningen': '42' });
}

async function play(town: MortalTown, people: Cast): Promise<void> {
  await begin(people);
  await work(people);
  await finishDay(people);
  await town.later(7);
  await followUp(people);
  await town.later(1);
}

/** Values that differ from run to run: times, random ids, the reference. */
const plain = (text: string): string =>
  text
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'TIME')
    .replace(/\d{4}-[0-9A-Z]{4}\b/g, 'REFERENCE')
    .replace(/\b[0-9a-z]{26}\b/g, 'ID')
    .replace(/\d{2}[:.]\d{2}/g, 'CLOCK');

/** Notices that hold and have not been told. One that held no more before it was told is none of them. */
async function untold(town: MortalTown, file: IncidentFile): Promise<string[]> {
  const now = await town.routineNow();
  const contacts = await town.tables.contacts.read();
  const told = new Set(
    file.deliveries.flatMap(({ value }) => (value.sentAt || value.failed ? [value.key] : [])),
  );
  return notices(loaded({ municipality: oxelosund, now: () => now }, file, contacts).situation)
    .filter(({ key, since }) => new Date(since) <= now && !told.has(key))
    .map(({ key }) => key);
}

/** Waits for what a dead process had claimed. */
async function settled(town: MortalTown): Promise<IncidentFile> {
  const [{ id = '' } = {}] = await town.tables.index.of(EVA.id, 1);
  const limit = Date.now() + PATIENCE;
  for (;;) {
    await town.sweep();
    const file = await town.tables.incidents.read(id);
    if (!file) throw new Error('The incident is lost.');
    const waiting = await untold(town, file);
    const isPutting = file.cards.some(({ value }) => (value.puttingUntil ?? 0) > town.now());
    if (waiting.length === 0 && !isPutting) return file;
    if (Date.now() > limit)
      throw new Error(`Never told: ${waiting.join()}; a change is under way: ${isPutting}`);
  }
}

/** How all stands in the end. */
async function outcome(town: MortalTown) {
  const file = await settled(town);
  const { once: _, ...incident } = file.incident;
  const history = await town.tables.incidents.history(incident.id);
  const cards = file.cards.map(({ value }) => `${value.person}: ${town.textOf(value.activityId)}`);
  return {
    incident: JSON.parse(plain(JSON.stringify(incident))),
    history: history.entries.map(({ by, act, about }) => plain(`${act} ${about ?? ''} ${by}`)),
    isWhole: history.whole,
    notices: file.deliveries.map(({ value }) => plain(`${value.key} ${value.failed ?? ''}`)).sort(),
    cards: cards.map(plain).sort(),
    posted: town.connector.messages.length,
  };
}

async function playedOut(dieAt?: number) {
  const town = await openMortalTown(ground, dieAt);
  try {
    const people = await cast(town);
    const before = await town.calls();
    await play(town, people);
    const { posted, ...end } = await outcome(town);
    return { before, after: await town.calls(), posted, end, deaths: town.deaths(), errors: town.errors() };
  } finally {
    await town.stop();
  }
}

describe('a process that is killed in the middle of an incident', () => {
  let calm: Awaited<ReturnType<typeof playedOut>>;
  const chance = seeded(19);
  /** One in each stretch of the scenario, so that none is left out. */
  const places = Array.from({ length: KILLS }, (_, number) => (number + chance()) / KILLS);
  let doubles = 0;

  beforeAll(async () => {
    calm = await playedOut();
  });
  afterAll(() =>
    console.info(
      JSON.stringify({ kills: KILLS, calls: calm.after - calm.before, posted: calm.posted, doubles }),
    ),
  );

  it('is not needed for the scenario', () => {
    expect([calm.deaths, calm.errors, calm.end.isWhole]).toEqual([0, [], true]);
    expect(calm.end.incident).toMatchObject({ state: 'open', lead: {} });
    expect(calm.end.notices.length).toBeGreaterThan(6);
  });

  it.each(places)('ends as if nothing had happened (%d of the way)', async (place) => {
    const dieAt = Math.ceil(calm.before + place * (calm.after - calm.before));
    const killed = await playedOut(dieAt);
    expect(killed.deaths).toBe(1);
    expect(killed.errors).toEqual([]);
    expect(killed.end).toEqual(calm.end);
    // All that was to arrive has (the notices in `end`); two that waited for one person while nobody ran come as one card.
    expect(killed.posted).toBeGreaterThanOrEqual(calm.posted - 2);
    doubles += Math.max(0, killed.posted - calm.posted);
  });
});
