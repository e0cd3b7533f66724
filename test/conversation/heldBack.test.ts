import type { Measure, Telemetry } from '../../src/app/ports/telemetry';
import { BUTTON } from '../../src/content/texts/common';
import { DAY, EVA, openCast, report } from './support';

/** All that was measured, by what it is. */
function measuring(): { taken: (measure: Measure) => number[]; telemetry: Telemetry } {
  const all: { measure: Measure; value: number }[] = [];
  const telemetry: Telemetry = {
    span: (_, work) => work(),
    step: (_, work) => work(),
    record: (measure, value) => all.push({ measure, value }),
  };
  return {
    telemetry,
    taken: (measure) => all.filter((one) => one.measure === measure).map(({ value }) => value),
  };
}

it('what a person has held back themselves comes when they lift it, and is not counted as late', async () => {
  const { taken, telemetry } = measuring();
  const { town, eva, officer } = await openCast({ telemetry });
  await report(eva);
  await officer.press(BUTTON.acknowledge);
  const [{ id = '' } = {}] = await town.tables.index.of(EVA.id, 1);
  await eva.invoke('', 'hide', { id });
  const before = eva.chat().length;
  await town.later(4 * DAY);
  expect(eva.chat()).toHaveLength(before);
  const [late, delays] = [taken('noticeLate').length, taken('noticeDelay').length];
  await eva.invoke('', 'liftQuiet', { id });
  await town.later(60_000);
  expect(eva.chat().length).toBeGreaterThan(before);
  expect(taken('noticeLate')).toHaveLength(late);
  expect(Math.max(...taken('noticeDelay').slice(delays))).toBeLessThanOrEqual(60);
});
