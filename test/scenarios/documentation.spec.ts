import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
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

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => ({
      key: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    })),
  );

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
    expect(missing.length).toBeGreaterThan(5);
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
    expect(advised.length).toBeGreaterThan(3);
    show({ input: advised, right: [], got: advised.filter((request) => !known().includes(request)) });
  });

  it('says truly that no workbook can be read: nothing is installed that could', () => {
    const { dependencies } = JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')) as {
      dependencies: object;
    };
    expect(Object.keys(dependencies).filter((name) => /xlsx|excel|sheet/i.test(name))).toEqual([]);
  });
});

describe('without a token', () => {
  it('the documentation and the state of health are open', async () => {
    const page = await fetch(`${quittance.url}/docs`);
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
