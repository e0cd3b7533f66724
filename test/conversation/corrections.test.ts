import { personFile } from '../../src/cli/personFile';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { BUTTON } from '../../src/content/texts/common';
import { CORRECTION } from '../../src/content/texts/evidence/corrections';
import { LOG_ACTS } from '../../src/content/texts/log';
import { DOCUMENT } from '../../src/content/texts/printed/document';
import { TAKE } from '../../src/content/texts/printed/takeDocument';
import { REFUSALS } from '../../src/content/texts/refusals';
import { withoutPart } from '../../src/routine/transitions/retention';
import { joined, partsOf } from '../document/reading';
import { elements, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { STEP } from './here';
import {
  type Cast,
  EVA,
  expectNowherePosted,
  openCast,
  report,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';

/* Somebody who reads the report asks its author to put words right: only the author changes them. */

const WRONG = `${SECRET} det var inte i natt`;
const WHY = `${SECRET} jag såg klockan`;

let cast: Cast;
let id: string;
beforeEach(async () => {
  cast = await openCast();
  await report(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  id = (await theIncident(cast.town, cast.eva))?.id ?? '';
});

const invoke = (who: Person, verb: string, data: object) =>
  who.invoke(who.chat().at(-1)?.id ?? '', verb, { id, ...data });
const asks = (who: Person, once = 'c1', passage = 'what.0') =>
  invoke(who, 'askCorrection', { passage, what: WRONG, why: WHY, once });
/** An answer to the newest request. */
const answers = async (who: Person, data: object) =>
  invoke(who, 'answerCorrection', { correction: (await requests()).at(-1)?.id ?? 'none', ...data });
const incident = async () => (await cast.town.tables.incidents.read(id))?.incident;
const requests = async () => (await incident())?.corrections ?? [];

it('is asked for on a form, told to the author content-free, answered in their own words as a new version, and told back', async () => {
  const { eva, officer, town } = cast;
  const before = [eva.chat().length, officer.chat().length];
  await invoke(officer, 'page', { page: 'askCorrection' });
  expect(view(officer)).toContain(CORRECTION.askTitle);
  await asks(officer);
  await town.sweep();
  await town.idle();
  expect(eva.chat().length).toBeGreaterThan(before[0] ?? 0);
  expect(words(eva.newest())).toContain(CORRECTION.toYou(1));
  await eva.press(CORRECTION.button);
  expect(view(eva)).toContain(WRONG);
  await eva.press(CORRECTION.answer);
  const box = elements(eva.card()).find((one) => one.id === 'what');
  expect(box?.value).toBe(`${SECRET} ringde i natt`);
  // Yes, and nothing changed: nothing is saved, and what is typed stays.
  await answers(eva, { answer: 'accepted', what: `${SECRET} ringde i natt`, reason: '' });
  expect(view(eva)).toContain(REFUSALS.sameWords);
  expect((await requests())[0]?.answer).toBeUndefined();
  await answers(eva, { answer: 'accepted', what: `${SECRET} ringde i morse` });
  await town.sweep();
  await town.idle();
  const after = await incident();
  expect(after?.versions?.map(({ by, values }) => [by, values.what])).toEqual([
    [EVA.id, `${SECRET} ringde i natt`],
    [EVA.id, `${SECRET} ringde i morse`],
  ]);
  expect(after?.report.what).toBe(`${SECRET} ringde i morse`);
  expect(after?.corrections?.[0]?.answer).toMatchObject({ is: 'accepted', by: EVA.id });
  expect(officer.chat().length).toBeGreaterThan(before[1] ?? 0);
  const { entries } = await town.tables.incidents.history(id);
  expect(entries.map(({ act }) => act)).toEqual(
    expect.arrayContaining(['askCorrection', 'answerCorrection']),
  );
  expect(LOG_ACTS.askCorrection).toBeTruthy();
  expectNowherePosted(town, WRONG, WHY);
});

it('is declined with a reason; without one, twice or by a later press nothing more happens', async () => {
  const { eva, officer } = cast;
  await asks(officer);
  await asks(officer);
  expect(await requests()).toHaveLength(1);
  await answers(eva, { answer: 'declined', reason: ' ' });
  expect((await requests())[0]?.answer).toBeUndefined();
  await answers(eva, { answer: 'declined', reason: `${SECRET} det stämmer` });
  const first = await incident();
  expect(first?.corrections?.[0]?.answer).toMatchObject({ is: 'declined', reason: `${SECRET} det stämmer` });
  await answers(eva, { answer: 'accepted', what: 'Nytt' });
  expect(await incident()).toEqual(first);
  expect(first?.report.what).toBe(`${SECRET} ringde i natt`);
});

it('reaches nobody else’s words: not one’s own, not words that are not there, not by who does not read the report', async () => {
  const { eva, otherOfficer, deputy, chief, town } = cast;
  const stranger = await resident(town, '7e57da7a-0000-4000-8000-000000000041', 'Olle Utanför');
  await asks(eva);
  await asks(cast.officer, 'c2', 'what.7');
  for (const who of [otherOfficer, deputy, chief, stranger]) await asks(who, `x${who.userId.slice(-3)}`);
  expect(await requests()).toEqual([]);
  await asks(cast.officer, 'c3');
  for (const who of [otherOfficer, deputy, chief, stranger])
    await answers(who, { answer: 'declined', reason: 'x' });
  expect((await requests())[0]?.answer).toBeUndefined();
});

it('is seen by lead and strategist until it is answered; an answer for somebody is written down, and their words stay', async () => {
  const { eva, officer, strategist } = cast;
  await invoke(officer, 'approve', { step: STEP.strategist.id });
  await invoke(officer, 'endStep', { step: STEP.strategist.id, once: 's1' });
  await invoke(officer, 'amend', { page: 'what', what: `${SECRET} ledarens ord`, once: 'a1' });
  await asks(eva, 'c1', 'what.1');
  await invoke(strategist, 'show', {});
  expect(view(strategist)).toContain(CORRECTION.open(1));
  await answers(strategist, { answer: 'accepted', reason: `${SECRET} hen sa ja` });
  const after = await incident();
  expect(after?.corrections?.[0]?.answer).toMatchObject({ is: 'accepted', by: strategist.userId });
  expect(after?.versions?.at(-1)?.values.what).toBe(`${SECRET} ledarens ord`);
  await invoke(strategist, 'show', {});
  expect(view(strategist)).not.toContain(CORRECTION.open(1));
});

it('is neither asked for nor answered in a closed incident', async () => {
  const { officer } = cast;
  await asks(officer);
  expect(await requests()).toHaveLength(1);
  await invoke(officer, 'closeEarly', { why: 'mistake', reason: 'Fel', once: 'k1' });
  expect((await incident())?.state).toBe('closed');
  await asks(officer, 'c9');
  await answers(cast.eva, { answer: 'declined', reason: 'x' });
  expect((await requests()).map(({ answer }) => answer)).toEqual([undefined]);
});

it('stands in the document, in the person’s data, and is erased with the report', async () => {
  const { eva, officer, strategist, town } = cast;
  await asks(officer);
  await answers(eva, { answer: 'declined', reason: `${SECRET} det stämmer` });
  await invoke(officer, 'approve', { step: STEP.strategist.id });
  await invoke(officer, 'endStep', { step: STEP.strategist.id, once: 's1' });
  await strategist.press(BUTTON.details);
  await strategist.press(TAKE.button);
  const data = await personFile(town.tables, EVA.id, { purpose: 'begäran', by: 'arkivet', now: town.now });
  expect(data.incidents[0]?.corrections).toHaveLength(1);
  const now = await incident();
  const { routine } = oxelosund;
  if (!now) throw new Error('No incident');
  const erased = withoutPart(now, 'report', { routine, at: town.now.toISOString(), decision: 'KS 1' });
  expect(JSON.stringify(now)).toContain(WRONG);
  expect(JSON.stringify(erased)).not.toContain(WRONG);
  await strategist.press(TAKE.order, { [TAKE.purpose]: 'Till diariet' });
  const url = elements(strategist.card())
    .map((one) => String(one.url ?? ''))
    .find((one) => one.includes('/document/'));
  const file = await fetch(`${town.url}${new URL(url ?? '').pathname}`, { method: 'POST' });
  const text = joined(partsOf(new Uint8Array(await file.arrayBuffer()))['word/document.xml'] ?? '');
  for (const one of [DOCUMENT.corrections.title, WRONG, `${SECRET} det stämmer`]) expect(text).toContain(one);
});
