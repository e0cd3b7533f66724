import { BUTTON } from '../../src/content/texts/common';
import { DECISION } from '../../src/content/texts/police';
import { TALK } from '../../src/content/texts/timed';
import { STATUS, SUPPORT, SUPPORT_ANSWERED } from '../../src/content/texts/victim';
import type { Person } from '../support/town';
import { TOWNS } from '../support/towns';
import {
  alarm,
  askedAboutPolice,
  type Cast,
  DAY,
  newest,
  openCast,
  report,
  SECRET,
  theIncident,
  view,
} from './support';

const MINUTE = 60_000;
const { words, pages } = TOWNS.oxelosund.municipality.routine;
const label = (id: string): string => words.report[id] ?? id;
const stepWords = (id: string) => words.steps[id];

/** A press with data as a client sends it, on the newest card. */
const pressing = (cast: Cast) => {
  let count = 0;
  return async (by: Person, verb: string, data: Record<string, string> = {}) => {
    const id = (await theIncident(cast.town, cast.eva))?.id ?? '';
    count += 1;
    const once = `${verb}${count}`.toLowerCase().padEnd(26, 'a').slice(0, 26);
    return by.invoke(by.chat().at(-1)?.id ?? '', verb, { id, once, ...data });
  };
};

/** Eva's report, with what it ticks, changed by her own hand after it was sent. */
async function reported(ticked: Record<string, string>) {
  const cast = await openCast();
  await report(cast.eva, `${SECRET} något`, ticked);
  return { ...cast, act: pressing(cast) };
}

const step = async ({ town, eva }: Cast, id: string) => (await theIncident(town, eva))?.steps[id];

describe('by the front door', () => {
  it('the victim turns to the strategist by a button of their own', async () => {
    const cast = await reported({});
    const { eva, officer, strategist } = cast;
    await officer.press(BUTTON.acknowledge);
    expect((await theIncident(cast.town, eva))?.strategist).toBeUndefined();
    await eva.press(stepWords('contact-strategist')?.victim ?? '');
    expect((await theIncident(cast.town, eva))?.strategist).toMatchObject({ why: 'contacted' });
    expect(await step(cast, 'contact-strategist')).toMatchObject({ state: 'done', endedBy: eva.userId });
    expect(strategist.has(BUTTON.details)).toBe(true);
  });

  it('"En journalist har hört av sig" opens what waited for nobody before', async () => {
    const cast = await reported({});
    await cast.officer.press(BUTTON.acknowledge);
    await cast.act(cast.officer, 'show');
    await cast.officer.press(stepWords('inform-media')?.arises ?? '');
    expect(await step(cast, 'inform-media')).toMatchObject({ state: 'open' });
    await cast.act(cast.officer, 'endStep', { step: 'inform-media', what: 'Inget', whom: 'Tidningen' });
    expect(await step(cast, 'inform-media')).toMatchObject({ state: 'done' });
  });

  it('a threat by phone that is not passed on: the strategist hears what kind after 30 minutes, not before', async () => {
    const cast = await reported({ [label('channel')]: 'phone', [label('kinds')]: 'harassment' });
    await cast.officer.press(BUTTON.acknowledge);
    const told = () => cast.strategist.text().includes(stepWords('contact-strategist')?.passOn ?? '-');
    await cast.town.later(28 * MINUTE);
    expect(told()).toBe(false);
    await cast.town.later(3 * MINUTE);
    expect(told()).toBe(true);
    expect(cast.strategist.text()).not.toContain(SECRET);
  });

  it('a threat that nobody takes: the police are the strategist’s after 60 minutes, not before', async () => {
    const cast = await reported({ [label('kinds')]: 'threat' });
    const asked = () => newest(cast.strategist).includes(stepWords('contact-police')?.title ?? '-');
    await cast.town.later(58 * MINUTE);
    expect(asked()).toBe(false);
    await cast.town.later(3 * MINUTE);
    expect(cast.strategist.text()).toContain(stepWords('contact-police')?.title);
  });

  it('an event told of late: the talk’s last day is counted from the report, and the card says why', async () => {
    const cast = await reported({});
    const { officer, act, town } = cast;
    const day = new Date(town.now.getTime() - 20 * DAY).toISOString().slice(0, 10);
    const page = pages.find(({ fields }) => fields.some(({ id }) => id === 'date'))?.id ?? '';
    await act(cast.eva, 'amend', { page, date: day });
    await officer.press(BUTTON.acknowledge);
    const shown = officer.text((await act(officer, 'show')).card);
    expect(shown).toContain(TALK.late);
  });

  it.each([
    [SUPPORT.yes, SUPPORT_ANSWERED.yes.title, 'Lena Strömhag (kommunens säkerhetsstrateg) beställer det.'],
    [SUPPORT.no, SUPPORT_ANSWERED.no.title, 'Ändrar du dig? Tryck på Ring mig.'],
    [
      SUPPORT.talkFirst,
      SUPPORT.talkAsked,
      'Ingrid Björkhage, partiets säkerhetsansvarig, leder ditt ärende.',
    ],
  ])('the victim’s answer on support (%s) is acknowledged on their card', async (answer, title, line) => {
    const cast = await reported({});
    await cast.officer.press(BUTTON.acknowledge);
    await cast.town.later(DAY);
    await cast.eva.press(answer);
    expect(view(cast.eva)).toContain(title);
    expect(view(cast.eva)).toContain(line);
  });

  it('the status page that is opened from the question on the police report has a way back', async () => {
    const cast = await openCast();
    await askedAboutPolice(cast);
    await cast.eva.press(BUTTON.status);
    expect(view(cast.eva)).toContain(STATUS.more);
    await cast.eva.press(BUTTON.back);
    expect(view(cast.eva)).toContain(DECISION.title);
  });

  it('the chief executive reads what the police advised, once the victim has said yes', async () => {
    const cast = await openCast();
    const act = pressing(cast);
    await askedAboutPolice(cast);
    await act(cast.officer, 'approve', { step: 'contact-strategist' });
    await act(cast.officer, 'endStep', { step: 'contact-strategist' });
    await act(cast.strategist, 'endStep', {
      step: 'contact-police',
      when: cast.town.now.toISOString().slice(0, 10),
      whom: 'Kommunpolisen',
      advice: `${SECRET} anmäl som olaga hot`,
      link: 'true',
      victimSupport: 'nothing',
      protection: 'nothing',
      nothingToKnow: 'true',
    });
    const read = async () => cast.chief.text((await act(cast.chief, 'page', { page: 'details' })).card);
    expect(await read()).not.toContain(SECRET);
    await act(cast.eva, 'decide', { answer: 'municipality' });
    await cast.chief.press(BUTTON.fillIn);
    expect(`${view(cast.chief)}${await read()}`).toContain(`${SECRET} anmäl som olaga hot`);
    expect(`${view(cast.chief)}${await read()}`).toContain('Kommunpolisen');
  });
});

