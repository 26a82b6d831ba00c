import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { story } from '../../../test/support/story.js';
import { mappingFrom } from './mapping.js';
import { cellReader, type ReadRow } from './cells.js';
import { type ImportRow } from './invoices/invoice-fields.js';
import { rowReader } from './invoices/invoice-row.js';
import { openSource } from './source.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'quittance-excel-'))));
afterAll(() => rm(folder, { recursive: true }));

const COLUMNS = {
  ...{ number: 'No', customerId: 'Customer', issuedOn: 'Issued', dueOn: 'Due', total: 'Total' },
  ...{ paidOn: 'Paid', paidAmount: 'Amount' },
};

/** What each row of a file is read as: its fields that are asked for, or why it is refused. */
async function readAs(text: string, more: object, ...fields: string[]): Promise<unknown[]> {
  const { records, read, cell } = await opened(text, more);
  const rows: unknown[] = [];
  for await (const record of records) {
    const { row, faults } = read(record);
    if (faults)
      rows.push(
        faults.map(({ field, rule }) => `${field && cell(record, field)} ${rule.split(':')[0]}`).join(),
      );
    else
      rows.push(
        fields.map((field) => (row as unknown as Record<string, string | undefined>)[field] ?? '').join(' '),
      );
  }
  return rows;
}

const HEADER = 'No;Customer;Issued;Due;Total;Paid;Amount';
const US = { delimiter: ';', dateFormat: 'M/d/yyyy h:mm a' };

story('mended-files', 'A6', 'The habits of spreadsheets are read as what they mean', async (show) => {
  const ordinary = '2024-01-02;2024-02-01;10,00';
  const habits: { [habit: string]: [input: string, mapping: object, fields: string[], right: unknown] } = {
    'sep=; names the delimiter': [`sep=;\r\n${HEADER}\r\nR-1;C;${ordinary};;\r\n`, {}, ['number'], ['R-1']],
    'cells left out at the end are empty': [
      `${HEADER}\nR-1;C;${ordinary}\n`,
      {},
      ['number', 'paidOn'],
      ['R-1 '],
    ],
    'blank cells too many are nothing': [`${HEADER}\nR-1;C;${ordinary};;;; ;\n`, {}, ['number'], ['R-1']],
    '="0002" is the text 0002': [
      `${HEADER}\n="0002";"=""0003""";${ordinary};;\n`,
      {},
      ['number', 'customerId'],
      ['0002 0003'],
    ],
    'a final 0x1A is nothing': [
      `${HEADER}\nR-1;C;${ordinary};2024-01-03;5,00\x1A`,
      {},
      ['paidAmount'],
      ['5.00'],
    ],
    'U+202F stands before AM': [
      `${HEADER}\nR-1;C;1/2/2024 1:05\u202fAM;2/1/2024 12:00\u202fPM;10,00;;`,
      US,
      ['issuedOn', 'dueOn'],
      ['2024-01-02 2024-02-01'],
    ],
    '24:00 is of the day that is written': [
      `${HEADER}\nR-1;C;2024-01-02 24:00;2024-02-01 00:00;10,00;;`,
      { dateFormat: 'yyyy-MM-dd HH:mm' },
      ['issuedOn', 'dueOn'],
      ['2024-01-02 2024-02-01'],
    ],
    'Z is an offset': [
      `${HEADER}\nR-1;C;2024-01-02T23:30:00Z;2024-02-01T00:00:00+01:00;10,00;;`,
      { dateFormat: `yyyy-MM-dd'T'HH:mm:ssZZ` },
      ['issuedOn', 'dueOn'],
      ['2024-01-03 2024-02-01'],
    ],
    'ids that went through numbers lose their .0 where the mapping says so': [
      `${HEADER}\n1930571429.0;200769623.0;${ordinary};;\nR-1.0;7,0;${ordinary};;`,
      { idsAreNumbers: true },
      ['number', 'customerId'],
      ['1930571429 200769623', 'R-1.0 7'],
    ],
    'and keep it where it does not': [
      `${HEADER}\n1930571429.0;C;${ordinary};;`,
      {},
      ['number'],
      ['1930571429.0'],
    ],
    'months are named in the language of the mapping': [
      `${HEADER}\nR-1;C;2 gen 2024;1 febbraio 2024;10,00;;`,
      { dateFormat: 'd LLL yyyy', locale: 'it' },
      ['issuedOn', 'dueOn'],
      ['2024-01-02 2024-02-01'],
    ],
    'a number that was cut is refused, and why': [
      `${HEADER}\n1,23457E+12;C;${ordinary};;\nR-1;C;2024-01-02;2024-02-01;1,23457E+12;;`,
      {},
      ['number'],
      ['1,23457E+12 is cut', '1,23457E+12 is cut'],
    ],
  };
  for (const [habit, [text, mapping, fields, right]] of Object.entries(habits)) {
    const delimited = text.startsWith('sep=') ? mapping : { delimiter: ';', ...mapping };
    show({
      input: `${habit}: ${JSON.stringify(text.split('\n').at(1))}`,
      right,
      got: await readAs(text, delimited, ...fields),
    });
  }
});

