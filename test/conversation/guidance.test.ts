import { personFile } from '../../src/cli/personFile';
import { REPORT_FIELDS } from '../../src/content/fields';
import { BUTTON, COMMON } from '../../src/content/texts/common';
import { TASKS, TRACE } from '../../src/content/texts/guidance/channelTasks';
import { GUIDANCE } from '../../src/content/texts/guidance/guidance';
import { CALL, CALL_HEARD, CALL_LABELS } from '../../src/content/texts/guidance/phoneCall';
import { RISK, RISK_DAY_CARD, RISK_LABELS, RISK_SHARE } from '../../src/content/texts/guidance/riskAnalysis';
import { KEEP_SILENCE } from '../../src/content/texts/pages';
import { FIRST } from '../../src/content/texts/report';
import { PREVENTION } from '../../src/content/texts/standing/prevention';
import { dayOf } from '../../src/routine/calendar/localTime';
import { SITUATIONS } from '../../src/routine/model/codes';
import { words } from '../support/cardReading';
import type { Town } from '../support/town';
import { HERE } from './here';
import { DAY, EVA, openCast, openTown, report, resident, SECRET, theIncident, view } from './support';

const { guidance } = HERE.municipality;

async function open() {
  const town = await openTown();
  const eva = await resident(town, EVA.id, EVA.name, EVA.email);
  return { town, eva };
}

describe('advice', () => {
  it('is one card that changes in place, one press from "vägledning", for whoever asks', async () => {
    const { eva } = await open();
    await eva.say('hjälp');
    await eva.press(BUTTON.guidance);
    for (const situation of SITUATIONS) {
      await eva.press(guidance[situation].title);
      for (const line of guidance[situation].first) expect(view(eva)).toContain(line);
      await eva.press(GUIDANCE.others);
      expect(view(eva)).toContain(GUIDANCE.title);
    }
    // Reading leaves nothing behind, and the greeting leads there too.
    await eva.say('vägledning');
    expect(view(eva)).toContain(guidance.inside.title);
  });

  it('ends in a report with kind and channel filled in; twice pressed it is one', async () => {
    const { town, eva } = await open();
    await eva.say('vad gör jag nu');
    await eva.press(guidance.social.title);
    const again = eva.keep(GUIDANCE.reportChannel.social);
    await eva.press(GUIDANCE.reportChannel.social);
    const draft = (await town.tables.drafts.of(EVA.id))[0];
    expect(draft?.values).toMatchObject({ kinds: 'threat', channel: 'social' });
    await again();
    expect(await town.tables.drafts.of(EVA.id)).toHaveLength(1);
    // What was begun is what "rapportera hot" opens, and it is sent as any other.
    await report(eva, 'De skrev på nätet i natt');
    expect((await theIncident(town, eva))?.report).toMatchObject({ kinds: 'threat', channel: 'social' });
  });

  it('alarms from where something is going on, and the report after it belongs to that alarm', async () => {
    const { town, eva } = await open();
    await eva.say('vägledning');
    await eva.press(guidance.inside.title);
    await eva.press(BUTTON.alarmParty);
    const alarmed = await theIncident(town, eva);
    expect(alarmed?.acute).toBe(true);
    await eva.say('vägledning');
    await eva.press(guidance.threatened.title);
    await eva.press(GUIDANCE.report);
    await eva.press(BUTTON.review, { 'Vad hände': 'Han kom in' });
    await eva.press(BUTTON.send);
    const told = await theIncident(town, eva);
    expect(told?.id).toBe(alarmed?.id);
    expect(told?.report).toMatchObject({ kinds: 'threat', channel: 'inPerson' });
  });

  it('does not write over a report that is being written, which waits among the drafts', async () => {
    const { town, eva } = await open();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.later, { 'Vad hände': 'Ett brev kom' });
    await eva.say('vägledning');
    await eva.press(guidance.email.title);
    await eva.press(GUIDANCE.report);
    const drafts = await town.tables.drafts.of(EVA.id);
    expect(drafts.map(({ values }) => values.what ?? '').sort()).toEqual(['', 'Ett brev kom']);
    expect(words(eva.card())).not.toContain('Ett brev kom');
    expect(words(eva.card())).not.toContain(FIRST.title);
  });
});

