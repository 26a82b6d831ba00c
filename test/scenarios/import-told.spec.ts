import { Pool } from 'pg';
import { ImportQueries, type Slot } from '../../libs/receivables/src/import/import.queries.js';
import type { Caller } from '../support/caller.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { importFile, sendFile } from '../support/uploading.js';

// What is said of an import comes as codes with values too, so that a page says it in the language of its reader.

let quittance: Quittance;
let anna: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  anna = await quittance.as('clerk', 'anna');
});
afterAll(() => quittance?.stop());

const HEADER = 'number,customerId,issuedOn,dueOn,total';
const mapping = {
  constants: { currency: 'EUR' },
  columns: Object.fromEntries(HEADER.split(',').map((field) => [field, field])),
};
const fileOf = (rows: readonly string[]) => ({
  content: [`${HEADER},remark`, ...rows, ''].join('\n'),
  fields: { mapping },
});

it('why nothing was recorded, and what was not mapped, are codes with values', async () => {
  const rows = Array.from({ length: 12 }, (_, i) => `W-${i},w,1/${i + 1}/2024,2024-03-01,1.00,x`);
  const told = await importFile(anna, fileOf(rows));
  expect(told).toMatchObject({
    state: 'refused',
    notes: ['not mapped: remark'],
    said: [
      { code: 'too-many-refused', params: { rejected: '12', rows: '12', most: '10', limit: '1%' } },
      { code: 'wrong-cells', params: { column: 'issuedOn', count: '12', value: '1/1/2024', line: '2' } },
      { code: 'date-forms-fit', params: { list: '"M/d/yyyy", "d/M/yyyy"' } },
      { code: 'not-mapped', params: { columns: 'remark' } },
    ],
  });
  expect(told.because).toContain('12 of 12 rows would be refused, more than 10 (maxRejects 1%). Column');
});

it('what a suggestion is not sure of is, too', async () => {
  const { body } = await sendFile<{ said: object[]; notes: string[] }>(anna, {
    ...{ content: 'number,customer,date,due date,total\n1,c,1/2/2013,3/4/2013,5.00\n' },
    path: '/v1/imports/suggestion',
  });
  expect(body.said).toEqual([
    { code: 'date-forms-alike', params: { form: 'M/d/yyyy', others: '"d/M/yyyy"' } },
    { code: 'currency-assumed', params: {} },
    { code: 'reads', params: { count: '1', rows: '1' } },
  ]);
  expect(body.notes).toHaveLength(3);
});

it('while the file of another one is still received, nothing is offered to be looked at', async () => {
  const pool = new Pool({ connectionString: quittance.databaseUrl, max: 1 });
  // As the process does that receives a file: it is under way, and not yet in the list.
  const slot = (await new ImportQueries(pool).enter('anna', () => undefined)) as Slot;
  const refused = await sendFile<{ code: string; possible: object[] }>(anna, fileOf([]));
  await slot.release();
  await pool.end();
  expect([refused.status, refused.body.code]).toEqual([409, 'import-under-way']);
  expect(refused.body.possible).toEqual([{ action: 'send-again' }]);
});
