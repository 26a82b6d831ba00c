import { addedBy, Files, INVOICE } from '../support/files.js';
import { story } from '../support/story.js';

// Files that say more of invoices than their payments.

jest.setTimeout(120_000);

let files: Files;
beforeAll(async () => void (files = await Files.start()));
afterAll(() => files?.stop());

const imported: Files['imported'] = (...asked) => files.imported(...asked);

describe('a file of invoices', () => {
  story(
    'life',
    'H2',
    'A column says what is disputed: yes is all that is open, or an amount',
    async (show) => {
      const header = `${INVOICE},disputed`;
      const rows = [
        'D-1,milano,2026-01-10,2026-02-09,100.00,Yes',
        'D-2,milano,2026-01-10,2026-02-09,100.00,40.00',
        'D-3,milano,2026-01-10,2026-02-09,100.00,No',
      ];
      const first = await imported([], header, rows);
      const second = await imported([], header, rows);
      const auditor = await files.running.as('auditor');
      const { body } = await auditor.get<{ rows: { key: string; disputed: string }[] }>(
        '/v1/reports/aging?asOf=2026-03-31&by=customer',
      );
      show({
        input: rows,
        right: { added: [3, 2], again: [0, 0], disputed: '140.00' },
        got: {
          added: [addedBy(first, 'invoices'), addedBy(first, 'disputes')],
          again: [addedBy(second, 'invoices'), addedBy(second, 'disputes')],
          disputed: body.rows.find(({ key }) => key === 'milano')?.disputed,
        },
      });
    },
  );

  story(
    'life',
    'H3',
    'Negative rows are credit notes when the import is told so, and rejects else',
    async (show) => {
      const rows = [
        'N-1,torino,2026-01-10,2026-02-09,100.00',
        'N-2,torino,2026-01-15,,-30.00',
        'N-3,torino,2026-01-16,,(5.00)',
      ];
      const refused = await imported([], INVOICE, rows);
      const first = await imported([], INVOICE, rows, '--credit-notes');
      const second = await imported([], INVOICE, rows, '--credit-notes');
      const auditor = await files.running.as('auditor');
      const { body } = await auditor.get<{ rows: { key: string; open: string; credits: string }[] }>(
        '/v1/reports/aging?asOf=2026-03-31&by=customer',
      );
      const { open, credits } = body.rows.find(({ key }) => key === 'torino')!;
      show({
        input: rows,
        right: {
          refused: 2,
          added: { customers: 0, invoices: 0, payments: 0, creditNotes: 2 },
          again: 3,
          open: '100.00',
          credits: '35.00',
        },
        got: {
          refused: refused.last.rejected,
          added: first.last.added,
          again: second.last.unchanged,
          open,
          credits,
        },
      });
    },
  );

  story(
    'life',
    'H4',
    'A cell of dates and amounts is an invoice in instalments; a wrong part names its cell',
    async (show) => {
      const header = `${INVOICE},instalments`;
      const rows = [
        'I-1,genova,2026-01-10,,100.00,2026-02-10 60.00; 2026-03-10 40.00',
        'I-2,genova,2026-01-10,,100.00,2026-02-10 60.00; 2026-03-10 30.00',
      ];
      const first = await imported([], header, rows);
      const again = await imported([], header, rows);
      const auditor = await files.running.as('auditor');
      const { body } = await auditor.get<{
        rows: { key: string; buckets: Record<string, { amount: string }> }[];
      }>('/v1/reports/aging?asOf=2026-03-15&by=customer');
      const { buckets } = body.rows.find(({ key }) => key === 'genova')!;
      show({
        input: rows,
        right: { rejected: [1, 1], invoices: [1, 0], late: ['40.00', '60.00'] },
        got: {
          rejected: [first.last.rejected, again.last.rejected],
          invoices: [first, again].map((ran) => addedBy(ran, 'invoices')),
          late: [buckets['1-30']!.amount, buckets['31-60']!.amount],
        },
      });
    },
  );

  story(
    'life',
    'H5',
    'At a cut-over what is open is taken over: in no report before, with the age of its own dates',
    async (show) => {
      const header = `${INVOICE},open,lastReminder,remindersSent`;
      const rows = [
        'O-1,napoli,2025-10-01,2025-10-31,100.00,60.00,2025-12-01,2',
        'O-2,napoli,2025-11-01,2025-12-01,50.00,0.00,,',
        'O-3,napoli,2026-02-01,2026-03-03,40.00,,,',
      ];
      const cut = ['--opening-on', '2026-01-31'];
      const without = await imported([], header, rows.slice(0, 2));
      const first = await imported([], header, rows, ...cut);
      const again = await imported([], header, rows, ...cut);
      const auditor = await files.running.as('auditor');
      const open = async (asOf: string): Promise<string | undefined> =>
        (
          await auditor.get<{ rows: { key: string; open: string }[] }>(
            `/v1/reports/aging?asOf=${asOf}&by=customer`,
          )
        ).body.rows.find(({ key }) => key === 'napoli')?.open;
      show({
        input: rows,
        right: {
          without: 2,
          added: [2, 0],
          skipped: [1, 1],
          open: [undefined, '60.00', '100.00'],
        },
        got: {
          without: without.last.rejected,
          added: [first, again].map((ran) => addedBy(ran, 'invoices')),
          skipped: [first.last.skipped, again.last.skipped],
          open: [await open('2026-01-30'), await open('2026-01-31'), await open('2026-02-28')],
        },
      });
    },
  );
});
