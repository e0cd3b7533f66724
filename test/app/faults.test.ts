import type { Bot } from '../../src/app/bot';
import { createBot } from '../../src/app/createBot';
import { createSendGate, withPauses } from '../../src/app/delivery/sendGate';
import { checkAgenda } from '../../src/app/delivery/watchdog';
import type { Deps } from '../../src/app/deps';
import type { AggregateFile, AggregateStore } from '../../src/app/ports/delivery';
import type { Messenger, UpdateResult } from '../../src/app/ports/messenger';
import type { Address } from '../../src/app/ports/people';
import { MAINTENANCE, MUNICIPALITY } from '../../src/app/ports/states';
import { loaded } from '../../src/app/queries/loadIncident';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { dayOf } from '../../src/routine/calendar/localTime';
import { OPERATOR, type PersonId } from '../../src/routine/model/contact';
import { type Notice, type NoticeKind, notices } from '../../src/routine/rules/notices';
import { createConnector } from '../../src/teams/outbound/connector';
import { Claims } from '../support/claims';
import { type FaultyOptions, startFaultyConnector, type Whim } from '../support/faultyConnector';
import { IS_LONG } from '../support/long';
import { MemoryTables } from '../support/memoryTables';
import { contacts, NOW, people } from '../support/pureTown';
import { seeded } from '../support/seeded';

/*
 * Three bad weeks: the real sender and a connector that refuses, fails, cuts, hangs and asks to be left alone, while
 * incidents of all sorts run. Whatever the routine says that someone should know has arrived in the end, or somebody was
 * asked to ring. The clock, which is one for the routine and for waits, goes from due time to due time.
 */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEKS = 21 * DAY;
/** Of a send, in real time: what a hang costs. */
const TIMEOUT = 200;

interface Arrival {
  key: string;
  person: PersonId;
  /** Which send it came with, in the order of the sends: a card may come after that of a later one. */
  send: number;
  /** The sender was told that it has arrived. */
  isKnown: boolean;
}

/** A stretch of the test's time. */
interface Span {
  from: number;
  to: number;
}

const isIn = (span: Span | undefined, at: number): boolean =>
  span !== undefined && at >= span.from && at < span.to;

const OK: Whim = { kind: 'ok', isTaken: true };
const status = (code: number, isTaken = false): Whim => ({ kind: 'status', status: code, isTaken });
const asking = (code: number, seconds: number, isDate: boolean): Whim => ({
  ...status(code),
  retryAfter: { seconds, isDate },
});

/** A connector's faults on a bad day, drawn at random: 6 of 10 requests go well. */
function badDay(chance: () => number): Whim {
  const isTaken = chance() < 0.5;
  const at = chance() * 100;
  if (at < 52) return OK;
  if (at < 60) return { kind: 'slow', isTaken: true };
  if (at < 66) return status(429);
  if (at < 69) return asking(429, 1 + Math.floor(chance() * 90), false);
  if (at < 71) return asking(429, 5 + Math.floor(chance() * 90), true);
  if (at < 72) return asking(503, 1 + Math.floor(chance() * 30), false);
  if (at < 76) return status(412);
  if (at < 79) return status(408);
  if (at < 94) return status([500, 502, 503, 504][Math.floor(chance() * 4)] ?? 500, isTaken);
  if (at < 95) return status(403);
  if (at < 96) return status(404);
  if (at < 99.4) return { kind: 'cut', isTaken };
  return { kind: 'hang', isTaken };
}

/** Persons who cannot be reached for a time, beside the random faults. */
interface Weather {
  /** The whole tenant fails. */
  storm: Span;
  /** Chats that fail for long, and chats that are gone. */
  failing: ReadonlyMap<PersonId, Span>;
  gone: ReadonlyMap<PersonId, Span>;
}

function weather(victims: readonly PersonId[]): Weather {
  const always = { from: 0, to: Number.POSITIVE_INFINITY };
  const every = (count: number, rest: number) => victims.filter((_, at) => at % count === rest);
  return {
    storm: { from: 4 * DAY, to: 4 * DAY + 9 * HOUR },
    failing: new Map([
      [people.strategist, { from: 6 * DAY, to: 7 * DAY }],
      ...every(13, 5).map((person) => [person, { from: 0, to: 2 * DAY }] as const),
    ]),
    gone: new Map([
      [people.otherOfficer, always],
      [people.deputyStrategist, { from: 9 * DAY, to: 12 * DAY }],
      [people.deputy, { from: 2 * DAY, to: 3 * DAY }],
      ...every(11, 3).map((person) => [person, always] as const),
    ]),
  };
}

