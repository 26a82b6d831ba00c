import { partsOfMail } from './mail-parts';

const ROW = 'N-1  |  15 May 2026  |  Overdue  |  720.00 EUR';

describe('parts of a mail', () => {
  it('are paragraphs, the table, and what stands below the line', () => {
    expect(partsOfMail(`Good day Rossi,\n\n${ROW}\n\nKind regards\nBianchi\n\n-- \nSent by us.\n`)).toEqual([
      { paragraph: 'Good day Rossi,' },
      { rows: [['N-1', '15 May 2026', 'Overdue', '720.00 EUR']] },
      { paragraph: 'Kind regards\nBianchi' },
      { paragraph: 'Sent by us.' },
    ]);
  });

  it('have the total of several rows below them', () => {
    expect(partsOfMail(`${ROW}\n${ROW}\nTotal: 1,440.00 EUR`)).toEqual([
      { rows: [ROW.split('  |  '), ROW.split('  |  ')], total: 'Total: 1,440.00 EUR' },
    ]);
  });

  it('stay text where an invoice is called by what parts the cells', () => {
    const strange = `${ROW.replace('N-1', 'N  |  1')}\n${ROW}\n${ROW.replace('N-1', 'N  |  2')}`;
    expect(partsOfMail(strange)).toEqual([{ paragraph: strange }]);
  });
});
