import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addedBy, Files, INVOICE } from '../support/files.js';
import { type Caller, caller } from '../support/caller.js';
import { secondApi } from '../support/second-api.js';
import { givenData, story } from '../support/story.js';
import { endOf, importFile, sendFile, type Told } from '../support/uploading.js';

// Files that are sent to the API to be imported, as the page does it.

jest.setTimeout(180_000);

let files: Files;
let anna: Caller;
beforeAll(async () => {
  files = await Files.start();
  anna = await files.running.as('clerk', 'anna');
});
afterAll(() => files?.stop());

const mapping = (header: string, more: object = {}): object => ({
  ...{ constants: { currency: 'EUR' }, ...more },
  columns: Object.fromEntries(header.split(',').map((field) => [field, field])),
});
const csv = (header: string, rows: readonly string[]): string => [header, ...rows, ''].join('\n');
const invoices = (rows: readonly string[], fields = {}) => ({
  content: csv(INVOICE, rows),
  fields: { mapping: mapping(INVOICE), ...fields },
});
/** Facts but for those that say who came in. */
const factsNow = async (): Promise<number> =>
  (await files.running.facts()).filter(({ stream }) => !stream.startsWith('person-')).length;
const shown = ({ state, rows, added, unchanged, rejected }: Told) => ({
  ...{ state, rows, unchanged, rejected },
  added: [added.customers, added.invoices, added.payments],
});

story('page', 'B12a', 'A file that page and command line import gives each fact once', async (show) => {
  const rows = ['U-1,uno,2026-01-10,2026-02-09,100.00', 'U-2,uno,2026-01-20,2026-02-19,200.00'];
  const before = await factsNow();
  const checked = await importFile(anna, invoices(rows, { dryRun: 'true' }));
  const byTheCheck = (await factsNow()) - before;
  const first = await importFile(anna, invoices(rows));
  const sent = await factsNow();
  const second = await importFile(anna, invoices(rows));
  const bySecond = (await factsNow()) - sent;
  const third = ['U-3,uno,2026-01-30,2026-03-01,300.00'];
  const byLine = await files.imported([], INVOICE, [...rows, ...third]);
  const again = await importFile(anna, invoices(third));
  show({
    input: 'two invoices: checked, sent, sent again; by the command line with a third one; and that one sent',
    right: {
      checked: { state: 'done', rows: 2, unchanged: 0, rejected: 0, added: [0, 0, 0] },
      first: { state: 'done', rows: 2, unchanged: 0, rejected: 0, added: [1, 2, 0] },
      second: { state: 'done', rows: 2, unchanged: 2, rejected: 0, added: [0, 0, 0] },
      byCommandLine: 1,
      again: { state: 'done', rows: 1, unchanged: 1, rejected: 0, added: [0, 0, 0] },
      newFacts: [0, 0],
    },
    got: {
      ...{ checked: shown(checked), first: shown(first), second: shown(second) },
      ...{ byCommandLine: addedBy(byLine, 'invoices'), again: shown(again) },
      newFacts: [byTheCheck, bySecond],
    },
  });
});

story('page', 'B12b', 'Rejects are a file that, mended, is imported as it stands', async (show) => {
  const rows = ['M-1,mai,2026-01-10,2026-02-09,100.00', 'M-2,mai,2026-13-20,2026-02-19,"2,00"'];
  const told = await importFile(anna, { ...invoices(rows), name: 'März.csv' });
  const { body: rejects, headers } = await anna.ask<string>(`/v1/imports/${told.id}/rejects`);
  const mended = rejects.replace('2026-13-20', '2026-01-20').replace('"2,00"', '2.00');
  const again = await importFile(anna, { content: mended, fields: { mapping: mapping(INVOICE) } });
  const none = await anna.ask<{ code: string }>(`/v1/imports/${again.id}/rejects`);
  const taken = await files.running.pool.query<{ rows: bigint }>(
    `select rows from write_side.exports where path like '/v1/imports/%'`,
  );
  show({
    input: rows,
    right: {
      first: { state: 'done', rows: 2, unchanged: 0, rejected: 1, added: [1, 1, 0] },
      files: ['rejects'],
      named: `attachment; filename="M_rz.rejects.csv"; filename*=UTF-8''M%C3%A4rz.rejects.csv`,
      said: '"M-2","mai","2026-13-20","2026-02-19","2,00",3,"issuedOn | total","2026-13-20 | 2,00","mus',
      mended: { state: 'done', rows: 1, unchanged: 0, rejected: 0, added: [0, 1, 0] },
      ...{ none: 'not-found', taken: [1] },
    },
    got: {
      ...{ first: shown(told), files: told.files, named: headers.get('content-disposition') },
      said: rejects.split('\r\n')[1]?.slice(0, 90),
      ...{ mended: shown(again), none: none.body.code, taken: taken.rows.map((row) => Number(row.rows)) },
    },
  });
});

