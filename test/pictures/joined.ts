import type { View } from '../../src/cards/view';
import type { Incident } from '../../src/routine/model/incident';
import type { Around } from '../../src/screens/shown/around';
import type { Stage } from '../cards/stages';
import { draw, drawPage, liveCard } from '../support/drawing';
import { NOW, people } from '../support/pureTown';
import type { Chapter } from './pictures';
import { sceneAt } from './tale';

/* Many victims of one event, and two reports of one matter. */

const now = NOW.toISOString();
const around: Around[] = ['K', 'M', 'Q', 'R'].map((sign, index) => ({
  ...{ id: `other${index}`.padEnd(26, '0'), reference: `2026-4${sign}7T`, createdAt: now },
  ...{ isAcute: index === 1, isLed: index !== 2, isMember: index < 3, isNear: true },
  ...{ isMergeable: index === 3, who: 'Eva Norrlycke' },
}));
const event = { id: 'event1', at: now, by: people.strategist };

/** The chapter of what incidents have to do with each other. */
export function severalIncidents({ incident, ...stage }: Stage): Chapter {
  const sceneOf = (person: string, more: Partial<Incident>, beside: readonly Around[] = []) => ({
    ...sceneAt({ ...stage, incident: { ...incident, ...more } }, person),
    around: beside,
  });
  const page = (scene: ReturnType<typeof sceneOf>, name: 'event' | 'merge'): View => {
    const view = drawPage(scene, name, '');
    if (!view) throw new Error(`There is no page ${name}.`);
    return view;
  };
  const apart = around.map((one) => ({ ...one, isMember: false }));
  const other: Partial<Incident> = { reporter: { person: 'nils', name: 'Nils Berglind', kind: 'proxy' } };
  const mergedInto = {
    id: around[3]?.id ?? '',
    reference: around[3]?.reference ?? '',
    at: now,
    by: people.officer,
  };
  const closed: Partial<Incident> = {
    ...other,
    ...{ state: 'closed', closedAt: now, closedBy: people.officer, closeReason: 'duplicate', mergedInto },
  };
  const routine = incident.routine;
  const line = (reference: string, isAcute = false) => ({
    ...{ id: reference.padEnd(26, '0'), reference, isAcute, routine, event: 'event1' },
    waiting: [{ about: 'contact-police', of: '', since: now, isUrgent: false }],
  });
  const incidents = ['2026-4K7T', '2026-4M7T', '2026-4Q7T'].map((one) => line(one));
  const told = ['2026-3C8W', '2026-3F8W', '2026-3H8W', '2026-3K8W'].map((reference, index) => ({
    ...{ id: reference.padEnd(26, '0'), reference, isAcute: false, routine, told: { isLed: index > 1 } },
    waiting: [
      ...(index < 2 ? [{ about: 'acknowledge', of: '', since: now, isUrgent: false }] : []),
      ...(index === 2 ? [{ about: 'assess', of: '', since: now, isUrgent: false }] : []),
    ],
  }));
  return {
    title: 'Several incidents',
    pictures: [
      {
        name: 'event-join',
        title: 'Is it one event?',
        whom: 'the strategist',
        when: 'Four reports have come within a day. They press **Samma händelse**.',
        view: page(sceneOf(people.strategist, {}, apart), 'event'),
      },
      {
        name: 'event-members',
        title: 'These belong together',
        whom: 'the strategist',
        when: 'They are joined. Nobody else sees it.',
        view: page(sceneOf(people.strategist, { event }, around), 'event'),
      },
      {
        name: 'event-round',
        title: 'One line in the morning',
        whom: 'the strategist',
        when: 'What is acute has a line of its own.',
        view: draw({
          kind: 'list',
          list: 'round',
          round: { incidents: [line('2026-4R7T', true), ...incidents], drafts: [], news: [] },
        }),
      },
      {
        name: 'told-together',
        title: 'What is new in several, in one card',
        whom: 'the lead (the officer)',
        when: 'Four calm reports came in the night. Whether they are one event does not show.',
        view: draw({ kind: 'list', list: 'round', round: { incidents: told, drafts: [], news: [] } }),
      },
      {
        name: 'merge',
        title: 'The same matter twice',
        whom: 'the lead (the officer)',
        when: 'A proxy and the victim have both reported. They press **Avsluta i förtid**, then **Samma sak i två ärenden**.',
        view: page(sceneOf(people.officer, other, around), 'merge'),
      },
      {
        name: 'merge-ended',
        title: 'It goes on elsewhere',
        whom: 'the lead (the officer)',
        when: 'The card of the one that ended. Its writer sees **Tack** as before.',
        view: liveCard(sceneOf(people.officer, closed)),
      },
    ],
  };
}
