import type { LinksPage, OverviewPage } from '../../src/api/contract';
import { BUTTON } from '../../src/content/texts/common';
import { LOG_LOOKS } from '../../src/content/texts/log';
import { LINKS } from '../../src/content/texts/tab/links';
import { STEP } from '../conversation/here';
import { type Cast, DAY, openCast, report, resident, SECRET } from '../conversation/support';
import { type OpenId, usingOpenId } from '../support/openId';
import { LINKED, wholeFor } from '../support/retention';
import type { Person, TownOptions } from '../support/town';

/* One sender in several incidents: the strategist's, by a decision, as long as it holds; and nothing of it is kept. */

const SENDER = 'arg.avsandare@exempel.example';

const directory = usingOpenId();
let openId: OpenId;
beforeAll(() => {
  openId = directory();
});

let cast: Cast;
/** Whose incident is read by the strategist, and of a party alone. */
let own: Person;
let party: Person;

const idOf = async (who: Person): Promise<string> =>
  (await cast.town.tables.index.of(who.userId, 1))[0]?.id ?? '';
const press = async (who: Person, verb: string, data: object) =>
  who.invoke('', verb, { once: `${verb}1`, ...data });

async function asked<P>(
  who: { userId: string },
  ask: string,
): Promise<{ status: number; text: string; body: P }> {
  const response = await fetch(`${cast.town.url}/api/tab/ask`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${openId.tabToken(who.userId)}` },
    body: JSON.stringify({ ask }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as P };
}
const links = (who: { userId: string } = cast.strategist) => asked<LinksPage>(who, 'links');

/** Two of one party have been written to from the same address; the strategist has the first of the incidents. */
async function open(options: TownOptions = { links: LINKED }): Promise<void> {
  cast = await openCast({ openId, ...options });
  own = cast.eva;
  party = await resident(
    cast.town,
    '7e57da7a-0000-4000-8000-000000000055',
    'Nils Söderlycke',
    'nils@kommun.example',
  );
  await report(own, `Mejl från ${SENDER.toUpperCase()} till mig. ${SECRET}`);
  await cast.officer.press(BUTTON.acknowledge);
  const id = await idOf(own);
  await press(cast.officer, 'approve', { id, step: STEP.strategist.id });
  await press(cast.officer, 'endStep', { id, step: STEP.strategist.id });
  await report(party, `Jag fick också mejl av ${SENDER}. ${SECRET}`);
  await cast.town.idle();
}

describe('with a decision', () => {
  beforeEach(() => open());

  it('the strategist sees in how many incidents, opens those that are theirs, and reads neither address, name nor party', async () => {
    const { status, text, body } = await links();
    const reference = (await cast.town.tables.incidents.read(await idOf(own)))?.incident.reference ?? '';
    expect([status, body.rows]).toEqual([
      200,
      [
        {
          id: await idOf(own),
          title: LINKS.row(2, ['email']),
          note: LINKS.others(1),
          links: [expect.objectContaining({ title: LINKS.open(reference), data: { id: await idOf(own) } })],
        },
      ],
    ]);
    expect(body.notes[0]).toBe(LINKS.decided(LINKED.decision, LINKED.until));
    expect(body.notes.join(' ')).toContain(LINKED.purpose);
    for (const word of [SENDER, SECRET, own.name, party.name, await idOf(party), 'exempel'])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    expect((await asked<OverviewPage>(cast.strategist, 'overview')).body.mayLink).toBe(true);
  });

  it('each incident that is counted says in its own log who looked and why; the victim sees that somebody did', async () => {
    await links();
    for (const who of [own, party]) {
      const { entries } = await cast.town.tables.incidents.views(await idOf(who));
      expect(entries.filter(({ what }) => what === 'links')).toMatchObject([
        { by: cast.strategist.userId, purpose: LINKED.purpose, what: 'links' },
      ]);
      const { card } = await press(who, 'looks', { id: await idOf(who) });
      expect(JSON.stringify(card).toLowerCase()).toContain(LOG_LOOKS.links?.toLowerCase());
    }
    expect(cast.town.log.lines.filter((line) => line.includes('linksLooked'))).toHaveLength(1);
  });

  it('nobody else looks: neither who leads, another post, a victim nor a stranger', async () => {
    const stranger = { userId: '7e57da7a-0000-4000-8000-000000000099' };
    for (const who of [cast.officer, cast.deputy, cast.chief, cast.otherOfficer, own, party, stranger])
      expect([who.userId, [403, 404].includes((await links(who)).status)]).toEqual([who.userId, true]);
    const { entries } = await cast.town.tables.incidents.views(await idOf(party));
    expect(entries.filter(({ what }) => what === 'links')).toEqual([]);
  });

  it('addresses of the bot’s own people link nothing: whoever pastes a message pastes whom it was to', async () => {
    const third = await resident(cast.town, '7e57da7a-0000-4000-8000-000000000056', 'Vera Österlycke');
    await report(third, `Till: ${own.name} eva.norrlycke@kommun.example, ${cast.officer.name}. ${SECRET}`);
    await press(own, 'amend', {
      id: await idOf(own),
      page: 'what',
      what: 'Till eva.norrlycke@kommun.example',
    });
    await cast.town.idle();
    const { body } = await links();
    expect(body.rows.map(({ title }) => title)).not.toContain(LINKS.row(3, ['email']));
  });

  it('an incident that somebody is out of is none to them: it is neither counted nor linked', async () => {
    const row = (await cast.town.tables.contacts.read()).find(
      ({ person }) => person === cast.strategist.userId,
    );
    await press(cast.officer, 'acknowledge', { id: await idOf(party) });
    await press(cast.officer, 'nameSuspects', { id: await idOf(party), suspects: row?.id });
    expect((await links()).body.rows).toEqual([]);
    const { entries } = await cast.town.tables.incidents.views(await idOf(party));
    expect(entries.filter(({ what }) => what === 'links')).toEqual([]);
  });

  it('keeps nothing: what is stored is the same rows, and none holds the address', async () => {
    const keys = async () =>
      (await cast.town.tables.rawRows(5_000))
        .map(({ table, partitionKey, rowKey }) => `${table} ${partitionKey} ${rowKey}`)
        .filter((key) => !/ (?:8\|view|3\|viewHead)/.test(key))
        .sort();
    const before = await keys();
    await links();
    expect(await keys()).toEqual(before);
    expect(JSON.stringify(await cast.town.tables.rawRows(5_000))).not.toContain(SENDER);
  });
});

describe('the decision', () => {
  it('is needed: without one there is no such page, and nobody is told of it', async () => {
    await open({});
    expect((await links()).status).toBe(404);
    expect((await asked<OverviewPage>(cast.strategist, 'overview')).body.mayLink).toBe(false);
  });

  it('ends by itself: its last day counts, the next does not', async () => {
    await open({ links: { ...LINKED, until: '2026-11-25' } });
    await cast.town.later(DAY);
    expect((await links()).status).toBe(200);
    await cast.town.later(DAY);
    expect((await links()).status).toBe(404);
    expect((await asked<OverviewPage>(cast.strategist, 'overview')).body.mayLink).toBe(false);
  });

  it('links nothing of a report that has been erased', async () => {
    await open({ links: LINKED, retention: wholeFor(1, 'KS 2026/1') });
    const id = await idOf(party);
    const file = await cast.town.tables.incidents.read(id);
    if (!file) throw new Error('No incident.');
    const { versions: _, ...rest } = file.incident;
    const gone = { ...rest, rev: rest.rev + 1, report: {} };
    expect(await cast.town.tables.incidents.save(file, { incident: gone })).toBe('saved');
    expect((await links()).body.rows).toEqual([]);
  });
});
