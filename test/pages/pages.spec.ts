import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenAPIObject } from '@nestjs/swagger';
import { PROBLEM_CODES } from '@quittance/http';
import { PROJECTIONS } from '@quittance/receivables';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';
import { refusalsInSource } from './codes-in-source.js';
import {
  DESCRIBED,
  type DescribedColumn,
  factFieldsPage,
  problemsPage,
  streamsTable,
  tablesPage,
} from './pages.js';

const DOCS = join(__dirname, '../../docs');
const page = (name: string): string => readFileSync(join(DOCS, name), 'utf8');
const MARK = 'Personal data: emptied when the person is erased';

let quittance: Quittance;
let columns: DescribedColumn[];
beforeAll(async () => {
  quittance = await startQuittance();
  ({ rows: columns } = await quittance.pool.query<DescribedColumn>(DESCRIBED));
});
afterAll(() => quittance?.stop());

/** `QUITTANCE_WRITE_PAGES=true` writes the page in place of comparing it. */
function isMade(name: string, text: string): void {
  if (process.env.QUITTANCE_WRITE_PAGES === 'true') writeFileSync(join(DOCS, name), text);
  expect(page(name)).toBe(text);
}

describe('pages that the product makes', () => {
  it('docs/problems.md has every code with what to do', () => isMade('problems.md', problemsPage()));
  it('docs/tables.md has every table and column', () => isMade('tables.md', tablesPage(columns)));
  it('docs/fact-fields.md has every field of every fact', () => isMade('fact-fields.md', factFieldsPage()));
});

describe('docs/facts.md', () => {
  it('names every type of fact at its stream', () => {
    const text = page('facts.md');
    const [table] = /^(\|.*\n)+/m.exec(text)!;
    isMade('facts.md', text.replace(table, streamsTable()));
  });
});

describe('codes of refusals', () => {
  it('every refusal in the source has a code of the list, or passes one on', () => {
    const refusals = refusalsInSource();
    expect(refusals.length).toBeGreaterThan(50);
    const unknown = refusals.filter(({ codes }) => codes.some((code) => !(code in PROBLEM_CODES)));
    expect(unknown).toEqual([]);
    // Where the code is worked out, each is looked at by hand: what it can be is in the list.
    const passedOn = refusals.filter(({ codes }) => codes.length === 0).map(({ at }) => at.split(':')[0]);
    expect([...new Set(passedOn)].sort()).toEqual([
      'libs/http/src/http-server.ts',
      'libs/http/src/problem.ts',
      'libs/kernel/src/field-rules.ts',
      'libs/kernel/src/rejection.ts',
    ]);
  });

  story('mended-files', 'B1', 'OpenAPI names each code with the status that it comes with', async (show) => {
    const { body } = await quittance.callerWith(null).ask<OpenAPIObject>('/openapi.json');
    const responses = Object.values(body.paths)
      .flatMap((path) => Object.values(path as Record<string, { responses: Responses }>))
      .flatMap((operation) => Object.entries(operation.responses));
    const wrong = responses.flatMap(([status, { description = '' }]) =>
      Number(status) < 400
        ? []
        : description
            .split('\n\n')
            .map((line) => /^`([a-z]+(?:-[a-z]+)*)`: /.exec(line)?.[1] ?? line)
            .filter((code) => PROBLEM_CODES[code]?.status !== Number(status)),
    );
    const of412 = new Set(
      responses
        .filter(([status]) => status === '412')
        .map(([, { description }]) => description?.split(':')[0]),
    );
    show({
      input: 'GET /openapi.json',
      right: { 412: ['`stale-revision`'], wrong: [] },
      got: { 412: [...of412], wrong: [...new Set(wrong)] },
    });
  });

  story('mended-files', 'B1', 'The link of a refusal leads to what it says', async (show) => {
    const { body } = await quittance.callerWith(null).ask<{ type: string }>('/v1/customers');
    const [path, anchor] = body.type.split('#') as [string, string];
    const html = await (await fetch(quittance.url + path)).text();
    const missing = Object.keys(PROBLEM_CODES).filter((code) => !html.includes(`id="problem-${code}"`));
    show({
      input: 'GET /v1/customers without a token, then its type',
      right: { type: '/docs#problem-unauthorized', there: true, page: true, codesWithoutAnchor: [] },
      got: {
        type: body.type,
        there: html.includes(`id="${anchor}"`),
        page: page('problems.md').includes(`<a id="${anchor}">`),
        codesWithoutAnchor: missing,
      },
    });
  });
});

describe('what a newcomer tries', () => {
  story(
    'mended-files',
    'B3',
    'An invoice number in place of its id: the 404 says how to find it',
    async (show) => {
      const clerk = await quittance.as('clerk');
      const { status, body } = await clerk.ask<{ errors: { hint: string }[] }>('/v1/invoices/2026%2F001');
      // Cut by characters: a half of one could not be encoded.
      const long = `a${'\u{1F600}'.repeat(60)}`;
      expect((await clerk.ask(`/v1/invoices/${encodeURIComponent(long)}`)).status).toBe(404);
      const [, found] = /with (\/v1\/invoices\?number=\S+)$/.exec(body.errors[0]?.hint ?? '') ?? [];
      const list = found && (await clerk.ask(found)).status;
      show({
        input: 'GET /v1/invoices/2026%2F001',
        right: { status: 404, found: '/v1/invoices?number=2026%2F001', list: 200 },
        got: { status, found, list },
      });
    },
  );

  story('mended-files', 'B3', 'verify-audit.mjs --help says what it does, and ends with 0', (show) => {
    const program = join(__dirname, '../../apps/cli/verify/verify-audit.mjs');
    const { status, stdout } = spawnSync(process.execPath, [program, '--help'], { encoding: 'utf8' });
    const says = ['--public-key', '--fingerprint', 'Exit codes', 'Example'].filter((text) =>
      stdout.includes(text),
    );
    show({
      input: 'node verify-audit.mjs --help',
      right: { status: 0, says: ['--public-key', '--fingerprint', 'Exit codes', 'Example'] },
      got: { status, says },
    });
  });
});

interface Responses {
  [status: string]: { description?: string };
}

describe('the database’s own dictionary', () => {
  story('mended-files', 'B1', 'Every column of live and mirror has a comment', (show) => {
    const personal = PROJECTIONS.flatMap(({ tables }) => tables).flatMap((table) =>
      Object.entries(table.columns).flatMap(([column, { personal }]) =>
        personal ? [`${table.name}.${column}`] : [],
      ),
    );
    const marked = columns.filter(({ comment }) => comment?.includes(MARK));
    show({
      input: 'col_description of the columns of live and mirror',
      right: { tablesWithout: [], columnsWithout: [], personal, onlyTheMark: [] },
      got: {
        tablesWithout: columns.filter(({ about }) => !about).map(({ table }) => table),
        columnsWithout: columns
          .filter(({ comment }) => !comment)
          .map(({ table, column }) => `${table}.${column}`),
        personal: personal.filter((name) =>
          marked.some(({ table, column }) => `${table}.${column}` === name),
        ),
        onlyTheMark: marked
          .filter(({ comment }) => comment === MARK)
          .map(({ table, column }) => `${table}.${column}`),
      },
    });
  });
});
