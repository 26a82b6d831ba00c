import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ROUTE_ROLES } from '@quittance/receivables';
import { story } from '../support/story.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

let quittance: Quittance;
let anybody: Caller;
let document: OpenAPIObject;
beforeAll(async () => {
  quittance = await startQuittance();
  anybody = quittance.callerWith(null);
  document = (await anybody.ask<OpenAPIObject>('/openapi.json')).body;
});
afterAll(() => quittance?.stop());

interface Operation {
  'x-roles'?: string[];
  summary?: string;
  security?: object[];
  parameters?: { name: string; in: string; required?: boolean }[];
  requestBody?: { content: Record<string, { schema: { $ref: string } }> };
  responses: Record<string, { content?: Record<string, { schema?: unknown; example?: unknown }> }>;
}
const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, Operation>).map(([method, operation]) => ({
      key: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  );

describe('the OpenAPI document', () => {
  it('shows every route of the table of roles and no other under /v1, with its roles', () => {
    const shown = operations().filter(({ key }) => key.includes(' /v1/'));
    expect(Object.fromEntries(shown.map(({ key, operation }) => [key, operation['x-roles']]))).toEqual(
      ROUTE_ROLES,
    );
  });

  it('says of every route what it does, what it answers and how it refuses', () => {
    for (const { key, operation } of operations().filter(({ key }) => key.includes(' /v1/'))) {
      const { responses, summary, security } = operation;
      expect({ key, summary, security }).toEqual({
        key,
        summary: expect.any(String) as string,
        security: [{ token: [] }],
      });
      for (const status of ['401', '403', '503']) {
        expect({ key, status, said: responses[status]?.content?.['application/problem+json'] }).toMatchObject(
          {
            said: { example: { status: Number(status) } },
          },
        );
      }
      expect(responses['200'] ?? responses['201']).toBeDefined();
    }
  });

  story('ground', 'C1', 'Every answer of a write has a schema with its fields', (show) => {
    const schemas = document.components!.schemas as Record<string, { properties?: object }>;
    for (const { key, operation } of operations().filter(({ key }) => key.startsWith('POST /v1/'))) {
      const done = Object.entries(operation.responses).filter(([status]) => status < '300');
      for (const [status, { content }] of done) {
        const { $ref = '' } = (content?.['application/json']?.schema ?? {}) as { $ref?: string };
        const fields = Object.keys(schemas[$ref.split('/').pop()!]?.properties ?? {});
        show({ input: `${key} ${status}`, right: expect.arrayContaining([expect.any(String)]), got: fields });
      }
    }
  });

  it('holds every part that it refers to', () => {
    const parts = JSON.stringify(document).match(/"#\/components\/schemas\/[^"]*"/g)!;
    const known = Object.keys(document.components!.schemas!);
    expect(known).toEqual(
      expect.arrayContaining(parts.map((part) => part.slice(1, -1).split('/').pop()).concat('LineField')),
    );
  });

  it('says of every write its headers and gives each field an example or a part that has some', () => {
    for (const { key, operation } of operations().filter(({ key }) => key.startsWith('POST '))) {
      const headers = operation.parameters!.filter((parameter) => parameter.in === 'header');
      expect({ key, headers: headers.map(({ name }) => name) }).toMatchObject({
        headers: ['Idempotency-Key', 'If-Match', 'X-Correlation-Id'],
      });
      const { $ref } = operation.requestBody!.content['application/json']!.schema;
      const schema = document.components!.schemas![$ref.split('/').pop()!] as {
        properties: Record<
          string,
          { example?: unknown; enum?: unknown; $ref?: string; allOf?: unknown; items?: object }
        >;
      };
      for (const [field, { example, enum: values, $ref: part, allOf, items }] of Object.entries(
        schema.properties,
      )) {
        const shown = (example ?? values ?? part ?? allOf ?? items) !== undefined;
        expect({ key, field, shown }).toEqual({ key, field, shown: true });
      }
    }
  });
});

describe('docs/limits.md', () => {
  const page = readFileSync(join(__dirname, '../../docs/limits.md'), 'utf8');
  /** The requests that a column of its tables names, as the OpenAPI document writes them. */
  const requestsOf = (column: number): string[] => {
    const cells = page.split('\n').flatMap((line) => (/^\| [^-]/.test(line) ? line.split('|')[column]! : []));
    const named = cells.flatMap((cell) => [...cell.matchAll(/`(?:(GET|POST) )?(\/v1\/[^`?]+)[^`]*`/g)]);
    return named.map(([, method = 'GET', path]) => `${method} ${path!.replace(/\{\w+\}/g, ':')}`);
  };
  const known = (): string[] => operations().map(({ key }) => key.replace(/:\w+/g, ':'));

  story('mended-files', 'B2', 'What the page calls missing is missing', async (show) => {
    const everybody = await quittance.as(['clerk', 'manager', 'admin', 'auditor', 'analyst', 'importer']);
    const missing = requestsOf(2);
    expect(missing.length).toBeGreaterThan(20);
    const answers = [];
    for (const request of missing) {
      const [method, path] = request.split(' ') as [string, string];
      const asked = path.replaceAll(':', '00000000-0000-5000-8000-000000000000');
      const { status, body } =
        method === 'GET' ? await everybody.get(asked) : await everybody.post(asked, { reason: 'Why not.' });
      answers.push(`${request} ${status} ${String(body.detail)}`);
    }
    show({
      input: missing,
      right: {
        documented: [],
        answers: missing.map(
          (request) => `${request} 404 There is no such route; /docs shows those that are.`,
        ),
      },
      got: { documented: missing.filter((request) => known().includes(request)), answers },
    });
  });

  story('mended-files', 'B2', 'What the page advises exists', (show) => {
    const advised = requestsOf(3);
    expect(advised.length).toBeGreaterThan(5);
    show({ input: advised, right: [], got: advised.filter((request) => !known().includes(request)) });
  });

  it('says truly that no mail can leave and no workbook can be read: nothing is installed that could', () => {
    const { dependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies).filter((name) => /mail|smtp|xlsx|excel|sheet/i.test(name))).toEqual([]);
  });
});

describe('without a token', () => {
  it('the documentation and the state of health are open', async () => {
    const page = await fetch(`${quittance.url}/`);
    expect(page.url).toBe(`${quittance.url}/docs`);
    expect(await page.text()).toContain('Quittance API');
    expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    for (const file of ['swagger-ui-bundle.js', 'swagger-ui.css', 'swagger-ui-init.js']) {
      expect((await anybody.get(`/docs/${file}`)).status).toBe(200);
    }
    expect(await anybody.get('/health/live')).toMatchObject({ status: 200, body: { status: 'live' } });
  });

  it('readiness is told, and the reason when it is not', async () => {
    const clerk = await quittance.as('clerk');
    const { position } = await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
    await clerk.get('/v1/customers', position);
    expect(await anybody.get('/health/ready')).toMatchObject({ status: 200, body: { status: 'ready' } });
    await quittance.projector.stop();
    await quittance.pool.query(`update projector.state set beat_at = beat_at - interval '1 minute'`);
    const { status, body, headers } = await anybody.get('/health/ready');
    expect({ status, body }).toMatchObject({ status: 503, body: { code: 'not-ready' } });
    expect(body.detail).toMatch(/^The projector has been silent/);
    expect(headers.get('retry-after')).toBe('2');
  });
});
