import { randomBytes } from 'node:crypto';
import type { Press } from '../../src/app/bot';
import { act } from '../../src/app/commands/incident';
import { alarm } from '../../src/app/commands/raiseAlarm';
import { showPage } from '../../src/app/commands/showPage';
import { createSendGate } from '../../src/app/delivery/sendGate';
import type { Deps } from '../../src/app/deps';

import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { people } from '../support/pureTown';
import { startTown, type Town } from '../support/town';

const DRAFT = 'draft0000000000000000000001';

/**
 * Where the answer says whom to ring, the victim's address in Teams is read too (and its key, when cold).
 */
const withoutReach = (calls: readonly string[]): string[] =>
  calls.filter((call) => !call.endsWith(' people') && !call.endsWith(' keys'));

/** Storage calls of each action, with warm keys. */
describe('storage calls of an action', () => {
  let town: Town;
  let deps: Deps;

  beforeAll(async () => {
    town = await startTown();
    await town.contact('partySecurityOfficer', 'S');
    const nobody = { send: async () => ({ kind: 'sent' as const, activityId: 'a' }) };
    deps = {
      ...town.tables,
      messenger: { ...nobody, update: nobody.send },
      gate: createSendGate(),
      now: () => town.now,
      realNow: Date.now,
      random: (size) => randomBytes(size),
      log: town.log,
      municipality: oxelosund,
    };
  });
  afterAll(() => town.stop());

  const press = (person: string): Press => ({
    caller: {
      person,
      name: 'Kim',
      address: { serviceUrl: '', conversationId: '', userId: person, botId: '' },
    },
    verb: '',
    data: {},
    activityId: 'activity1',
  });

  const count = async (work: () => Promise<unknown>): Promise<string[]> => {
    town.calls.length = 0;
    await work();
    return [...town.calls];
  };

  it('is one partition read, one contact read, one agenda write and one transaction', async () => {
    const raised = await count(() => alarm(deps, press(people.victim), DRAFT, 'party', { party: 'S' }));
    // Warms the caches of keys, as a running bot's are.
    await showPage(deps, press(people.officer), { verb: 'show', id: DRAFT });
    const taken = await count(() => act(deps, press(people.officer), { verb: 'acknowledge', id: DRAFT }));
    const approved = await count(() =>
      act(deps, press(people.officer), { verb: 'approve', id: DRAFT, step: 'assess' }),
    );
    const looked = await count(() =>
      showPage(deps, press(people.officer), { verb: 'page', id: DRAFT, page: 'details' }),
    );
    const again = await count(() => act(deps, press(people.officer), { verb: 'acknowledge', id: DRAFT }));
    console.info(
      JSON.stringify({
        raised: raised.length,
        taken: taken.length,
        approved: approved.length,
        looked: looked.length,
      }),
    );
    for (const calls of [taken, approved]) {
      expect(calls.filter((call) => call.startsWith('GET incidents'))).toHaveLength(1);
      expect(calls.filter((call) => call.includes('contacts'))).toHaveLength(1);
      expect(withoutReach(calls)).toHaveLength(4);
    }
    // The row of a key that is held is asked for once a minute at most.
    expect(approved.filter((call) => call.endsWith(' keys'))).toEqual([]);
    // The form that answers says how to reach the victim: one read of their row.
    expect(withoutReach(approved)).toHaveLength(approved.length - 1);
    expect(withoutReach(looked)).toHaveLength(3);
    // Pressed again: nothing changes, but it shows once more whom it concerns, and that look is logged.
    expect(withoutReach(again)).toHaveLength(3);
    // Three are made at once with others, so that neither incident nor person can be forgotten after a crash; three are
    // what the answer says: the incident as saved, the list, and whether whom it goes to can be reached in Teams.
    const isOfKeys = (call: string) => call.endsWith(' keys');
    expect(raised.filter((call) => !isOfKeys(call)).length).toBeLessThanOrEqual(16);
    // Of who has never been here: two keys are made, and looked for before.
    expect(raised.filter(isOfKeys).length).toBeLessThanOrEqual(6);
  });
});
