import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A span as it was exported. */
export interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  service: string;
  attributes: Attribute[];
}

interface Attribute {
  key: string;
  value: { stringValue?: string };
}
interface Exported {
  resourceSpans: {
    resource: { attributes: Attribute[] };
    scopeSpans: { spans: Omit<Span, 'service'>[] }[];
  }[];
}

/** A receiver of OTLP over HTTP, as JSON. */
export interface TraceCollector {
  url: string;
  /** What came so far. */
  spans: Span[];
  /** As it came. */
  bodies: string[];
  stop(): void;
}

export async function startTraceCollector(): Promise<TraceCollector> {
  const spans: Span[] = [];
  const bodies: string[] = [];
  const server = createServer((asked, answer) => {
    void text(asked).then((body) => {
      bodies.push(body);
      for (const { resource, scopeSpans } of (JSON.parse(body) as Exported).resourceSpans) {
        const service = resource.attributes.find(({ key }) => key === 'service.name')!.value.stringValue!;
        for (const { spans: of } of scopeSpans) spans.push(...of.map((span) => ({ ...span, service })));
      }
      answer.setHeader('content-type', 'application/json').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${port}`, spans, bodies, stop };
}
