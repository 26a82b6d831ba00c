import { readFile } from 'node:fs/promises';
import { Files, INVOICE } from '../support/files.js';
import { story } from '../support/story.js';

// Money received, for invoices that are there already.

jest.setTimeout(120_000);

let files: Files;
beforeAll(async () => void (files = await Files.start()));
afterAll(() => files?.stop());

const imported: Files['imported'] = (...asked) => files.imported(...asked);

const RECEIPT = 'paidOn,paidAmount,number,customerId,reference,externalId';

async function invoice(number: string): Promise<Record<string, unknown>> {
  const auditor = await files.running.as('auditor');
  const { body } = await auditor.get<{ items: Record<string, unknown>[] }>(`/v1/invoices?number=${number}`);
  return body.items[0]!;
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
      const facts = (await files.running.facts()).length;
      const second = await imported(['payments'], RECEIPT, rows);
      const auditor = await files.running.as('auditor');
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
          newFacts: (await files.running.facts()).length - facts,
          open: [(await invoice('R-1')).open, (await invoice('R-2')).open, (await invoice('R-3')).open],
          unapplied: body.items.map(({ externalId, unapplied }) => [externalId, unapplied]),
        },
      });
    },
  );

  story(
    'life',
    'H6',
    'Money on account is proposed for invoices, and allocated where that is exact and asked',
    async (show) => {
      await imported([], INVOICE, [
        'R-11,oslo,2026-01-10,2026-02-09,100.00',
        'R-12,oslo,2026-01-20,2026-02-19,250.00',
        'R-13,oslo,2026-01-30,2026-03-01,250.00',
      ]);
      const rows = [
        '2026-03-01,100.00,,oslo,thank you,BK-11',
        '2026-03-02,250.00,,oslo,r 13,BK-12',
        '2026-03-03,70.00,,oslo,,BK-13',
      ];
      const header = RECEIPT;
      const listed = await imported(['payments'], header, rows, '--propose');
      const applied = await imported(['payments'], header, rows, '--apply-exact');
      const again = await imported(['payments'], header, rows, '--apply-exact');
      const opens = await Promise.all(
        ['R-11', 'R-12', 'R-13'].map(async (number) => (await invoice(number)).open),
      );
      show({
        input: [...rows, 'open: 100.00 of R-11, 250.00 of R-12 and R-13; listed, applied, and once more'],
        right: [
          { payments: 3 },
          3,
          { payments: 0, allocations: 2 },
          1,
          { payments: 0, allocations: 0 },
          ['0.00', '250.00', '0.00'],
        ],
        got: [
          listed.last.added,
          listed.last.proposed,
          applied.last.added,
          applied.last.proposed,
          again.last.added,
          opens,
        ],
      });
      const left = await readFile(String(again.last.proposalFile), 'utf8');
      show({
        input: 'what is listed for the rest',
        right: expect.stringContaining('oldest, 30 points: 70.00 for R-12 (The oldest due first'),
        got: left,
      });
    },
  );

  it('lists what it allocated and somebody undid since, and does not count it again', async () => {
    await imported([], INVOICE, ['R-21,bergen,2026-01-10,2026-02-09,90.00']);
    const rows = ['2026-03-01,90.00,,bergen,,BK-21'];
    const run = async () => (await imported(['payments'], RECEIPT, rows, '--apply-exact')).last;
    expect(await run()).toMatchObject({ added: { payments: 1, allocations: 1 }, unchanged: 0, proposed: 0 });
    const clerk = await files.running.as('clerk');
    const { body } = await clerk.get<{ items: { id: string }[] }>('/v1/payments?externalId=BK-21');
    const undo = `/v1/payments/${body.items[0]!.id}/allocations/undo`;
    const { position } = await clerk.done(undo, { reason: 'It was for another one.' });
    await clerk.get('/v1/payments?limit=1', position);
    expect(await run()).toMatchObject({ added: { payments: 0, allocations: 0 }, unchanged: 1, proposed: 1 });
    expect((await invoice('R-21')).open).toBe('90.00');
  });

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
