import fc from 'fast-check';
import { guarded, unguarded } from './formula-guard.js';

describe('a text in a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['-Foo', "'-Foo"],
    ['@sum', "'@sum"],
    ['\uFF1D1', "'\uFF1D1"],
    ['  =1', "  '=1"],
    ['"=1"', `"'=1"`],
    ['\tx', "'\tx"],
    ['a;=1', "a;'=1"],
    ['a,"=1', `a,"'=1`],
    ['a\t+1', "a\t'+1"],
    ['a|=1', "a|'=1"],
    ['a\r\n=1', "a\r\n'=1"],
    ['a;b=1', 'a;b=1'],
    ['C-1001', 'C-1001'],
    ['Rossi, Maria', 'Rossi, Maria'],
  ])('is no formula to any spreadsheet, whatever delimiter it is set to: %j', (text, safe) => {
    expect(guarded(text)).toBe(safe);
  });

  it('comes back as it was', () => {
    const sign = fc.constantFrom('=', '+', '-', "'", '"', ';', ',', '\t', '\r', '\n', ' ', 'a', '|');
    fc.assert(
      fc.property(fc.string({ unit: sign, maxLength: 12 }), (text) => {
        expect(unguarded(guarded(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it('holds no sign of a formula at any place where a cell may begin', () => {
    const sign = fc.constantFrom('=', '+', "'", '"', ';', ',', '\t', '\n', ' ', 'a');
    fc.assert(
      fc.property(
        fc.string({ unit: sign, maxLength: 12 }),
        fc.constantFrom(/;|\n/, /,|\n/, /\t|\n/),
        (text, cut) => {
          for (const cell of guarded(text).split(cut))
            expect(cell.replace(/^[\s"]*/, '')).not.toMatch(/^[=+]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