interface Sending {
  keys: string[];
  posted: Arrival[];
}

/** The bot with the real sender, on tables in memory, and all that a test wants to see of it. */
class Town {
  passed = 0;
  readonly tables = new MemoryTables(contacts, () => NOW.getTime() + this.passed);
  readonly arrived: Arrival[] = [];
  /** Sends whose answer said that nothing was taken, though it was. */
  readonly lies: string[] = [];
  readonly errors: string[] = [];
  /** Incidents that were read or written since it was last emptied. */
  readonly touched = new Set<string>();
  mostAtOnce = 0;
  readonly crowded: PersonId[] = [];
  private readonly claims = new Claims();
  private readonly sending = new Set<PersonId>();
  /** Each send, by its token: its card may come after the sender gave up, and while the next is sent. */
  private readonly sends: Sending[] = [];

  /** An answer of the connector's to that chat has been read. */
  onHeard: (conversation: string) => void = () => undefined;

  now = () => new Date(NOW.getTime() + this.passed);
  realNow = () => NOW.getTime() + this.passed;

  onPosted: FaultyOptions['onPosted'] = (conversation, token) => {
    const person = conversation.slice('chat '.length);
    const send = Number(token);
    const open = this.sends[send];
    const posted = (open?.keys ?? []).map((key) => ({ key, person, send, isKnown: false }));
    open?.posted.push(...posted);
    this.arrived.push(...posted);
  };

  private async watched<R extends UpdateResult>(
    person: PersonId,
    mine: Sending,
    work: () => Promise<R>,
  ): Promise<R> {
    if (this.sending.has(person)) this.crowded.push(person);
    this.sending.add(person);
    this.mostAtOnce = Math.max(this.mostAtOnce, this.sending.size);
    const result = await work();
    this.sending.delete(person);
    if (/^\d+$/.test('code' in result ? result.code : '')) this.onHeard(`chat ${person}`);
    if (result.kind === 'sent') for (const one of mine.posted) one.isKnown = true;
    else if (result.kind !== 'unknown' && mine.posted.length > 0) this.lies.push(`${result.code} ${person}`);
    return result;
  }

  /** One sender for each send, so that the connector can tell them apart. */
  private sender(keys: string[]) {
    const mine: Sending = { keys, posted: [] };
    const token = String(this.sends.push(mine) - 1);
    const options = { timeoutMs: TIMEOUT, realNow: this.realNow, mayCall: () => true };
    return { mine, real: createConnector({ ...options, token: async () => token }) };
  }

  private messenger(): Messenger {
    return {
      send: (to, message) => {
        const { mine, real } = this.sender(this.claims.take(to.userId));
        return this.watched(to.userId, mine, () => real.send(to, message));
      },
      update: (to, id, message) => {
        const { mine, real } = this.sender([]);
        return this.watched(to.userId, mine, () => real.update(to, id, message));
      },
    };
  }

  /** Claims of an aggregate that is no incident. */
  private noting<S>(store: AggregateStore<S>, nameOf: (file: AggregateFile<S>) => string): AggregateStore<S> {
    return {
      read: (id) => store.read(id),
      save: async (file, change) => {
        const result = await store.save(file, change);
        const deliveries = change.deliveries?.map(({ value }) => ({
          value: { ...value, key: `${nameOf(file)} ${value.key}` },
        }));
        if (result === 'saved')
          this.claims.note({ deliveries: deliveries ?? [] }, this.realNow(), () => undefined);
        return result;
      },
    };
  }

