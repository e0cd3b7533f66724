import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUTTON } from '../../src/content/texts/common';
import { alarm, type Cast, openCast, report } from '../conversation/support';

const DOC = readFileSync(join(__dirname, '../../docs/scale.md'), 'utf8');

interface Cost {
  calls: number;
  list: number;
  sends: number;
}

/** The costs that the document reckons with, by the name of what is done. */
const told = new Map(
  [...DOC.matchAll(/^\| (an alarm|a report|an acknowledgement) +\| +(\d+) +\| +(\d+) +\| +(\d+) +\|$/gm)].map(
    ([, name = '', calls, list, sends]): [string, Cost] => [
      name,
      { calls: Number(calls), list: Number(list), sends: Number(sends) },
    ],
  ),
);

/** Calls to storage, those among them that read the contact list, and calls to Teams, until all that follows is done. */
async function measured(): Promise<Map<string, Cost>> {
  const found = new Map<string, Cost>();
  let sends = 0;
  const openCounted = async () => {
    const cast = await openCast();
    cast.town.connector.onRequest = ({ method }) => {
      if (method !== 'GET') sends += 1;
    };
    return cast;
  };
  const measure = async ({ town }: Cast, name: string, act: () => Promise<unknown>) => {
    await town.idle();
    // Keys of persons are at hand in a process that runs: they are fetched at its start and each hour.
    await town.tables.warm();
    town.calls.length = 0;
    sends = 0;
    await act();
    await town.idle();
    const list = town.calls.filter((call) => call === 'GET contacts').length;
    found.set(name, { calls: town.calls.length, list, sends });
  };
  const alarmed = await openCounted();
  await measure(alarmed, 'an alarm', () => alarm(alarmed.eva));
  const calm = await openCounted();
  await measure(calm, 'a report', () => report(calm.eva));
  await measure(calm, 'an acknowledgement', () => calm.officer.press(BUTTON.acknowledge));
  return found;
}

describe('docs/scale.md', () => {
  it('reckons with what things cost: no call more than it says, and not much less', async () => {
    const costs = await measured();
    expect([...told.keys()].sort()).toEqual([...costs.keys()].sort());
    for (const [name, cost] of costs) {
      const said = told.get(name);
      for (const kind of ['calls', 'list', 'sends'] as const) {
        const [is, says] = [cost[kind], said?.[kind] ?? 0];
        expect(
          `${name}, ${kind}: ${is <= says && is >= 0.7 * says ? 'as said' : `${is}, said ${says}`}`,
        ).toBe(`${name}, ${kind}: as said`);
      }
    }
  });

  it('gets its sums from its own numbers', () => {
    const per = told.get('a report') ?? { calls: 0, list: 0, sends: 0 };
    const acknowledged = told.get('an acknowledgement') ?? { calls: 0, list: 0, sends: 0 };
    const prose = DOC.replace(/\s+/g, ' ');
    const second = (perReport: number) => (5_000 * perReport) / 3_600;
    const rounded = (number: number) => (number < 10 ? number.toFixed(1) : String(Math.round(number)));
    expect(prose).toContain(`${rounded(second(per.calls + acknowledged.calls))} calls a second`);
    expect(prose).toContain(`${rounded(second(per.sends + acknowledged.sends))} sends a second`);
    expect(prose).toContain(`${rounded(second(per.list + acknowledged.list))} readings of the list a second`);
  });
});
