import { randomUUID } from 'node:crypto';
import { seedContacts } from '../../src/config/contactList';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { openField, openGround } from '../fleet/ground';
import { startInstance } from '../fleet/instances';
import { type Arrival, startConnector } from '../support/fakeConnector';
import { createPerson, type Person } from '../support/town';
import { median, number, table } from './numbers';
import { pause, press, startFloor, until } from './place';

/** The calm reports of a campaign, an hour. */
const REPORTS_AN_HOUR = Number(process.env.BENCH_REPORTS ?? 5_000);
const ALARMS = Number(process.env.BENCH_ALARMS ?? 20);
/** Milliseconds between two alarms, and of calm reports before the first one under load. */
const BETWEEN = 2_000;
const WARM_UP = 10_000;
/** A municipality with one process, as production has at least; its people are driven from here. */
async function openPlace() {
  const arrivals: Arrival[] = [];
  const [ground, connector] = await Promise.all([
    openGround(),
    startConnector((one) => void arrivals.push(one)),
  ]);
  const field = await openField(ground, 1);
  const random = (size: number) => crypto.getRandomValues(new Uint8Array(size));
  await seedContacts(field.tables, SAMPLES.oxelosund.contacts, { random, now: new Date(field.now()) });
  const bot = await startInstance({ ...field.shared, name: 'bench', sweepSeconds: 15 });
  const { connectionString, tablePrefix } = field.shared;
  const floor = await startFloor({ connectionString, tablePrefix });
  const place = { url: bot.url, idle: async () => undefined };
  const person = (id: string, name: string, email?: string): Person =>
    createPerson(place, connector, id, name, email);
  return {
    floor: { url: floor.url, serviceUrl: connector.serviceUrl },
    /** Resolves with the next message in somebody's chat. */
    arrivalIn({ conversation }: Person): Promise<void> {
      const before = arrivals.length;
      const has = () => arrivals.slice(before).some((one) => one.conversation === conversation);
      return until(has, `a card in ${conversation}`);
    },
    errors: bot.errors,
    politician: async () => {
      const id = randomUUID();
      const one = person(id, 'Utsatt', `${id}@kommun.example`);
      await one.install();
      return one;
    },
    async officer(party: string) {
      const row = SAMPLES.oxelosund.contacts.find(
        (one) => one.role === 'partySecurityOfficer' && one.party === party && one.order === 1,
      );
      if (!row?.userId) throw new Error(`No sample officer of ${party}`);
      const one = person(row.userId, row.name, row.email);
      await one.install();
      return one;
    },
    async stop() {
      floor.child.kill('SIGKILL');
      await bot.stop();
      await Promise.all([ground.azurite.stop(), connector.stop()]);
    },
  };
}
type Place = Awaited<ReturnType<typeof openPlace>>;

/**
 * A calm report of a member of another party, from "rapportera hot" to "Skicka".
 * @returns milliseconds from that press to the card in the chat of `reader`, where one is given
 */
async function report(place: Place, reader?: Person): Promise<number> {
  const person = await place.politician();
  await person.say('rapportera hot');
  await until(() => person.has(BUTTON.safe), 'the first card');
  await person.press(BUTTON.safe);
  await person.press(BUTTON.next, { 'Ditt parti': 'Moderaterna (M)' });
  await person.press(BUTTON.review, { 'Vad hände': 'Ett brev kom i går.' });
  const arrives = reader && place.arrivalIn(reader);
  const began = performance.now();
  await person.press(BUTTON.send);
  await arrives;
  return performance.now() - began;
}

/** From "Skicka" to the officer's card, beside a press on the floor, in turn. */
async function sends(place: Place, reader: Person): Promise<string[][]> {
  const runs: { own: number; floor: number }[] = [];
  for (let one = 0; one <= ALARMS; one++) {
    const floor = await press(place.floor, {
      ...{ person: randomUUID(), message: '', verb: 'act' },
      data: { id: `bench${one}`, kind: 'act' },
    });
    runs.push({ own: await report(place, reader), floor: floor.ms });
  }
  const column = (of: 'own' | 'floor') => median(runs.slice(1).map((one) => one[of]));
  return [
    [`${ALARMS} reports, ms, median`, 'this bot', 'a press on the floor', '÷'],
    [
      `"Skicka" until the card is in the officer's chat`,
      number(column('own')),
      number(column('floor')),
      (column('own') / column('floor')).toFixed(2),
    ],
  ];
}

/** Milliseconds from the press of the red button to the answer, and to the card in the officer's chat. */
async function alarm(place: Place, officer: Person): Promise<{ answered: number; arrived: number }> {
  const person = await place.politician();
  await person.say('rapportera hot');
  await until(() => person.has(FIRST.alarm('S')), 'the first card');
  const arrives = place.arrivalIn(officer);
  const began = performance.now();
  const reaches = arrives.then(() => performance.now() - began);
  await person.press(FIRST.alarm('S'));
  const answered = performance.now() - began;
  return { answered, arrived: await reaches };
}

async function alarms(place: Place, officer: Person) {
  const all: Awaited<ReturnType<typeof alarm>>[] = [];
  for (let one = 0; one < ALARMS; one++) {
    all.push(await alarm(place, officer));
    await pause(BETWEEN);
  }
  const column = (of: 'answered' | 'arrived') => all.map((one) => one[of]);
  return { answered: column('answered'), arrived: column('arrived') };
}

/** Begins a calm report each so often, however long each takes. `stop` resolves when the last has been sent. */
function campaign(place: Place) {
  const under: Promise<void>[] = [];
  let sent = 0;
  const one = async () => {
    await report(place);
    sent += 1;
  };
  const began = performance.now();
  const timer = setInterval(() => under.push(one()), 3_600_000 / REPORTS_AN_HOUR);
  return {
    async stop() {
      const hours = (performance.now() - began) / 3_600_000;
      const inTime = sent;
      clearInterval(timer);
      await Promise.all(under);
      return { begun: under.length, anHour: inTime / hours };
    },
  };
}

/** The time of an acute alarm to the officer, alone and while calm reports come in. */
export async function acutePart(): Promise<string> {
  const place = await openPlace();
  try {
    const officer = await place.officer('S');
    const reader = await place.officer('M');
    await alarm(place, officer);
    const sent = await sends(place, reader);
    const alone = await alarms(place, officer);
    const load = campaign(place);
    await pause(WARM_UP);
    const busy = await alarms(place, officer);
    const { begun, anHour } = await load.stop();
    // An alert to the operator is the routine's own word: it says that somebody on the list has not got the bot.
    const errors = place.errors.filter((line) => !line.includes('"event":"operatorAlert"'));
    if (errors.length > 0) throw new Error(`The bot logged errors: ${errors.slice(0, 3).join('\n')}`);
    const row = (what: string, of: 'answered' | 'arrived') => [
      what,
      ...[alone, busy].map((one) => `${number(median(one[of]))} · ${number(Math.max(...one[of]))}`),
      (median(busy[of]) / median(alone[of])).toFixed(1),
    ];
    return [
      table(sent),
      table([
        [
          `${ALARMS} alarms, ms: median · longest`,
          'alone',
          `with ${number(REPORTS_AN_HOUR)} calm reports an hour`,
          '÷',
        ],
        row('the press is answered', 'answered'),
        row("the card is in the officer's chat", 'arrived'),
      ]),
      `Calm reports begun: ${begun}; sent while the alarms went out: ${number(anHour)} an hour.`,
    ].join('\n\n');
  } finally {
    await place.stop();
  }
}