  deps(chance: () => number): Deps {
    const gate = createSendGate();
    const { incidents, persons, municipalityState, maintenance, askings, ...ports } = this.tables.ports();
    const arrive = (key: string, person: PersonId) =>
      this.arrived.push({ key, person, send: this.sends.length, isKnown: true });
    return {
      ...ports,
      incidents: {
        ...incidents,
        read: (id) => {
          this.touched.add(id);
          return incidents.read(id);
        },
        save: async (file, change, after) => {
          const result = await incidents.save(file, change, after);
          const named = (key: string) => `${file.incident.id} ${key}`;
          const deliveries = change.deliveries?.map(({ value }) => ({
            value: { ...value, key: named(value.key) },
          }));
          if (result === 'saved') this.claims.note({ deliveries: deliveries ?? [] }, this.realNow(), arrive);
          return result;
        },
      },
      persons: this.noting(persons, ({ state }) => state.person),
      municipalityState: this.noting(municipalityState, () => MUNICIPALITY),
      maintenance: this.noting(maintenance, () => MAINTENANCE),
      askings: this.noting(askings, ({ state }) => state.id),
      messenger: withPauses(this.messenger(), gate, this.realNow),
      gate,
      now: this.now,
      realNow: this.realNow,
      random: (size) => Uint8Array.from({ length: size }, () => Math.floor(chance() * 256)),
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields, event) => {
          if (event === 'operatorAlert')
            arrive(`${String(fields.incident)} ${String(fields.key)}|${OPERATOR}`, OPERATOR);
          else if (event !== 'deadLetter' && event !== 'cardGivenUp')
            this.errors.push(`${event} ${JSON.stringify(fields)}`);
        },
      },
      municipality: oxelosund,
    };
  }
}

const addressOf = (serviceUrl: string, person: PersonId): Address => ({
  serviceUrl,
  conversationId: `chat ${person}`,
  userId: person,
  botId: 'bot',
  tenantId: 'tenant1',
});

/** Someone presses at a time of the test. */
interface Deed {
  at: number;
  act(bot: Bot, town: Town): Promise<unknown>;
}

const victimOf = (at: number): PersonId => `victim${String(at).padStart(4, '0')}`;
const idOf = (at: number): string => `incident${String(at).padStart(18, '0')}`;

/** The course of one incident: an alarm or a report that is left, taken, or worked on. */
function deedsOf(at: number, chance: () => number): Deed[] {
  const victim = victimOf(at);
  const id = idOf(at);
  const begin = Math.floor(chance() * 6 * DAY);
  const isAlarm = at % 2 === 0;
  const sort = at % 6;
  const isTaken = sort < 4;
  const press = (when: number, person: PersonId, verb: string, data: Record<string, string> = {}): Deed => ({
    at: when,
    act: (bot, town) =>
      bot.onAction({
        caller: { person, name: 'N', address: addressOf('', person) },
        verb,
        data: {
          id,
          draft: id,
          once: `once${when}`,
          ...Object.fromEntries(
            Object.entries(data).map(([key, value]) => [key, value === 'TODAY' ? dayOf(town.now()) : value]),
          ),
        },
        activityId: undefined,
      }),
  });
  const told: Deed[] = isAlarm
    ? [press(begin, victim, 'alarmParty', { party: 'S' })]
    : [
        press(begin, victim, 'safe'),
        press(begin + MINUTE, victim, 'toPage', {
          page: 'you',
          to: 'what',
          party: at % 5 === 0 ? 'M' : 'S',
        }),
        press(begin + 2 * MINUTE, victim, 'toPage', {
          page: 'what',
          to: 'review',
          what: 'x',
          kinds: 'threat',
        }),
        press(begin + 3 * MINUTE, victim, 'send'),
      ];
  const taken = begin + Math.floor((1 + chance() * 90) * MINUTE);
  const lead = !isAlarm && at % 5 === 0 ? people.strategist : people.officer;
  if (!isTaken) return told;
  const works: Deed[] = [
    press(taken + HOUR, lead, 'approve', { step: 'assess' }),
    press(taken + 2 * HOUR, lead, 'endStep', {
      step: 'assess',
      kinds: 'threat',
      serious: 'yes',
      care: 'no',
      together: 'yes',
    }),
    press(taken + DAY, people.strategist, 'endStep', {
      step: 'contact-police',
      when: 'TODAY',
      link: 'true',
      victimSupport: 'nothing',
      protection: 'notAsked',
      nothingToKnow: 'true',
    }),
    press(taken + DAY + HOUR, victim, 'decide', { answer: sort === 0 ? 'municipality' : 'notNow' }),
    press(taken + 2 * DAY, lead, 'endStep', { step: 'initial-support', who: 'G' }),
  ];
  return [...told, press(taken, lead, 'acknowledge'), ...(sort < 3 ? works : [])];
}

/** Notices to those who act, or to whom it happened: when Teams does not reach them, they are rung. */
const RUNG: ReadonlySet<NoticeKind> = new Set<NoticeKind>([
  'asked',
  'askedAgain',
  'told',
  'broughtIn',
  'duty',
  'received',
  'decision',
  'decisionAgain',
  'ring',
  'alone',
  'policeToday',
  'up',
]);

