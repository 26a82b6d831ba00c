import type { INestApplication } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { problemsAsHtml } from './problem-page.js';
import { DRY_RUN, dryRunSchema } from './dry-run.js';
import { operationsOf, problemSchema, showRefusals } from './refusals.js';
import { type RouteRoles, showRoles } from './roles.js';

/** The OpenAPI document: the routes, what each may answer, and who may use it. */
export function describeApi(app: INestApplication, roles: RouteRoles): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
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
    schemas: { ...document.components?.schemas, Problem: problemSchema(), DryRun: dryRunSchema() },
  };
  for (const [path, method, operation] of operationsOf(document)) {
    operation.operationId = idOf(method, path);
    showRefusals(path, method, operation);
    if (!path.startsWith('/v1')) continue;
    operation.security = [{ token: [] }];
    if (method !== 'post') continue;
    // Where a stale revision is refused, a revision can be stated.
    const headers =
      '412' in operation.responses! ? [KEY, IF_MATCH, CORRELATION_ID, DRY_RUN] : [KEY, CORRELATION_ID];
    operation.parameters = [...(operation.parameters ?? []), ...headers];
  }
  nullsByType(document);
  showRoles(document, roles);
  return document;
}

/**
 * `/openapi.json`, and Swagger UI at `/docs` from files of our own: it works offline. `/docs#problem-<code>`, the `type`
 * of every problem, says what that code means.
 * @param document is made when the first asks for it, and kept: most starts of the API are asked for it never (decision 0206)
 */
export function serveDocs(app: INestApplication, document: () => OpenAPIObject): void {
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

/** `getInvoicesByIdHistory`: one for each route, and the same for ever. */
const idOf = (method: string, path: string): string =>
  method +
  path
    .replace(/^\/v1/, '')
    .replace(/[{}]/g, (brace) => (brace === '{' ? 'by-' : ''))
    .replace(/[^a-z]+([a-z])/gi, (_between, letter: string) => letter.toUpperCase());

/** OpenAPI 3.1 says with its types that null may come; the decorators of classes say it as 3.0 does. */
function nullsByType(part: unknown): void {
  if (typeof part !== 'object' || part === null) return;
  Object.values(part).forEach(nullsByType);
  const schema = part as { nullable?: unknown; type?: unknown };
  if (schema.nullable !== true || typeof schema.type !== 'string') return;
  delete schema.nullable;
  schema.type = [schema.type, 'null'];
}

const header = (name: string, required: boolean, description: string, value: string): unknown => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string' },
  example: value,
});
const KEY = header(
  'Idempotency-Key',
  true,
  'New for each request, the same for its retries.',
  '7f9c2ba4-e88f-4c1a',
);
const IF_MATCH = header(
  'If-Match',
  false,
  'The ETag that the decision rests on, several by comma, or `*` for anything that is there; stale: 412.',
  '"0"',
);
const CORRELATION_ID = header(
  'X-Correlation-Id',
  false,
  'Kept with the facts; made when not given.',
  'month-end-2026-03',
);
