import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ROUTE_ROLES } from '@quittance/receivables';
import { FEATURES } from '../../libs/receivables/src/features.js';
import { refusalsInSource } from '../pages/codes-in-source.js';
import { Contract, type Document, type Operation } from '../support/contract.js';
import { OneOfEach } from '../support/one-of-each.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';
import { mailQuestions } from '../support/mailing.js';

// What /openapi.json promises: that it is whole, and that what is answered keeps it.

jest.setTimeout(120_000);

let quittance: Quittance;
let contract: Contract;
beforeAll(async () => {
  quittance = await startQuittance();
  contract = new Contract((await quittance.callerWith(null).ask<Document>('/openapi.json')).body);
});
afterAll(() => quittance?.stop());

const colons = (key: string): string => key.replace(/\{(\w+)\}/g, ':$1');
const underV1 = () => contract.operations().filter(({ path }) => path.startsWith('/v1/'));
const codesOf = ({ responses }: Operation): string[] =>
  Object.values(responses).flatMap(({ content }) => {
    const { allOf } = (content?.['application/problem+json']?.schema ?? {}) as { allOf?: object[] };
    return (
      (allOf?.[1] as { properties: { code: { enum: string[] } } } | undefined)?.properties.code.enum ?? []
    );
  });

describe('the OpenAPI document', () => {
  it('shows every route of the table of roles and no other under /v1, with its roles', () => {
    const shown = underV1().map(({ key, operation }) => [colons(key), operation['x-roles']]);
    expect(Object.fromEntries(shown)).toEqual(ROUTE_ROLES);
  });

  it('says of every route what it does, what it answers and how it refuses', () => {
    for (const { key, operation } of underV1()) {
      const { responses, summary, security } = operation;
      expect({ key, summary, security }).toEqual({
        key,
        summary: expect.any(String) as string,
        security: [{ token: [] }],
      });
      for (const status of ['401', '403', '503']) {
        const said = responses[status]?.content?.['application/problem+json'];
        expect({ key, status, said }).toMatchObject({ said: { example: { status: Number(status) } } });
      }
      expect(responses['200'] ?? responses['201']).toBeDefined();
    }
  });

  story('ground', 'C1', 'Every answer of a write has a schema with its fields', (show) => {
    for (const { key, operation } of underV1().filter(({ method }) => method === 'post')) {
      const done = Object.entries(operation.responses).filter(([status]) => status < '300');
      for (const [status, { content }] of done) {
        const schema = contract.resolved(content?.['application/json']?.schema ?? {});
        const fields = Object.keys((schema.properties as object | undefined) ?? {});
        show({ input: `${key} ${status}`, right: expect.arrayContaining([expect.any(String)]), got: fields });
      }
    }
  });

  it('says of every write its headers and gives each field an example or a part that has some', () => {
    for (const { key, operation } of underV1().filter(({ method }) => method === 'post')) {
      const headers = operation.parameters!.filter((parameter) => parameter.in === 'header');
      const stated = operation.responses['412'] ? ['If-Match'] : [];
      expect({ key, headers: headers.map(({ name }) => name) }).toEqual({
        key,
        headers: ['Idempotency-Key', ...stated, 'X-Correlation-Id'],
      });
      const { properties } = contract.resolved(Object.values(operation.requestBody!.content)[0]!.schema!);
      for (const [field, part] of Object.entries(properties as Record<string, Record<string, unknown>>)) {
        const { example, enum: values, $ref, allOf, items } = part;
        const shown = (example ?? values ?? $ref ?? allOf ?? items) !== undefined;
        expect({ key, field, shown }).toEqual({ key, field, shown: true });
      }
    }
  });

  story(
    'ground',
    'G2',
    'Each answer has a schema that names its fields, and each example is as its schema says',
    (show) => {
      const vague = contract.operations().flatMap(({ key, operation }) =>
        Object.entries(operation.responses)
          .filter(([status]) => status < '300')
          .flatMap(([status, { content = {} }]) =>
            Object.entries(content).flatMap(([type, { schema }]) =>
              contract.vagueIn(schema).map((at) => `${key} ${status} ${type} ${at}`),
            ),
          ),
      );
      const got = { version: contract.document.openapi, vague, wrongExamples: contract.wrongExamples() };
      show({ input: 'GET /openapi.json', right: { version: '3.1.0', vague: [], wrongExamples: [] }, got });
    },
  );

  story('ground', 'G2', 'Each parameter that a question takes is told, and no other', async (show) => {
    const everybody = await quittance.as(['clerk', 'manager', 'admin', 'auditor', 'analyst']);
    const questions = underV1().filter(({ method }) => method === 'get');
    for (const { key, path, operation } of questions) {
      const url = path.replace('{id}', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c');
      const { body } = await everybody.get<{ errors: { hint: string }[] }>(`${url}?nonsense=1`);
      const taken = /^this route takes (.*)$/.exec(body.errors[0]!.hint)![1]!;
      const told = (operation.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name);
      const read = taken === 'no parameters' ? [] : taken.split(', ');
      show({ input: key, right: read.sort(), got: told.sort() });
    }
  });

  story('ground', 'G2', 'Each code that a feature refuses with is told by one of its routes', (show) => {
    const told = (keys: string[]): string[] =>
      underV1().flatMap(({ key, operation }) => (keys.includes(colons(key)) ? codesOf(operation) : []));
    const refusals = refusalsInSource();
    for (const { name, api } of FEATURES) {
      const { routes = {}, lists = [] } = api?.() ?? {};
      const keys = [...Object.keys(routes), ...lists.map(({ path }) => `GET /${path}`)];
      const own = new RegExp(`^libs/receivables/src/${name}/.*\\.(decider|queries|controller)\\.ts`);
      const thrown = refusals.filter(({ at }) => own.test(at));
      // That its thing is unknown is said by the features that name one.
      const codes = new Set(thrown.flatMap((refusal) => refusal.codes));
      codes.delete(`unknown-${name}`);
      show({
        input: { feature: name, codes: [...codes] },
        right: [],
        got: [...codes].filter((code) => !told(keys).includes(code)),
      });
    }
  });

  it('is what the page knows: apps/web/src/api/schema.d.ts', async () => {
    const check = process.env.QUITTANCE_WRITE_PAGES === 'true' ? [] : ['--check'];
    const command = [join(__dirname, '../../scripts/web-schema.mjs'), '--url', quittance.url, ...check];
    await promisify(execFile)(process.execPath, command);
  });

  it('tells every code of a problem, but those that no route answers', () => {
    const told = new Set(contract.operations().flatMap(({ operation }) => codesOf(operation)));
    const { schemas } = contract.document.components;
    const all = (schemas.Problem as { properties: { code: { enum: string[] } } }).properties.code.enum;
    // Said before there is a route; Node refuses a path that long with the headers; only a browser comes back from a provider.
    expect(all.filter((code) => !told.has(code))).toEqual([
      'bad-request',
      'method-not-allowed',
      'path-too-long',
      'sign-in-refused',
    ]);
  });
});

describe('what is answered', () => {
  let all: OneOfEach;
  // One of each command, one after another: on a machine that does much else they take minutes.
  beforeAll(async () => {
    all = await OneOfEach.of(quittance);
  }, 300_000);

  story(
    'ground',
    'G3',
    'Every answer of every question is as its schema says, now and of the past',
    async (show) => {
      const asked = new Set<string>();
      const written = all.writes.flatMap(
        ({ answered }) => (answered.body as { position?: string }).position ?? [],
      );
      const ofMails = await mailQuestions(quittance, all.everybody);
      for (const url of [...all.questions(), ...ofMails, `/v1/facts/${written.at(-1)}`]) {
        const answered = await all.everybody.ask(url);
        asked.add(contract.keyOf('get', url)!);
        // Whether it is ready now is for the machine to say; both answers are told.
        const right = url === '/health/ready' ? (expect.any(Number) as number) : 200;
        const faults = contract.faultsOf('get', url, answered);
        show({ input: url, right: [url, right, []], got: [url, answered.status, faults] });
      }
      const questions = contract.operations().filter(({ method }) => method === 'get');
      const never = questions.map(({ key }) => key).filter((key) => !asked.has(key));
      show({ input: 'questions never asked', right: [], got: never });
    },
  );

  story(
    'ground',
    'G3',
    'Every answer of a write is as its schema says, and every refusal has a code that was told',
    (show) => {
      for (const { path, code, answered } of all.writes) {
        const { code: got = 'done' } = answered.body as { code?: string };
        const faults = contract.faultsOf('post', path, answered);
        show({ input: `POST ${path}`, right: { code, faults: [] }, got: { code: got, faults } });
      }
    },
  );
});
