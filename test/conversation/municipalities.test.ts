import { CHOICES } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { LEAD, NOTICE } from '../../src/content/texts/lead';
import { FORMS } from '../../src/content/texts/pages';
import { DECISION } from '../../src/content/texts/police';
import { FIRST } from '../../src/content/texts/report';
import { ROUND, SILENCE } from '../../src/content/texts/timed';
import { STATUS } from '../../src/content/texts/victim';
import {
  assessmentStep,
  companyStep,
  isVictimAsked,
  reportStep,
  strategistStep,
} from '../../src/routine/plan/traits';
import { EACH_TOWN } from '../support/towns';
import {
  alarm,
  type Cast,
  DAY,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  report,
  SECRET,
  theIncident,
  view,
} from './support';
import { typedFor, workOff } from './workOff';

/* The same conversations in every municipality, by its own words, posts, order, policy and times. */

const MINUTE = 60_000;
/** A Tuesday, 10:00 in the municipality. */
const START = '2026-11-24T09:00:00Z';
const minutesLater = (minutes: number) => new Date(Date.parse(START) + minutes * MINUTE).toISOString();

const stateOf = async ({ town, eva }: Cast, step = '') => (await theIncident(town, eva))?.steps[step]?.state;

/** The lead has taken it and assessed it. */
async function assess(cast: Cast): Promise<void> {
  const { town, officer } = cast;
  const { routine } = town.municipality;
  const step = assessmentStep(routine);
  if (!step) throw new Error('No assessment.');
  await officer.press(BUTTON.acknowledge);
  await officer.press(BUTTON.approve);
  await officer.press(routine.words.steps[step.id]?.done ?? '', typedFor(town, step, officer));
  // Asked for a part of it only, the strategist is still to be contacted.
  await officer.press(routine.words.steps[strategistStep(routine)?.id ?? '']?.done ?? '');
}

async function toTheEnd(cast: Cast): Promise<void> {
  const { town, officer } = cast;
  await officer.press(BUTTON.acknowledge);
  await workOff(cast);
  await town.later(7 * DAY);
  await workOff(cast);
  // The press on the control questions has opened the review.
  await officer.press(BUTTON.save, { [FORMS.reviewFields.applied]: CHOICES.yesNo?.yes ?? '' });
  await officer.press(BUTTON.close);
  await officer.press(LEAD.closeYes);
}

async function expectAllDone({ town, eva }: Cast): Promise<void> {
  const incident = await theIncident(town, eva);
  const { steps, checks } = town.municipality.routine;
  expect(steps.map(({ id }) => [id, incident?.steps[id]?.state])).toEqual(
    steps.map(({ id, opens }) => [id, opens === 'ifArises' ? 'notApplicable' : 'done']),
  );
  expect(Object.keys(incident?.checks ?? {}).sort()).toEqual(checks.map(({ id }) => id).sort());
  expect(incident).toMatchObject({ state: 'closed', closeReason: 'finished' });
}

