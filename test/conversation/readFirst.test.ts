import { BUTTON } from '../../src/content/texts/common';
import { READ_FIRST } from '../../src/content/texts/pages';
import { REPORT } from '../../src/content/texts/report';
import { ROUND } from '../../src/content/texts/timed';
import { twoPersonsStep } from '../../src/routine/plan/traits';
import type { Person } from '../support/town';
import { TOWNS, type TownSpec } from '../support/towns';
import {
  alarm,
  type Cast,
  DAY,
  expectNowherePosted,
  newest,
  openCast,
  openStep,
  readAndAnswer,
  SECRET,
  theIncident,
  view,
} from './support';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const { answers } = READ_FIRST;

/** The step of 3.2.3 in a town's plan. */
const stepOfTwo = ({ town }: Cast): string => twoPersonsStep(town.municipality.routine)?.id ?? '';

const groupsOf = async ({ town, eva }: Cast) => (await theIncident(town, eva))?.groups;
const told = async (cast: Cast) => (await theIncident(cast.town, cast.eva))?.steps[stepOfTwo(cast)];

/** What stands in a proposal, by the plan's labels; choices by their codes. */
function proposalOf(cast: Cast, values: Record<string, string>): Record<string, string> {
  const labels = cast.town.municipality.routine.words.fields[stepOfTwo(cast)] ?? {};
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [labels[id] ?? id, value]));
}

const PROPOSED = { groups: 'partyColleagues,staff', text: `${SECRET} en kollega behöver lugn` };

/** Eva's alarm, led by her officer, who proposes what others are told. */
async function proposed(spec: TownSpec = TOWNS.oxelosund, values: Record<string, string> = PROPOSED) {
  const cast = await openCast(undefined, spec);
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  await openStep(cast.officer, stepOfTwo(cast));
  await cast.officer.press(BUTTON.approve);
  await propose(cast, cast.officer, values);
  return cast;
}

async function propose(cast: Cast, by: Person, values: Record<string, string>): Promise<void> {
  const { steps } = cast.town.municipality.routine.words;
  await by.press(steps[stepOfTwo(cast)]?.done ?? '', proposalOf(cast, values));
}

const confirms = (person: Person): boolean => person.has(BUTTON.readProposal);

describe.each(Object.entries(TOWNS))('the victim of %s', (_, spec) => {
  it('reads what others are to be told before a second person may confirm it', async () => {
    const cast = await proposed(spec);
    const { town, eva, officer, strategist } = cast;
    expect(newest(eva)).toContain(READ_FIRST.noticeTitle);
    await officer.press(BUTTON.back);
    expect(view(officer)).toContain(READ_FIRST.waits);
    expect(confirms(strategist)).toBe(false);
    const page = eva.text(await eva.press(READ_FIRST.read));
    expect(page).toContain(PROPOSED.text);
    expect(page).toContain('Partivänner');
    await eva.press(answers.yes);
    expect(view(eva)).toContain(READ_FIRST.answered.yes.title);
    expect(confirms(strategist)).toBe(true);
    expect(strategist.text(await strategist.press(BUTTON.readProposal))).toContain(READ_FIRST.said.yes);
    await strategist.press(BUTTON.confirm);
    expect(await told(cast)).toMatchObject({
      state: 'done',
      records: { groups: PROPOSED.groups, text: PROPOSED.text, victimSaid: 'yes' },
    });
    expectNowherePosted(town, SECRET);
  });

  it('needs not read that nobody is told', async () => {
    const cast = await proposed(spec, { groups: 'none' });
    expect(newest(cast.eva)).not.toContain(READ_FIRST.noticeTitle);
    await cast.strategist.press(BUTTON.readProposal);
    await cast.strategist.press(BUTTON.confirm);
    const { state, records } = (await told(cast)) ?? {};
    expect(state).toBe('done');
    expect(records).toMatchObject({ groups: 'none' });
    expect(records).not.toHaveProperty('victimSaid');
  });
});