/** Looks at every incident whenever anything was done with it: what is due must have been told, or be under way. */
class Watch {
  /** All that was ever due, by incident and key. */
  readonly wanted = new Set<string>();
  /** Due, and neither told nor to be tried again soon. */
  readonly forgotten: string[] = [];
  /** Failed, and nobody is to ring. */
  readonly silent = new Set<string>();

  constructor(
    private readonly town: Town,
    private readonly deps: Deps,
  ) {}

  async look(id: string): Promise<void> {
    const file = await this.town.tables.ports().incidents.read(id);
    if (!file) return;
    const due = this.town.tables.agendaRows.get(id)?.value.due ?? Number.POSITIVE_INFINITY;
    const { situation } = loaded(this.deps, file, this.town.tables.contacts);
    const all = notices(situation);
    for (const notice of all) {
      if (Date.parse(notice.since) > this.town.now().getTime()) continue;
      const name = `${id} ${notice.key}`;
      this.wanted.add(name);
      const row = file.deliveries.find(({ value }) => value.key === notice.key)?.value;
      const isEnded = row?.sentAt !== undefined || (row?.failed !== undefined && notice.kind !== 'call');
      // What waits stands on the agenda, for a time that comes soon.
      if (!isEnded && due > this.town.realNow() + 1.3 * HOUR) this.forgotten.push(name);
      const hasFailed =
        (row?.failed ?? row?.failedAt) !== undefined && situation.unreachable.has(notice.person);
      if (hasFailed && RUNG.has(notice.kind) && !isRung(all, notice.person)) this.silent.add(name);
    }
  }
}

/** Somebody who can be reached is to ring, now or later; or whoever runs the bot knows. */
const isRung = (all: readonly Notice[], person: PersonId): boolean => {
  const targets = ['victim', ...contacts.filter((one) => one.person === person).map(({ id }) => id)];
  const isVictim = person.startsWith('victim');
  return all.some(
    ({ kind, key }) =>
      kind === 'call' &&
      targets.some((to) => (to === 'victim') === isVictim && key.startsWith(`call|${to}.`)),
  );
};

/** Until then; what stays due though it was looked at does not hold up the clock. */
async function advance(town: Town, bot: Bot, watch: Watch, until: number): Promise<void> {
  let step = SECOND;
  for (;;) {
    town.touched.clear();
    await bot.sweep();
    await bot.idle();
    for (const id of [...town.touched]) await watch.look(id);
    if (town.passed >= until) return;
    const due =
      Math.min(...town.tables.agendaRows.all().map(({ value }) => value.due), Number.POSITIVE_INFINITY) -
      NOW.getTime();
    const isStuck = due - town.passed < step;
    town.passed = Math.min(until, isStuck ? town.passed + step : due);
    step = isStuck ? step * 2 : SECOND;
  }
}

const hashOf = (text: string): number =>
  [...text].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) | 0, 0);

const FAILING = [status(503), status(429), status(500), { kind: 'cut', isTaken: false }] as const;

/** The fault of a request, drawn from its chat and number, so that other requests do not change it. */
const whims =
  (town: Town, sky: Weather, seed: number): FaultyOptions['whim'] =>
  ({ conversation, count }) => {
    const person = conversation.slice('chat '.length);
    const chance = seeded(seed + hashOf(`${person} ${count}`));
    const at = town.passed;
    if (isIn(sky.gone.get(person), at)) return status(chance() < 0.5 ? 403 : 404);
    if (at >= WEEKS) return OK;
    if (isIn(sky.storm, at) || isIn(sky.failing.get(person), at))
      return FAILING[Math.floor(chance() * FAILING.length)] ?? OK;
    return badDay(chance);
  };

async function openTown(victims: readonly PersonId[], seed: number) {
  const town = new Town();
  const connector = await startFaultyConnector({
    now: town.realNow,
    whim: whims(town, weather(victims), seed),
    onPosted: town.onPosted,
  });
  town.onHeard = connector.heard;
  const officials = new Set(contacts.flatMap((one) => one.person ?? []));
  for (const person of [...victims, ...officials])
    await town.tables.ports().people.save({
      person,
      name: 'N',
      address: addressOf(connector.serviceUrl, person),
    });
  return { town, connector };
}

