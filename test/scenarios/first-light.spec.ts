import { startQuittance, type Caller, type Quittance } from '../support/quittance.js';
import { story } from '../support/story.js';

// One invoice's audit trail, and questions asked on either side of what was recorded later.

let quittance: Quittance;
let clerk: Caller;
let auditor: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager']);
  auditor = await quittance.as('auditor');
  const people = [
    { personId: 'anna', name: 'Anna Rossi', email: 'anna@example.org' },
    { personId: 'bruno', name: 'Bruno Verdi', email: 'bruno@example.org', managerId: 'anna' },
  ];
  for (const person of people) await clerk.done('/v1/people', person);
  await clerk.done('/v1/customers', { customerId: 'C-1', name: 'Acme Ltd', ownerId: 'anna' });
});
afterAll(() => quittance?.stop());

const day = (offset: number): string => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);
const issue = (number: string, total: string, currency: string) =>
  clerk.done('/v1/invoices', {
    ...{ number, customerId: 'C-1', currency, total, issuedOn: day(-60), dueOn: day(-30) },
  });
const pay = (id: string, amount: string, receivedOn: string, currency: string) =>
  clerk.done('/v1/payments', {
    ...{ amount, currency, receivedOn, allocations: [{ invoiceId: id, amount }] },
  });

story('first-light', '3', 'The audit trail of an invoice tells who did what, when and why', async (show) => {
  const { id } = await issue('2026-0001', '1000.00', 'EUR');
  await pay(id, '400.00', day(-20), 'EUR');
  const asked = { agreedDueOn: day(10), reason: 'Delivery was late' };
  await clerk.done(`/v1/invoices/${id}/extensions`, asked);
  await clerk.done(`/v1/invoices/${id}/owner`, { ownerId: 'bruno', reason: 'Anna is on leave' });
  const { position } = await pay(id, '600.00', day(0), 'EUR');
  const { body } = await auditor.get<{ items: { actor: string; sentence: string; reason?: string }[] }>(
    `/v1/invoices/${id}/history`,
    position,
  );
  show({
    input: `GET /v1/invoices/${id}/history`,
    right: [
      expect.stringMatching(/^anna issued invoice 2026-0001 .* over 1000.00 EUR/),
      expect.stringMatching(/^anna settled 400.00 EUR .*: open from 1000.00 to 600.00 EUR/),
      expect.stringMatching(/^anna .*agreed .* \(Delivery was late\)$/),
      expect.stringMatching(/^anna .*bruno.* \(Anna is on leave\)$/),
      expect.stringMatching(/^anna settled 600.00 EUR .*: open from 600.00 to 0.00 EUR/),
    ],
    got: body.items.map(({ sentence, reason }) => `${sentence}${reason ? ` (${reason})` : ''}`),
  });
});

story('first-light', '4', 'A report knows on either axis what was known then', async (show) => {
  const [asOf, currency] = [day(-10), 'USD'];
  const [paid, extended, moved] = [
    await issue('2026-0002', '100.00', currency),
    await issue('2026-0003', '200.00', currency),
    await issue('2026-0004', '400.00', currency),
  ];
  const knownNow = async (): Promise<string> => {
    const { body } = await auditor.get<{ knownAt: string }>('/v1/reports/aging', moved.position);
    return body.knownAt;
  };
  const ask = (knownAt: string): Promise<Report[]> =>
    Promise.all(
      ['', '&by=owner', '&by=customer&basis=contractual'].map(async (more) => {
        const question = `asOf=${asOf}&knownAt=${encodeURIComponent(knownAt)}&currency=${currency}${more}`;
        const { headers, body } = await auditor.get<Report>(`/v1/reports/aging?${question}`);
        return { ...body, hash: headers.get('quittance-content-hash') };
      }),
    );
  const before = await knownNow();
  const early = await ask(before);
  await pay(paid.id, '100.00', day(-15), currency);
  const late = { agreedDueOn: day(5), reason: 'Agreed by phone, written down late', grantedOn: day(-12) };
  await clerk.done(`/v1/invoices/${extended.id}/extensions`, late);
  const handedOver = { ownerId: 'bruno', reason: 'Handed over, written down late', assignedOn: day(-11) };
  const { position } = await clerk.done(`/v1/invoices/${moved.id}/owner`, handedOver);
  const { body } = await auditor.get<{ knownAt: string }>('/v1/reports/aging', position);
  const asKnownNow = await ask(body.knownAt);

  const open = ([now, owners, contractual]: Report[]) => ({
    now: [now!.currencies[0]!.buckets.not_due!.amount, now!.currencies[0]!.buckets['1-30']!.amount],
    owners: owners!.rows!.map(({ key, open }) => `${key} ${open}`).sort(),
    contractual: contractual!.currencies[0]!.buckets['1-30']!.amount,
  });
  show({
    input: `the aging as of ${asOf}, as known before the payment, extension and hand-over were recorded`,
    right: { now: ['0.00', '700.00'], owners: ['anna 700.00'], contractual: '700.00' },
    got: open(early),
  });
  show({
    input: 'the same, as known after',
    right: { now: ['200.00', '400.00'], owners: ['anna 200.00', 'bruno 400.00'], contractual: '600.00' },
    got: open(asKnownNow),
  });
  show({
    input: 'the questions of before, asked again: their hashes',
    right: early.map(({ hash }) => hash),
    got: (await ask(before)).map(({ hash }) => hash),
  });
});

interface Report {
  hash: string | null;
  currencies: { buckets: Record<string, { amount: string }> }[];
  rows?: { key: string; open: string }[];
}