story(
  'page',
  'B12c',
  'A file that is none of ours is told what is wrong with it, and leaves nothing',
  async (show) => {
    const good = { content: csv(INVOICE, []), fields: { mapping: mapping(INVOICE) } };
    const wrong: Record<string, Parameters<typeof sendFile>[1]> = {
      empty: { ...good, content: '' },
      workbook: { ...good, content: 'PK\x03\x04[Content_Types].xml', name: 'March.xlsx' },
      utf16: {
        ...good,
        content: Buffer.from(`\ufeff${INVOICE}\n`, 'utf16le'),
        fields: { mapping: mapping(INVOICE, { encoding: 'utf-8' }) },
      },
      latin: { content: Buffer.from('Nümmer,customerId\n', 'latin1'), fields: good.fields },
      otherColumns: { ...good, content: 'a,b\n1,2\n', name: 'ours.csv' },
      noMapping: { content: 'a\n' },
      wrongMapping: { ...good, fields: { mapping: '{"columns":{"nummer":"No"}}' } },
      noJson: { ...good, fields: { mapping: 'No;Customer' } },
      otherField: { ...good, fields: { ...good.fields, dryrun: 'true' } },
      wrongDay: { ...good, fields: { ...good.fields, openingOn: '2026-02-30' } },
      wrongLimit: { ...good, fields: { ...good.fields, maxRejects: '1 %%' } },
      statedTimes: { ...good, fields: { mapping: mapping(`${INVOICE},recordedAt`) } },
      sideways: { ...good, fields: { ...good.fields, statedAsEffective: 'true' } },
      takenOver: { ...good, fields: { ...good.fields, openingOn: '2026-01-01' } },
    };
    const got: Record<string, unknown> = {};
    for (const [name, sending] of Object.entries(wrong)) {
      const { status, body } = await sendFile<{ code: string; errors: { field: string; hint: string }[] }>(
        anna,
        sending,
      );
      got[name] = [status, body.code, ...body.errors.map(({ field, hint }) => `${field} ${hint}`)];
    }
    const { body } = await anna.get<{ items: Told[] }>('/v1/imports?limit=1');
    const fits = (start: string) => expect.stringContaining(start) as unknown;
    expect(got).toEqual({
      empty: [422, 'unusable-file', '/file file.csv is empty: it has no header'],
      workbook: [422, 'unusable-file', fits('/file March.xlsx is an Excel workbook (.xlsx), not CSV')],
      utf16: [422, 'unusable-file', fits('/file file.csv begins with the mark of utf-16le')],
      latin: [422, 'unusable-file', fits('set "encoding" in the mapping')],
      otherColumns: [422, 'unusable-file', fits('/file ours.csv: no column "number" (number)')],
      noMapping: [422, 'invalid', fits('/mapping')],
      wrongMapping: [422, 'unusable-file', fits('/mapping mapping: "columns": unknown field "nummer"')],
      noJson: [422, 'unusable-file', fits('/mapping mapping: not JSON')],
      otherField: [422, 'invalid', '/dryrun this request has no such field'],
      wrongDay: [422, 'invalid', fits('/openingOn')],
      wrongLimit: [422, 'invalid', fits('/maxRejects')],
      statedTimes: [403, 'forbidden', fits('/mapping leave the column recordedAt out')],
      sideways: [403, 'forbidden', fits('/statedAsEffective')],
      takenOver: [403, 'forbidden', fits('/openingOn leave it out')],
    });
    show({
      input: Object.keys(wrong),
      right: 'M',
      got: String((body.items[0]!.added as { invoices: number }).invoices && 'M'),
    });
  },
);

