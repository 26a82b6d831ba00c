import type { Context, SpanKind } from '@opentelemetry/api';

/** A span under way. */
export interface Spanned {
  /** W3C trace context of this span: what it causes names it as its parent. */
  traceparent: string;
  end(attributes?: Attributes, failed?: boolean): void;
}

export type Attributes = Record<string, string | number | boolean>;

export interface SpanOptions {
  /** W3C trace context of what caused it; a new trace without one. */
  parent?: string;
  kind?: keyof typeof SpanKind;
  attributes?: Attributes;
  startedAt?: Date;
}

/** OpenTelemetry as Quittance uses it. There is none unless an exporter is set: whoever traces asks `?.`. */
export interface Tracing {
  begin(name: string, options?: SpanOptions): Spanned;
  /** Sends what is left, for five seconds at most. */
  stop(): Promise<void>;
}

const LAST_SPANS_MS = 5_000;

/**
 * Sends spans by OTLP over HTTP to where `OTEL_EXPORTER_OTLP_ENDPOINT` says. Parents are given by hand, from the
 * request to the fact's metadata, so that nothing hooks into the process; the packages are loaded here only.
 */
export async function startTracing(service: string): Promise<Tracing> {
  const [api, sdk, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace-node'),
    import('@opentelemetry/exporter-trace-otlp-http'),
    import('@opentelemetry/resources'),
  ]);
  const provider = new sdk.BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': process.env.OTEL_SERVICE_NAME ?? service }),
    spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
  });
  const tracer = provider.getTracer('quittance');
  const contextOf = (traceparent?: string): Context => {
    const parts = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(traceparent ?? '');
    if (!parts) return api.ROOT_CONTEXT;
    const [, traceId, spanId, flags] = parts as unknown as [string, string, string, string];
    const parent = { traceId, spanId, traceFlags: parseInt(flags, 16), isRemote: true };
    return api.trace.setSpanContext(api.ROOT_CONTEXT, parent);
  };
  return {
    begin(name, { parent, kind = 'INTERNAL', attributes, startedAt } = {}) {
      const options = { kind: api.SpanKind[kind], attributes, startTime: startedAt };
      const span = tracer.startSpan(name, options, contextOf(parent));
      const { traceId, spanId, traceFlags } = span.spanContext();
      return {
        traceparent: `00-${traceId}-${spanId}-${traceFlags.toString(16).padStart(2, '0')}`,
        end(ended = {}, failed = false) {
          span.setAttributes(ended);
          if (failed) span.setStatus({ code: api.SpanStatusCode.ERROR });
          span.end();
        },
      };
    },
    async stop() {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise((resolve) => (timer = setTimeout(resolve, LAST_SPANS_MS)));
      await Promise.race([provider.shutdown().catch(() => undefined), late]);
      clearTimeout(timer);
    },
  };
}
