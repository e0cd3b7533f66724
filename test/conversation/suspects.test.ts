import { BUTTON, COMMON } from '../../src/content/texts/common';
import { NOTICE } from '../../src/content/texts/lead';
import { SUSPECTS } from '../../src/content/texts/people/suspects';
import { WATCH } from '../../src/content/texts/standing/watch';
import { inputs } from '../support/cardReading';
import { type OpenId, usingOpenId } from '../support/openId';
import type { Person, Town } from '../support/town';
import { CONTACTS, DUTY_OFFICER, NAME, rowOf } from './here';
import {
  alarm,
  DAY,
  EVA,
  newest,
  openCast,
  openTown,
  report,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';
import { sentTo } from './suspects/looks';
import {
  type Cast,
  daysOf,
  nameNow,
  openTwin,
  rowFor,
  twin,
  type Who,
  whyOf,
  without,
} from './suspects/naming';

/*
 * Somebody of the municipality's own chain, or of the party, is part of what happened: they are told nothing. What they were sent,
 * what they find when they look and what the tab shows them is compared with a town in which it never happened.
 */

const directory = usingOpenId();
let openId: OpenId;
beforeAll(() => {
  openId = directory();
});

const open = () => openTwin(openId);
const days = (cast: Pick<Cast, 'town'>, person: Person, from = 0) => daysOf(openId, cast, person, from);

describe('who is named before anything is sent', () => {
  it.each<[Who, readonly Who[]]>([
    ['strategist', ['strategist']],
    ['chief', ['chief']],
    ['officer', ['officer']],
    ['deputyStrategist', ['strategist', 'deputyStrategist']],
  ])('the %s hears, finds and counts the same as if it had not happened (named: %s)', async (who, named) => {
    const never = await open();
    const cast = await open();
    await without(cast.eva, named);
    expect(await whyOf(cast.town, cast.eva)).toContain('suspect');
    const [seen, other] = [await days(cast, cast[who]), await days(never, never[who])];
    expect(seen.looks).toEqual(other.looks);
    expect(seen.sent).toEqual(other.sent);
  });

  it('the other strategist counts it, and what is late of it: the comparison sees what it compares', async () => {
    const never = await open();
    const cast = await open();
    await without(cast.eva, ['strategist']);
    const { deputyStrategist } = cast;
    const [seen, other] = [await days(cast, deputyStrategist), await days(never, never.deputyStrategist)];
    const changed = seen.looks.flatMap((look, at) => (look === other.looks[at] ? [] : [look.split('\n')[0]]));
    for (const what of ['mina ärenden', 'ärende', 'overview', 'summary', 'notiser', 'inbox'])
      expect(changed).toContain(what);
  });

  it('is not asked, rung or named as one who helps; whoever takes their place is asked first', async () => {
    const cast = await open();
    const alternate = await cast.town.contact('alternateContact');
    await without(cast.eva, ['strategist']);
    expect(view(cast.eva).split(NAME.strategist)).toHaveLength(2);
    expect(view(cast.eva)).toContain(SUSPECTS.untold(NAME.strategist).slice(0, -1));
    expect(newest(alternate)).toContain(BUTTON.acknowledge);
    await alternate.press(BUTTON.acknowledge);
    expect((await theIncident(cast.town, cast.eva))?.lead?.person).toBe(alternate.userId);
  });

  it('stand in the order of the contact list, deputies as such, nobody twice named', async () => {
    const cast = await openCast();
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    const titles = inputs(cast.eva.card()).flatMap(({ choices }) => choices.map(({ title }) => title));
    const at = (who: 'strategist' | 'deputyStrategist' | 'chief') =>
      titles.findIndex((title) => title.startsWith(NAME[who]));
    expect([at('strategist'), at('deputyStrategist')]).toEqual([0, 1]);
    expect(at('chief')).toBeGreaterThan(1);
    expect(titles[1]).toContain(COMMON.deputy);
    expect(titles).toContain(DUTY_OFFICER.name);
  });

  it('the report says beforehand who reads it in their place, and that the party comes after; who is told hears who is asked first', async () => {
    const cast = await openCast();
    const alternate = await cast.town.contact('alternateContact');
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    await cast.eva.press(BUTTON.safe, { [SUSPECTS.field]: rowFor(cast.eva, 'chief') });
    await cast.eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await cast.eva.press(BUTTON.review, { 'Vad hände': SECRET });
    const consent = view(cast.eva);
    expect(consent.indexOf(alternate.name)).toBeGreaterThan(0);
    expect(consent.indexOf(NAME.officer)).toBeGreaterThan(consent.indexOf(alternate.name));
    expect(consent).not.toContain(NAME.strategist);
    expect(cast.eva.has(BUTTON.sendMunicipality)).toBe(true);
    await cast.eva.press(BUTTON.send);
    expect(newest(cast.strategist)).toContain(NOTICE.toldLines('särskild kontakt'));
    expect(cast.officer.text()).not.toContain('Ärende');
  });

  it('holds for a report too; what is chosen again is what holds', async () => {
    const cast = await open();
    await without(cast.eva, ['strategist'], BUTTON.safe);
    await without(cast.eva, ['chief'], BUTTON.safe);
    if (view(cast.eva).includes('Ditt parti'))
      await cast.eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await cast.eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await cast.eva.press(BUTTON.send);
    const { declined } = (await theIncident(cast.town, cast.eva)) ?? {};
    expect(declined?.map(({ person, why }) => [person, why])).toEqual([[cast.chief.userId, 'suspect']]);
  });

  it('of a party’s officer nobody of the party is told by a later press either', async () => {
    const cast = await open();
    await without(cast.eva, ['officer']);
    await cast.eva.say('rapportera hot');
    await cast.eva.press(BUTTON.alarmParty);
    await cast.town.later(DAY);
    const incident = await theIncident(cast.town, cast.eva);
    expect(incident).toMatchObject({ route: 'municipality', acute: true });
    // Nothing says that the party knew.
    expect(incident?.withdrawal).toBeUndefined();
    for (const one of [cast.officer, cast.deputy])
      expect(sentTo(cast.town, one).join()).not.toContain(BUTTON.acknowledge);
  });
});

describe('who is named later', () => {
  it.each<readonly [Who, boolean]>([
    ['strategist', false],
    ['strategist', true],
    ['chief', false],
  ])(
    'the %s hears, finds and counts from that press on as if it had never been (closed: %s)',
    async (who, isClosed) => {
      const never = await open();
      const cast = await open();
      await report(cast.eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
      await cast.officer.press(BUTTON.acknowledge);
      for (const town of [cast.town, never.town]) await town.later(DAY);
      const { id = '' } = (await theIncident(cast.town, cast.eva)) ?? {};
      if (isClosed) {
        const early = { id, once: 'b'.repeat(26), reason: 'Se det andra', why: 'mistake', talked: 'yes' };
        await cast.officer.invoke(cast.officer.chat().at(-1)?.id ?? '', 'closeEarly', early);
        expect((await theIncident(cast.town, cast.eva))?.state).toBe('closed');
        await cast.eva.press(SUSPECTS.button);
        const chosen = ['strategist', 'chief'].map((one) => rowFor(cast.eva, one as Who)).join(';');
        await cast.eva.press(SUSPECTS.save, { [SUSPECTS.field]: chosen });
      } else {
        await cast.eva.press(BUTTON.status);
        await nameNow(cast.eva, ['strategist', 'chief']);
      }
      expect((await whyOf(cast.town, cast.eva))?.filter((why) => why === 'suspect')).toHaveLength(2);
      for (const { town } of [cast, never]) await town.later(60_000);
      const had = sentTo(cast.town, cast[who]);
      const seen = await days(cast, cast[who], had.length);
      const other = await days(never, never[who], sentTo(never.town, never[who]).length);
      expect(seen.looks).toEqual(other.looks);
      expect(seen.sent).toEqual(other.sent);
      // What stood in their chat has been taken away by that press, and is touched no more.
      expect(sentTo(cast.town, cast[who]).slice(0, had.length)).toEqual(had);
    },
  );

  it('of the party: nobody in it reads on, and the municipality is asked', async () => {
    const cast = await open();
    await report(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await nameNow(cast.eva, ['officer']);
    const incident = await theIncident(cast.town, cast.eva);
    expect(incident?.route).toBe('municipality');
    expect(incident?.lead).toBeUndefined();
    expect(view(cast.officer)).toContain('inte längre med');
  });

  it('with an alarm that is pressed again, in the same save, also where nobody else is left', async () => {
    const cast = await open();
    await alarm(cast.eva);
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    const all = inputs(cast.eva.card()).flatMap(({ choices }) => choices.map(({ value }) => value));
    const officials = [cast.strategist, cast.deputyStrategist, cast.officer, cast.deputy, cast.chief];
    const before = officials.map((one) => sentTo(cast.town, one).length);
    await cast.eva.press(BUTTON.alarmParty, { [SUSPECTS.field]: all.join(';') });
    await cast.town.later(3_600_000);
    const incident = await theIncident(cast.town, cast.eva);
    expect(incident?.callNow ?? incident?.acute).toBeTruthy();
    for (const one of incident?.declined ?? []) expect(['suspect', 'ownParty']).toContain(one.why);
    expect(officials.map((one) => sentTo(cast.town, one).length)).toEqual(before);
  });
});

describe('whoever has no account yet, or another', () => {
  /** The strategist stands on the list without an account. */
  const list = CONTACTS.map(({ userId, ...row }) => {
    const [role, , order] = rowOf('strategist');
    return row.role === role && row.order === order ? row : { ...row, userId };
  });
  const [row] = CONTACTS.filter(({ name }) => name === NAME.strategist);

  async function openWithout() {
    const town = await openTown({ ...twin(openId), contacts: list });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    await Promise.all([town.contact(...rowOf('deputyStrategist')), town.contact(...rowOf('chief'))]);
    return { town, eva };
  }
  const arrive = (town: Town, account = row?.userId ?? '') =>
    resident(town, account, NAME.strategist, row?.email);

  it('is out with the account that comes, and with the next one', async () => {
    const [cast, never] = [await openWithout(), await openWithout()];
    await without(cast.eva, ['strategist']);
    const [seen, other] = await Promise.all(
      [cast, never].map(async ({ town }) => {
        await town.later(DAY);
        const first = await days({ town }, await arrive(town));
        const id = (await town.tables.contacts.read()).find(({ name }) => name === NAME.strategist)?.id ?? '';
        const account = '7e57da7a-0000-4000-8000-000000000077';
        await town.tables.contacts.rebind(id, account, { at: town.now.toISOString(), by: EVA.id });
        const second = await days({ town }, await arrive(town, account));
        return { looks: [...first.looks, ...second.looks], sent: [...first.sent, ...second.sent] };
      }),
    );
    expect(seen?.looks).toEqual(other?.looks);
    expect(seen?.sent).toEqual(other?.sent);
    expect(seen?.looks.join()).toContain(WATCH.title);
  });
});

describe('what the same person begins while it goes on', () => {
  it('a new alarm: as before, said on the first card, and changed on the form', async () => {
    const cast = await open();
    await without(cast.eva, ['strategist']);
    const before = sentTo(cast.town, cast.strategist).length;
    await cast.eva.say('rapportera hot');
    expect(view(cast.eva)).toContain(SUSPECTS.asBefore(NAME.strategist).slice(0, -1));
    await cast.eva.press(BUTTON.newEvent);
    await cast.eva.press(BUTTON.alarmMunicipality);
    await cast.town.later(3_600_000);
    expect(sentTo(cast.town, cast.strategist)).toHaveLength(before);
    await cast.eva.say('rapportera hot');
    await cast.eva.press(BUTTON.newEvent);
    await cast.eva.press(SUSPECTS.beforeButton);
    const chosen = inputs(cast.eva.card()).find(({ label }) => label === SUSPECTS.field)?.value;
    expect(chosen).toBe(rowFor(cast.eva, 'strategist'));
    await cast.eva.press(BUTTON.alarmMunicipality, { [SUSPECTS.field]: '' });
    expect(sentTo(cast.town, cast.strategist).length).toBeGreaterThan(before);
  });

  it('Trygg hem tells neither them nor a party that is part of it', async () => {
    const cast = await open();
    await without(cast.eva, ['strategist', 'officer']);
    const before = [cast.strategist, cast.officer, cast.deputy].map((one) => sentTo(cast.town, one).length);
    await cast.eva.say('hemma om en timme');
    expect(newest(cast.eva)).toContain(NAME.strategist);
    await cast.town.later(3_600_000);
    await cast.town.later(3_600_000);
    expect(sentTo(cast.town, cast.deputyStrategist).length).toBeGreaterThan(0);
    expect([cast.strategist, cast.officer, cast.deputy].map((one) => sentTo(cast.town, one).length)).toEqual(
      before,
    );
  });
});