story(
  'page',
  'B12d',
  'Too many wrong rows: nothing is recorded, and the reason names column, line and value',
  async (show) => {
    const rows = Array.from({ length: 40 }, (_, i) => `W-${i},w,1/${(i % 28) + 1}/2024,2024-03-01,1.00`);
    const before = await factsNow();
    const told = await importFile(anna, invoices(rows));
    show({
      input: '40 rows with dates as M/d/yyyy, read as yyyy-MM-dd',
      right: { state: 'refused', because: true, rejects: true, newFacts: 0 },
      got: {
        state: told.state,
        because:
          /^40 of 40 rows would be refused, more than 10 \(maxRejects 1%\)\. Column "issuedOn": 40 cells, as "1\/1\/2024" \(line 2\)/.test(
            told.because ?? '',
          ),
        rejects: told.files.includes('rejects'),
        newFacts: (await factsNow()) - before,
      },
    });
  },
);

story(
  'page',
  'B12e',
  'One at a time of a person; the same key is the same import; one that was cut off goes on',
  async (show) => {
    const many = invoices(
      Array.from({ length: 300 }, (_, i) => `Z-${i},z${i % 9},2026-01-10,2026-02-09,1.00`),
    );
    const other = await secondApi(files.running);
    const asked = (key: string) => ({ ...many, key });
    const second = caller(other.url, anna.token, 'anna');
    const first = await sendFile(second, asked('z-1'));
    const meanwhile = await sendFile<{ code: string; possible: object[] }>(anna, asked('z-2'));
    const replayed = await sendFile(anna, asked('z-1'));
    const reused = await sendFile<{ code: string }>(anna, {
      ...invoices(['Z-0,z0,2026-01-10,2026-02-09,2.00']),
      key: 'z-1',
    });
    await other.stop();
    const cut = await endOf(anna, first);
    const rest = await importFile(anna, asked('z-3'));
    const issued = (await files.running.facts()).filter(
      ({ type, data }) => type === 'InvoiceIssued' && JSON.stringify(data).includes('"Z-'),
    );
    show({
      input: '300 invoices to one API process that is stopped meanwhile, then to another one',
      right: {
        ...{
          meanwhile: [409, 'import-under-way', { action: 'look-at-import', importId: first.body.id }],
          replayed: [200, true],
        },
        ...{
          reused: [422, 'idempotency-key-reused'],
          cut: 'interrupted',
          rest: ['done', true],
          issued: 300,
        },
      },
      got: {
        meanwhile: [meanwhile.status, meanwhile.body.code, meanwhile.body.possible[0]],
        replayed: [replayed.status, replayed.body.id === first.body.id],
        reused: [reused.status, reused.body.code],
        cut: cut.state,
        rest: [rest.state, rest.added.invoices! + cut.added.invoices! === 300],
        issued: issued.length,
      },
    });
  },
);

const given = givenData('receivables');
given.told(
  'page',
  'B12f',
  'A history of 1,177 receivables is checked whole; what is sent of it is paid',
  async (show) => {
    const content = await readFile(join(given.path, 'receivables.csv'), 'utf8');
    const map = await readFile(join(__dirname, '../../docs/examples/receivables.mapping.json'), 'utf8');
    const checked = await importFile(anna, { content, fields: { mapping: map, dryRun: 'true' } });
    const some = content.split('\n').slice(0, 51).join('\n');
    const sent = await importFile(anna, { content: some, fields: { mapping: map } });
    show({
      input: 'receivables.csv: checked, then its first 50 rows sent',
      right: { checked: ['done', 1_177, 0], sent: ['done', 50, 50] },
      got: {
        checked: [checked.state, checked.rows, checked.rejected],
        sent: [sent.state, sent.added.invoices, sent.added.payments],
      },
    });
  },
);
