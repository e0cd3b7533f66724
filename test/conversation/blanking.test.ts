import { BUTTON } from '../../src/content/texts/common';
import { dayOf } from '../../src/routine/calendar/localTime';
import { buttons, words } from '../support/cardReading';
import type { Person, Town } from '../support/town';
import { CONTACTS, IS_ASKED, NOTHING_MORE, STEP } from './here';
import { alarm, type Cast, openCast, report, SECRET, theIncident } from './support';

/** Each card of the incident that was ever posted to this person, as their client shows it now. */
async function cardsOf(town: Town, id: string, person: Person) {
  const file = await town.tables.incidents.read(id);
  const row = file?.cards.find(({ value }) => value.person === person.userId)?.value;
  const seen = person.sees();
  const at = (activity: string) => seen[person.chat().findIndex((one) => one.id === activity)] ?? {};
  return { live: at(row?.activityId ?? ''), older: (row?.older ?? []).map(at) };
}

/** What may be pressed on a card, but for the way on that every card has: whom to ring. */
const pressable = (card: Parameters<typeof buttons>[0]) =>
  buttons(card).filter(({ verb }) => verb !== 'contacts');

const idOf = async (town: Town, person: Person): Promise<string> =>
  (await theIncident(town, person))?.id ?? '';

/** Two officers of equal order: both are asked, the second to press stands by. */
const PEERS = CONTACTS.map((one) => (one.party === 'S' ? { ...one, order: 1 } : one));

/** The deputy takes it on and hands it over to the officer: they have led, so they read on as a reserve. */
async function handedOn({ town, eva, officer, deputy }: Cast): Promise<string> {
  await deputy.press(BUTTON.acknowledge);
  const id = await idOf(town, eva);
  const rows = await town.tables.contacts.read();
  const contact = rows.find(({ person }) => person === officer.userId)?.id ?? '';
  await deputy.invoke(deputy.chat().at(-1)?.id ?? '', 'handOver', { id, once: 'handOver1', contact });
  await town.later(0);
  return id;
}

/** Reported, led, and with the chief executive; everybody who may has the details open. */
async function opened(cast: Cast): Promise<string> {
  const { town, eva, officer, chief } = cast;
  await alarm(eva);
  await officer.press(BUTTON.acknowledge);
  await eva.press(BUTTON.tell);
  await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde` });
  await eva.press(BUTTON.send);
  const id = await idOf(town, eva);
  const press = (who: Person, verb: string, data: object) =>
    who.invoke(who.chat().at(-1)?.id ?? '', verb, { id, once: `${verb}1`, ...data });
  if (IS_ASKED) {
    await press(officer, 'askDecision', {});
    await press(eva, 'decide', { answer: 'municipality' });
  } else {
    await press(officer, 'approve', { step: STEP.assess.id });
    await press(officer, 'endStep', { step: STEP.assess.id, ...NOTHING_MORE });
  }
  const when = dayOf(town.now);
  await press(chief, 'endStep', { step: STEP.report.id, when, by: `${SECRET} anmälde` });
  for (const person of [officer, chief]) {
    // A form that is open gives way to the card that has the button.
    if (person.has(BUTTON.back)) await person.press(BUTTON.back);
    await person.press(BUTTON.details);
  }
  return id;
}

async function close(town: Town, id: string): Promise<void> {
  const file = await town.tables.incidents.read(id);
  if (!file) throw new Error('No incident.');
  const closedAt = town.now.toISOString();
  const state = { state: 'closed', closeReason: 'finished', closedAt } as const;
  const incident = { ...file.incident, ...state, rev: file.incident.rev + 1 };
  await town.tables.agenda.wake(id, town.now.getTime(), incident.rev);
  expect(await town.tables.incidents.save(file, { incident })).toBe('saved');
  // A form that was left open is spared for half an hour.
  town.passReal(3_600_000);
  await town.later(3_600_000);
  await town.later(3_600_000);
}

it('closed: no card of it shows content any more, and all older ones are one line with nothing to press but whom to ring', async () => {
  const cast = await openCast({ contacts: PEERS });
  const { town, eva, officer, deputy, strategist, chief } = cast;
  const id = await opened(cast);
  for (const one of [officer, chief]) expect(one.text()).toContain(SECRET);
  await close(town, id);
  let older = 0;
  for (const person of [eva, officer, deputy, strategist, chief]) {
    const cards = await cardsOf(town, id, person);
    for (const card of [cards.live, ...cards.older]) expect(words(card)).not.toContain(SECRET);
    for (const card of cards.older) {
      expect(pressable(card)).toEqual([]);
      expect(
        words(card)
          .split('\n')
          .filter((line) => line !== BUTTON.contacts),
      ).toHaveLength(1);
    }
    older += cards.older.length;
  }
  expect(older).toBeGreaterThan(1);
  // Who has no more part in it has nothing to press.
  expect(pressable((await cardsOf(town, id, chief)).live)).toEqual([]);
});

it.each([
  [
    'says that it is too close',
    // On another card than the one in which the details are open.
    async ({ eva, officer, town }: Cast) =>
      officer.invoke(officer.chat()[0]?.id ?? '', 'recuse', { id: await idOf(town, eva), once: 'out1' }),
  ],
  [
    'is of the party that it is about',
    async ({ eva, town }: Cast) =>
      eva.invoke(eva.chat().at(-1)?.id ?? '', 'reportOwnParty', { id: await idOf(town, eva), once: 'own1' }),
  ],
])('who %s loses content and buttons of every card at once, with the details open', async (_, act) => {
  const cast = await openCast();
  const { town, eva, officer } = cast;
  await alarm(eva);
  await officer.press(BUTTON.acknowledge);
  await eva.press(BUTTON.tell);
  await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde` });
  await eva.press(BUTTON.send);
  const id = await idOf(town, eva);
  await officer.press(BUTTON.details);
  expect(officer.text()).toContain(SECRET);
  await act(cast);
  const cards = await cardsOf(town, id, officer);
  for (const card of [cards.live, ...cards.older]) {
    expect(words(card)).not.toContain(SECRET);
    expect(
      words(card)
        .split('\n')
        .filter((line) => line !== BUTTON.contacts),
    ).toHaveLength(1);
    expect(pressable(card)).toEqual([]);
  }
  expect(officer.text()).not.toContain(SECRET);
});

