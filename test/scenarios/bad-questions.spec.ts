import { FEATURES } from '../../libs/receivables/src/features.js';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Problem } from '@quittance/http';
import { sideBySide } from '@quittance/kernel';
import type { Answered } from '../support/caller.js';
import { type Caller, type Quittance, startQuittance } from '../support/quittance.js';

// Every question with every parameter that the OpenAPI document names, asked with what people and scanners send.

const VALUES = [
  ["'", '\0', '%', '', '--', '$1', '{}', 'null', 'a,b', '1,2,3', '\u{1f600}', 'x'.repeat(5000)],
  ['-1', '0', '1e400', '999999999999999999999', '2026-02-30', '10000-01-01', '9999-12-31', '0001-01-01'],
  ['0001-01-01T00:00:00+14:00', '2026-01-01T00:00:00', '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c', 'true'],
].flat();
const ABSENT = '0b9e6a5e-1d1c-5f0e-9f6a-7a3f0a1f2b3c';

/** Questions that a parameter alone does not make: what it needs beside it, and an answerable value. */
interface Companion {
  path: RegExp;
  names?: readonly string[];
  needs: { name: string; value: string };
}
const COMPANIONS: readonly Companion[] = [
  { path: /^\/v1\/(explain|compare)$/, needs: { name: 'report', value: 'aging' } },
  { path: /^\/v1\/explain$/, needs: { name: 'cell', value: '/open' } },
  { path: /^\/v1\/explain$/, needs: { name: 'currency', value: 'EUR' } },
  { path: /^\/v1\/search$/, needs: { name: 'q', value: 'R' } },
  { path: /^\/v1\/work\/facets$/, needs: { name: 'of', value: 'kind' } },
  { path: /^\/v1\/[a-z/-]+\/facets$/, needs: { name: 'of', value: 'currency' } },
  { path: /^\/v1\/work\/groups$/, needs: { name: 'by', value: 'kind' } },
  { path: /^\/v1\/[a-z/-]+\/groups$/, needs: { name: 'by', value: 'currency' } },
  {
    path: /^\/v1\/customers(\/(summary|facets|groups))?$/,
    names: ['open', 'overdue', 'unapplied', 'pending', 'balance'],
    needs: { name: 'balanceCurrency', value: 'EUR' },
  },
];
const companionsOf = (path: string, name: string): Companion['needs'][] =>
  COMPANIONS.filter(
    (one) => one.path.test(path) && one.needs.name !== name && (one.names?.includes(name) ?? true),
  )
    .map(({ needs }) => needs)
    .filter((one, i, all) => all.findIndex((each) => each.name === one.name) === i);

/**
 * Each parameter is asked with a share of the values, the next one with others: a name is read by one reader on whatever path it
 * stands, so that every value meets every reader. `QUESTIONS=all` asks them all.
 */
const SHARE = process.env.QUESTIONS === 'all' ? 1 : 4;

/** Questions under way: the API is in this process, and PostgreSQL beside it. */
const AT_ONCE = 8;

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

interface Asked {
  path: string;
  name: string;
  value: string;
}

/** What was asked, whatever is wrong with the answer; nothing where nothing is. */
async function askedOf(asked: readonly Asked[], fault: (one: Asked) => Promise<string | undefined>) {
  const faults = await sideBySide(AT_ONCE, asked, async (one) => {
    const found = await fault(one);
    return found === undefined ? [] : [`${one.path} ${one.name}=${one.value.slice(0, 40)}: ${found}`];
  });
  return faults.flat();
}

const at = (path: string, ...parameters: { name: string; value: string }[]): string =>
  `${path.replace(/\{\w+\}/, ABSENT)}?${parameters.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&')}`;

const fieldsOf = ({ status, body }: Answered<Problem>): string =>
  status === 422 ? body.errors.map(({ field }) => field).join() : '';

const everyParameter = (): { path: string; name: string }[] =>
  questions.flatMap(({ path, parameters }) => parameters.map((name) => ({ path, name })));

it('is answered or refused with the name of the parameter, whatever it is asked with', async () => {
  const all = everyParameter().flatMap((one, i) =>
    VALUES.filter((_, j) => (i + j) % SHARE === 0).map((value) => ({ ...one, value })),
  );
  expect(all.length * SHARE).toBeGreaterThan(9_000);
  const faults = await askedOf(all, async ({ path, name, value }) => {
    const answer = await manager.get<Problem>(at(path, { name, value }, ...companionsOf(path, name)));
    if (![200, 404, 422].includes(answer.status)) return String(answer.status);
    const fields = fieldsOf(answer);
    return answer.status === 422 && fields !== `/${name}` ? `422 names ${fields}` : undefined;
  });
  expect(faults).toEqual([]);
}, 180_000);

it('is refused with the name of what it lacks, where it means nothing alone', async () => {
  const amounts = COMPANIONS.flatMap(({ names = [] }) => names);
  const lacking = [
    ...questions
      .filter(({ path }) => /\/(facets|groups)$/.test(path))
      .map(({ path }) => ({ path, name: '' })),
    ...amounts.map((name) => ({ path: '/v1/customers', name })),
  ];
  const got = [];
  for (const { path, name } of lacking) {
    const given = name === '' ? [] : [{ name, value: '0' }];
    const [companion] = companionsOf(path, name);
    const alone = await manager.get<Problem>(at(path, ...given));
    const { status } = await manager.get<Problem>(at(path, ...given, companion!));
    got.push([path, name, fieldsOf(alone), status]);
  }
  expect(got).toEqual(
    lacking.map(({ path, name }) => [path, name, `/${companionsOf(path, name)[0]!.name}`, 200]),
  );
  // Facets and groups of each list that counts, and the five balances of customers.
  const counting = FEATURES.flatMap(({ api }) => api?.().lists ?? []).filter(({ counts }) => counts);
  expect(got).toHaveLength(2 * counting.length + 5);
});

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
