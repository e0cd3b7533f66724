import { createBot } from '../../src/app/createBot';
import type { Deps } from '../../src/app/deps';
import { loadIncident } from '../../src/app/queries/loadIncident';
import { MUNICIPALITIES } from '../../src/content/municipalities';
import { defineMunicipality, type Municipality } from '../../src/content/municipalities/municipality';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Incident } from '../../src/routine/model/incident';
import type { Routine } from '../../src/routine/model/routine';
import { defineRoutine } from '../../src/routine/plan/defineRoutine';
import { routineFault, versionFaults, versionOf } from '../../src/routine/plan/version';
import { notices } from '../../src/routine/rules/notices';
import { MemoryTown } from '../support/memoryTown';
import { incident, people } from '../support/pureTown';

const OLD = 'incident000000000000000001';
const NEW = 'incident000000000000000002';

/** The present routine, as if it were the first, and one that has been changed since. */
const [present] = oxelosund.versions;
const { replaces: _, ...first } = present;
const v1: Routine = { ...first, version: 1 };
const begun: Municipality = { ...oxelosund, routine: v1, versions: [v1] };

/** The same plan with other ids and backwards: it is data, so a text is replaced in all of it. */
function renamed(routine: Routine, version: number): Routine {
  const other = JSON.parse(
    JSON.stringify(routine)
      .replaceAll('"contact-police"', '"ask-the-police"')
      .replaceAll('"assess"', '"judge"'),
  ) as Routine;
  const { posts, boards, tasks, warnings } = routine;
  const declared = defineRoutine({ ...other, version, steps: [...other.steps].reverse() });
  return { ...declared, posts, boards, tasks, warnings };
}

const v2 = renamed(v1, 2);
const changed: Municipality = { ...oxelosund, routine: v2, versions: [v2, v1] };

/** An incident that began with the first. */
const old = (): Incident => ({ ...incident(), routine: versionOf(v1) });

const press = (deps: Deps, person: string, verb: string, data: object) =>
  createBot(deps).onAction({
    caller: {
      person,
      name: 'Kim',
      address: { serviceUrl: '', conversationId: '', userId: person, botId: '' },
    },
    verb,
    data,
    activityId: 'activity9',
  });

/** What a start says of the routine, where one incident is kept. */
const start = async (municipality: Municipality, value: Incident) => {
  const town = new MemoryTown();
  await town.put({ ...value, id: OLD });
  await town.deps().index.opens(OLD, value.rev);
  const bot = createBot({ ...town.deps(), municipality });
  await bot.begin();
  await bot.idle();
  return town.lines.filter(({ event }) => event.startsWith('routine'));
};

