import { correlationOf } from '@quittance/http';
import type { Spanned, Tracing } from '@quittance/process';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A span a request, named by its route, within the caller's trace where a `traceparent` says one. */
export function traceRequests(fastify: FastifyInstance, tracing: Tracing): void {
  const spans = new WeakMap<FastifyRequest, Spanned>();
  fastify.addHook('onRequest', (request, _reply, done) => {
    const { method, routeOptions, headers } = request;
    const route = routeOptions.url ?? 'none';
    const parent = typeof headers.traceparent === 'string' ? headers.traceparent : undefined;
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'quittance.correlation_id': correlationOf(request),
    };
    const span = tracing.begin(`${method} ${route}`, { parent, kind: 'SERVER', attributes });
    spans.set(request, span);
    request.traceparent = span.traceparent;
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    spans.get(request)?.end({ 'http.response.status_code': statusCode }, statusCode >= 500);
    done();
  });
}