describe('the checklist of a call', () => {
  const drafts = async (town: Town) => town.tables.drafts.of(EVA.id);
  async function ring() {
    const { town, eva } = await open();
    await eva.say('vägledning');
    await eva.press(guidance.phone.title);
    await eva.press(CALL.button);
    return { town, eva };
  }

  it('saves at every press what was typed and tapped, and becomes words of a report', async () => {
    const { town, eva } = await ring();
    expect(await drafts(town)).toEqual([]);
    await eva.press(CALL.toCaller, {
      [CALL_LABELS.callWhen]: `${SECRET} kl 18`,
      [CALL_LABELS.callNumber]: '070',
    });
    const tap = eva.keep(CALL_HEARD.callVoice.taps.dark);
    await tap();
    await tap();
    await eva.press(CALL_HEARD.callSounds.taps.music, { [CALL_LABELS.callDialect]: 'skånska' });
    await eva.press(CALL_HEARD.callSounds.taps.traffic);
    const [draft] = await drafts(town);
    expect(draft?.values).toMatchObject({
      ...{ kinds: 'threat', channel: 'phone', callWhen: `${SECRET} kl 18`, callNumber: '070' },
      ...{ callVoice: 'dark', callSounds: 'music,traffic', callDialect: 'skånska' },
    });
    // Interrupted: the way back leads to what was noted, and a tap can be taken back.
    await eva.say('vägledning');
    await eva.press(guidance.phone.title);
    await eva.press(CALL.button);
    expect(JSON.stringify(eva.card())).toContain(`${SECRET} kl 18`);
    await eva.press(CALL.toCaller);
    await eva.press(`✓ ${CALL_HEARD.callSounds.taps.traffic}`);
    await eva.press(CALL.report);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    const incident = await theIncident(town, eva);
    expect(incident?.report).toMatchObject({ kinds: 'threat', channel: 'phone' });
    const what = incident?.report.what ?? '';
    expect(what).toContain(`${CALL_LABELS.callWhen} ${SECRET} kl 18`);
    expect(what).toContain(`${CALL_HEARD.callSounds.label}: ${CALL_HEARD.callSounds.taps.music}\n`.trim());
    expect(what).not.toContain(CALL_HEARD.callSounds.taps.traffic);
  });

  it('stands on the first page of the report for whoever is remembered, where it is read before it is sent', async () => {
    const { eva } = await open();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    const phone = REPORT_FIELDS.phone ?? '';
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)', [phone]: '070-174 06 77' });
    await eva.press(BUTTON.review, { 'Vad hände': 'Något annat' });
    await eva.press(BUTTON.send);
    await eva.say('vägledning');
    await eva.press(guidance.phone.title);
    await eva.press(CALL.button);
    await eva.press(CALL.report, { [CALL_LABELS.callWhen]: SECRET });
    expect(JSON.stringify(eva.card())).toContain(`${CALL_LABELS.callWhen} ${SECRET}`);
  });

  it('is thrown away with its key, and one that holds nothing is never begun', async () => {
    const { town, eva } = await ring();
    await eva.press(CALL.save);
    expect(await drafts(town)).toEqual([]);
    await eva.press(CALL.save, { [CALL_LABELS.callWhere]: SECRET });
    expect(await drafts(town)).toHaveLength(1);
    await eva.press(CALL.discard);
    expect(await drafts(town)).toEqual([]);
  });

  it('goes into the report also from "rapportera hot", and is another’s to no press', async () => {
    const { town, eva } = await ring();
    await eva.press(CALL.save, { [CALL_LABELS.callTarget]: SECRET });
    const [draft] = await drafts(town);
    const mallory = await resident(town, '7e57da7a-0000-4000-8000-000000000066', 'Mallory Ek');
    await mallory.say('hjälp');
    const answer = await mallory.invoke(mallory.chat().at(-1)?.id ?? '', 'callForm', {
      draft: draft?.id,
      part: 'ask',
    });
    expect(JSON.stringify(answer.card)).not.toContain(SECRET);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next);
    expect(JSON.stringify(eva.card())).toContain(`${CALL_LABELS.callTarget} ${SECRET}`);
  });
});

