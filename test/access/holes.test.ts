import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { rolesIn } from '../../src/routine/rules/access';
import { asListed } from '../../src/routine/rules/leadership';
import { recordCall } from '../../src/routine/transitions/records';
import { readAction } from '../../src/screens/actions';
import { drawPage, liveCard } from '../support/drawing';
import {
  contacts,
  incident,
  NOW,
  people,
  press,
  routine,
  sceneFor,
  situation,
  turn,
} from '../support/pureTown';

/* Holes that were found, each closed for good. */

const action = (verb: string, more: object = {}) => {
  const read = readAction(verb, { id: 'incident1', ...more });
  if (!read) throw new Error(verb);
  return read;
};
const led = press(incident(), people.officer, action('acknowledge'));
const reason = (work: () => unknown): string => {
  try {
    work();
    return 'allowed';
  } catch (error) {
    return error instanceof Refusal ? error.reason : String(error);
  }
};

it('an officer who only stands by reads nothing once their post has ended', () => {
  const stood: Incident = { ...led, standby: [{ person: people.deputy, at: NOW.toISOString(), led: true }] };
  const ended = contacts.map((one) =>
    one.person === people.deputy ? { ...one, ended: NOW.toISOString() } : one,
  );
  const roles = (list: typeof contacts) => [
    ...rolesIn(
      situation(asListed(stood, { contacts: list, routine }), NOW, { contacts: list }),
      people.deputy,
    ),
  ];
  expect(roles(contacts)).toEqual(['standby']);
  expect(roles(ended)).toEqual([]);
});

it('who is asked to ring has a part in it, and a card to press', () => {
  const unreachable = new Map([[people.strategist, NOW.toISOString()]]);
  const scene = sceneFor(led, people.deputyStrategist, NOW, 'once1', { unreachable });
  expect([...scene.viewer.roles]).toEqual(['informed']);
  const view = liveCard(scene);
  // Beside the number that they are about.
  expect(
    view.name === 'card' && view.data.items.flatMap(({ buttons }) => buttons.map((one) => one.verb)),
  ).toEqual(['recordCall', 'recordCall']);
});

it('a call to nobody on the list is not written into the open history', () => {
  const at = turn(people.officer);
  expect(reason(() => recordCall(led, { to: 'Eva.Norrlycke', answered: 'yes' }, at))).toBe('noSuchPerson');
  expect(reason(() => recordCall(led, { to: 'victim', answered: 'yes' }, at))).toBe('allowed');
});

it('a closed incident is neither raised nor lowered', () => {
  const closed: Incident = { ...led, state: 'closed', acute: false, closedAt: NOW.toISOString() };
  for (const [who, verb] of [
    [people.victim, 'raiseAcute'],
    [people.officer, 'lowerAcute'],
  ] as const)
    expect(reason(() => press(closed, who, action(verb, { reason: 'x' })))).toBe('closed');
});

it('the registry number is shown to who may read the incident, not to who was only told of it', () => {
  const numbered = { ...led, registry: { number: 'KS 1', at: NOW.toISOString(), by: people.strategist } };
  const shown = (value: Incident) => JSON.stringify(drawPage(sceneFor(value, people.strategist), 'registry'));
  expect(shown(numbered)).not.toContain('KS 1');
  const contacted = { since: NOW.toISOString(), why: 'contacted' as const, epoch: 1 };
  expect(shown({ ...numbered, strategist: contacted })).toContain('KS 1');
});
