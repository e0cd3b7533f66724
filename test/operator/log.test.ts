import { logChainHeads } from '../../src/app/queries/chainHeads';
import { csvOf } from '../../src/app/runtime/csv';
import { exportRows } from '../../src/cli/exportRows';
import { headsIn, verify } from '../../src/cli/verify';
import { type Opened, openForTest, spoilt } from '../storage/opened';
import { AT, entry, next, OFFICER, reread, stored } from '../storage/samples';

let opened: Opened;
const lines: string[] = [];
const seen = new Map<string, string>();
beforeAll(async () => {
  opened = await openForTest(true);
});
beforeEach(async () => {
  lines.length = 0;
  seen.clear();
  await opened.tables.empty();
  await stored(store());
  await opened.tables.agenda.wake(ID, 1, 1);
  for (const act of ['second', 'third', 'fourth']) await add(act);
  await logged();
});

const ID = 'inc-1';
const store = () => opened.tables.incidents;
const raw = () => opened.raw('incidents');
const row = (kind: 'history' | 'view', seq: number) => `${kind === 'history' ? 7 : 8}|${kind}|00000000${seq}`;

async function add(act: string, incidents = store()): Promise<void> {
  const file = await reread(incidents, ID);
  const view = { at: AT, by: OFFICER, what: act, as: 'lead' };
  await incidents.save(file, { incident: next(file), history: [entry(act)], view });
}

/** The chains' heads as the bot logs them. */
async function logged(): Promise<void> {
  const write = (fields: object, event: string) => void lines.push(JSON.stringify({ event, ...fields }));
  const log = { info: write, warn: write, error: write };
  logChainHeads(
    { log, lastHeads: seen } as unknown as Parameters<typeof logChainHeads>[0],
    await reread(store(), ID),
  );
}

/** Verified with the heads that were logged, by a process that has nothing in its memory. */
const faults = async (isCompared = true) => {
  const heads = isCompared ? headsIn(['{"event":"started"}', 'no json historySeq', ...lines].join('\n')) : [];
  return (await verify(opened.again(), heads)).faults.map((fault) => fault.split('. ')[0]);
};

/** Every row of the incident as it stands, to be put back later. */
async function backup() {
  const rows: { partitionKey: string; rowKey: string }[] = [];
  for await (const one of raw().listEntities())
    rows.push({ ...one, partitionKey: String(one.partitionKey), rowKey: String(one.rowKey) });
  return async () => {
    for await (const one of raw().listEntities())
      await raw().deleteEntity(String(one.partitionKey), String(one.rowKey));
    for (const one of rows) await raw().upsertEntity(one, 'Replace');
  };
}

describe('verify-log', () => {
  it('finds nothing wrong with what the bot wrote, and a head is logged once', async () => {
    await logged();
    expect(lines).toHaveLength(1);
    await add('fifth');
    await logged();
    expect(lines).toHaveLength(2);
    expect(await faults()).toEqual([]);
  });

  it.each([
    ['history', 'history'],
    ['view', 'list of looks'],
  ] as const)('finds a removed row of %s', async (kind, words) => {
    await raw().deleteEntity(ID, row(kind, 2));
    expect(await faults(false)).toEqual([`${ID}: its ${words} is not whole`]);
  });

  it('finds a changed row', async () => {
    const changed = spoilt(await raw().getEntity(ID, row('history', 2)));
    await raw().updateEntity({ partitionKey: ID, rowKey: row('history', 2), ...changed }, 'Merge', {
      etag: '*',
    });
    expect(await faults(false)).toEqual([`${ID}: its history is not whole`]);
  });

  it('finds a cut tail', async () => {
    await raw().deleteEntity(ID, row('history', 4));
    await raw().deleteEntity(ID, row('view', 3));
    expect(await faults()).toEqual([
      `${ID}: its history is not whole`,
      `${ID}: entry 4 of its history is not there any more`,
      `${ID}: its list of looks is not whole`,
      `${ID}: entry 3 of its list of looks is not there any more`,
    ]);
  });

  it('finds an old state with its old head put back, by the heads that were logged', async () => {
    const putBack = await backup();
    await add('hidden');
    await logged();
    await putBack();
    expect(await faults(false)).toEqual([]);
    expect(await faults()).toEqual([
      `${ID}: entry 5 of its history is not there any more`,
      `${ID}: entry 4 of its list of looks is not there any more`,
    ]);
    // Written on from there, the same numbers are other entries.
    await add('instead', opened.again().incidents);
    expect(await faults()).toEqual([
      `${ID}: entry 5 of its history is another than was logged`,
      `${ID}: entry 4 of its list of looks is another than was logged`,
    ]);
  });

  it('finds an incident that is gone, and one whose key is', async () => {
    await opened.raw('keys').deleteEntity(ID, 'key');
    expect(await faults()).toEqual([expect.stringContaining(`${ID}: cannot be read`)]);
    for await (const one of raw().listEntities()) await raw().deleteEntity(ID, String(one.rowKey));
    expect(await faults()).toEqual([`${ID}: is gone`]);
  });
});

describe('export-log', () => {
  it('writes its purpose into the log first, and gives every act and look', async () => {
    const found = await exportRows(opened.tables, ID, {
      purpose: '=HYPERLINK("x")',
      by: 'K. Ek',
      now: new Date(AT),
    });
    expect(found?.isWhole).toBe(true);
    expect(found?.rows.map((one) => `${one[3]} ${one[4]}`)).toEqual(
      expect.arrayContaining(['act report', 'act fourth', 'look fourth', 'look log']),
    );
    expect(csvOf(found?.rows ?? [])).toContain(`"'=HYPERLINK(""x"")"`);
    const { entries } = await store().views(ID);
    expect(entries.at(-1)).toMatchObject({ what: 'log', by: 'operator K. Ek', purpose: '=HYPERLINK("x")' });
    expect(
      await exportRows(opened.tables, 'none', { purpose: 'x', by: 'x', now: new Date(AT) }),
    ).toBeUndefined();
  });

  it('finds an incident by the reference that people read on its cards, as they type it', async () => {
    const asked = { purpose: 'x', by: 'x', now: new Date(AT) };
    await opened.tables.index.claimReference('2026-7KQ4', ID);
    const { rows = [] } = (await exportRows(opened.tables, '2026-7kq4', asked)) ?? {};
    expect(rows.map((one) => one[4])).toContain('fourth');
    expect(await exportRows(opened.tables, '2026-7KQ5', asked)).toBeUndefined();
  });

  it.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('makes no formula of %j', (text) => {
    expect(
      csvOf([[text]])
        .replace(/^"/, '')
        .startsWith("'"),
    ).toBe(true);
  });

  it('shows what turns or hides letters, and keeps the rest', () => {
    expect(csvOf([['a\u202eb\u200bc\u0000', 'Åsa "A"', 'två\nrader', '😡']])).toBe(
      'a\\u202eb\\u200bc\\u0000,"Åsa ""A""","två\nrader",😡\r\n',
    );
  });
});
