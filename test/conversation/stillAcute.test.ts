import { BUTTON } from '../../src/content/texts/common';
import { STILL_ACUTE } from '../../src/content/texts/lead';
import { FORMS } from '../../src/content/texts/pages';
import { ROUND } from '../../src/content/texts/timed';
import { words } from '../support/cardReading';
import { routine } from './here';
import { alarm, type Cast, DAY, newest, openCast, theIncident, view } from './support';

/* An alarm of a Tuesday that has calmed: whoever leads is asked the next morning whether it still is acute. */

const MORNING = '2026-11-25T08:00:00+01:00';

async function calmed(): Promise<Cast & { id: string }> {
  const cast = await openCast({ now: '2026-11-24T09:00:00Z' });
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  await cast.officer.press(BUTTON.spoke);
  const id = (await theIncident(cast.town, cast.eva))?.id ?? '';
  for (const { id: step } of routine.steps.filter((one) => one.protects))
    await cast.officer.invoke('', 'skipStep', { id, step, reason: 'Mannen är med', once: `skip${step}` });
  return { ...cast, id };
}
const open = async ({ officer, town, eva }: Cast): Promise<string> => {
  const reference = (await theIncident(town, eva))?.reference ?? '';
  await officer.press(ROUND.open(reference));
  return view(officer);
};
const incidentOf = ({ town, eva }: Cast) => theIncident(town, eva);
const rounds = ({ officer }: Cast): number =>
  officer.chat().filter(({ card }) => words(card).includes(ROUND.about.stillAcute ?? '-')).length;

it('is a line of the lead’s round with its answers on the card; yes ends the question and nothing else', async () => {
  const cast = await calmed();
  const { town, officer, eva, deputy, strategist } = cast;
  expect(officer.has(STILL_ACUTE.yes)).toBe(false);
  await town.until(MORNING);
  expect((await incidentOf(cast))?.acute).toBe(true);
  expect(await open(cast)).toContain(STILL_ACUTE.ask);
  for (const one of [eva, deputy, strategist]) expect(newest(one)).not.toContain(STILL_ACUTE.ask);
  await officer.press(STILL_ACUTE.yes);
  expect(view(officer)).not.toContain(STILL_ACUTE.ask);
  expect(await incidentOf(cast)).toMatchObject({ acute: true, acuteKeptAt: expect.any(String) });
  const { entries } = await town.tables.incidents.history(cast.id);
  expect(entries.at(-1)).toMatchObject({ act: 'keepAcute', by: officer.userId });
  const before = rounds(cast);
  await town.later(9 * DAY);
  expect(rounds(cast)).toBe(before);
  expect((await incidentOf(cast))?.acute).toBe(true);
});

it('a no says why, as ever, and what was acute is not any more', async () => {
  const cast = await calmed();
  const { town, officer } = cast;
  await town.until(MORNING);
  await open(cast);
  expect(officer.text(await officer.press(STILL_ACUTE.no))).toContain(FORMS.lowerTitle);
  expect(officer.text(await officer.press(BUTTON.lowerAcute))).toContain('Fyll i det här');
  expect((await incidentOf(cast))?.acute).toBe(true);
  await officer.press(BUTTON.lowerAcute, { 'Varför?': 'Hen är hos sin syster' });
  expect(await incidentOf(cast)).toMatchObject({ acute: false, acuteReason: 'Hen är hos sin syster' });
  expect(view(officer)).not.toContain(STILL_ACUTE.ask);
});

it('is not asked where nobody has said who is with the person, and never of another than the lead', async () => {
  const cast = await openCast({ now: '2026-11-24T09:00:00Z' });
  const { town, eva, officer, deputy } = cast;
  await alarm(eva);
  await officer.press(BUTTON.acknowledge);
  await officer.press(BUTTON.spoke);
  await town.until(MORNING);
  await open(cast);
  expect(view(officer)).not.toContain(STILL_ACUTE.ask);
  await deputy.invoke('', 'keepAcute', { id: (await incidentOf(cast))?.id });
  expect((await incidentOf(cast))?.acuteKeptAt).toBeUndefined();
});
