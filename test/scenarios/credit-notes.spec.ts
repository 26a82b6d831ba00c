import { type Caller, caller } from '../support/caller.js';
import {
  cameTo,
  type Credited,
  crediting,
  type Item,
  NOTE,
  parts,
  recordedBefore,
  sums,
  WHY,
} from '../support/crediting.js';
import { type Quittance, startQuittance } from '../support/quittance.js';
import { secondApi } from '../support/second-api.js';
import { story } from '../support/story.js';

let quittance: Quittance;
let clerk: Caller;
beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager', 'admin', 'auditor']);
  ({ issue, credit, noteOf, aging } = crediting(clerk));
  for (const customerId of ['C-1', 'C-2'])
    await clerk.done('/v1/customers', { customerId, name: customerId });
});
afterAll(() => quittance?.stop());

let { issue, credit, noteOf, aging } = {} as ReturnType<typeof crediting>;

describe('a credit note', () => {
  story(
    'ground',
    'H11',
    'A credit note settles invoices of its customer; what they cannot take stays on account',
    async (show) => {
      const [open, paid] = [await issue('60.00'), await issue('10.00')];
      const { position } = await clerk.done('/v1/payments', {
        ...{ amount: '10.00', currency: 'EUR', receivedOn: '2026-01-20', payerId: 'C-1' },
        allocations: [{ invoiceId: paid, amount: '10.00' }],
      });
      const applications = [
        { invoiceId: open, amount: '70.00' },
        { invoiceId: paid, amount: '10.00' },
      ];
      const before = await aging('asOf=2026-02-01', position);
      const note = await credit('CN-1', '100.00', {
        net: '82.00',
        vat: '18.00',
        corrects: [open],
        applications,
      });
      show({
        input:
          'POST /v1/credit-notes over 100.00: 70.00 for an invoice with 60.00 open, 10.00 for one that is paid',
        right: [['applied 60.00 less-open', 'refused 0.00 nothing-open'], '40.00'],
        got: [parts(note), note.onAccount],
      });
      const invoice = (await clerk.get(`/v1/invoices/${open}`, note.position)).body;
      show({
        input: 'GET /v1/invoices/{id}: what settles it; paid stays cash',
        right: { open: '0.00', paid: '0.00', settledBy: { credit: '60.00' } },
        got: { open: invoice.open, paid: invoice.paid, settledBy: invoice.settledBy },
      });
      show({
        input: 'GET /v1/credit-notes/{id}: total = applied + refunded + on account + cancelled',
        right: ['100.00', '=', '60.00', '0.00', '40.00', '0.00'],
        got: sums(await noteOf(note.id)),
      });
      show({
        input: 'aging as of the day before, of the day, and of the day as known before',
        right: [['60.00', '60.00', true], ['0.00', '-40.00', true], before],
        got: [
          await aging('asOf=2026-01-31'),
          await aging('asOf=2026-02-01'),
          await aging(`asOf=2026-02-01&knownAt=${String(await recordedBefore(quittance.store, note.id))}`),
        ],
      });
      const listed = (await clerk.get<{ items: Item[] }>('/v1/credit-notes?onAccount=0.01..&q=cn')).body;
      show({
        input: 'GET /v1/credit-notes?onAccount=0.01..&q=cn',
        right: ['CN-1'],
        got: listed.items.map(({ number }) => number),
      });
    },
  );

  story(
    'ground',
    'H12',
    'Two users apply the last 40.00 at once: one wins, the other is refused',
    async (show) => {
      const [one, two] = [await issue('40.00'), await issue('40.00')];
      const { id } = await credit('CN-2', '40.00');
      const apply = (invoiceId: string) =>
        cameTo(clerk, `/v1/credit-notes/${id}/applications`, {
          applications: [{ invoiceId, amount: '40.00' }],
        });
      const got = (await Promise.all([apply(one), apply(two)])).sort();
      show({
        input: 'two POST .../applications of 40.00 at once',
        right: ['200', '409 more-than-left'],
        got,
      });
    },
  );

  story(
    'ground',
    'H13',
    'An application by mistake is undone from its own day; what is left is refunded, and may come back',
    async (show) => {
      const wrong = await issue('30.00');
      const note = await credit('CN-3', '50.00', { applications: [{ invoiceId: wrong, amount: '30.00' }] });
      const path = `/v1/credit-notes/${note.id}`;
      const [{ applicationId }] = note.applications as [Credited['applications'][number]];
      const more = await cameTo(clerk, `${path}/refunds`, { amount: '20.01', reason: 'They ask.' });
      const undone = await clerk.done<Credited>(`${path}/applications/${applicationId}/undo`, {
        reason: 'The other site.',
      });
      const invoice = (await clerk.get(`/v1/invoices/${wrong}?asOf=2026-02-01`, undone.position)).body;
      show({
        input: 'refund 20.01 of 20.00; undo the application; the invoice as of the day of the credit note',
        right: ['409 more-than-left', '50.00', '30.00'],
        got: [more, undone.onAccount, invoice.open],
      });
      const refunded = await clerk.done<Credited>(`${path}/refunds`, {
        ...{ amount: '50.00', refundedOn: '2026-03-02', method: 'bank-transfer', reason: 'They ask.' },
      });
      show({
        input: 'refund 50.00 on 2 March: on 1 March and on 2 March',
        right: [
          ['50.00', '=', '0.00', '0.00', '50.00', '0.00'],
          ['50.00', '=', '0.00', '50.00', '0.00', '0.00'],
        ],
        got: [
          sums(await noteOf(note.id, '?asOf=2026-03-01', refunded.position)),
          sums(await noteOf(note.id, '?asOf=2026-03-02')),
        ],
      });
      const back = await clerk.done<Credited>(`${path}/refunds/${refunded.refundId}/reversal`, {
        ...{ on: '2026-03-05', reason: 'Account closed.' },
      });
      const now = await noteOf(note.id, '', back.position);
      show({
        input: 'the refund comes back on 5 March',
        right: [
          ['50.00', '=', '0.00', '0.00', '50.00', '0.00'],
          '2026-03-05',
          [expect.any(String), expect.any(String), true],
        ],
        got: [sums(now), (now.refunds as Item[])[0]!.reversedOn, await aging('asOf=2026-03-05')],
      });
    },
  );

  story(
    'ground',
    'H14',
    'Only a credit note that was never used is cancelled, from its own day',
    async (show) => {
      const invoice = await issue('5.00');
      const used = await credit('CN-4', '9.00', { applications: [{ invoiceId: invoice, amount: '5.00' }] });
      const never = await credit('CN-5', '9.00');
      const cancel = (id: string) =>
        cameTo(clerk, `/v1/credit-notes/${id}/cancellation`, { reason: 'A mistake.' });
      show({
        input: 'cancel one that was applied, one that was not, and that one again',
        right: ['409 in-use', '200', '200'],
        got: [await cancel(used.id), await cancel(never.id), await cancel(never.id)],
      });
      const { position } = await clerk.done('/v1/customers', { customerId: 'C-3', name: 'Last' });
      show({
        input: 'total = applied + refunded + on account + cancelled',
        right: ['9.00', '=', '0.00', '0.00', '0.00', '9.00'],
        got: sums(await noteOf(never.id, '', position)),
      });
    },
  );

  story('ground', 'H15', 'A credit note never settles what it may not', async (show) => {
    const [theirs, francs] = [
      await issue('5.00', { customerId: 'C-2' }),
      await issue('5.00', { currency: 'CHF' }),
    ];
    const to = (invoiceId: string) =>
      cameTo(clerk, '/v1/credit-notes', {
        ...{ ...NOTE, ...WHY, number: 'CN-6', total: '5.00' },
        applications: [{ invoiceId, amount: '5.00' }],
      });
    show({
      input:
        'an invoice of another customer, in another currency; a number that was given, one that looks like it',
      right: ['409 other-customer', '409 currency-mismatch', '409 number-taken', '409 looks-alike'],
      got: [
        await to(theirs),
        await to(francs),
        await cameTo(clerk, '/v1/credit-notes', { ...NOTE, ...WHY, number: 'CN-1', total: '1.00' }),
        await cameTo(clerk, '/v1/credit-notes', { ...NOTE, ...WHY, number: 'cn-1', total: '1.00' }),
      ],
    });
  });

  story('ground', 'H16', 'Its history is told in words, until its customer is erased', async (show) => {
    await clerk.done('/v1/customers', { customerId: 'C-9', name: 'Nove' });
    const invoiceId = await issue('5.00', { customerId: 'C-9', number: 'CR-N' });
    const applications = [{ invoiceId, amount: '5.00' }];
    const { id, position } = await credit('CN-9', '6.00', { customerId: 'C-9', applications });
    const told = async (after: string) =>
      (
        await clerk.get<{ items: Item[] }>('/v1/audit?customer=C-9&type=CreditNoteIssued', after)
      ).body.items.map(({ sentence, reason }) => [sentence, reason]);
    const sentence =
      'anna issued credit note CN-9 of 2026-02-01 to customer C-9 over 6.00 EUR, for quality, meant 5.00 EUR for invoice CR-N';
    const before = await told(position);
    const erased = await clerk.done('/v1/erasures', { customerId: 'C-9', reason: 'Asked for in file 7' });
    show({
      input: 'GET /v1/audit before and after the erasure; the reason with the credit note',
      right: [[[sentence, WHY.reason]], [[sentence, '(erased)']], null],
      got: [before, await told(erased.position), (await noteOf(id)).reason],
    });
  });
});

story(
  'ground',
  'G1',
  'Two API processes: a credit note that is used up through one is refused by the other',
  async (show) => {
    const other = await secondApi(quittance);
    try {
      const there = caller(other.url, clerk.token, clerk.sub);
      const invoiceId = await issue('100.00');
      const { id } = await credit('CN-G', '10.00');
      const apply = (by: Caller, amount: string, to = invoiceId) =>
        cameTo(by, `/v1/credit-notes/${id}/applications`, { applications: [{ invoiceId: to, amount }] });
      // Each of them keeps the credit note in memory from here on.
      const first = [await apply(there, '1.00'), await apply(clerk, '9.00')];
      const late = await issue('5.00');
      show({
        input:
          'one applies 1.00 of 10.00, the other 9.00; then the first 0.01 more, and to an invoice of the other',
        right: ['200', '200', '409 more-than-left', '409 more-than-left'],
        got: [...first, await apply(there, '0.01'), await apply(there, '0.01', late)],
      });
    } finally {
      await other.stop();
    }
  },
);