describe('a no of the victim', () => {
  it('binds both: nobody confirms, the lead makes another proposal, which is read anew', async () => {
    const cast = await proposed();
    const { eva, officer, strategist } = cast;
    const { epoch, id } = { epoch: '1', id: (await theIncident(cast.town, eva))?.id };
    await readAndAnswer(eva, answers.no);
    expect(view(eva)).toContain(READ_FIRST.answered.no.title);
    expect(confirms(strategist)).toBe(false);
    expect(newest(officer)).toContain(READ_FIRST.ruledOut(READ_FIRST.said.no));
    // A hostile or old press does not get past it, whatever it says.
    for (const namesNobody of ['true', undefined])
      await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'confirmGroups', {
        id,
        epoch,
        namesNobody,
      });
    expect((await told(cast))?.state).toBe('open');
    await openStep(officer, stepOfTwo(cast));
    await propose(cast, officer, { ...PROPOSED, text: `${SECRET} något annat` });
    expect(newest(eva)).toContain(READ_FIRST.noticeTitle);
    await readAndAnswer(eva, answers.yes);
    await strategist.press(BUTTON.readProposal);
    await strategist.press(BUTTON.confirm);
    expect(await told(cast)).toMatchObject({ state: 'done', records: { text: `${SECRET} något annat` } });
  });

  it('is not got round by another proposal that waits for no answer', async () => {
    const cast = await proposed();
    const { town, eva, officer, strategist } = cast;
    await readAndAnswer(eva, answers.no);
    await openStep(officer, stepOfTwo(cast));
    await propose(cast, officer, { ...PROPOSED, text: `${SECRET} nästan samma` });
    await town.later(2 * DAY);
    expect(confirms(strategist)).toBe(false);
    expect((await told(cast))?.state).toBe('open');
  });

  it('to the name: a text without it may be confirmed, one with it not', async () => {
    const named = await proposed(TOWNS.oxelosund, { ...PROPOSED, text: `${SECRET} Norrlyckes hem` });
    await readAndAnswer(named.eva, answers.notName);
    expect(confirms(named.strategist)).toBe(false);
    expect(newest(named.officer)).toContain(READ_FIRST.ruledOut(READ_FIRST.said.notName));
    const unnamed = await proposed();
    await readAndAnswer(unnamed.eva, answers.notName);
    expect(confirms(unnamed.strategist)).toBe(true);
    await unnamed.strategist.press(BUTTON.readProposal);
    await unnamed.strategist.press(BUTTON.confirm);
    expect(await told(unnamed)).toMatchObject({ state: 'done', records: { victimSaid: 'notName' } });
  });

  it.each([
    ['chosen', 'staff', { groups: 'partyColleagues', text: PROPOSED.text }],
    ['all of them', '', { groups: 'none' }],
  ])('to groups (%s) leaves the others, or nobody', async (_, not, records) => {
    const cast = await proposed();
    const { eva, strategist } = cast;
    await readAndAnswer(eva, answers.notGroups, not ? { [READ_FIRST.not]: not } : {});
    await strategist.press(BUTTON.readProposal);
    expect(view(strategist)).toContain(READ_FIRST.said.notGroups);
    await strategist.press(BUTTON.confirm);
    const ended = await told(cast);
    expect(ended).toMatchObject({ state: 'done', records });
    if (!not) expect(ended?.records.text ?? '').toBe('');
  });
});

