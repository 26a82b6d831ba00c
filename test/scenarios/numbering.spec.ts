import { addDays } from '@quittance/kernel';
import { useInvoices } from '../support/around-invoices.js';
import { story } from '../support/story.js';

// Numbers are given once, one after the other: what is missing or there twice is told.

const its = useInvoices();
const { customer, invoice, of } = its;

interface Series {
  id: string;
  first: string;
  last: string;
  documents: number;
  missing: number;
  gaps: object[];
  duplicates: string[];
}

story(
  'life',
  'F1',
  'The numbering report tells gaps and duplicates of each series; a void keeps its number',
  async (show) => {
    const customerId = await customer('C-numbered');
    const numbered = (number: string, change: object = {}) => invoice({ number, customerId, ...change });
    for (const number of ['GAP-0001', 'GAP-0002', 'GAP-0006']) await numbered(number);
    const { id } = await numbered('GAP-0007');
    await its.manager.done(`/v1/invoices/${id}/void`, { reason: 'It was a mistake.' });
    const known = await its.now();
    for (const number of ['GAP-7', 'GAP-0009', '2026/12/A-3']) await numbered(number);
    await its.manager.done('/v1/invoices', {
      ...{ number: 'OLD-1', customerId, issuedOn: its.due, dueOn: its.due, currency: 'EUR', total: '1.00' },
      opening: { on: its.today },
    });
    await numbered('GAP-0003', { issuedOn: its.today, dueOn: its.today });
    const asked = async (query: string): Promise<Series[]> =>
      (await of<{ items: Series[] }>(`/v1/reports/numbering?${query}`)).items;
    const series = async (query: string): Promise<unknown> => {
      const { first, last, documents, missing, gaps, duplicates } = (await asked(`series=GAP-&${query}`))[0]!;
      return [first, last, documents, missing, gaps, duplicates];
    };
    const gap = (after: string, before: string, missing: string) => ({ after, before, missing });
    const late = gap('GAP-7', 'GAP-0009', '1');
    show({
      input:
        'numbers 1, 2, 6, 7 (void), 7 without zeros and 9 of a series, 3 issued today; an opening item; yesterday, and as known before',
      right: {
        today: [
          'GAP-0001',
          'GAP-0009',
          7,
          3,
          [gap('GAP-0003', 'GAP-0006', '2'), late],
          ['GAP-0007', 'GAP-7'],
        ],
        yesterday: [
          'GAP-0001',
          'GAP-0009',
          6,
          4,
          [gap('GAP-0002', 'GAP-0006', '3'), late],
          ['GAP-0007', 'GAP-7'],
        ],
        before: ['GAP-0001', 'GAP-0007', 4, 3, [gap('GAP-0002', 'GAP-0006', '3')], []],
        others: ['invoice 2026/12/A-'],
      },
      got: {
        today: await series(''),
        yesterday: await series(`asOf=${addDays(its.today, -1)}`),
        before: await series(`knownAt=${known}`),
        others: (await asked('')).map((one) => one.id).filter((one) => !/GAP|invoice L-/.test(one)),
      },
    });
  },
);