describe.each(EACH_TOWN)('%s', (_, spec) => {
  const { municipality } = spec;
  const { routine, names } = municipality;
  const { words, times } = routine;
  const open = () => openCast({ now: START }, spec);
  const wordsOf = (id = '') => words.steps[id] ?? { title: '-', short: '-', done: '-', informs: '-' };

  describe('the whole routine', () => {
    it('goes from a report to closed through all steps, and opens again', async () => {
      const cast = await open();
      const { town, eva, officer, deputy, strategist, chief, otherOfficer } = cast;
      const sent = eva.text(await report(eva));
      expect(sent).toContain(STATUS.reportTitle);
      expect(sent).toContain(`${officer.name} (${names.posts[spec.rows.officer.role]?.title})`);
      expect(newest(officer)).toContain(NOTICE.calmTitle);
      expect(newest(strategist)).toContain(NOTICE.toldTitle);
      expect(newest(strategist)).toContain('frågas först');
      for (const untold of [deputy, chief, otherOfficer]) expect(untold.text()).not.toContain('Ärende 2026');
      await toTheEnd(cast);
      await expectAllDone(cast);
      expect(eva.text()).toContain(STATUS.closedTitle);
      await officer.press(BUTTON.reopen);
      await officer.press(BUTTON.reopen, { 'Varför?': `${SECRET} igen` });
      expect(await theIncident(town, eva)).toMatchObject({ state: 'open', reopenReason: `${SECRET} igen` });
      expect(otherOfficer.text()).not.toContain('Ärende 2026');
      expectNowherePosted(town, SECRET, EVA.name);
    });

    it('goes the same way after an alarm, with the report filled in afterwards', async () => {
      const cast = await open();
      const { town, eva } = cast;
      await alarm(eva);
      await eva.press(BUTTON.tell);
      await eva.press(BUTTON.review, { [words.report.what ?? '']: `${SECRET} han stod vid dörren` });
      await eva.press(BUTTON.send);
      await toTheEnd(cast);
      await expectAllDone(cast);
      expectNowherePosted(town, SECRET, EVA.name);
    });
  });

  describe('an alarm', () => {
    it('is one press: the first contact is told without name or story, the person sees whom', async () => {
      const { eva, officer, strategist } = await open();
      const answer = eva.text(await alarm(eva));
      expect(answer).toContain(officer.name);
      expect(answer).toContain(names.posts[spec.rows.officer.role]?.title);
      expect(answer).toContain(STATUS.silent);
      expect(officer.has(BUTTON.acknowledge)).toBe(true);
      expect(officer.text()).not.toContain(EVA.name);
      expect(newest(strategist)).toContain(NOTICE.toldTitle);
      expect(officer.text(await officer.press(BUTTON.acknowledge))).toContain(EVA.name);
      expect(newest(eva)).toContain(STATUS.ledTitle(officer.name));
    });

    it('that nobody answers goes down the line at the municipality’s own times', async () => {
      const { town, eva, deputy, strategist } = await open();
      await alarm(eva);
      for (const [one, at] of [
        [deputy, times.alarmNext],
        [strategist, times.alarmStrategist],
      ] as const) {
        await town.until(minutesLater(at - 1));
        expect(one.text()).not.toContain(NOTICE.title);
        await town.until(minutesLater(at));
        expect(newest(one)).toContain(NOTICE.title);
      }
    });

    for (const board of municipality.boards)
      it(`that names ${board.name} is told to its officer beside the party's, and either may take it`, async () => {
        const cast = await open();
        const { town, eva, officer } = cast;
        const post = routine.posts.find(({ per }) => per === 'board');
        const boardOfficer = await town.contact(post?.id ?? '', board.code);
        await eva.say('rapportera hot');
        // One press, and no list before it; the party is asked for on the card that answers, and told too.
        const first = eva.text(await eva.press(FIRST.alarm(board.name)));
        expect(first).toContain(boardOfficer.name);
        expect(first).not.toContain(officer.name);
        const answer = eva.text(await eva.press(STATUS.tellParty('S')));
        for (const { name } of [officer, boardOfficer]) expect(answer).toContain(name);
        const taken = boardOfficer.text(await boardOfficer.press(BUTTON.acknowledge));
        expect(taken).toContain(EVA.name);
        expect(officer.text()).not.toContain(EVA.name);
        expect((await theIncident(town, eva))?.lead?.person).toBe(boardOfficer.userId);
      });

    it('to the municipality is told to nobody in the party', async () => {
      const { eva, officer, deputy, strategist } = await open();
      await eva.say('rapportera hot');
      await eva.press(BUTTON.alarmMunicipality);
      expect(newest(strategist)).toContain(NOTICE.title);
      for (const one of [officer, deputy]) expect(one.text()).not.toMatch(/Ärende \d{4}-/);
    });
  });

  describe('who leads', () => {
    it('too close to it: the deputy is asked, and the first contact is out', async () => {
      const { town, eva, officer, deputy } = await open();
      await alarm(eva);
      await officer.press(BUTTON.tooClose);
      expect(newest(deputy)).toContain(NOTICE.title);
      await deputy.press(BUTTON.acknowledge);
      expect((await theIncident(town, eva))?.lead?.person).toBe(deputy.userId);
      expect(officer.text()).not.toContain(EVA.name);
    });

    it('the first contact is the victim: the deputy is asked, they see only their own status', async () => {
      const { town, officer, deputy } = await open();
      await alarm(officer);
      expect(officer.has(BUTTON.acknowledge)).toBe(false);
      await deputy.press(BUTTON.acknowledge);
      expect(newest(officer)).toContain(STATUS.ledTitle(deputy.name));
      expect(officer.has(BUTTON.approve)).toBe(false);
      expect((await theIncident(town, officer))?.lead?.person).toBe(deputy.userId);
    });
  });

  describe('the police report', () => {
    it('is asked of the victim, or made and told to them, as the municipality has decided', async () => {
      const cast = await open();
      const { eva, officer, chief } = cast;
      const step = reportStep(routine);
      await report(eva);
      await assess(cast);
      if (isVictimAsked(routine)) {
        expect(chief.text()).not.toContain(DECISION.filerTitle);
        await officer.press(BUTTON.back);
        await officer.press(BUTTON.moreChoices);
        await officer.press(BUTTON.askVictim);
        expect(newest(eva)).toContain(DECISION.title);
        await eva.press(DECISION.answers.municipality);
        expect(newest(chief)).toContain(DECISION.filerTitle);
      } else {
        expect(eva.text()).toContain(wordsOf(step?.id).informs);
        expect(eva.text()).not.toContain(DECISION.title);
        expect(eva.has(BUTTON.policeDecision)).toBe(false);
        await officer.press(BUTTON.back);
        await officer.press(BUTTON.moreChoices);
        for (const title of [BUTTON.askVictim, BUTTON.recordDecision]) expect(officer.has(title)).toBe(false);
        expect(newest(chief)).toContain(wordsOf(step?.id).title);
      }
      expect(chief.text(await chief.press(BUTTON.details))).toContain(EVA.name);
      await chief.press(BUTTON.back);
      await chief.press(BUTTON.fillIn);
      if (step) await chief.press(wordsOf(step.id).done, typedFor(cast.town, step, chief));
      expect(await stateOf(cast, step?.id)).toBe('done');
      expect(view(eva)).not.toContain(wordsOf(step?.id).informs ?? 'told of nothing');
    });
  });

  describe('time', () => {
    it('sends one list in the morning to who leads', async () => {
      const cast = await open();
      const { town, eva, officer } = cast;
      await alarm(eva);
      await officer.press(BUTTON.acknowledge);
      await town.until(`2026-11-25T0${times.roundHour - 1}:00:00Z`);
      // An alarm that nobody has spoken about stands first and alone.
      expect(officer.text()).toContain(ROUND.acuteTitle);
    });

    const isDayed = (limit?: { within: string }) => limit?.within === 'workingDays';
    const reminded = routine.steps.filter(({ remind = [] }) => remind.some(({ after }) => isDayed(after)));

    for (const step of reminded)
      it(`reminds of ${step.id} by itself on its day, and tells those above`, async () => {
        const cast = await open();
        const { town, eva, officer, strategist, deputyStrategist } = cast;
        await alarm(eva);
        await assess(cast);
        const owner = step.owner === 'strategist' ? strategist : officer;
        /** Cards that came since, beside the morning's list. */
        const news = (mark: number) =>
          owner
            .chat()
            .slice(mark)
            .filter((message) => !owner.text(message.card).includes(ROUND.title));
        await town.until(`2026-11-26T0${times.roundHour - 2}:59:00Z`);
        const before = owner.chat().length;
        // Two working days after it opened.
        await town.until(`2026-11-26T0${times.roundHour - 1}:00:00Z`);
        expect(news(before).length).toBeGreaterThan(0);
        expect(await stateOf(cast, step.id)).not.toBe('done');
        await town.until('2026-12-02T20:00:00Z');
        expect(deputyStrategist.text()).toContain(SILENCE.title);
      });
  });

  it('somebody with the victim ends that step', async () => {
    const cast = await open();
    await alarm(cast.eva);
    await assess(cast);
    const step = companyStep(routine);
    if (step) await cast.officer.press(wordsOf(step.id).done, typedFor(cast.town, step, cast.officer));
    expect(await stateOf(cast, step?.id)).toBe('done');
  });
});