describe('a file', () => {
  it('that says another delimiter than its mapping is refused', async () => {
    await expect(readAs(`sep=,\n${HEADER}\n`, { delimiter: ';' })).rejects.toThrow(
      'begins with sep=,, but the mapping says',
    );
  });

  it.each([
    ['30', 'net', 30],
    ['Net 30', 'net', 30],
    ['30 gg', 'net', 30],
    ['14 Tage netto', 'net', 14],
    ['due on receipt', 'net', 0],
    ['EOM', 'endOfMonth', 0],
    ['30 EOM', 'endOfMonth', 30],
    ['30 gg FM', 'daysEndOfMonth', 30],
    ['60 gg d.f. f.m.', 'daysEndOfMonth', 60],
    ['NAH4', 'net', 45],
  ])('has terms instead of a due date: %s', async (terms, type, days) => {
    const columns = { ...COLUMNS, dueOn: undefined, terms: 'Due' };
    const text = `${HEADER}\nR-1;C;2024-01-02;${terms};10,00;;\n`;
    const more = { delimiter: ';', columns, terms: { NAH4: 'net 45' } };
    const file = await rowsOf(text, more);
    expect(file[0]).toMatchObject({ row: { dueOn: undefined, terms: { type, days } } });
  });

  it('of several companies gives the rows of one; those of others are skipped, whatever is wrong with them', async () => {
    const text = `${HEADER};Co\nR-1;C;2024-01-02;2024-02-01;10,00;;;A\nR-2;C;x;y;z;;;B\nR-3;C;2024-01-02;2024-02-01;1,00;;;\n`;
    const rows = await rowsOf(text, { delimiter: ';', company: 'A', columns: { ...COLUMNS, company: 'Co' } });
    expect(rows).toMatchObject([
      { row: { number: 'R-1' } },
      { skipped: true },
      { faults: [{ field: 'company', rule: 'must not be empty' }] },
    ]);
  });
});

async function rowsOf(text: string, more: object): Promise<ReadRow<ImportRow>[]> {
  const { records, read } = await opened(text, more);
  const rows: ReadRow<ImportRow>[] = [];
  for await (const record of records) rows.push(read(record));
  return rows;
}

async function opened(text: string, more: object) {
  const file = join(folder, 'file.csv');
  await writeFile(file, text);
  const json = { decimal: ',', thousands: '.', constants: { currency: 'EUR' }, columns: COLUMNS, ...more };
  const mapping = mappingFrom(JSON.stringify(json), 'map.json');
  const { columns, records } = await openSource(file, mapping);
  return { records, read: rowReader(mapping, columns, 'Europe/Rome'), cell: cellReader(mapping, columns) };
}
