import type { View } from '../../src/cards/view';
import type { Incident } from '../../src/routine/model/incident';
import { assessmentStep } from '../../src/routine/plan/traits';
import { readAction } from '../../src/screens/actions';
import { incidentScreen, pageScreen } from '../../src/screens/screen';
import { draw } from '../support/drawing';
import { NOW, pureTownOf } from '../support/pureTown';
import { TOWNS } from '../support/towns';
import type { Chapter } from './pictures';

/*
 * Cards of Almsjö, the invented municipality with other posts, order and policy.
 */

const town = pureTownOf(TOWNS.almsjo);
const { municipality, routine, sample, people } = town;
const victim = { person: people.victim, name: sample.politicians[0]?.name ?? '' };

const ASSESSED = {
  kinds: 'threat',
  serious: 'yes',
  care: 'no',
  coordinator: 'yes',
  together: 'yes',
  support: 'Gunvor Almryd',
};

const shown = (value: Incident, person: string): View =>
  draw(incidentScreen(town.sceneFor(value, person)), municipality);

function pressed(value: Incident, verb: string, data: Record<string, unknown> = {}): Incident {
  const action = readAction(verb, { id: value.id, once: `${verb}1`, ...data });
  const next = action ? town.press(value, people.officer, action, NOW) : value;
  if (next === value) throw new Error(`Nothing came of ${verb}: the tale needs mending.`);
  return next;
}

/** Five cards of an alarm that names a party and a board. */
export function almsjo(): Chapter {
  const alarm = town.incident({ board: 'skola', victim, reporter: { ...victim, kind: 'self' } });
  const step = assessmentStep(routine)?.id ?? '';
  const taken = pressed(alarm, 'acknowledge');
  const assessed = pressed(pressed(taken, 'approve', { step }), 'endStep', { step, ...ASSESSED });
  const homeAlarm = pageScreen(town.sceneFor(assessed, people.strategist), ['step', 'home-alarm']);
  if (!homeAlarm) throw new Error('There is no page of the home alarm.');
  return {
    title: 'Another municipality: Almsjö',
    pictures: [
      {
        name: 'almsjo-alarm',
        title: 'Alarm sent: the group leader and the board’s officer were told',
        whom: 'the politician',
        when: 'Their party is remembered. They press the red button of their board.',
        view: shown(alarm, people.victim),
      },
      {
        name: 'almsjo-notice',
        title: 'Someone needs you now',
        whom: 'the party’s group leader; the board’s officer reads the same',
        when: 'The alarm was raised. Nobody is named before the press.',
        view: shown(alarm, people.officer),
      },
      {
        name: 'almsjo-lead',
        title: 'The lead works',
        whom: 'the group leader, who leads',
        when: 'The first assessment is made. The sections stand in the order of Almsjö’s own plan.',
        view: shown(assessed, people.officer),
      },
      {
        name: 'almsjo-informed',
        title: 'The police report is always made',
        whom: 'the politician',
        when: 'The first assessment is made: the head of the chancery reports. The politician is told and not asked.',
        view: shown(assessed, people.victim),
      },
      {
        name: 'almsjo-home-alarm',
        title: 'A step of its own: the home alarm',
        whom: 'the security coordinator',
        when: 'They press **Fyll i**. It is due on the third working day.',
        view: draw(homeAlarm, municipality),
      },
    ],
  };
}
