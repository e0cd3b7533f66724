import { randomBytes, randomUUID } from 'node:crypto';
import { createSendGate } from '../../src/app/delivery/sendGate';
import type { Deps } from '../../src/app/deps';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { PersonId } from '../../src/routine/model/contact';
import { type Connect, connectWithString } from '../../src/storage/azure/connect';
import type { Entity } from '../../src/storage/azure/entity';
import { newestFirstKey, timeKey } from '../../src/storage/azure/rowKeys';
import { Table } from '../../src/storage/azure/table';
import { openTables, rsaWrap } from '../../src/storage/openTables';
import { AgendaRows } from '../../src/storage/repositories/agendaRows';
import { Ids } from '../../src/storage/sealing/pseudonyms';
import { inChunks, seedCrowd } from '../fleet/crowd';
import { type Ground, NOON } from '../fleet/ground';
import { memoryContainers } from '../support/memoryContainers';

export const DUE = 100;
const HOUR = 3_600_000;
const A_TRANSACTION = 100;
/** The bench measures how long a call takes, so none is given up. */
const TIMEOUT = 120_000;
const BARE = { partition: 'bare', from: 'r|', to: 'r}' };

const random = (size: number): Uint8Array => randomBytes(size);

/** The calls to the tables, and the rows that they read. */
export interface Cost {
  calls: number;
  rows: number;
}

const rowsIn = (body: string | null | undefined): number => {
  const parsed: unknown = JSON.parse(body || '{}');
  return typeof parsed === 'object' && parsed && 'value' in parsed && Array.isArray(parsed.value)
    ? parsed.value.length
    : 1;
};

/** Connects as the bot does, and counts calls and rows that were read. */
function counting(plain: Connect, cost: Cost): Connect {
  return (table) => {
    const client = plain(table);
    client.pipeline.addPolicy({
      name: 'bench',
      sendRequest: async (request, next) => {
        cost.calls++;
        const response = await next(request);
        if (request.method === 'GET' && response.status === 200) cost.rows += rowsIn(response.bodyAsText);
        return response;
      },
    });
    return client;
  };
}

/** Writes rows in transactions of a hundred, a partition at a time. */
async function fill(table: Table, rows: readonly Entity[]): Promise<void> {
  const partitions = new Map<string, Entity[]>();
  for (const row of rows)
    partitions.get(row.partitionKey)?.push(row) ?? partitions.set(row.partitionKey, [row]);
  const transactions = [...partitions.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / A_TRANSACTION) }, (_, number) =>
      all.slice(number * A_TRANSACTION, (number + 1) * A_TRANSACTION),
    ),
  );
  await inChunks(transactions, async (some) => {
    await table.write(some.map((row) => ({ kind: 'insert', row })));
  });
}

/** Both rows of the agenda of an incident that is not due for hours yet. */
function agendaRows(rows: AgendaRows, id: string, number: number): Entity[] {
  const due = NOON + HOUR * (1 + (number % 500));
  const { main, index } = rows.of({ id, due, rev: 1, isAcute: false, writtenAt: NOON });
  return [main, index];
}

const openRow = (rows: AgendaRows, id: string): Entity => ({
  partitionKey: rows.mainKey(id).partitionKey.replace('shard', 'open'),
  rowKey: `o|${id}`,
  rev: 1,
  writtenAt: timeKey(NOON),
});

/** Somebody who is in so many incidents, wherever: more than are read without asking which are open. */
const IN_MANY = 60;
/** Who that is. */
export const READER: PersonId = '7e57da7a-0002-4000-8000-000000000001';

/** The row of a person's list for an incident. */
const listRow = (ids: Ids, id: string, number: number): Entity => {
  const created = NOON - number * 60_000;
  return {
    partitionKey: ids.person(READER),
    rowKey: `i|${newestFirstKey(created)}|${id}`,
    id,
    reference: `2026-${number}`,
    createdAt: new Date(created).toISOString(),
  };
};

/** Tables with so many open incidents; of those, a hundred are real, and due when told. */
export async function openTown({ azurite, wrappingKey }: Ground, open: number) {
  const cost: Cost = { calls: 0, rows: 0 };
  const indexSecret = randomBytes(32);
  const tablePrefix = `b${randomUUID().slice(0, 8)}`;
  const connect = connectWithString(azurite.connectionString, TIMEOUT);
  const containers = memoryContainers();
  const options = {
    wrap: rsaWrap(wrappingKey),
    indexSecret,
    random,
    realNow: Date.now,
    tablePrefix,
    containers,
  };
  const tables = openTables({ ...options, connect: counting(connect, cost) });
  await tables.create();
  const plain = (name: string) => new Table(connect(tablePrefix + name), random);
  const counted = new Table(counting(connect, cost)(`${tablePrefix}agenda`), random);
  const [agenda, index, incidents] = [plain('agenda'), plain('index'), plain('incidents')];

  const rows = new AgendaRows(new Ids(indexSecret), random);
  const ids = Array.from({ length: open - DUE }, (_, number) => `filler${number}`);
  await fill(
    agenda,
    ids.flatMap((id, number) => agendaRows(rows, id, number)),
  );
  await fill(
    index,
    ids.map((id) => openRow(rows, id)),
  );
  const pseudonyms = new Ids(indexSecret);
  await fill(
    index,
    Array.from({ length: IN_MANY }, (_, number) => listRow(pseudonyms, `filler${number}`, number)),
  );
  await fill(
    agenda,
    Array.from({ length: DUE }, (_, number) => ({
      partitionKey: BARE.partition,
      rowKey: `r|${timeKey(number)}`,
      subject: random(60),
    })),
  );
  const due = await seedCrowd(tables, 'https://connector.example/', DUE);

  let sent = 0;
  const answer = async () => ({ kind: 'sent' as const, activityId: `activity${++sent}` });
  const silent = () => undefined;
  const deps: Deps = {
    ...tables,
    messenger: { send: answer, update: answer },
    gate: createSendGate(),
    now: () => new Date(NOON),
    realNow: Date.now,
    random,
    log: { info: silent, warn: silent, error: (fields, event) => console.error(event, fields) },
    municipality: oxelosund,
  };

  return {
    deps,
    cost,
    sent: () => sent,
    /** A bare range query of a hundred rows of the agenda's table: what the table server itself takes. */
    bare: () => counted.all(BARE),
    /** The same, of a range that is empty. */
    nothing: () => counted.all({ ...BARE, partition: 'none' }),
    /** As if nobody had been told: all of the hundred are due again. */
    async again() {
      await inChunks(due, async ({ id, rev, acute }) => {
        const told = await incidents.all({ partition: id, from: '1', to: '3' });
        if (told.length > 0) await incidents.write(told.map((row) => ({ kind: 'delete', row })));
        await tables.agenda.wake(id, NOON, rev, acute);
      });
    },
  };
}

export type BenchTown = Awaited<ReturnType<typeof openTown>>;