describe('what can be done by the way that it came', () => {
  const tasks = HERE.municipality.channelWords.tasks;
  const [trace, saved] = [tasks.trace, tasks['save-email']];

  /** The officer leads a threat by e-mail. */
  async function led() {
    const cast = await openCast();
    await report(cast.eva, SECRET, {
      'Vad gäller det?': 'Hot',
      'På vilket sätt skedde det?': 'E-post',
    });
    const receipt = view(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.officer.press(TASKS.button);
    return { ...cast, receipt, id: (await theIncident(cast.town, cast.eva))?.id ?? '' };
  }

  it('whoever reports reads at once what must not be done', async () => {
    const { receipt } = await led();
    expect(receipt).toContain(HERE.municipality.channelWords.warnings.email);
  });

  it('is a list for the lead: one press ends one, and the list comes back with the rest', async () => {
    const { town, eva, officer, otherOfficer, id } = await led();
    for (const line of TASKS.lines) expect(view(officer)).toContain(line);
    const again = officer.keep(tasks.shown?.done ?? '');
    await officer.press(tasks.shown?.done ?? '');
    await again();
    expect(view(officer)).toContain(`${COMMON.signs.done} ${tasks.shown?.short}`);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'page', { id, page: 'task', about: 'save-email' });
    await otherOfficer.invoke(otherOfficer.chat().at(-1)?.id ?? '', 'endTask', {
      id,
      task: 'trace',
      once: 'x',
    });
    const held = await theIncident(town, eva);
    expect(held?.tasks).toMatchObject({ shown: { state: 'done', by: officer.userId } });
    expect(Object.keys(held?.tasks ?? {})).toEqual(['shown']);
  });

  it('the IT unit is asked by a text without names and without what was written', async () => {
    const { officer, eva, town, id } = await led();
    const at = officer.chat().at(-1)?.id ?? '';
    const page = await officer.invoke(at, 'page', { id, page: 'task', about: 'trace' });
    const text = officer.text(page.card);
    expect(text).toContain(trace?.title);
    expect(text).toContain(TRACE.label);
    for (const secret of [SECRET, EVA.name, 'Socialdemokraterna']) expect(text).not.toContain(secret);
    await officer.invoke(at, 'waiveTask', { id, task: 'trace', why: 'police', once: 'w' });
    await officer.invoke(at, 'endTask', {
      id,
      task: 'save-email',
      date: '2026-11-20',
      time: '10:15',
      once: 's',
    });
    const read = officer.text((await officer.invoke(at, 'page', { id, page: 'details' })).card);
    for (const one of [trace?.reasons?.police ?? '', `${saved?.fields?.time}: kl. 10.15`])
      expect(read).toContain(one);
    // The victim reads it too, and it is in their own data; nothing of it stands in a chat.
    const own = await eva.invoke(eva.chat().at(-1)?.id ?? '', 'page', { id, page: 'details' });
    expect(eva.text(own.card)).toContain(trace?.reasons?.police);
    const asked = { purpose: 'art. 15', by: 'operator', now: town.now };
    expect(JSON.stringify(await personFile(town.tables, eva.userId, asked))).toContain('save-email');
  });

  it('has the advice of every situation beside it, from which nothing new begins', async () => {
    const { officer, town } = await led();
    await officer.press(TASKS.guidance);
    for (const situation of SITUATIONS) {
      await officer.press(guidance[situation].title);
      expect(view(officer)).not.toContain(GUIDANCE.report);
      expect(view(officer)).not.toContain(BUTTON.alarmParty);
      await officer.press(GUIDANCE.others);
      expect(view(officer)).not.toContain(BUTTON.report);
    }
    await officer.press(GUIDANCE.toTasks);
    expect(view(officer)).toContain(BUTTON.details);
    expect(await town.tables.drafts.of(officer.userId)).toEqual([]);
  });
});

