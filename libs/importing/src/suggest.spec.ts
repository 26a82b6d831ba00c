import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { story } from '../../../test/support/story.js';
import { suggestionFor } from './suggest.js';

let folder: string;
beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'quittance-suggest-'))));
afterAll(() => rm(folder, { recursive: true }));

async function suggested(text: string, encoding = 'utf-8') {
  const file = join(folder, 'file.csv');
  await writeFile(file, iconv.encode(text, encoding));
  return suggestionFor(file, 'Europe/Rome');
}

const FILES: { [language: string]: [text: string, encoding?: string] } = {
  english: [
    'Invoice Number,Customer ID,Name,Invoice Date,Due Date,Amount,Currency\r\nR-1,C-1,Bakery,1/31/2013,3/2/2013,"1,234.50",USD\r\n',
  ],
  german: [
    'Rechnungsnr.;Kundennummer;Firma;Rechnungsdatum;Fällig am;Betrag;Währung\n1;K1;Müller;31.01.2013;02.03.2013;1.234,50;EUR\n',
    'windows-1252',
  ],
  italian: [
    'sep=;\nN. fattura;Codice cliente;Ragione sociale;Data fattura;Scadenza;Importo\n1;C1;Rossi;31 gen 2013;2 mar 2013;1.234,50\n',
  ],
  bulgarian: [
    'Номер на фактура;Клиент;Име;Дата;Падеж;Сума\n1;К1;Фирма Петров;31.01.2013;02.03.2013;1 234,50\n',
    'windows-1251',
  ],
};

story(
  'mended-files',
  'A8',
  'A mapping is suggested from the head of a file, with what it was not sure of',
  async (show) => {
    const input =
      'import --suggest: heads of files in English, German (windows-1252), Italian (sep=;) and Bulgarian (windows-1251)';
    const got: { [language: string]: unknown } = {};
    for (const [language, [text, encoding]] of Object.entries(FILES)) {
      const { mapping, notes, missing } = await suggested(text, encoding);
      const {
        delimiter,
        encoding: guessed = 'utf-8',
        dateFormat,
        decimal,
        thousands,
        locale,
        columns,
      } = mapping;
      got[language] = {
        form: [delimiter, guessed, dateFormat, locale, decimal, thousands].join(' '),
        columns: Object.keys(columns).sort().join(' '),
        unsure: notes.filter(({ text }) => text.startsWith('not sure')).length,
        reads: notes.at(-1)?.text,
        missing,
      };
    }
    const all = 'customerId customerName dueOn issuedOn number total';
    const reads = 'it reads 1 of the first 1 rows';
    const right = {
      english: {
        form: ', utf-8 M/d/yyyy  . ,',
        columns: withCurrency(all),
        unsure: 0,
        reads,
        missing: false,
      },
      german: {
        form: '; windows-1252 d.M.yyyy  , .',
        columns: withCurrency(all),
        unsure: 1,
        reads,
        missing: false,
      },
      italian: { form: '; utf-8 d LLL yyyy it , .', columns: all, unsure: 1, reads, missing: false },
      bulgarian: { form: '; windows-1251 d.M.yyyy  ,  ', columns: all, unsure: 2, reads, missing: false },
    };
    show({ input, right, got });
  },
);

const withCurrency = (columns: string): string => [...columns.split(' '), 'currency'].sort().join(' ');

describe('a suggested mapping', () => {
  it('says of dates that read two ways that they do', async () => {
    const { notes } = await suggested(
      'no,customer,date,due date,total,currency\n1,c,1/2/2013,3/4/2013,5.00,EUR\n',
    );
    expect(notes.map(({ text }) => text)).toContain(
      'not sure: the date form: "M/d/yyyy" reads every date, and so does "d/M/yyyy"',
    );
  });

  it('takes the company that most rows have, numbers that are ids, and asks what codes of terms mean', async () => {
    const { mapping, notes } = await suggested(
      'business_code,cust_number,doc_id,posting_date,cust_payment_terms,total_open_amount,invoice_currency\n' +
        'U001,0200769623,1930438491.0,2020-01-26,NAH4,54273.28,USD\nU001,7,1930438492.0,2020-01-26,net 30,1.00,USD\n' +
        'CA02,7,1930438493.0,2020-01-26,NAH4,1.00,CAD\n',
    );
    expect(mapping).toMatchObject({ company: 'U001', idsAreNumbers: true });
    expect(mapping.columns).toMatchObject({
      number: 'doc_id',
      company: 'business_code',
      terms: 'cust_payment_terms',
    });
    expect(notes.map(({ text }) => text).join()).toContain('say it under "terms" for NAH4');
  });

  it('names what it did not find', async () => {
    const { notes, missing } = await suggested('Foo;Kunde;Betrag;Datum\n1;K;2,00;1.2.2013\n');
    expect(missing).toBe(true);
    expect(notes.at(-1)?.text).toContain('not found: number, dueOn; the columns are "Foo", "Kunde"');
  });

  it('is not made of a workbook', async () => {
    await expect(suggested('PK\x03\x04....[Content_Types].xml', 'latin1')).rejects.toThrow(
      'is an Excel workbook (.xlsx), not CSV: open it and save the sheet as CSV',
    );
  });
});
