import { addDays } from '@quittance/kernel';
import { useInvoices } from '../support/around-invoices.js';
import { caller } from '../support/caller.js';
import { secondApi } from '../support/second-api.js';
import { story } from '../support/story.js';

// What the API says of facts: as a timeline, one by one, as stored, before they are recorded.

const its = useInvoices();
const { invoice, of } = its;

interface Line {
  position: string;
  type: string;
  sentence: string;
  params: Record<string, unknown>;
  changes: object[];
  open: object | null;
  causedBy: string | null;
  reason: string | null;
}
interface Timeline {
  items: Line[];
  next: string | null;
  language: string;
}

story(
  'page',
  'B20',
  'A timeline says what happened, what it changed, what was open, what caused it',
  async (show) => {
    const { id } = await invoice({ number: 'T-1' });
    const agreedDueOn = addDays(its.today, 10);
    const before = await its.now();
    await its.manager.done(`/v1/invoices/${id}/extensions`, { agreedDueOn, reason: 'Goods came late.' });
    await its.pay(id, '40.00', its.today);
    const { items } = await of<Timeline>(`/v1/invoices/${id}/timeline`);
    const [issued, extended, paid] = items;
    const received = (await its.manager.get<Timeline>('/v1/audit?type=PaymentReceived')).body.items.at(-1)!;
    const italian = await its.clerk.ask<Timeline>(`/v1/invoices/${id}/timeline?sort=-position&limit=1`, {
      headers: { 'accept-language': 'it-IT, en;q=0.5' },
    });
    const early = await of<Timeline>(`/v1/invoices/${id}/timeline?knownAt=${before}`);
    const past = await of<Timeline>(`/v1/invoices/${id}/timeline?asOf=${its.due}`);
    show({
      input: 'an invoice of 100.00, moved by an agreement, then paid in part',
      right: {
        types: ['InvoiceIssued', 'ExtensionGranted', 'PaymentApplied'],
        changes: [{ field: 'agreedDueOn', from: its.due, to: agreedDueOn }],
        reason: 'Goods came late.',
        open: [
          { currency: 'EUR', before: '0.00', after: '100.00' },
          null,
          { currency: 'EUR', before: '100.00', after: '60.00' },
        ],
        causedBy: received.position,
        italian: `carla ha abbinato 40.00 EUR del pagamento ricevuto il ${its.today} alla fattura T-1: residuo 60.00 EUR, con effetto dal ${its.today}`,
        language: ['it', 'it'],
        known: ['InvoiceIssued'],
        asOf: ['InvoiceIssued'],
      },
      got: {
        types: items.map(({ type }) => type),
        changes: extended!.changes,
        reason: extended!.reason,
        open: [issued!.open, extended!.open, paid!.open],
        causedBy: paid!.causedBy,
        italian: italian.body.items[0]!.sentence,
        language: [italian.body.language, italian.headers.get('content-language')],
        known: early.items.map(({ type }) => type),
        asOf: past.items.map(({ type }) => type),
      },
    });
  },
);

it('a timeline of a customer comes in pages, and of nobody not at all', async () => {
  const { id } = await invoice({ number: 'T-2' });
  const { customerId } = await of<{ customerId: string }>(`/v1/invoices/${id}`);
  const path = `/v1/customers/${customerId}/timeline`;
  const first = await of<Timeline>(`${path}?limit=1`);
  const second = await of<Timeline>(`${path}?limit=1&cursor=${encodeURIComponent(first.next!)}`);
  expect([...first.items, ...second.items].map(({ type }) => type)).toEqual([
    'CustomerRegistered',
    'InvoiceIssued',
  ]);
  expect((await its.clerk.get('/v1/customers/nobody/timeline')).status).toBe(404);
  expect((await its.clerk.get(`/v1/invoices/${id.replace(/^./, '0')}/timeline`)).status).toBe(404);
  expect((await its.clerk.get(`${path}?colour=red`)).status).toBe(422);
  const csv = await its.clerk.ask<string>(path, { headers: { accept: 'text/csv' } });
  expect(csv.body.split('\r\n')).toHaveLength(4);
});

interface DryRun {
  wouldRecord: { type: string; sentence: string }[];
  effects: Record<string, unknown>[];
}