describe('one’s own risk analysis', () => {
  const answers = (text: string) => ({
    [RISK_LABELS.activity]: text,
    [RISK_LABELS.party]: 'Socialdemokraterna (S)',
  });

  async function toShare() {
    const cast = await openCast();
    await cast.eva.say('vägledning');
    await cast.eva.press(RISK.button);
    for (const line of [...RISK.questions, ...RISK.also]) expect(view(cast.eva)).toContain(line);
    await cast.eva.press(RISK.share(HERE.municipality.names));
    return cast;
  }
  const stored = async (town: Town) => (await town.tables.persons.read(EVA.id)).state;

  it('is stored only when it is shown, read by the officer after a promise, and gone when it is taken back', async () => {
    const { town, eva, officer, otherOfficer } = await toShare();
    expect((await stored(town)).risk).toBeUndefined();
    const share = eva.keep(RISK_SHARE.send);
    await eva.press(RISK_SHARE.send, answers(`${SECRET} **fet** [a](https://b.example)`));
    await share();
    await town.sweep();
    const kept = (await stored(town)).risk;
    expect(kept?.to).toEqual([officer.userId]);
    expect(words(officer.newest())).toContain(RISK_SHARE.came);
    expect(words(officer.newest())).not.toContain(EVA.name);
    // Another officer, who has the id, gets the same answer as for none.
    const theirs = await otherOfficer.invoke(otherOfficer.chat().at(-1)?.id ?? '', 'readRisk', {
      share: kept?.id,
    });
    expect(JSON.stringify(theirs.card)).not.toContain(SECRET);
    await officer.press(RISK_SHARE.open);
    if (view(officer).includes(KEEP_SILENCE.confirm)) await officer.press(KEEP_SILENCE.confirm);
    expect(view(officer)).toContain(SECRET);
    await eva.say('vägledning');
    await eva.press(RISK.button);
    expect(view(eva)).toContain('läste dem');
    const file = await personFile(town.tables, EVA.id, { purpose: 'art. 15', by: 'operator', now: town.now });
    expect(JSON.stringify(file)).toContain(SECRET);
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'unshareRisk', {});
    expect((await stored(town)).risk).toBeUndefined();
    expect(JSON.stringify(officer.chat())).not.toContain(SECRET);
    const late = await officer.invoke(officer.chat().at(-1)?.id ?? '', 'readRisk', { share: kept?.id });
    expect(officer.text(late.card)).toContain(RISK_SHARE.gone);
  });

  it('is erased after thirty days; empty, too long or for a party without an officer nothing is stored', async () => {
    const { town, eva } = await toShare();
    const at = eva.chat().at(-1)?.id ?? '';
    const none = { party: 'S' };
    for (const data of [
      none,
      { ...none, activity: 'x'.repeat(10_000) },
      { activity: 'a' },
      { activity: 'a', party: 'nope' },
    ]) {
      await eva.invoke(at, 'shareRisk', data);
      expect((await stored(town)).risk).toBeUndefined();
    }
    await eva.invoke(at, 'shareRisk', { ...none, activity: `${SECRET} 😡 \${1+1}` });
    expect((await stored(town)).risk?.values.activity).toBe(`${SECRET} 😡 \${1+1}`);
    await town.later(31 * DAY);
    expect((await stored(town)).risk).toBeUndefined();
  });

  it('is asked again on the day that one has chosen, and not when that is taken back', async () => {
    const { town, eva } = await toShare();
    const at = eva.chat().at(-1)?.id ?? '';
    await eva.invoke(at, 'remindRisk', { day: '2020-01-01' });
    expect((await stored(town)).riskDay).toBeUndefined();
    const day = dayOf(new Date(town.now.getTime() + 3 * DAY));
    await eva.invoke(at, 'remindRisk', { day });
    await eva.invoke(at, 'remindRisk', { day });
    await town.until(new Date(town.now.getTime() + 2 * DAY).toISOString());
    expect(JSON.stringify(eva.chat())).not.toContain(RISK_DAY_CARD.text);
    await town.until(new Date(town.now.getTime() + 2 * DAY).toISOString());
    expect(words(eva.newest())).toContain(RISK_DAY_CARD.text);
    await eva.invoke(at, 'forgetRiskDay', {});
    expect((await stored(town)).riskDay).toBeUndefined();
  });
});