describe('what others are told', () => {
  async function opened() {
    const cast = await openCast();
    const act = pressing(cast);
    await alarm(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await act(cast.officer, 'approve', { step: 'inform-groups' });
    const propose = (data: Record<string, string>) => act(cast.officer, 'proposeGroups', data);
    return { ...cast, act, propose, groups: async () => (await theIncident(cast.town, cast.eva))?.groups };
  }

  it.each([
    ['nobody and somebody', { groups: 'none,staff', text: 'x' }],
    ['no text', { groups: 'staff' }],
    ['others that nobody names', { groups: 'others', text: 'x' }],
  ])('is not proposed with %s', async (_, data) => {
    const { propose, groups } = await opened();
    await propose(data);
    expect(await groups()).toBeUndefined();
  });

  it('is not confirmed by a deputy who is too close to it', async () => {
    const cast = await openCast();
    const act = pressing(cast);
    const { eva, strategist, deputyStrategist } = cast;
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmMunicipality);
    await cast.town.later(4 * MINUTE);
    await deputyStrategist.press(BUTTON.tooClose);
    await strategist.press(BUTTON.acknowledge);
    await act(strategist, 'approve', { step: 'inform-groups' });
    await act(strategist, 'proposeGroups', { groups: 'none' });
    await act(deputyStrategist, 'confirmGroups', { epoch: '1' });
    expect(await step(cast, 'inform-groups')).toMatchObject({ state: 'open' });
    await act(eva, 'confirmGroups', { epoch: '1' });
    expect(await step(cast, 'inform-groups')).toMatchObject({ state: 'done' });
  });
});

/** Sentences that say that the party knows. */
const PARTY_KNOWS =
  /Partiet (är informerat|vet|har fått veta)|(säkerhetsansvarig|partiet) har (tagit emot|fått rapporten)/i;

it('no card says that the party knows where only the municipality does', async () => {
  const cast = await openCast();
  const act = pressing(cast);
  const { eva, strategist, chief, town } = cast;
  await eva.say('rapportera hot');
  await eva.press(BUTTON.alarmMunicipality);
  await strategist.press(BUTTON.acknowledge);
  const seen: string[] = [];
  const look = async (by: Person, data: Record<string, string>) =>
    seen.push(by.text((await act(by, 'page', data)).card));
  for (const page of ['details', 'steps', 'more', 'missing', 'checks', 'versions', 'reach'])
    await look(strategist, { page });
  for (const { id } of TOWNS.oxelosund.municipality.routine.steps)
    await look(strategist, { page: 'step', step: id });
  for (const page of ['details', 'focus', 'amend']) await look(eva, { page });
  await town.later(DAY);
  seen.push(...[eva, strategist, chief, cast.officer, cast.deputy].map((person) => person.text()));
  expect(seen.filter((text) => PARTY_KNOWS.test(text.replaceAll('Partiet har inte fått veta', '')))).toEqual(
    [],
  );
  expect(seen.join('\n')).toContain('Partiet har inte fått veta');
});