describe('an answer of the victim', () => {
  it('may be changed until it is confirmed, and not after', async () => {
    const cast = await proposed();
    const { eva, strategist } = cast;
    await readAndAnswer(eva, answers.yes);
    await eva.press(READ_FIRST.change);
    const again = eva.keep(answers.no);
    await strategist.press(BUTTON.readProposal);
    const confirm = strategist.keep(BUTTON.confirm);
    await eva.press(answers.no);
    await confirm();
    expect((await told(cast))?.state).toBe('open');
    await eva.press(READ_FIRST.change);
    await eva.press(answers.yes);
    await confirm();
    expect((await told(cast))?.state).toBe('done');
    await again();
    expect(await told(cast)).toMatchObject({ state: 'done', records: { victimSaid: 'yes' } });
  });

  it('on an old text is no answer to a new one', async () => {
    const cast = await proposed();
    const { eva, officer } = cast;
    await eva.press(READ_FIRST.read);
    const old = eva.keep(answers.yes);
    await openStep(officer, stepOfTwo(cast));
    await propose(cast, officer, { ...PROPOSED, text: `${SECRET} mer än förut` });
    await old();
    expect((await groupsOf(cast))?.word).toBeUndefined();
    expect(newest(eva)).toContain(READ_FIRST.noticeTitle);
  });

  it('pressed twice is one, and stays where only the way of telling changes', async () => {
    const cast = await proposed();
    const { eva, officer } = cast;
    await eva.press(READ_FIRST.read);
    const yes = eva.keep(answers.yes);
    await yes();
    const { at } = (await groupsOf(cast))?.word ?? {};
    await cast.town.later(MINUTE);
    await yes();
    expect((await groupsOf(cast))?.word?.at).toBe(at);
    await openStep(officer, stepOfTwo(cast));
    await propose(cast, officer, { ...PROPOSED, how: 'På gruppmötet' });
    expect((await groupsOf(cast))?.word).toMatchObject({ answer: 'yes', at });
  });

  it('that is given by phone is written down by the lead, with how', async () => {
    const cast = await proposed();
    await cast.officer.press(BUTTON.back);
    await cast.officer.press(BUTTON.moreChoices);
    await cast.officer.press(READ_FIRST.ask);
    await cast.officer.press(BUTTON.save, { [READ_FIRST.answer]: READ_FIRST.said.yes });
    expect(view(cast.officer)).toContain('Fyll i det här');
    await cast.officer.press(BUTTON.save, {
      [READ_FIRST.answer]: READ_FIRST.said.yes,
      [READ_FIRST.how]: `${SECRET} ringde kl. 14`,
    });
    await cast.strategist.press(BUTTON.readProposal);
    expect(view(cast.strategist)).toContain(`${SECRET} ringde kl. 14`);
    await cast.strategist.press(BUTTON.confirm);
    expect(await told(cast)).toMatchObject({
      records: { victimSaid: 'yes', victimHow: `${SECRET} ringde kl. 14` },
    });
    expectNowherePosted(cast.town, SECRET);
  });
});

