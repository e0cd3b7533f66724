import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

interface Received {
  path: string;
  body: string;
  key: string | undefined;
}

/** A receiver of OTLP over HTTP, on this machine. @param status of its answers; undefined: it never answers */
async function startReceiver(status: number | undefined = 200) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    received.push({
      path: request.url ?? '',
      body: Buffer.concat(parts).toString(),
      key: request.headers['api-key'] as string | undefined,
    });
    if (status === undefined) return;
    response.statusCode = status;
    response.end('{}');
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    received,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

interface Span {
  name: string;
  traceId: string;
  parentSpanId?: string;
  attributes: unknown[];
  status: { code?: number; message?: string };
}
interface Metric {
  name: string;
  histogram?: { dataPoints: { count: number; sum: number; attributes: unknown[] }[] };
  sum?: { dataPoints: { asDouble?: number; asInt?: number; attributes: unknown[] }[] };
}

const bodies = (received: readonly Received[], path: string): string[] =>
  received.filter((one) => one.path === path).map(({ body }) => body);
const spansIn = (received: readonly Received[]): Span[] =>
  bodies(received, '/v1/traces').flatMap((body) =>
    JSON.parse(body).resourceSpans.flatMap((one: { scopeSpans: { spans: Span[] }[] }) =>
      one.scopeSpans.flatMap(({ spans }) => spans),
    ),
  );
const metricsIn = (received: readonly Received[]): Metric[] =>
  bodies(received, '/v1/metrics').flatMap((body) =>
    JSON.parse(body).resourceMetrics.flatMap((one: { scopeMetrics: { metrics: Metric[] }[] }) =>
      one.scopeMetrics.flatMap(({ metrics }) => metrics),
    ),
  );

/** A case, driven in a process of its own: its people and their words, and the lines of the log. */
const driven = (url: string): Promise<{ secret: string[]; lines: string[] }> =>
  promisify(execFile)(
    process.execPath,
    ['-r', './test/support/typescript.cjs', join(__dirname, 'drive.ts'), url],
    {
      cwd: join(__dirname, '../..'),
      env: { ...process.env, OTEL_EXPORTER_OTLP_HEADERS: 'api-key=of-the-test' },
      maxBuffer: 2 ** 26,
    },
  ).then(({ stdout }) => JSON.parse(stdout));

describe('what is exported of a case', () => {
  it('is its turns with their calls of storage, and what was measured; nobody is named in it', async () => {
    const receiver = await startReceiver();
    const { secret } = await driven(receiver.url);
    const spans = spansIn(receiver.received);
    const turns = spans.filter(({ name, parentSpanId }) => name === 'turn' && !parentSpanId);
    expect(turns.length).toBeGreaterThan(5);
    const under = (id: string) => spans.filter(({ traceId }) => traceId === id).map(({ name }) => name);
    const alarm = turns
      .map(({ traceId }) => under(traceId))
      .find((names) => names.includes('POST drafts') || names.includes('POST incidents'));
    expect(alarm).toEqual(
      expect.arrayContaining(['turn', 'dispatch', 'POST agenda', 'POST incidents', 'send']),
    );
    // A sweep that finds nothing leaves no trace: every root is a turn or a dispatch.
    const roots = new Set(spans.filter(({ parentSpanId }) => !parentSpanId).map(({ name }) => name));
    expect([...roots].sort()).toEqual(['dispatch', 'turn']);
    expect(spans.flatMap(({ attributes }) => attributes)).toEqual([]);

    const metrics = metricsIn(receiver.received);
    const histogram = (name: string) =>
      metrics.find((one) => one.name === `trygghetsboten.${name}`)?.histogram?.dataPoints;
    const sum = (name: string) =>
      (metrics.find((one) => one.name === `trygghetsboten.${name}`)?.sum?.dataPoints ?? []).reduce(
        (all, { asDouble = 0, asInt = 0 }) => all + asDouble + Number(asInt),
        0,
      );
    const acute = [{ key: 'acute', value: { boolValue: true } }];
    expect(histogram('acknowledgement')).toMatchObject([{ count: 1, sum: 300, attributes: acute }]);
    expect(histogram('noticeDelay')?.length).toBeGreaterThan(0);
    expect(histogram('agendaLag')?.length).toBeGreaterThan(0);
    // One send failed once: those that arrived, or never will, are not made again.
    expect(sum('sendRetried')).toBe(1);
    expect([sum('unreachable'), sum('noticeLate')].map((count) => count > 0)).toEqual([true, true]);

    const all = receiver.received.map(({ body }) => body).join('\n');
    expect(new Set(receiver.received.map(({ key }) => key))).toEqual(new Set(['of-the-test']));
    expect(secret.length).toBeGreaterThan(15);
    expect(secret.filter((word) => all.includes(word))).toEqual([]);
    // Not even the name of whose machine it is.
    expect(all).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|host\.|process\.|@/);
    await receiver.stop();
  });

  it.each([
    ['refuses', 500],
    ['never answers', undefined],
  ])('a receiver that %s disturbs nothing', async (_, status) => {
    const receiver = await startReceiver(status);
    const { lines } = await driven(receiver.url);
    const errors = lines.filter(
      (line) => line.includes('"level":"error"') && !line.includes('operatorAlert'),
    );
    expect(errors).toEqual([]);
    expect(receiver.received.length).toBeGreaterThan(0);
    await receiver.stop();
  });
});
