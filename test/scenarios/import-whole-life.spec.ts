import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quittance, type Ran } from '../support/command-line.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// Files of more than invoices and their payments: disputes, credit notes, and receipts for what is there already.

jest.setTimeout(120_000);

let running: Quittance;
let folder: string;
beforeAll(async () => {
  running = await startQuittance();
  folder = await mkdtemp(join(tmpdir(), 'quittance-life-'));
});
afterAll(async () => {
  await running?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Imports rows under a header of the fields' own names. */
async function imported(
  command: string[],
  header: string,
  rows: string[],
  ...options: string[]
): Promise<Ran> {
  const path = join(folder, `${header.length}-${rows.join().length}.csv`);
  await writeFile(path, [header, ...rows, ''].join('\n'));
  const columns = Object.fromEntries(header.split(',').map((field) => [field, field]));
  const mapping = { constants: { currency: 'EUR' }, columns };
  await writeFile(`${path}.json`, JSON.stringify(mapping));
  return quittance(['import', ...command, path, '--mapping', `${path}.json`, ...options], {
    QUITTANCE_URL: running.url,
    DATA_DIR: running.dataDir,
    QUITTANCE_TOKEN: '',
  }).ended;
}

const INVOICE = 'number,customerId,issuedOn,dueOn,total';
const RECEIPT = 'paidOn,paidAmount,number,customerId,reference,externalId';

async function invoice(number: string): Promise<Record<string, unknown>> {
  const auditor = await running.as('auditor');
  const { items } = (await auditor.get<{ items: Record<string, unknown>[] }>(`/v1/invoices?number=${number}`))
    .body;
  return items[0]!;
}

describe('a file of receipts', () => {
  beforeAll(async () => {
    const { code } = await imported([], INVOICE, [
      'R-1,roma,2026-01-10,2026-02-09,100.00',
      'R-2,roma,2026-01-20,2026-02-19,200.00',
      'R-3,roma,2026-01-30,2026-03-01,300.00',
    ]);
    expect(code).toBe(0);
  });

  story(
    'life',
    'H1',
    'A receipt pays the invoices that it names, oldest due first, and else stays on account',
    async (show) => {
      const rows = [
        '2026-03-01,250.00,R-2;R-1,roma,two at once,BK-1',
        '2026-03-02,80.00,,roma,an advance,BK-2',
        '2026-03-03,20.00,R-3,,,BK-3',
      ];
      const first = await imported(['payments'], RECEIPT, rows);
      const facts = (await running.facts()).length;
      const second = await imported(['payments'], RECEIPT, rows);
      const auditor = await running.as('auditor');
      const { body } = await auditor.get<{ items: { externalId: string; unapplied: string }[] }>(
        '/v1/payments?source=import&customerId=roma&sort=receivedOn',
      );
      show({
        input: rows,
        right: {
          ended: [0, 0],
          added: [{ payments: 3 }, { payments: 0 }],
          newFacts: 0,
          open: ['0.00', '50.00', '280.00'],
          unapplied: [
            ['BK-1', '0.00'],
            ['BK-2', '80.00'],
            ['BK-3', '0.00'],
          ],
        },
        got: {
          ended: [first.code, second.code],
          added: [first.last.added, second.last.added],
          newFacts: (await running.facts()).length - facts,
          open: [(await invoice('R-1')).open, (await invoice('R-2')).open, (await invoice('R-3')).open],
          unapplied: body.items.map(({ externalId, unapplied }) => [externalId, unapplied]),
        },
      });
    },
  );

  it('names the cell of an invoice that is not there, and records nothing of that row', async () => {
    const ran = await imported(['payments'], RECEIPT, [
      '2026-03-04,10.00,R-9,roma,,BK-4',
      '2026-03-04,10.00,R-3,roma,,BK-5',
    ]);
    expect(ran.code).toBe(1);
    expect(ran.last).toMatchObject({ rows: 2, added: { payments: 1 }, rejected: 1 });
    expect((await invoice('R-3')).open).toBe('270.00');
  });

  it('takes two equal receipts without an id for two, and both for known when it is run again', async () => {
    const header = 'paidOn,paidAmount,customerId';
    const rows = ['2026-03-05,5.00,roma', '2026-03-05,5.00,roma'];
    expect((await imported(['payments'], header, rows)).last).toMatchObject({
      added: { payments: 2 },
      warnings: 1,
    });
    expect((await imported(['payments'], header, rows)).last).toMatchObject({
      added: { payments: 0 },
      unchanged: 2,
    });
  });

  it('refuses another amount under an id that is taken, and says what has it', async () => {
    const ran = await imported(
      ['payments'],
      RECEIPT,
      ['2026-03-01,251.00,,roma,,BK-1'],
      '--max-rejects',
      '5',
    );
    expect(ran.last).toMatchObject({ added: { payments: 0 }, rejected: 1 });
  });

  it('must say whose money it is: a column for the invoice, the customer or the reference', async () => {
    const ran = await imported(['payments'], 'paidOn,paidAmount', ['2026-03-05,5.00']);
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain(
      'no column and no constant for "number", and none for "customerId" or "reference"',
    );
  });
});

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
      const auditor = await running.as('auditor');
      const { body } = await auditor.get<{ rows: { key: string; disputed: string }[] }>(
        '/v1/reports/aging?asOf=2026-03-31&by=customer',
      );
      show({
        input: rows,
        right: { added: [3, 2], again: [0, 0], disputed: '140.00' },
        got: {
          added: [
            (first.last.added as Record<string, number>).invoices,
            (first.last.added as Record<string, number>).disputes,
          ],
          again: [
            (second.last.added as Record<string, number>).invoices,
            (second.last.added as Record<string, number>).disputes,
          ],
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
      const auditor = await running.as('auditor');
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
      const auditor = await running.as('auditor');
      const { body } = await auditor.get<{
        rows: { key: string; buckets: Record<string, { amount: string }> }[];
      }>('/v1/reports/aging?asOf=2026-03-15&by=customer');
      const { buckets } = body.rows.find(({ key }) => key === 'genova')!;
      show({
        input: rows,
        right: { rejected: [1, 1], invoices: [1, 0], late: ['40.00', '60.00'] },
        got: {
          rejected: [first.last.rejected, again.last.rejected],
          invoices: [first, again].map(({ last }) => (last.added as Record<string, number>).invoices),
          late: [buckets['1-30']!.amount, buckets['31-60']!.amount],
        },
      });
    },
  );
});
