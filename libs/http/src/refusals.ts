import { STATUS_CODES } from 'node:http';
import { ApiExtension, type OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from './problem.js';
import { PROBLEM_CODES } from './problem-codes.js';

const CODES = 'x-codes';

/** The route can be refused with these codes, beside those of every route of its kind. */
export const Refusals = (...codes: readonly string[]): MethodDecorator => ApiExtension(CODES, [...codes]);

/** Of what is done by a command: the stream may have moved on, or the key was used. */
export const OF_COMMANDS: readonly string[] = [
  'if-match-malformed',
  'stale-revision',
  'idempotency-key-reused',
  'over-limit',
  'duty',
];

/** Of everything under `/v1`. */
const OF_ALL = [
  'doubled-header',
  'malformed-query',
  'unauthorized',
  'forbidden',
  'too-many-refusals',
  'request-header-fields-too-large',
  'internal-error',
  'database-unavailable',
  'issuer-unavailable',
  'store-unavailable',
];

/** Of a route whose path names one thing. */
const OF_ONE = ['malformed-path', 'not-found'];

/** Of every POST under `/v1`: its key, and the fact that says who the caller is. */
const OF_WRITES = [
  'idempotency-key-malformed',
  'idempotency-key-missing',
  'changed-meanwhile',
  'stream-deleted',
];

/** Of every POST: its body, and where it comes from. */
const OF_POSTS = [
  'doubled-field',
  'other-site',
  'too-deep',
  'unparsable',
  'request-timeout',
  'too-large',
  'content-encoding',
  'media-type',
  'invalid',
];

export interface Operation {
  operationId?: string;
  responses?: Record<string, Response>;
  parameters?: unknown[];
  security?: Record<string, string[]>[];
  [CODES]?: string[];
}

interface Response {
  description?: string;
  headers?: object;
  content?: Record<string, object>;
}

/** Every operation of the document, with its path and method. */
export const operationsOf = (document: OpenAPIObject): [path: string, method: string, Operation][] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>)
      .filter(([, operation]) => operation.responses !== undefined)
      .map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  );

/** Shows each code that the operation can be refused with, by status: in words, in the schema, with an example. */
export function showRefusals(path: string, method: string, operation: Operation): void {
  const { [CODES]: own = [], responses } = operation;
  delete operation[CODES];
  const guarded = path.startsWith('/v1') ? OF_ALL : [];
  const codes = new Set([
    ...own,
    ...(method === 'post' ? OF_POSTS : []),
    ...(method === 'post' && path.startsWith('/v1') ? OF_WRITES : []),
    ...(path.includes('{') ? OF_ONE : []),
    ...guarded,
  ]);
  const byStatus = new Map<number, string[]>();
  for (const code of codes) {
    const { status } = PROBLEM_CODES[code] ?? unknown(code);
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  for (const [status, some] of byStatus) responses![status] = refusal(status, some);
}

const refusal = (status: number, codes: string[]): Response => ({
  description: codes.map((code) => `\`${code}\`: ${PROBLEM_CODES[code]!.means}`).join('\n\n'),
  ...(AGAIN_LATER.includes(status) && { headers: RETRY_AFTER }),
  content: {
    'application/problem+json': {
      schema: { allOf: [PROBLEM, { type: 'object', properties: { code: { type: 'string', enum: codes } } }] },
      example: example(status, codes[0]!),
    },
  },
});

const AGAIN_LATER = [429, 503];
const RETRY_AFTER = {
  'Retry-After': { description: 'Seconds after which to try again.', schema: { type: 'string' } },
};

function unknown(code: string): never {
  throw new Error(`${code} is no code of a problem`);
}

const example = (status: number, code: string): Problem => ({
  type: `/docs#problem-${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail: PROBLEM_CODES[code]!.means,
  errors: code === 'invalid' ? [{ ...WRONG, value: '1e3', hint: 'a string of digits' }] : [],
});

const WRONG = { field: '/allocations/3/amount', rule: 'amount' };

export const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** RFC 9457, with the codes of all features that the process loaded. */
export const problemSchema = () => ({
  type: 'object' as const,
  description: 'RFC 9457, application/problem+json',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
    params: {
      type: 'object',
      description: 'Of 409 and 412: numbers, dates and names of the sentence.',
      additionalProperties: { type: 'string' },
    },
    possible: {
      type: 'array',
      description: 'Of 409 and 412: what can be done instead, nearest first.',
      items: {
        type: 'object',
        required: ['action'],
        properties: { action: { type: 'string', description: 'In kebab case.' } },
        additionalProperties: { type: 'string' },
      },
    },
    code: { type: 'string', description: 'Stable, in kebab case.', enum: Object.keys(PROBLEM_CODES) },
    detail: { type: 'string', description: 'For people.' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'rule'],
        properties: {
          field: { type: 'string', description: 'A JSON pointer into the request.' },
          rule: { type: 'string' },
          value: { description: 'As given, shortened.' },
          hint: { type: 'string' },
        },
      },
    },
  },
});
