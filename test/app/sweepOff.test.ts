import { startBackground, throttled } from '../../src/compose/background';
import { FIRST } from '../../src/content/texts/report';
import { startTown, type Town } from '../support/town';

const MINUTE = 60_000;

/** A politician has alarmed their party's officer, who was told at once; then nobody does anything for ten minutes. */
async function alarmed(isSweepOff: boolean) {
  const town = await startTown({ isSweepOff });
  const officer = await town.contact('partySecurityOfficer', 'S');
  const strategist = await town.contact('securityStrategist');
  const eva = town.person('7e57da7a-0000-4000-8000-000000000040', 'Eva');
  await eva.install();
  await eva.say('rapportera hot');
  await eva.press(FIRST.alarm('S'));
  await town.idle();
  const told = officer.chat().length;
  const before = strategist.chat().length;
  await town.later(10 * MINUTE);
  return { town, told, more: strategist.chat().length - before };
}

const events = (town: Town) => town.log.lines.map((line) => JSON.parse(line).event);

describe('a process with SWEEP=off', () => {
  it('answers in chats and delivers what a press makes due, and nothing that time makes due', async () => {
    const off = await alarmed(true);
    expect(off.told).toBeGreaterThan(1);
    expect(off.more).toBe(0);
    await off.town.stop();
    const on = await alarmed(false);
    expect(on.told).toBe(off.told);
    expect(on.more).toBeGreaterThan(0);
    await on.town.stop();
  });

  it('says so once in its log and each time in its health, and never looks at the agenda', async () => {
    const town = await startTown({ isSweepOff: true });
    const health = async () => (await fetch(`${town.url}/health/ready`)).json();
    expect(await health()).toEqual({ status: 'ready', sweep: 'off' });
    expect(await health()).toMatchObject({ sweep: 'off' });
    town.calls.length = 0;
    expect(await town.sweep()).toBe(0);
    expect(town.calls).toEqual([]);
    await town.stop();
    expect(events(town).filter((event) => event === 'sweepOff')).toHaveLength(1);
    expect(events(town)).not.toContain('agendaChecked');
    const usual = await startTown();
    expect(events(usual)).not.toContain('sweepOff');
    await usual.stop();
  });

  it('keeps fetching the keys that an alarm needs, and runs no other work', async () => {
    jest.useFakeTimers();
    const lines: string[] = [];
    const note = (_: object, event: string) => lines.push(event);
    const done: string[] = [];
    const work = (name: string) => async () => done.push(name);
    const seconds = { SWEEP_SECONDS: 15, DEADMAN_SECONDS: 300 };
    const log = { info: note, warn: note, error: note };
    const stop = startBackground({ warm: work('warm') }, seconds, log);
    await jest.advanceTimersByTimeAsync(60 * MINUTE);
    await stop();
    expect([...new Set(done)]).toEqual(['warm']);
    expect(done.length).toBe(2);
    jest.useRealTimers();
    expect(lines).toEqual([]);
  });
});

it('whether the tables answer is asked anew after five seconds, and where the clock was set back', async () => {
  let asked = 0;
  let now = 3_600_000;
  const ready = throttled(
    async () => {
      asked += 1;
    },
    () => now,
  );
  for (const [at, times] of [
    [3_600_000, 1],
    [3_604_999, 1],
    [3_605_000, 2],
    [5_000, 3],
  ] as const) {
    now = at;
    await ready();
    expect(asked).toBe(times);
  }
});
