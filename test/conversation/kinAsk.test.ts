import { BUTTON } from '../../src/content/texts/common';
import { KEEP_SILENCE, LISTS } from '../../src/content/texts/pages';
import { KIN, KIN_ASK, KIN_LOOK } from '../../src/content/texts/people/kin';
import type { Person } from '../support/town';
import { HERE, times } from './here';
import {
  alarm,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';

const MINUTE = 60_000;
const { fields } = KIN;

/** Who holds the list beside the officer: a post that no incident is ever led from. */
const HOLDER = HERE.sample.contacts.find(({ role, party }) => role === 'groupLeader' && party === 'S');

/** Eva has left whom to ring (unless `none`), has alarmed, and the officer leads; the group leader has the bot. */
async function begun({ none = false, contacts = HERE.sample.contacts } = {}) {
  const cast = await openCast({ contacts });
  const { town, eva, officer } = cast;
  const leader = await resident(town, HOLDER?.userId ?? '', HOLDER?.name ?? '');
  if (!none) {
    await eva.say('anhörig');
    await eva.press(KIN.open);
    await eva.press(KIN.add);
    await eva.press(KIN.save, {
      [fields.name]: `Ulla ${SECRET}`,
      [fields.phone]: '070-174 06 77',
      [fields.relation]: 'mamma',
    });
  }
  await alarm(eva);
  await officer.press(BUTTON.acknowledge);
  await officer.press(BUTTON.details);
  await officer.press(KIN_LOOK.button);
  const id = (await theIncident(town, eva))?.id ?? '';
  return { ...cast, leader, id, before: leader.chat().length };
}

type Begun = Awaited<ReturnType<typeof begun>>;

const ask = async ({ officer, town }: Begun) => {
  await officer.press(KIN_ASK.button);
  await town.later(0);
};

const stale = async (person: Person, verb: string, data: Record<string, string>) =>
  person.text((await person.invoke(person.chat().at(-1)?.id ?? '', verb, data)).card);

describe('the group leader, asked for the numbers of next of kin', () => {
  it('gets a card without a name; one press shows the entry for an hour, is logged, and told to the politician', async () => {
    const cast = await begun();
    const { town, eva, leader, officer, id, before } = cast;
    expect(view(officer)).toContain(KIN_ASK.willAsk(HOLDER?.name ?? '', times.kinShown));
    await ask(cast);
    expect(leader.chat().length).toBe(before + 1);
    expect(newest(leader)).toContain(KIN_ASK.title);
    for (const hidden of [EVA.name, 'Ulla', (await theIncident(town, eva))?.reference ?? '-'])
      expect(newest(leader)).not.toContain(hidden);
    expect(view(officer)).toContain(HOLDER?.name);
    // Asked again while it waits: nothing more comes.
    await stale(officer, 'askKin', { id });
    await town.later(0);
    expect(leader.chat().length).toBe(before + 1);
    await town.later(2 * MINUTE);
    await leader.press(KIN_ASK.open);
    expect(view(leader)).toContain(EVA.name);
    for (const part of [`Ulla ${SECRET}`, '070-174 06 77', KIN_ASK.rings, KIN_ASK.noList])
      expect(view(leader)).toContain(part);
    await town.later(0);
    expect(newest(eva)).toContain(KIN_LOOK.looked);
    expect(newest(eva)).toContain(HOLDER?.name);
    const { entries } = await town.tables.incidents.history(id);
    expect(entries.find(({ act }) => act === 'readKin')).toMatchObject({
      by: leader.userId,
      as: 'kinHolder',
    });
    // It stands until the hour is over, and then it is gone from the chat by itself.
    await town.later(58 * MINUTE);
    expect(view(leader)).toContain(`Ulla ${SECRET}`);
    await town.later(3 * MINUTE);
    expect(newest(leader)).toContain(KIN_ASK.gone);
    expect(view(leader)).not.toContain('Ulla');
    expect(await stale(leader, 'readKin', { id })).not.toContain('Ulla');
    await leader.say('mina ärenden');
    expect(newest(leader)).not.toContain(LISTS.show((await theIncident(town, eva))?.reference ?? '-'));
    // What is asked anew is shown anew.
    await officer.say('mina ärenden');
    await officer.press(LISTS.show((await theIncident(town, eva))?.reference ?? ''));
    await officer.press(BUTTON.details);
    await officer.press(KIN_LOOK.button);
    await ask(cast);
    await leader.press(KIN_ASK.open);
    expect(view(leader)).toContain(`Ulla ${SECRET}`);
    expectNowherePosted(town, 'Ulla', '070-174 06 77');
  });

  it('rings themselves: the lead is told, and the number can be seen again within the hour', async () => {
    const cast = await begun();
    const { town, leader, officer, id } = cast;
    await ask(cast);
    await leader.press(KIN_ASK.open);
    await leader.press(KIN_ASK.rings);
    expect(view(leader)).toContain(KIN_ASK.ringing);
    expect(view(leader)).not.toContain('Ulla');
    await town.later(MINUTE);
    expect(newest(officer)).toContain('ringer de anhöriga och berättar');
    await leader.press(KIN_ASK.again);
    expect(view(leader)).toContain(`Ulla ${SECRET}`);
    await town.later(61 * MINUTE);
    expect(newest(leader)).toContain(KIN_ASK.gone);
    expect(await stale(leader, 'answerKin', { id, how: 'noList' })).not.toContain('Ulla');
    expect((await town.tables.incidents.read(id))?.incident.kinAsk?.answer?.how).toBe('rings');
  });

  it('has no list, and the politician left nobody: the lead is told whom to ring instead', async () => {
    const cast = await begun({ none: true });
    const { town, leader, officer } = cast;
    await ask(cast);
    await leader.press(KIN_ASK.open);
    expect(view(leader)).toContain(KIN_ASK.noneLeft);
    await leader.press(KIN_ASK.noList);
    expect(view(leader)).toContain(KIN_ASK.thanks);
    await town.later(MINUTE);
    expect(newest(officer)).toContain('har ingen lista på anhöriga');
    await officer.press(KIN_LOOK.button);
    expect(view(officer)).toContain(
      HERE.sample.contacts.find(({ role }) => role === 'securityStrategist')?.name,
    );
    expect(view(officer)).toContain(KIN_ASK.button);
  });

  it('silent: the lead hears of it after a quarter of an hour, with the numbers to ring', async () => {
    const cast = await begun();
    const { town, officer } = cast;
    await ask(cast);
    await town.later(14 * MINUTE);
    expect(newest(officer)).not.toContain('har inte svarat om anhöriga');
    await town.later(2 * MINUTE);
    expect(newest(officer)).toContain('har inte svarat om anhöriga');
    await officer.press(KIN_LOOK.button);
    expect(view(officer)).toContain(HOLDER?.name);
    expect(view(officer)).toContain(
      HERE.sample.contacts.find(({ role }) => role === 'securityStrategist')?.name,
    );
  });

  it('loses it at once when the politician takes consent back, with the page that stands open', async () => {
    const cast = await begun();
    const { town, eva, leader, id } = cast;
    await ask(cast);
    await leader.press(KIN_ASK.open);
    await stale(eva, 'withdrawConsent', { id, once: 'w1' });
    await town.later(0);
    expect(newest(leader)).toContain(KIN_ASK.gone);
    expect(await stale(leader, 'readKin', { id })).not.toContain('Ulla');
    const looks = (await town.tables.incidents.read(id))?.incident.kinLooks;
    expect(looks).toHaveLength(1);
  });

  it('promises silence before the first look of a term: until then nothing is shown, logged as read, or told', async () => {
    const contacts = HERE.sample.contacts.map((row) =>
      row.userId === HOLDER?.userId ? { ...row, silence: undefined } : row,
    );
    const cast = await begun({ contacts });
    const { town, eva, leader, id } = cast;
    await ask(cast);
    await leader.press(KIN_ASK.open);
    expect(view(leader)).toContain(KEEP_SILENCE.title);
    const now = async () => (await town.tables.incidents.read(id))?.incident;
    for (const hidden of [EVA.name, 'Ulla', (await now())?.reference ?? '-'])
      expect(view(leader)).not.toContain(hidden);
    await town.later(MINUTE);
    expect((await now())?.kinLooks).toBeUndefined();
    const { entries } = await town.tables.incidents.views(id);
    expect(entries.filter(({ by }) => by === leader.userId)).toEqual([]);
    expect(newest(eva)).not.toContain(KIN_LOOK.looked);
    await leader.press(KEEP_SILENCE.confirm);
    expect(view(leader)).toContain(`Ulla ${SECRET}`);
    await town.later(0);
    expect(newest(eva)).toContain(KIN_LOOK.looked);
    expect((await now())?.kinLooks).toHaveLength(1);
    const rows = (await town.tables.contacts.read()).filter(({ person }) => person === leader.userId);
    expect(rows.map(({ silentAt }) => silentAt !== undefined)).toEqual([true]);
    // Once a term: the next look asks nothing, and a second press of the promise is no second look.
    await stale(leader, 'confirmSilence', { id, page: 'kin' });
    expect((await now())?.kinLooks).toHaveLength(1);
    await leader.press(KIN_ASK.rings);
    await leader.press(KIN_ASK.again);
    expect(view(leader)).toContain(`Ulla ${SECRET}`);
  });

  it('is nobody else: whoever presses that card’s button in their place sees nothing', async () => {
    const cast = await begun();
    const { town, deputy, chief, otherOfficer, strategist, id } = cast;
    await ask(cast);
    for (const person of [deputy, chief, otherOfficer, strategist]) {
      expect(await stale(person, 'readKin', { id })).not.toContain('Ulla');
      await stale(person, 'askKin', { id });
      await stale(person, 'answerKin', { id, how: 'noList' });
    }
    const now = (await town.tables.incidents.read(id))?.incident;
    expect(now?.kinLooks).toBeUndefined();
    expect(now?.kinAsk?.answer).toBeUndefined();
  });

  it('tells nobody whose phone is watched', async () => {
    const cast = await begun();
    const { town, eva, leader, id } = cast;
    await ask(cast);
    await stale(eva, 'phoneWatched', { id });
    await town.later(0);
    const chat = eva.chat().length;
    await leader.press(KIN_ASK.open);
    await town.later(MINUTE);
    expect(view(leader)).toContain(`Ulla ${SECRET}`);
    expect(eva.chat().length).toBe(chat);
  });
});
