import { createHash } from 'node:crypto';
import { act } from '../../src/app/commands/incident';
import { dispatch } from '../../src/app/delivery/dispatch';
import type { Deps } from '../../src/app/deps';
import { liveCard } from '../../src/cards/base/baseCard';
import type { Scene } from '../../src/cards/scene';
import { MemoryTown } from '../support/memoryTown';
import { incident, NOW, people } from '../support/pureTown';

/** Of what the cards were drawn. */
const mockDrawn: Scene[] = [];
const drawnFor = () => mockDrawn.map((scene) => scene.viewer.person);

jest.mock('../../src/cards/base/baseCard', () => {
  const actual = jest.requireActual('../../src/cards/base/baseCard');
  return {
    ...actual,
    liveCard: (scene: Scene) => {
      mockDrawn.push(scene);
      return actual.liveCard(scene);
    },
  };
});

const ID = incident().id;

/** An alarm that all have been notified of, and that the officer has taken on; the clock never shows the same time twice. */
async function taken() {
  const town = new MemoryTown();
  const store = await town.put(incident());
  let ticks = 0;
  const deps: Deps = { ...town.deps(), now: () => new Date(NOW.getTime() + ++ticks) };
  await dispatch(deps, ID, { claimer: 'one' });
  const address = { serviceUrl: '', conversationId: '', userId: people.officer, botId: '' };
  const press = { caller: { person: people.officer, name: '', address }, verb: 'acknowledge', data: {} };
  await act(deps, press, { verb: 'acknowledge', id: ID });
  mockDrawn.length = 0;
  return { town, store, run: () => dispatch(deps, ID, { claimer: 'one' }) };
}

describe('a card', () => {
  it('is drawn once a dispatch, however often it is read again', async () => {
    const { town, run } = await taken();
    await run();
    expect(town.calls.filter(({ kind }) => kind === 'update').length).toBeGreaterThan(0);
    expect(town.sent(people.victim)).toHaveLength(1);
    expect(drawnFor()).toContain(people.victim);
    expect(drawnFor()).toHaveLength(new Set(drawnFor()).size);
  });

  it('is drawn at a later time after a send that failed: who is to ring is told in the same dispatch', async () => {
    const { town, run } = await taken();
    town.answer('send', people.victim, { kind: 'unreachable', code: '403' });
    await run();
    expect(town.sent(people.officer)).toHaveLength(2);
  });

  it('is known by what it shows, without the id of its presses: a new revision alone changes none', async () => {
    const { town, store, run } = await taken();
    town.answer('send', people.victim, { kind: 'unreachable', code: '403' });
    await run();
    const row = store.cards.get(people.officer)?.value;
    const scene = mockDrawn.findLast(({ viewer }) => viewer.person === people.officer);
    if (!scene) throw new Error('The card of who leads was not drawn.');
    expect(scene.once).not.toBe('');
    const shown = liveCard({ ...scene, once: '' });
    const hash = createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22);
    expect(JSON.stringify(shown)).toContain('"once":""');
    expect(row?.hash).toBe(hash);
  });
});
