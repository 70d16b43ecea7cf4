import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanStatusCode, trace, type Context } from '@opentelemetry/api';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Telemetry, TelemetryFacts, Work } from '../../ports/telemetry.ts';

const numbersEveryMs = 60_000;
/** A stop waits no longer for whoever gathers. */
const closeMs = 2_000;

/**
 * Telemetry over OTLP (HTTP, JSON). It is made by hand and not by instrumentation, which would put addresses and statements into
 * spans: what is not handed to this port cannot leave.
 * @param endpoint where it is gathered, without `/v1/traces`
 */
export function openTelemetry(endpoint: string, version: string): Telemetry {
  const resource = resourceFromAttributes({ 'service.name': 'lantern', 'service.version': version });
  const spans = new BatchSpanProcessor(new OTLPTraceExporter({ url: `${endpoint}/v1/traces` }));
  const traces = new BasicTracerProvider({ resource, spanProcessors: [spans] });
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter({ url: `${endpoint}/v1/metrics` }),
    exportIntervalMillis: numbersEveryMs,
  });
  const numbers = new MeterProvider({ resource, readers: [reader] });
  const tracer = traces.getTracer('lantern');
  const meter = numbers.getMeter('lantern');
  const under = new AsyncLocalStorage<Context>();
  const lasted = (what: Work) => meter.createHistogram(`lantern.${what}.duration`, { unit: 'ms' });
  const durations = { http: lasted('http'), perform: lasted('perform'), graph: lasted('graph'), turn: lasted('turn') };
  const counters = {
    flags: meter.createCounter('lantern.flags'),
    'graph.units': meter.createCounter('lantern.graph.units'),
    alarms: meter.createCounter('lantern.alarms'),
  };

  /** @param startTime milliseconds since 1970 */
  function begin(what: Work, facts: TelemetryFacts, startTime: number) {
    const span = tracer.startSpan(what, { attributes: { ...facts }, startTime }, under.getStore() ?? ROOT_CONTEXT);
    const end = (more: TelemetryFacts, ms: number, failed?: 'failed') => {
      span.setAttributes({ ...more });
      if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end(startTime + ms);
      durations[what].record(ms, { ...facts, ...more });
    };
    return { span, end };
  }

  return {
    during(what, facts, work) {
      const began = performance.now();
      const { span, end } = begin(what, facts, Date.now());
      return under.run(trace.setSpan(ROOT_CONTEXT, span), () =>
        work((more, failed) => end(more, performance.now() - began, failed)),
      );
    },
    after: (what, facts, ms, failed) => begin(what, facts, Date.now() - ms).end({}, ms, failed),
    count: (what, by, facts) => counters[what].add(by, { ...facts }),
    watch(what, look) {
      meter.createObservableGauge(`lantern.${what}`).addCallback((result) => {
        const found = look();
        if (found !== undefined) result.observe(found);
      });
    },
    async close() {
      const late = new Promise((resolve) => setTimeout(resolve, closeMs).unref());
      await Promise.race([Promise.allSettled([traces.shutdown(), numbers.shutdown()]), late]);
    },
  };
}
