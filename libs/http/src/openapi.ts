import { STATUS_CODES } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import type { Problem } from './problem.js';
import { PROBLEM_CODES } from './problem-codes.js';
import { problemsAsHtml } from './problem-page.js';
import { type RouteRoles, showRoles } from './roles.js';

const PROBLEM = { $ref: '#/components/schemas/Problem' };

/** What any request can be answered; a route's own refusals stand before. */
const ALWAYS: Record<number, string> = {
  401: '`unauthorized`: no token, or one that is expired or not of the issuer.',
  403: '`forbidden`: none of the roles may do this.',
  414: '`path-too-long`: a part of the path is too long.',
  429: '`too-many-refusals`: the address sent too many tokens that are not valid.',
  431: '`request-header-fields-too-large`: address and headers are larger than 16 KiB.',
  500: '`internal-error`: our side; the correlation id finds it in the log.',
  503: '`store-unavailable`, `database-unavailable`, `issuer-unavailable`: try again after Retry-After.',
};
const ON_WRITES: Record<number, string> = {
  400: '`unparsable`, `too-deep`, `doubled-field`, `doubled-header`, `idempotency-key-missing`, `idempotency-key-malformed`, `if-match-malformed`, `malformed-path`.',
  409: '`changed-meanwhile`: others keep changing it, try again; `person-erased`: nothing more is recorded about them.',
  412: '`stale-revision`: If-Match is not the current revision.',
  413: '`too-large`: a body above what the route takes (64 KiB where nothing is said).',
  415: '`media-type`: not application/json in UTF-8; `content-encoding`: a coding that is not undone.',
  422: '`invalid`: `errors` names every wrong field; `idempotency-key-reused`: the key was used for another request.',
};
const ON_READS: Record<number, string> = {
  400: '`malformed-query`, `malformed-path`: not percent-encoded UTF-8; `doubled-header`.',
  422: '`invalid`: a query parameter is wrong.',
  503: '`not-yet-projected`, `not-yet-complete`, `parked`: the tables are not there yet, or leave it out.',
};

/** The OpenAPI document: the routes, what each may answer, and who may use it. */
export function describeApi(app: INestApplication, roles: RouteRoles): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setTitle('Quittance')
    .setVersion('1')
    .setDescription(
      'Event-sourced accounts receivable. Amounts are strings, dates `YYYY-MM-DD` in the entity’s zone, instants ' +
        'ISO 8601 in UTC. Every write needs an `Idempotency-Key`; the same request under the same key is done once.',
    )
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'token')
    .build();
  const document = SwaggerModule.createDocument(app, builder);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, Problem: problemSchema() },
  };
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.startsWith('/v1')) continue;
    for (const [method, operation] of Object.entries(methods as Record<string, Operation>)) {
      if (typeof operation !== 'object' || !operation.responses) continue;
      operation.security = [{ token: [] }];
      addProblems(operation, ALWAYS);
      addProblems(operation, method === 'post' ? ON_WRITES : ON_READS);
      if (path.includes('{')) addProblems(operation, { 404: '`not-found`: nothing under this id.' });
      if (method === 'post') operation.parameters = [...(operation.parameters ?? []), ...WRITE_HEADERS];
    }
  }
  showRoles(document, roles);
  return document;
}

/**
 * `/openapi.json`, and Swagger UI at `/docs` from files of our own: it works offline. `/docs#problem-<code>`, the `type`
 * of every problem, says what that code means.
 */
export function serveDocs(app: INestApplication, document: OpenAPIObject): void {
  const above = `${problemsAsHtml()}\n${PAGE}`;
  const fastify = (app.getHttpAdapter() as FastifyAdapter).getInstance<FastifyInstance>();
  fastify.addHook('onSend', (_request, _reply, payload, done) => {
    done(
      null,
      typeof payload === 'string' && payload.includes(PAGE) ? payload.replace(PAGE, () => above) : payload,
    );
  });
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Quittance API',
    swaggerOptions: { persistAuthorization: false, displayRequestDuration: true, tryItOutEnabled: true },
  });
}

/** Where Swagger UI builds its page. */
const PAGE = '<div id="swagger-ui">';

interface Operation {
  responses?: Record<string, { description?: string; content?: unknown }>;
  parameters?: unknown[];
  security?: Record<string, string[]>[];
}

function addProblems(operation: Operation, problems: Record<number, string>): void {
  for (const [status, text] of Object.entries(problems)) {
    const own = operation.responses![status]?.description;
    operation.responses![status] = { description: own ? `${own.replace(/\.$/, '')}. ${text}` : text };
  }
  for (const [status, response] of Object.entries(operation.responses!)) {
    if (Number(status) < 400) continue;
    const code = /`([a-z-]+)`/.exec(response.description ?? '')?.[1] ?? 'invalid';
    response.content = {
      'application/problem+json': { schema: PROBLEM, example: example(Number(status), code) },
    };
  }
}

const example = (status: number, code: string): Problem => ({
  type: `/docs#problem-${code}`,
  title: STATUS_CODES[status] ?? 'Error',
  status,
  code,
  detail: 'A sentence for people.',
  errors:
    status === 422
      ? [
          {
            field: '/allocations/3/amount',
            rule: 'amount',
            value: '1e3',
            hint: 'a string of digits, at most 15 …',
          },
        ]
      : [],
});

const header = (name: string, required: boolean, description: string, value: string): unknown => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example: value,
});
const WRITE_HEADERS = [
  header('Idempotency-Key', true, 'New for each request, the same for its retries.', '7f9c2ba4-e88f-4c1a'),
  header(
    'If-Match',
    false,
    'The ETag that the decision rests on, several by comma, or `*` for anything that is there; stale: 412.',
    '"0"',
  ),
  header('X-Correlation-Id', false, 'Kept with the facts; made when not given.', 'month-end-2026-03'),
];

/** With the codes of all features that the process loaded. */
const problemSchema = () => ({
  type: 'object' as const,
  description: 'RFC 9457, application/problem+json',
  required: ['type', 'title', 'status', 'code', 'detail', 'errors'],
  properties: {
    type: { type: 'string', format: 'uri-reference' },
    title: { type: 'string' },
    status: { type: 'integer' },
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
