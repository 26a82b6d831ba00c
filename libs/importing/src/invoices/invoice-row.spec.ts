import { columnsFrom } from '../header.js';
import { mappingFrom } from '../mapping.js';
import { rowReader } from './invoice-row.js';

const header = ['No', 'Customer', 'Issued', 'Due', 'Total', 'Cur', 'Paid', 'PaidAmount', 'Ref', 'Seen'];
const mapping = mappingFrom(
  JSON.stringify({
    dateFormat: 'M/d/yyyy',
    constants: { currency: 'EUR' },
    columns: {
      number: 'No',
      customerId: 'Customer',
      issuedOn: 'Issued',
      dueOn: 'Due',
      total: 'Total',
      currency: 'Cur',
      paidOn: 'Paid',
      paidAmount: 'PaidAmount',
      reference: 'Ref',
      recordedAt: 'Seen',
    },
  }),
  'map.json',
);
const read = rowReader(mapping, columnsFrom(header, mapping, 'f.csv'), 'Europe/Rome');
const good = { No: 'R-1', Customer: 'C-1', Issued: '1/2/2013', Due: '2/1/2013', Total: '55.9' };
const row = (cells: { [column: string]: string }) =>
  read({ line: 2, bytes: 0, cells: header.map((name) => ({ ...good, ...cells })[name] ?? '') });
const faults = (cells: { [column: string]: string }) =>
  row(cells).faults?.map(({ field, rule }) => [field, rule]);

describe('a row', () => {
  it('is read in the forms that the mapping names', () => {
    expect(row({}).row).toMatchObject({
      number: 'R-1',
      customerId: 'C-1',
      issuedOn: '2013-01-02',
      dueOn: '2013-02-01',
      total: '55.90',
      currency: 'EUR',
    });
  });

  it('takes a constant only where its cell is empty', () => {
    expect(row({ Cur: 'USD' }).row?.currency).toBe('USD');
    expect(row({ Cur: ' ' }).row?.currency).toBe('EUR');
  });

  it('with a day of payment and no amount is paid in full', () => {
    expect(row({ Paid: '1/15/2013' }).row).toMatchObject({ paidOn: '2013-01-15', paidAmount: '55.90' });
    expect(row({ Paid: '1/15/2013', PaidAmount: '10' }).row).toMatchObject({ paidAmount: '10.00' });
  });

  it('without a day of payment is not paid, also when it says that nothing was', () => {
    expect(row({}).row?.paidAmount).toBeUndefined();
    expect(row({ PaidAmount: '0.00' }).row?.paidAmount).toBeUndefined();
  });

  it.each([
    [{ No: '' }, 'number', 'must not be empty'],
    [{ No: 'x'.repeat(101) }, 'number', 'must have at most 100 characters'],
    [{ Customer: 'a\0b' }, 'customerId', 'must have printable characters only'],
    [{ Customer: 'a\uFFFDb' }, 'customerId', 'has bytes that the encoding does not have'],
    [{ Issued: '2/30/2013' }, 'issuedOn', 'must be a date written as M/d/yyyy'],
    [{ Total: '0.00' }, 'total', 'must be more than zero'],
    [{ Total: '-5' }, 'total', 'must not be negative: --credit-notes takes it as a credit note'],
    [{ Total: '5.001' }, 'total', 'must have at most 2 decimals in EUR'],
    [{ Cur: 'XAU' }, 'currency', 'must be a currency of ISO 4217 that has a minor unit, as EUR'],
    [{ Cur: 'XCG' }, 'currency', 'XCG is a currency from 2025-03-31 on'],
    [{ Paid: 'yesterday' }, 'paidOn', 'must be a date written as M/d/yyyy'],
    [
      { Paid: '1/15/2013', PaidAmount: '0' },
      'paidAmount',
      'must be more than zero where a day of payment is given',
    ],
    [{ PaidAmount: '5' }, 'paidOn', 'must be given where an amount was paid'],
    [
      { Seen: 'soon' },
      'recordedAt',
      'must be a date written as M/d/yyyy, or an instant in ISO 8601 with a zone',
    ],
  ])('is refused with its field and rule: %j', (cells, field, rule) => {
    expect(faults(cells as { [column: string]: string })).toEqual([[field, rule]]);
  });

  it('tells everything that is wrong with it', () => {
    expect(faults({ No: '', Total: 'x', Issued: 'y' })?.map(([field]) => field)).toEqual([
      'number',
      'issuedOn',
      'total',
    ]);
  });

  it('has no more cells than the header, but blank ones; cells left out at the end are empty', () => {
    const cells = ['R-1', 'C-1', '1/2/2013', '2/1/2013', '55.9'];
    expect(read({ line: 2, bytes: 0, cells }).row).toMatchObject({ total: '55.90', paidOn: undefined });
    const full = [...cells, '', '', '', '', ''];
    expect(read({ line: 2, bytes: 0, cells: [...full, ' ', ''] }).row).toBeDefined();
    expect(read({ line: 2, bytes: 0, cells: [...full, 'x'] }).faults).toEqual([
      { value: '11', rule: 'must have 10 cells, as the header has' },
    ]);
  });

  it('that was due before it was issued is taken, with a warning', () => {
    const { row: taken, warnings } = row({ Due: '1/1/2013' }) as { row: object; warnings: object[] };
    expect(taken).toMatchObject({ issuedOn: '2013-01-02', dueOn: '2013-01-01' });
    expect(warnings).toEqual([{ field: 'dueOn', rule: 'is before the issue (1/2/2013): taken as it is' }]);
  });
});