/** Reported, not acute; the deputy stands by, and has the details open in a card that does not change by closing. */
async function standingBy(cast: Cast): Promise<string> {
  await report(cast.eva);
  return handedOn(cast);
}

it('closed: a stand-by who has the details open sees them no more, and not for long when they look again', async () => {
  const cast = await openCast({ contacts: PEERS });
  const { town, deputy } = cast;
  const id = await standingBy(cast);
  await deputy.press(BUTTON.details);
  expect(deputy.text()).toContain(SECRET);
  await close(town, id);
  expect(deputy.text()).not.toContain(SECRET);
  expect(words((await cardsOf(town, id, deputy)).live)).toContain('Ärendet är avslutat');
  // The card itself changes no more: what a press opened in it is put back all the same.
  await deputy.press(BUTTON.details);
  expect(deputy.text()).toContain(SECRET);
  town.passReal(3_600_000);
  await town.later(3_600_000);
  expect(deputy.text()).not.toContain(SECRET);
});

it('installed anew, with the details open in the chat that Teams has kept: that card is one line too', async () => {
  const cast = await openCast({ contacts: PEERS });
  const { town, deputy } = cast;
  const id = await standingBy(cast);
  await deputy.press(BUTTON.details);
  const old = deputy.chat().length;
  await deputy.uninstall();
  await deputy.install();
  await close(town, id);
  expect(deputy.chat().length).toBeGreaterThan(old);
  expect(deputy.text()).not.toContain(SECRET);
  expect((await cardsOf(town, id, deputy)).older.length).toBeGreaterThan(0);
  for (const card of (await cardsOf(town, id, deputy)).older) expect(pressable(card)).toEqual([]);
});

it('a page asked for by a message (Action.Submit of no card of ours) is not posted into the chat', async () => {
  const cast = await openCast({ contacts: PEERS });
  const { town, deputy } = cast;
  const id = await standingBy(cast);
  const before = town.connector.messages.length;
  for (const value of [
    { verb: 'page', id, page: 'details' },
    { action: { verb: 'page', data: { id, page: 'details' } } },
  ])
    await deputy.post({ type: 'message', text: '', value, replyToId: deputy.chat().at(-1)?.id });
  const posted = town.connector.messages.slice(before);
  expect(posted).toHaveLength(2);
  for (const { card } of posted) expect(words(card)).toContain('Så får du hjälp');
  expect((await town.tables.incidents.views(id)).entries.map(({ what }) => what)).toEqual(['name']);
});
