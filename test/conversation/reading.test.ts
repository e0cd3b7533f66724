import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { BUTTON } from '../../src/content/texts/common';
import type { Person } from '../support/town';
import { alarm, type Cast, EVA, newest, openCast, SECRET, theIncident, view } from './support';

/*
 * What the strategist reads by how they were brought in: the whole only where they were contacted, lead, took over, or where it
 * went to the municipality; else what the step shows (routine, section 5).
 */

const PHONE = '070-111 22 33';
const ALSO = `${SECRET} bror såg det`;

/** A press with data as the client sends it, on the person's newest card. */
const send = (person: Person, verb: string, data: Record<string, unknown>) =>
  person.invoke(person.chat().at(-1)?.id ?? '', verb, data);

const page = async (person: Person, id: string, name: string, about = ''): Promise<string> =>
  person.text((await send(person, 'page', { id, page: name, ...(about ? { step: about } : {}) })).card);

/** An alarm with its story: the officer leads. `kinds`: what was ticked. */
async function led(
  kinds: string,
  options?: Parameters<typeof openCast>[0],
): Promise<{ cast: Cast; id: string }> {
  const cast = await openCast(options);
  const { eva, officer, town } = cast;
  await alarm(eva);
  await officer.press(BUTTON.acknowledge);
  const id = (await theIncident(town, eva))?.id ?? '';
  await send(eva, 'amend', {
    id,
    page: 'what',
    what: `${SECRET} ringde i natt`,
    kinds,
    once: 'a1',
  });
  await send(eva, 'amend', { id, page: 'you', phone: PHONE, once: 'a3' });
  await send(eva, 'amend', { id, page: 'around', witnesses: ALSO, once: 'a2' });
  await town.later(0);
  return { cast, id };
}

const lookedAt = async ({ town }: Cast, id: string, { userId }: Person) =>
  (await town.tables.incidents.views(id)).entries
    .filter(({ by }) => by === userId)
    .map(({ what, as }) => [what.split(':')[0], as]);