story(
  'page',
  'B21',
  'What a command would record is told before it is done, and nothing is stored',
  async (show) => {
    const customerId = await its.customer();
    const { id } = await invoice({ number: 'D-1', customerId });
    const before = (await its.quittance.facts()).length;
    const payment = {
      ...{ amount: '140.00', currency: 'EUR', receivedOn: its.today },
      allocations: [{ invoiceId: id, amount: '120.00' }],
    };
    const key = 'asked-then-done';
    const asked = await its.clerk.post<DryRun>('/v1/payments?dryRun=true', payment, { key });
    const without = await its.clerk.post<DryRun>('/v1/payments?dryRun=true', payment, { key: null });
    const agreedDueOn = addDays(its.today, 5);
    const moved = await its.clerk.post<DryRun>(
      `/v1/invoices/${id}/extensions?dryRun=true`,
      { agreedDueOn, reason: 'They asked.' },
      { headers: { 'accept-language': 'de' } },
    );
    const refused = await its.refused(its.clerk, '/v1/invoices?dryRun=true', {
      ...{
        number: 'D-1',
        customerId: 'C-1',
        issuedOn: its.due,
        dueOn: its.due,
        currency: 'EUR',
        total: '1.00',
      },
    });
    const stored = (await its.quittance.facts()).length - before;
    const done = await its.clerk.post('/v1/payments', payment, { key });
    show({
      input:
        'a payment of 140.00, 120.00 of it for an invoice of 100.00; a later due date; a number that is taken',
      right: {
        status: [200, 200, 200],
        types: ['PaymentReceived', 'PaymentApplied', 'AllocationAnswered'],
        effects: [
          { kind: 'held', account: 'unapplied', customerId, currency: 'EUR', moved: '40.00' },
          { kind: 'open', invoiceId: id, number: 'D-1', currency: 'EUR', before: '100.00', after: '0.00' },
        ],
        moved: [
          `carla hat die Fälligkeit der Rechnung D-1 vom ${its.due} auf den ${agreedDueOn} verschoben, wirksam ab ${its.today}`,
          { kind: 'change', stream: 'the invoice', field: 'agreedDueOn', from: its.due, to: agreedDueOn },
        ],
        refused: [409, 'number-taken'],
        stored: 0,
        done: [201, null],
      },
      got: {
        status: [asked.status, without.status, moved.status],
        types: asked.body.wouldRecord.map(({ type }) => type),
        effects: asked.body.effects,
        moved: [moved.body.wouldRecord[0]!.sentence, { ...moved.body.effects[0], stream: 'the invoice' }],
        refused,
        stored,
        done: [done.status, done.headers.get('idempotency-replayed')],
      },
    });
  },
);

it('what is only asked leaves nothing behind: no attempt, no name, no erasure, and a batch says it of each', async () => {
  const customerId = await its.customer('C-dry');
  const facts = await its.quittance.facts();
  const erasing = { customerId, reason: 'file 2026-1' };
  const admin = await its.quittance.as('admin', 'ada');
  const erased = await admin.post<DryRun>('/v1/erasures?dryRun=true', erasing);
  expect(erased.body.wouldRecord).toMatchObject([{ type: 'PersonalDataErased' }]);
  expect(await its.of(`/v1/customers/${customerId}`)).toMatchObject({ name: `Acme ${customerId}` });
  const someone = { customerId: 'C-never', name: 'Nobody' };
  const batch = await its.clerk.post<{ answers: { status: number; body: DryRun }[] }>(
    '/v1/batches?dryRun=true',
    {
      commands: [{ route: '/v1/customers', key: 'k', body: someone }],
    },
  );
  expect(batch.body.answers).toMatchObject([
    { status: 200, body: { wouldRecord: [{ type: 'CustomerRegistered' }] } },
  ]);
  const alike = await its.clerk.post('/v1/customers', { ...someone, customerId: 'c-NEVER' });
  expect(alike.status).toBe(201);
  expect((await its.clerk.post('/v1/customers?dryRun=perhaps', someone)).status).toBe(422);
  // Ada was met, and the look-alike registered.
  expect((await its.quittance.facts()).length - facts.length).toBe(2);
});

it('streams and waits of changes end when the process stops, and a caller has twenty', async () => {
  const second = await secondApi(its.quittance);
  const [far, other] = [its.clerk, its.manager].map(({ token, sub }) => caller(second.url, token, sub));
  // Signs of life move the position: it waits for one that does not come.
  const waiting = other!.get<{ position: string }>('/v1/live/next?wait=25&after=999999999999');
  const streams = Array.from({ length: 21 }, () => far!.ask('/v1/live'));
  // Whichever comes last: the others go on.
  const refused = await Promise.race(streams);
  expect(refused.body.code).toBe('too-many-listeners');
  await second.stop();
  expect((await waiting).status).toBe(200);
  const answers = (await Promise.all(streams)).filter((one) => one !== refused);
  expect(answers.map(({ status, body }) => [status, body])).toEqual(
    Array.from({ length: 20 }, () => [200, expect.stringMatching(/^retry: /) as unknown]),
  );
});
