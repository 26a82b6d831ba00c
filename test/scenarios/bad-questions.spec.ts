import type { OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from '@quittance/http';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

// Every question with every parameter that the OpenAPI document names, asked with what people and scanners send.

const VALUES = [
  ["'", '\0', '%', '', '--', '$1', '{}', 'null', 'a,b', '1,2,3', '\u{1f600}', 'x'.repeat(5000)],
  ['-1', '0', '1e400', '999999999999999999999', '2026-02-30', '10000-01-01', '9999-12-31', '0001-01-01'],
  ['0001-01-01T00:00:00+14:00', '2026-01-01T00:00:00', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c', 'true'],
].flat();
const ABSENT = '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';

/** What a parameter is asked with that another one needs. */
const WITH: Record<string, string> = { '/balanceCurrency': 'EUR', '/of': 'currency' };

let quittance: Quittance;
let manager: Caller;
let questions: { path: string; parameters: string[] }[];

beforeAll(async () => {
  quittance = await startQuittance();
  manager = await quittance.as(['manager', 'auditor', 'admin']);
  const { position } = await manager.done('/v1/customers', { customerId: 'C-1', name: 'Rossi' });
  await manager.get('/v1/customers', position);
  const { body } = await manager.get<OpenAPIObject>('/openapi.json');
  questions = Object.entries(body.paths).flatMap(([path, { get }]) =>
    get && path.startsWith('/v1')
      ? [
          {
            path,
            parameters: get.parameters!.flatMap((p) => ('in' in p && p.in === 'query' ? [p.name] : [])),
          },
        ]
      : [],
  );
});
afterAll(() => quittance?.stop());

it('is answered or refused with the name of the parameter, whatever it is asked with', async () => {
  for (const { path, parameters } of questions) {
    for (const name of parameters) {
      for (const value of VALUES) {
        const query = `${name}=${encodeURIComponent(value)}`;
        const at = `${path.replace(/\{\w+\}/, ABSENT)}?${query}`;
        let { status, body } = await manager.get<Problem>(at);
        if (status === 422 && body.errors.every(({ rule }) => rule === 'required')) {
          // It means nothing alone: it is asked again with what it lacks.
          const lacking = body.errors.map(({ field }) => `&${field.slice(1)}=${WITH[field] ?? ''}`);
          ({ status, body } = await manager.get<Problem>(at + lacking.join('')));
        }
        expect({ path, name, value, status: [200, 404, 422].includes(status) }).toMatchObject({
          status: true,
        });
        const fields = status === 422 ? body.errors.map(({ field }) => field) : [];
        // People are counted by nothing: there what it lacks is all that can be said.
        const lacks = fields.every((field) => field in WITH && field !== `/${name}`);
        if (!lacks) expect(fields).toEqual([`/${name}`]);
      }
    }
  }
}, 180_000);

it('takes no parameter that it does not know, or gets twice', async () => {
  for (const { path } of questions) {
    const at = path.replace(/\{\w+\}/, ABSENT);
    for (const query of ['bogus=1', '__proto__=1', 'constructor=1', 'after=1&after=2']) {
      const { status, body } = await manager.get<Problem>(`${at}?${query}`);
      expect({ path, query, status }).toEqual({ path, query, status: 422 });
      expect(body.errors[0]!.field).toBe(`/${query.split('=')[0]}`);
    }
  }
});

it('finds nothing under an id that cannot be one', async () => {
  for (const { path } of questions.filter(({ path }) => path.includes('{'))) {
    for (const value of VALUES.filter((id) => id !== '')) {
      const { status } = await manager.get(path.replace(/\{\w+\}/, encodeURIComponent(value)));
      expect({ path, value, status }).toEqual({ path, value, status: 404 });
    }
  }
});
