import { columnsFrom } from './header.js';
import { mappingFrom } from './mapping.js';

const columns = { number: 'No', customerId: 'Customer', issuedOn: 'Issued', dueOn: 'Due', total: 'Total' };
const good = { columns, constants: { currency: 'EUR' } };
const header = ['No', 'Customer', 'Issued', 'Due', 'Total'];
const from = (json: object) => mappingFrom(JSON.stringify(json), 'map.json');

describe('a mapping', () => {
  it('needs columns or constants for the required fields only', () => {
    expect(from(good)).toMatchObject({
      dateFormat: 'yyyy-MM-dd',
      decimal: '.',
      thousands: '',
    });
  });

  it.each([
    ['not JSON', 'map.json: not JSON'],
    ['[]', 'must be an object'],
    [JSON.stringify({ ...good, seperator: ';' }), 'unknown key "seperator"'],
    [JSON.stringify({ ...good, columns: { ...columns, amount: 'X' } }), '"columns": unknown field "amount"'],
    [JSON.stringify({ ...good, constants: { total: 5 } }), '"constants.total" must be a text'],
    [JSON.stringify({ columns }), 'no column and no constant for "currency"'],
    [JSON.stringify({ ...good, delimiter: '' }), '"delimiter" must be one character'],
    [JSON.stringify({ ...good, delimiter: ';;' }), '"delimiter" must be one character'],
    [JSON.stringify({ ...good, decimal: '·' }), '"decimal" must be'],
    [JSON.stringify({ ...good, decimal: ',', thousands: ',' }), 'must differ'],
    [JSON.stringify({ ...good, thousands: '_' }), '"thousands" must be'],
    [JSON.stringify({ ...good, encoding: 'klingon' }), '"klingon" is unknown'],
    [JSON.stringify({ ...good, locale: 'x_y' }), '"locale": "x_y" is unknown'],
    [JSON.stringify({ ...good, company: 'A' }), '"company" (whose rows are taken)'],
    [JSON.stringify({ ...good, columns: { ...columns, company: 'X' } }), '"company" (whose rows are taken)'],
    [JSON.stringify({ ...good, terms: { Z1: 'soon' } }), '"terms.Z1" must be terms'],
    [JSON.stringify({ ...good, idsAreNumbers: 'yes' }), '"idsAreNumbers" must be true or false'],
    [
      JSON.stringify({ ...good, columns: { ...columns, dueOn: undefined } }),
      'no column and no constant for "dueOn"',
    ],
    [JSON.stringify({ ...good, dateFormat: 7 }), '"dateFormat" must be a text'],
  ])('that is wrong is told in one line: %s', (text, line) => {
    expect(() => mappingFrom(text, 'map.json')).toThrow(line);
    expect(() => mappingFrom(text, 'map.json')).toThrow(/^[^\n]*$/);
  });
});

describe('a header', () => {
  const bind = (names: string[], mapping: object = good) => columnsFrom(names, from(mapping), 'f.csv', ',');

  it('is bound whatever the order, and names what is not mapped', () => {
    const bound = bind([' Total ', 'No', 'Note', 'Customer', 'Issued', 'Due', '']);
    expect(bound.at).toMatchObject({ total: 0, number: 1, customerId: 3 });
    expect(bound.unmapped).toEqual(['Note']);
  });

  it('lacks no mapped column', () => {
    expect(() => bind(header.slice(1))).toThrow('f.csv: no column "No" (number)');
  });

  it('has no mapped column twice; others may be', () => {
    expect(() => bind([...header, 'Due'])).toThrow('the column "Due" (dueOn) is there twice');
    expect(bind([...header, 'x', 'x']).count).toBe(7);
  });

  it.each([';', '\t', '|'])('of one column under another delimiter is recognised: %j', (delimiter) => {
    expect(() => bind([header.join(delimiter)])).toThrow('is one column with the delimiter ","');
  });

  it('in another encoding is recognised', () => {
    expect(() => bind(['N\0o\0'])).toThrow('set "encoding" in the mapping');
    expect(() => bind([...header, 'Stra\uFFFDe'])).toThrow('set "encoding" in the mapping');
  });
});