/** Three weeks of faults, and three hours without, in which all that waits is tried again. */
async function threeWeeks(count: number, seed: number) {
  const chance = seeded(seed);
  const victims = Array.from({ length: count }, (_, at) => victimOf(at));
  const { town, connector } = await openTown(victims, seed);
  const deps = town.deps(chance);
  const bot = createBot(deps);
  const watch = new Watch(town, deps);
  const deeds = victims.flatMap((_, at) => deedsOf(at, chance)).sort((a, b) => a.at - b.at);
  const days = Array.from({ length: WEEKS / DAY }, (_, day) => ({
    at: (day + 1) * DAY,
    act: () => checkAgenda(deps),
  }));
  for (const deed of [...deeds, ...days].sort((a, b) => a.at - b.at)) {
    await advance(town, bot, watch, deed.at);
    await deed.act(bot, town);
    await bot.idle();
  }
  await advance(town, bot, watch, WEEKS + 3 * HOUR);
  await connector.stop();
  return { town, connector, deps, watch };
}

/** In the end: what is due and was neither told nor refused for good, a call above all; what counts as told and never came. */
async function missing(town: Town, deps: Deps, id: string): Promise<string[]> {
  const file = await town.tables.ports().incidents.read(id);
  if (!file) return [`no ${id}`];
  const came = new Set(town.arrived.map(({ key }) => key));
  const never = file.deliveries
    .filter(({ value }) => value.sentAt && !came.has(`${id} ${value.key}`))
    .map(({ value }) => `${id} ${value.key} never came`);
  const now = town.now().getTime();
  const untold = notices(loaded(deps, file, contacts).situation)
    .filter((notice) => Date.parse(notice.since) <= now)
    .filter(({ key, kind }) => {
      const row = file.deliveries.find(({ value }) => value.key === key)?.value;
      return !row?.sentAt && (!row?.failed || kind === 'call');
    })
    .map(({ key }) => `${id} ${key} was not told`);
  return [...never, ...untold];
}

/** Notices that came several times, and whether one was sent after the sender knew that it had come. */
function doubles(town: Town) {
  const times = new Map<string, Arrival[]>();
  for (const one of town.arrived) times.set(one.key, [...(times.get(one.key) ?? []), one]);
  const twice = [...times].filter(([, all]) => all.length > 1);
  const isSentKnown = ([, all]: [string, Arrival[]]) =>
    all.some((one) => one.isKnown && all.some((other) => other !== one && other.send >= one.send));
  return { twice: twice.length, unexpected: twice.filter(isSentKnown).map(([key]) => key) };
}

/** The whole search: as many as a municipality never has at once, and other chances. */
const RUNS = IS_LONG
  ? [
      [200, 1],
      [60, 2],
      [60, 3],
    ]
  : [[2, 1]];

describe.each(RUNS)('%i incidents in three bad weeks (%i)', (count, seed) => {
  it('lose no notice: each has arrived, or somebody was told to ring', async () => {
    const { town, connector, deps, watch } = await threeWeeks(count, seed);
    const { twice, unexpected } = doubles(town);
    const of = (part: string) => town.arrived.filter(({ key }) => key.includes(part)).length;
    const counts = {
      requests: connector.requests(),
      wanted: watch.wanted.size,
      arrived: new Set(town.arrived.map(({ key }) => key)).size,
      twice,
      calls: of(' call|'),
      alerts: of(`|${OPERATOR}`),
      atOnce: town.mostAtOnce,
    };
    console.info(`faults (${seed}): ${JSON.stringify({ ...counts, ...connector.faults })}`);
    const ids = Array.from({ length: count }, (_, at) => idOf(at));
    expect((await Promise.all(ids.map((id) => missing(town, deps, id)))).flat()).toEqual([]);
    expect(watch.forgotten).toEqual([]);
    expect([...watch.silent]).toEqual([]);
    // A double only where the answer was lost; nothing that was taken counts as refused.
    expect([unexpected, town.lies]).toEqual([[], []]);
    expect([connector.disturbed, town.crowded, town.errors]).toEqual([[], [], []]);
    expect(town.mostAtOnce).toBeLessThanOrEqual(8);
    // That it was a bad time shows that something was tried.
    expect(counts.calls).toBeGreaterThan(0);
    expect(counts.alerts).toBeGreaterThan(0);
    expect(Object.keys(connector.faults).length).toBeGreaterThan(12);
  });
});