describe('before anything happens', () => {
  const { courses } = HERE.municipality.prevention;
  const [course] = courses;
  const title = course?.title ?? '';

  it('one notes what one has taken, once, and takes it back; it is in one’s data, and the strategist sees how many', async () => {
    const { town, eva, strategist, officer } = await openCast();
    await eva.say('förebygga');
    expect(view(eva)).toContain(title);
    expect(view(eva)).not.toContain(PREVENTION.countsTitle);
    const at = eva.chat().at(-1)?.id ?? '';
    const took = (isOn: string, id = course?.id) => eva.invoke(at, 'tookCourse', { course: id, isOn });
    await took('yes');
    await took('yes');
    expect(eva.text((await took('yes')).card)).toContain(`${COMMON.signs.done} ${title}`);
    await strategist.say('förebygga');
    expect(words(strategist.newest())).toContain(PREVENTION.count(title, 1));
    expect(words(strategist.newest())).toContain('intygat tystnad');
    expect(words(strategist.newest())).not.toContain(EVA.name);
    await officer.say('förebygga');
    expect(words(officer.newest())).not.toContain(PREVENTION.countsTitle);
    const file = await personFile(town.tables, EVA.id, { purpose: 'art. 15', by: 'operator', now: town.now });
    expect(file.courses).toEqual([{ course: course?.id, at: expect.any(String) }]);
    await took('no');
    await took('yes', '__proto__');
    expect((await town.tables.municipalityState.read('town')).state.taken).toEqual([]);
  });

  it('who is new hears of it after some working days, unless they have noted all of it', async () => {
    const { town, eva } = await open();
    const mallory = await resident(town, '7e57da7a-0000-4000-8000-000000000066', 'Mallory Ek');
    for (const person of [eva, mallory]) await person.install();
    const at = mallory.chat().at(-1)?.id ?? '';
    for (const { id } of courses) await mallory.invoke(at, 'tookCourse', { course: id, isOn: 'yes' });
    await town.until(new Date(town.now.getTime() + 7 * DAY).toISOString());
    expect(JSON.stringify(eva.chat())).toContain(PREVENTION.newMember);
    expect(JSON.stringify(mallory.chat())).not.toContain(PREVENTION.newMember);
  });

  it('a new term reminds those who were there before it, once: what was taken in the last one does not count', async () => {
    const town = await openTown({ now: '2026-10-01T09:00:00Z' });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    const mallory = await resident(town, '7e57da7a-0000-4000-8000-000000000066', 'Mallory Ek');
    const takes = async (person: typeof eva) => {
      for (const { id } of courses)
        await person.invoke(person.chat().at(-1)?.id ?? '', 'tookCourse', { course: id, isOn: 'yes' });
    };
    const reminders = (person: typeof eva) =>
      person.chat().filter(({ sent }) => sent.some((form) => form.includes(PREVENTION.newTerm)));
    await takes(eva);
    await town.until('2026-10-20T09:00:00Z');
    await takes(mallory);
    await town.until('2026-11-16T06:00:00Z');
    expect(reminders(eva)).toHaveLength(0);
    await town.until('2026-11-18T09:00:00Z');
    expect(reminders(eva)).toHaveLength(1);
    expect(reminders(mallory)).toHaveLength(0);
  });
});
