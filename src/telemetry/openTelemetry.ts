import { AsyncLocalStorage } from 'node:async_hooks';
import {
  type Context,
  type Counter,
  type Histogram,
  ROOT_CONTEXT,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { About, Measure, Telemetry } from '../app/ports/telemetry';

const NAME = 'trygghetsboten';
/** An export that takes longer has failed. A stop waits for the last one. */
const TIMEOUT_MS = 3_000;
const MEASURED_EACH_MS = 60_000;
/** Bounds of the histograms, seconds: the plan's limits are minutes. */
const SECONDS = [1, 5, 15, 30, 60, 180, 360, 600, 1_800, 3_600, 14_400];

const HISTOGRAMS = {
  acknowledgement: 'Seconds from asking somebody to lead until somebody does',
  noticeDelay: 'Seconds from when a notice was due until it was sent',
  agendaLag: 'Seconds from when something was due until a sweep began with it',
} as const;
const COUNTERS = {
  noticeLate: 'Notices sent more than a minute after they were due',
  sendRetried: 'Sends that are tried again',
  unreachable: 'Sends to somebody whom Teams does not reach',
} as const;

type Instruments = Readonly<
  Record<keyof typeof HISTOGRAMS, Histogram> & Record<keyof typeof COUNTERS, Counter>
>;

/** Every measure's instrument, `trygghetsboten.<measure>`. */
function instrumentsOf(provider: MeterProvider): Instruments {
  const meter = provider.getMeter(NAME);
  const histogram = (measure: keyof typeof HISTOGRAMS) =>
    meter.createHistogram(`${NAME}.${measure}`, {
      description: HISTOGRAMS[measure],
      unit: 's',
      advice: { explicitBucketBoundaries: SECONDS },
    });
  const counter = (measure: keyof typeof COUNTERS) =>
    meter.createCounter(`${NAME}.${measure}`, { description: COUNTERS[measure] });
  return {
    acknowledgement: histogram('acknowledgement'),
    noticeDelay: histogram('noticeDelay'),
    agendaLag: histogram('agendaLag'),
    noticeLate: counter('noticeLate'),
    sendRetried: counter('sendRetried'),
    unreachable: counter('unreachable'),
  };
}

const recordWith = (instruments: Instruments) => (measure: Measure, value: number, about?: About) => {
  const attributes = about ? { acute: about.isAcute } : {};
  const instrument = instruments[measure];
  if ('record' in instrument) instrument.record(value, attributes);
  else instrument.add(value, attributes);
};

const metersTo = (exporter: OTLPMetricExporter, resource: ReturnType<typeof resourceFromAttributes>) =>
  new MeterProvider({
    resource,
    readers: [
      new PeriodicExportingMetricReader({
        exporter,
        exportIntervalMillis: MEASURED_EACH_MS,
        exportTimeoutMillis: TIMEOUT_MS,
      }),
    ],
  });

/**
 * The one place of the OpenTelemetry SDK, which is loaded only where an endpoint is set. Spans have a name, a time and
 * whether they failed: no attribute, no message of an error.
 * @param endpoint of OTLP over HTTP, without `/v1/traces`; the exporters read OTEL_EXPORTER_OTLP_HEADERS themselves
 */
export function openTelemetry(endpoint: string): Telemetry & { stop(): Promise<void> } {
  const base = endpoint.replace(/\/+$/, '');
  const exporterTo = (path: string) => ({ url: `${base}/v1/${path}`, timeoutMillis: TIMEOUT_MS });
  const resource = resourceFromAttributes({ 'service.name': NAME });
  const tracers = new BasicTracerProvider({
    resource,
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter(exporterTo('traces')))],
  });
  const meters = metersTo(new OTLPMetricExporter(exporterTo('metrics')), resource);
  const tracer = tracers.getTracer(NAME);
  const under = new AsyncLocalStorage<Context>();
  const span = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const parent = under.getStore() ?? ROOT_CONTEXT;
    const one = tracer.startSpan(name, {}, parent);
    try {
      return await under.run(trace.setSpan(parent, one), work);
    } catch (error) {
      one.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      one.end();
    }
  };
  return {
    span,
    step: (name, work) => (under.getStore() ? span(name, work) : work()),
    record: recordWith(instrumentsOf(meters)),
    async stop() {
      await Promise.allSettled([tracers.shutdown(), meters.shutdown()]);
    },
  };
}