describe('the strategist, brought in by a step of their own, reads what it shows', () => {
  it('to ask the police: what happened, and neither name, number, witnesses nor the other steps; each look is logged', async () => {
    const { cast, id } = await led('threat');
    const { eva, officer, strategist, town } = cast;
    expect((await theIncident(town, eva))?.strategist).toMatchObject({
      why: 'police',
      steps: ['contact-police'],
    });
    const shown = [
      await page(strategist, id, 'details'),
      await page(strategist, id, 'step', 'contact-police'),
    ];
    for (const text of shown) {
      expect(text).toContain(`${SECRET} ringde i natt`);
      expect(text).toContain('Hot');
      for (const hidden of [EVA.name, PHONE, ALSO]) expect(text).not.toContain(hidden);
    }
    expect(await page(strategist, id, 'versions')).not.toContain(ALSO);
    // Pages of the whole answer with the card that they have.
    for (const name of ['steps', 'checks', 'protection', 'review', 'amend', 'reach', 'groups', 'log'])
      expect([name, await page(strategist, id, name)]).not.toEqual([name, expect.stringContaining(SECRET)]);
    expect(await lookedAt(cast, id, strategist)).toEqual([
      ['details', 'stepStrategist'],
      ['step', 'stepStrategist'],
      ['versions', 'stepStrategist'],
    ]);
    // What the lead writes later of something else does not come with it.
    await send(officer, 'addProtection', {
      id,
      what: 'Nytt lås',
      who: 'Partiet',
      day: '2026-12-01',
      once: 'm1',
    });
    expect(await page(strategist, id, 'details')).not.toContain('Nytt lås');
    expect(view(eva)).toContain('Kan läsa det som behövs för sin uppgift: ');
  });

  it('for whom to tell alone: the police are not theirs to ask before it is known to be needed, and then they are', async () => {
    const { cast, id } = await led('harassment');
    const { officer, strategist, town, eva } = cast;
    await send(officer, 'spoke', { id });
    await send(officer, 'approve', { id, step: 'inform-groups' });
    await town.later(0);
    const steps = async () => (await theIncident(town, eva))?.strategist?.steps;
    expect(await steps()).toEqual(['inform-groups']);
    const asksPolice = oxelosund.routine.words.steps['contact-police']?.title ?? '';
    expect(strategist.text()).not.toContain(asksPolice);
    expect(await page(strategist, id, 'step', 'contact-police')).not.toContain(SECRET);
    await town.later(60 * 60_000);
    expect(strategist.text()).not.toContain(asksPolice);
    await send(officer, 'approve', { id, step: 'assess' });
    const assessed = { kinds: 'harassment', serious: 'yes', care: 'no', together: 'yes' };
    await send(officer, 'endStep', { id, step: 'assess', once: 's1', ...assessed });
    await town.later(0);
    expect(await steps()).toEqual(expect.arrayContaining(['inform-groups', 'contact-police']));
    expect(strategist.text()).toContain(asksPolice);
    expect(await page(strategist, id, 'step', 'contact-police')).toContain(SECRET);
  });

  it('the other strategists’ acts are refused: checks, measures, talks, another’s step; their own is done', async () => {
    const { cast, id } = await led('threat');
    const { strategist, town, eva } = cast;
    await send(strategist, 'addProtection', {
      id,
      what: 'Larm',
      who: 'Kommunen',
      day: '2026-12-01',
      once: 'm1',
    });
    await send(strategist, 'addTalk', {
      id,
      kind: 'first',
      heldOn: '2026-11-24',
      attendees: 'x',
      once: 't1',
    });
    await send(strategist, 'endStep', { id, step: 'initial-support', who: 'x', once: 's1' });
    const before = await theIncident(town, eva);
    expect([before?.protection, before?.talks]).toEqual([[], []]);
    expect(before?.steps['initial-support']?.state).not.toBe('done');
    await send(strategist, 'endStep', {
      ...{
        id,
        step: 'contact-police',
        once: 'p1',
        when: town.now.toISOString().slice(0, 10),
        whom: 'Kommunpolisen',
      },
      ...{ link: 'true', victimSupport: 'nothing', protection: 'notAsked', nothingToKnow: 'true' },
    });
    expect((await theIncident(town, eva))?.steps['contact-police']?.state).toBe('done');
    expect(newest(strategist)).toContain('en del av ärendet');
  });

  it('contacted after that, by the victim too: they are told anew and read the whole', async () => {
    const { cast, id } = await led('threat');
    const { eva, strategist, town } = cast;
    const before = strategist.chat().length;
    expect((await theIncident(town, eva))?.steps['contact-strategist']?.state).not.toBe('done');
    await send(eva, 'endStep', { id, step: 'contact-strategist', once: 'c1' });
    await town.later(0);
    expect((await theIncident(town, eva))?.strategist).toMatchObject({ why: 'contacted', epoch: 2 });
    expect(strategist.chat().length).toBeGreaterThan(before);
    const text = await page(strategist, id, 'details');
    for (const one of [EVA.name, PHONE, ALSO]) expect(text).toContain(one);
    expect((await lookedAt(cast, id, strategist)).at(-1)).toEqual(['details', 'strategist']);
  });

  it('by "Ta över" too', async () => {
    const { cast, id } = await led('threat');
    const { strategist } = cast;
    await send(strategist, 'takeOver', { id, reason: 'Partiet är bortrest', once: 'o1' });
    expect(await page(strategist, id, 'details')).toContain(EVA.name);
  });

  it('when the victim takes back that the party reads: it is the municipality’s as a whole', async () => {
    const { cast, id } = await led('threat');
    await send(cast.eva, 'withdrawConsent', { id, once: 'w1' });
    expect(await page(cast.strategist, id, 'details')).toContain(EVA.name);
  });

  it('to agree on whom to tell: the text and the groups, not what happened', async () => {
    const { cast, id } = await led('harassment');
    const { eva, officer, strategist, town } = cast;
    await send(officer, 'approve', { id, step: 'assess' });
    await send(officer, 'endStep', {
      ...{
        id,
        step: 'assess',
        kinds: 'harassment',
        serious: 'no',
        care: 'no',
        strategist: 'no',
        together: 'yes',
      },
      once: 's1',
    });
    expect((await theIncident(town, eva))?.strategist).toBeUndefined();
    await send(officer, 'approve', { id, step: 'inform-groups' });
    expect((await theIncident(town, eva))?.strategist).toMatchObject({
      why: 'groups',
      steps: ['inform-groups'],
    });
    const proposal = {
      groups: 'partyColleagues',
      text: 'Någon i gruppen har fått brev',
      how: 'möte',
      by: 'jag',
    };
    await send(officer, 'proposeGroups', { id, step: 'inform-groups', ...proposal, once: 'g1' });
    // The victim reads it first.
    await send(eva, 'answerGroups', { id, epoch: '1', answer: 'yes' });
    const read = await page(strategist, id, 'confirm');
    expect(read).toContain('Någon i gruppen har fått brev');
    for (const name of ['details', 'confirm']) {
      const text = await page(strategist, id, name);
      for (const hidden of [SECRET, EVA.name, PHONE]) expect(text).not.toContain(hidden);
    }
    // It was not needed to contact them, and still is not: they have a part of it.
    expect((await theIncident(town, eva))?.steps['contact-strategist']).toMatchObject({
      state: 'notApplicable',
    });
  });

  it('to book support: a name, and not the number or what happened', async () => {
    const { cast, id } = await led('harassment');
    const { eva, strategist, town } = cast;
    await town.later(3 * 86_400_000);
    await send(eva, 'endStep', { id, step: 'assess-professional-support', wants: 'yes', once: 's1' });
    await town.later(0);
    expect((await theIncident(town, eva))?.strategist).toMatchObject({
      steps: ['order-professional-support'],
    });
    for (const text of [
      await page(strategist, id, 'details'),
      await page(strategist, id, 'step', 'order-professional-support'),
    ]) {
      expect(text).toContain(EVA.name);
      for (const hidden of [SECRET, PHONE]) expect(text).not.toContain(hidden);
    }
  });

  it('an incident whose routine does not say so, and one that was the strategist’s before, stay theirs as a whole', async () => {
    const steps = oxelosund.routine.steps.map((step) =>
      step.bringsIn ? { ...step, bringsIn: { ...step.bringsIn, reads: undefined } } : step,
    );
    const routine = { ...oxelosund.routine, steps };
    const { cast, id } = await led('threat', {
      municipality: { ...oxelosund, routine, versions: [routine] },
    });
    expect(await page(cast.strategist, id, 'details')).toContain(EVA.name);
    expect((await theIncident(cast.town, cast.eva))?.steps['contact-strategist']).toMatchObject({
      because: 'strategistIn',
    });
  });
});
