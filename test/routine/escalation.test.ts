import type { Incident } from '../../src/routine/model/incident';
import type { StepState } from '../../src/routine/model/records';
import { silencesIn } from '../../src/routine/rules/escalation';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

/* What has waited longest speaks for all that one person leaves undone. */

const DAY = 86_400_000;
const LATE = new Date(NOW.getTime() + 40 * DAY);
const begun = incident();
const led = press(begun, people.officer, { verb: 'acknowledge', id: begun.id, once: 'take1' });

/** Every step open, since `dayOf` its place in the plan. */
const openSince = (dayOf: (at: number) => number): Incident => ({
  ...led,
  steps: Object.fromEntries(
    routine.steps.map(({ id }, at): [string, StepState] => {
      const openedAt = new Date(NOW.getTime() + dayOf(at) * DAY).toISOString();
      return [id, { state: 'open', epoch: 1, records: {}, openedAt }];
    }),
  ),
});

const groupOf = ({ owner, pace }: Pick<ReturnType<typeof waitingIn>[number], 'owner' | 'pace'>) =>
  `${owner} ${pace?.minutes ?? 'days'}`;

it.each([
  ['as the plan goes', (at: number) => at % 11],
  ['from the plan’s end', (at: number) => (routine.steps.length - at) % 11],
  ['mixed', (at: number) => (at * 7) % 11],
  ['all at once', () => 0],
])('with steps that opened %s, it is the oldest of each owner and pace', (_, dayOf) => {
  const now = situation(openSince(dayOf), LATE);
  const waiting = waitingIn(now).filter(({ upAt }) => upAt !== undefined);
  const oldest = new Map<string, (typeof waiting)[number]>();
  // The first of those that are equally old: sorting leaves their order as it was.
  for (const item of [...waiting].sort((one, other) => Number(one.upAt) - Number(other.upAt)))
    if (!oldest.has(groupOf(item))) oldest.set(groupOf(item), item);
  const bases = new Map(silencesIn(now).map(({ basis }) => [groupOf(basis), basis]));
  expect([...bases.keys()].sort()).toEqual([...oldest.keys()].sort());
  for (const [group, basis] of bases)
    expect([group, basis.about, basis.of, basis.upAt]).toEqual([
      group,
      oldest.get(group)?.about,
      oldest.get(group)?.of,
      oldest.get(group)?.upAt,
    ]);
});

it('those who hear first hear when the oldest goes up', () => {
  const now = situation(led, LATE);
  const days = silencesIn(now).filter(({ basis, level }) => groupOf(basis) === 'lead days' && level === 0);
  // The first talk goes up a day before the next step that waits for the lead's approval.
  expect(days.map(({ basis, at }) => [basis.about, at.toISOString()])).toEqual([
    ['firstTalk', '2026-11-26T07:00:00.000Z'],
  ]);
});