describe('a victim without an account', () => {
  /** Another reports them by phone to the municipality; the strategist leads and proposes, the deputy is the second person. */
  async function byPhone(values: Record<string, string> = PROPOSED) {
    const cast = await openCast();
    const { town, otherOfficer, strategist } = cast;
    await otherOfficer.say('rapportera hot');
    await otherOfficer.press(BUTTON.safe);
    await otherOfficer.press(REPORT.forOther);
    await otherOfficer.press(BUTTON.next, {
      'Personens namn': VICTIM,
      'Vet personen om det?': REPORT.knows.yes,
    });
    await otherOfficer.press(BUTTON.next, { 'Personens telefon': '070-174 06 77' });
    await otherOfficer.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde` });
    await otherOfficer.press(BUTTON.send);
    await strategist.press(BUTTON.acknowledge);
    const incident = async () => theIncident(town, otherOfficer);
    const id = (await incident())?.id ?? '';
    const press = (by: Person, verb: string, data: Record<string, string>) =>
      by.invoke(by.chat().at(-1)?.id ?? '', verb, { id, once: `${verb}aaaaaaaaaaaaaaaaaaaa`, ...data });
    const step = stepOfTwo(cast);
    await press(strategist, 'approve', { step });
    await press(strategist, 'proposeGroups', values);
    return { ...cast, incident, press, step };
  }
  const VICTIM = 'Ulla Svart';
  type ByPhone = Awaited<ReturnType<typeof byPhone>>;
  const said = ({ press, strategist }: ByPhone, answer: string, more: Record<string, string> = {}) =>
    press(strategist, 'recordGroupsWord', { epoch: '1', answer, how: `${SECRET} ringde kl. 14`, ...more });
  const confirmed = async ({ press, deputyStrategist, incident, step }: ByPhone) => {
    await press(deputyStrategist, 'confirmGroups', { epoch: '1' });
    return (await incident())?.steps[step];
  };

  it('is asked by the lead at once: it stands on their card, and until then nobody confirms', async () => {
    const cast = await byPhone();
    const { strategist, press } = cast;
    expect(strategist.text((await press(strategist, 'show', {})).card)).toContain(READ_FIRST.waits);
    const page = strategist.text((await press(strategist, 'page', { page: 'askReading' })).card);
    expect(page).toContain(READ_FIRST.askTitle);
    expect(page).toContain(PROPOSED.text);
    expect((await confirmed(cast))?.state).toBe('open');
  });

  it.each([
    ['yes', {}, 'done', { groups: PROPOSED.groups, victimSaid: 'yes' }],
    ['notName', {}, 'done', { victimSaid: 'notName' }],
    ['notGroups', { not: 'staff' }, 'done', { groups: 'partyColleagues', victimSaid: 'notGroups' }],
    ['no', {}, 'open', undefined],
  ] as const)(
    'says %s on the phone: it binds who confirms, and how it was given is kept',
    async (answer, more, state, records) => {
      const cast = await byPhone();
      await said(cast, answer, more);
      const ended = await confirmed(cast);
      expect(ended?.state).toBe(state);
      if (records) expect(ended?.records).toMatchObject({ ...records, victimHow: `${SECRET} ringde kl. 14` });
      expectNowherePosted(cast.town, SECRET, VICTIM);
    },
  );

  it('says no to the name: a text that has it goes to nobody', async () => {
    const cast = await byPhone({ ...PROPOSED, text: `${SECRET} Ulla Svarts kollegor` });
    await said(cast, 'notName');
    expect((await confirmed(cast))?.state).toBe('open');
  });
});

describe('without an answer', () => {
  it('the victim is reminded, the lead told, and only what names nobody may go out', async () => {
    const cast = await proposed();
    const { town, eva, officer, strategist } = cast;
    const id = (await theIncident(town, eva))?.id;
    // They have talked, so that nothing else is on top.
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'spoke', { id });
    const before = eva.chat().length;
    await town.later(4 * HOUR + MINUTE);
    expect(eva.chat().length).toBeGreaterThan(before);
    expect(newest(eva)).toContain(READ_FIRST.noticeTitle);
    expect(confirms(strategist)).toBe(false);
    await town.later(DAY);
    expect(officer.text()).toContain(READ_FIRST.waits);
    expect(confirms(strategist)).toBe(true);
    await strategist.press(BUTTON.readProposal);
    expect(strategist.has(BUTTON.confirm)).toBe(false);
    await strategist.press(READ_FIRST.namesNobody);
    expect(await told(cast)).toMatchObject({ state: 'done', records: { victimSaid: 'namesNobody' } });
  });

  it('a text with the name goes out to nobody', async () => {
    const cast = await proposed(TOWNS.oxelosund, { ...PROPOSED, text: `${SECRET} Eva behöver lugn` });
    const id = (await theIncident(cast.town, cast.eva))?.id;
    await cast.town.later(2 * DAY);
    expect(confirms(cast.strategist)).toBe(false);
    const { strategist } = cast;
    await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'confirmGroups', {
      ...{ id, epoch: '1', namesNobody: 'true' },
    });
    expect((await told(cast))?.state).toBe('open');
  });
});

it('the round names it', () => {
  expect(ROUND.about.readFirst).toBe(READ_FIRST.noticeTitle);
});