describe('an incident keeps the routine that it began with', () => {
  const town = new MemoryTown();
  const before: Deps = { ...town.deps(), municipality: begun };
  const after: Deps = { ...town.deps(), municipality: changed };

  const loadedFrom = async (deps: Deps, id: string) => {
    const read = await loadIncident(deps, id);
    if (!read) throw new Error('It is not there.');
    return read.situation;
  };

  beforeAll(async () => {
    await town.put({ ...old(), id: OLD, report: { kinds: 'threat' } });
    await press(before, people.officer, 'acknowledge', { id: OLD });
    await press(after, people.officer, 'approve', { id: OLD, step: 'assess' });
    await press(after, people.officer, 'endStep', {
      id: OLD,
      step: 'assess',
      once: 'assess1',
      ...{ kinds: 'threat', serious: 'yes', care: 'no', together: 'yes' },
    });
    await press(after, people.victim, 'alarmParty', { draft: NEW, party: 'S' });
  });

  it('says which one that is', async () => {
    expect((await loadedFrom(after, OLD)).incident.routine).toEqual({ version: 1, hash: v1.hash });
    expect((await loadedFrom(after, NEW)).incident.routine).toEqual({ version: 2, hash: v2.hash });
    expect(v1.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(v2.hash).not.toBe(v1.hash);
  });

  it('goes on as it began, after a start with a newer one', async () => {
    const { incident: value, routine } = await loadedFrom(after, OLD);
    expect(routine.steps.map((step) => step.id)).toEqual(v1.steps.map((step) => step.id));
    expect(value.steps.assess?.state).toBe('done');
    expect(value.steps.judge).toBeUndefined();
    expect(value.strategist?.why).toBe('police');
    const told = notices(await loadedFrom(after, OLD)).map(({ key }) => key);
    expect(told).toContain(`duty|contact-police|0|${people.strategist}`);
    expect(told.join()).not.toContain('ask-the-police');
  });

  it('a new one goes by the newer one', async () => {
    const { routine } = await loadedFrom(after, NEW);
    expect(routine.steps.map((step) => step.id)).toEqual(v2.steps.map((step) => step.id));
    await press(after, people.officer, 'acknowledge', { id: NEW });
    await press(after, people.officer, 'approve', { id: NEW, step: 'assess' });
    await press(after, people.officer, 'approve', { id: NEW, step: 'judge' });
    const { incident: value } = await loadedFrom(after, NEW);
    expect(value.steps.judge?.state).toBe('open');
    expect(value.steps.assess).toBeUndefined();
  });
});

describe('rows of release 0.1', () => {
  it('are of version 1', async () => {
    const town = new MemoryTown();
    const { routine: _, ...row } = incident();
    await town.put({ ...row, id: OLD });
    const read = await loadIncident({ ...town.deps(), municipality: changed }, OLD);
    expect(read?.situation.routine).toBe(v1);
  });
});

describe('a version that nobody has worked by', () => {
  const replacing: Municipality = { ...changed, versions: [{ ...v2, replaces: [1] }] };

  it('is replaced by the one that says so: its incidents go on by that, and a start has nothing to say', async () => {
    const { routine: _, ...unmarked } = incident();
    for (const value of [old(), unmarked]) {
      const town = new MemoryTown();
      await town.put({ ...value, id: OLD });
      const read = await loadIncident({ ...town.deps(), municipality: replacing }, OLD);
      expect(read?.situation.routine).toBe(replacing.versions[0]);
      expect(await start(replacing, value)).toEqual([]);
    }
  });

  it('is replaced in every municipality here: rows of release 0.1 open, and no start complains of them', () => {
    for (const { versions } of Object.values(MUNICIPALITIES))
      expect(routineFault(versions, {})).toBeUndefined();
  });

  it('is lower than the one that replaces it, and declared no more', () => {
    const faults = (...versions: Routine[]) => versionFaults(versions).join();
    expect(faults({ ...v2, replaces: [1] })).toBe('');
    expect(faults({ ...v2, replaces: [2] })).toContain('cannot replace version 2');
    expect(faults({ ...v2, replaces: [1] }, v1)).toContain('cannot replace version 1');
  });
});

describe('versions that do not fit', () => {
  it('a start says which version open incidents need, how many, and how to mend it', async () => {
    const lines = await start({ ...changed, versions: [v2] }, old());
    expect(lines).toEqual([
      {
        level: 'error',
        event: 'routineMissing',
        incidents: 1,
        fault: expect.stringContaining('began with version 1 of the routine, and only 2 is declared'),
      },
    ]);
  });

  it('a start says that a version was changed in its place', async () => {
    const lines = await start({ ...changed, versions: [renamed(v1, 1)] }, old());
    expect(lines).toEqual([
      {
        level: 'error',
        event: 'routineChanged',
        incidents: 1,
        fault: expect.stringContaining('Version 1 of the routine has been changed'),
      },
    ]);
  });

  it('a start says nothing when all is there, or when nothing is open', async () => {
    expect(await start(changed, old())).toEqual([]);
    expect(await start({ ...changed, versions: [v2] }, { ...old(), state: 'closed' })).toEqual([]);
  });

  it('an incident goes on by the present one rather than by none', async () => {
    const town = new MemoryTown();
    await town.put({ ...old(), id: OLD });
    const read = await loadIncident({ ...town.deps(), municipality: { ...changed, versions: [v2] } }, OLD);
    expect(read?.situation.routine).toBe(v2);
  });

  it('two that differ and share a number are refused, and one that is named twice', () => {
    const { routine, ...rest } = oxelosund;
    const declared = { ...rest, posts: routine.posts };
    expect(() => defineMunicipality({ ...declared, versions: [renamed(v1, 1), v1] })).toThrow(
      'oxelosund: Two routines that differ both say version 1: give the newer one a higher number.',
    );
    expect(() => defineMunicipality({ ...declared, versions: [v1, v1] })).toThrow('name it once');
  });
});

describe('the hash', () => {
  it('does not depend on the order of keys, on words or on time limits', () => {
    const same = defineRoutine({
      ...v1,
      steps: v1.steps.map(
        (step) => Object.fromEntries(Object.entries(step).reverse()) as unknown as typeof step,
      ),
      times: { ...v1.times, alarmNext: 1 },
      words: { ...v1.words, sections: { ...v1.words.sections, '3.1.1': 'Annat' } },
    });
    expect(same.hash).toBe(v1.hash);
  });

  it('depends on the order of steps, and on each of their parts', () => {
    expect(defineRoutine({ ...v1, steps: [...v1.steps].reverse() }).hash).not.toBe(v1.hash);
    const steps = v1.steps.map((step) =>
      step.due ? { ...step, due: { within: 'days' as const, count: 2 } } : step,
    );
    expect(defineRoutine({ ...v1, steps }).hash).not.toBe(v1.hash);
  });
});
