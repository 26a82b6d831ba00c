import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from './problem.js';

/** Headers of which a second one leaves open which of both is meant: Node joins them, or keeps the first in silence. */
const ONCE = ['idempotency-key', 'content-type', 'content-encoding', 'authorization'];

/**
 * Turns away what can be read in two ways, or not at all, after the token and before the body: a header that may come
 * only once, a query that is not percent-encoded text, a body in a coding that nobody here undoes; and a method that a
 * path does not have, with those that it has.
 */
export function refuseUnclear(fastify: FastifyInstance): void {
  const paths = new Paths();
  fastify.addHook('onRoute', ({ method, url }) => paths.add([method].flat(), url));
  fastify.addHook('preParsing', (request, _reply, _payload, done) => {
    try {
      if (request.is404) refuseMethod(paths, request);
      refuseDoubled(request.raw.rawHeaders);
      refuseQuery(request.url);
      refuseCoding(request);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

function refuseDoubled(headers: readonly string[]): void {
  const names = headers.filter((_text, i) => i % 2 === 0).map((name) => name.toLowerCase());
  const doubled = ONCE.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (doubled !== undefined) {
    throw new ProblemError(400, 'doubled-header', `The header ${doubled} came more than once: send it once.`);
  }
}

function refuseQuery(url: string): void {
  const at = url.indexOf('?');
  if (at < 0 || !url.includes('%', at)) return;
  try {
    decodeURIComponent(url.slice(at + 1));
  } catch {
    throw new ProblemError(
      400,
      'malformed-query',
      'The query is not percent-encoded UTF-8: a percent sign itself is written %25.',
    );
  }
}

function refuseCoding({ headers, method }: FastifyRequest): void {
  const coding = headers['content-encoding']?.trim().toLowerCase() ?? '';
  if (coding === '' || coding === 'identity' || method === 'GET' || method === 'HEAD') return;
  throw new ProblemError(
    415,
    'content-encoding',
    'Content-Encoding: none is undone here, send the body as it is.',
    [],
    { 'Accept-Encoding': 'identity' },
  );
}

function refuseMethod(paths: Paths, { url, method }: FastifyRequest): void {
  const allowed = paths.methodsOf(url.split('?', 1)[0]!);
  if (allowed.length === 0) return;
  const allow = allowed.join(', ');
  throw new ProblemError(
    405,
    'method-not-allowed',
    `${method} is nothing that this path does: ${allow}.`,
    [],
    {
      Allow: allow,
    },
  );
}

/** The paths that there are, with their methods. */
class Paths {
  private readonly known = new Map<string, { pattern: RegExp; methods: Set<string> }>();

  add(methods: readonly string[], url: string): void {
    // What takes any path is no path that is known.
    if (url.includes('*')) return;
    const pattern = new RegExp(`^${url.split('/').map(partOf).join('/')}$`);
    const path = this.known.get(url) ?? { pattern, methods: new Set() };
    for (const method of methods) path.methods.add(method);
    this.known.set(url, path);
  }

  methodsOf(path: string): string[] {
    const fitting = [...this.known.values()].filter(({ pattern }) => pattern.test(path));
    return [...new Set(fitting.flatMap(({ methods }) => [...methods]))].sort();
  }
}

const partOf = (part: string): string =>
  part.startsWith(':') ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
