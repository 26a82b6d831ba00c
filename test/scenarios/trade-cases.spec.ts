import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addDays } from '@quittance/kernel';
import { type Caller, type Quittance, startQuittance, type Written } from '../support/quittance.js';
import { givenData, story } from '../support/story.js';
import { type Case, type Seen, tradeCases } from '../support/trade-case.js';

// What a report of receivables must show, by cases of the trade: told anew with figures of our own, and once more with those of
// golden files that are not ours to keep in the repository.

const { path: GOLDEN, told } = givenData('golden');

let quittance: Quittance;
let clerk: Caller;
let seen: ReturnType<typeof tradeCases>;

beforeAll(async () => {
  quittance = await startQuittance();
  clerk = await quittance.as(['clerk', 'manager'], 'carla');
  seen = tradeCases(clerk, addDays(quittance.clock.today(), -20));
});
afterAll(() => quittance?.stop());

const NOTHING = { open: '0.00', unapplied: '0.00', credits: '0.00' };
/** In figures of our own. */
const TOLD: [words: string, case_: Case, right: Seen][] = [
  [
    'each instalment is a row',
    { invoices: [['12.00', '36.00', '24.00']] },
    {
      ...NOTHING,
      parts: [
        ['12.00', '12.00'],
        ['36.00', '36.00'],
        ['24.00', '24.00'],
      ],
      settledBy: {},
      open: '72.00',
    },
  ],
  [
    'a part payment fills the oldest instalment first, which drops out',
    { invoices: [['12.00', '36.00', '24.00']], payment: '20.00' },
    {
      ...NOTHING,
      parts: [
        ['36.00', '28.00'],
        ['24.00', '24.00'],
      ],
      settledBy: { cash: '20.00' },
      open: '52.00',
    },
  ],
  [
    'a credit fills what a payment left of the instalments, in order',
    { invoices: [['45.00', '80.00', '25.00']], payment: '30.00', credit: '70.00', applied: '70.00' },
    {
      ...NOTHING,
      parts: [
        ['80.00', '25.00'],
        ['25.00', '25.00'],
      ],
      settledBy: { cash: '30.00', credit: '70.00' },
      open: '50.00',
    },
  ],
  [
    'a credit in full after a part payment leaves the rest of it on account, and the invoice at zero',
    { invoices: [['90.00']], payment: '35.00', credit: '90.00', applied: '90.00' },
    { ...NOTHING, parts: [], settledBy: { cash: '35.00', credit: '55.00' }, credits: '35.00' },
  ],
  [
    'an invoice credited in full is no row',
    { invoices: [['90.00']], credit: '90.00', applied: '90.00' },
    { ...NOTHING, parts: [], settledBy: { credit: '90.00' } },
  ],
  [
    'a credit that is kept apart stands beside the invoice',
    { invoices: [['90.00']], payment: '35.00', credit: '90.00' },
    {
      ...NOTHING,
      parts: [['90.00', '55.00']],
      settledBy: { cash: '35.00' },
      open: '55.00',
      credits: '90.00',
    },
  ],
  ['money without an invoice is unapplied', { payment: '640.00' }, { ...NOTHING, unapplied: '640.00' }],
  [
    'a cent is a row',
    { invoices: [['90.00']], payment: '89.99' },
    { ...NOTHING, parts: [['90.00', '0.01']], settledBy: { cash: '89.99' }, open: '0.01' },
  ],
  [
    'two invoices of a customer add up',
    { invoices: [['90.00'], ['15.50']] },
    { ...NOTHING, parts: [['90.00', '90.00']], settledBy: {}, open: '105.50' },
  ],
];

story(
  'life',
  'A8',
  'A report shows instalments, part payments, credits and advances as the trade does',
  async (show) => {
    for (const [input, given, right] of TOLD) show({ input, right, got: await seen(given) });
  },
);

told('life', 'A9', 'The golden cases of a report of receivables', async (show) => {
  type Golden = { id: string; in: Record<string, unknown>; expect: Record<string, unknown> };
  const { cases } = JSON.parse(readFileSync(join(GOLDEN, 'receivable_report.json'), 'utf8')) as {
    cases: Golden[];
  };
  const of = (id: string): Golden => cases.find((one) => one.id === id)!;
  const text = (value: unknown): string => String(value).split(' ')[0]!;
  const parts = (of('rep-instalments').in.instalments as [string, string][]).map(([, amount]) => amount);
  const rows = of('rep-partial-payment-oldest-instalment-first').expect[
    'rows(instalment, paid, outstanding)'
  ] as string[][];
  const outstanding = (all: string[][]) =>
    all.map((row) => [row[0], text(row.at(-1))]).filter(([, open]) => open !== '0.00');
  const credited = of('rep-200-partial-and-credit');
  const three = credited.in.instalments as string[];
  const kept = of('rep-unapplied-credit');
  const cent = of('rep-minor-outstanding');
  const party = of('rep-party-totals');
  const advance = of('rep-advance').in['payment on order, no invoice'] as string;
  const full = of('rep-full-credit-note-after-part-payment').in as Record<string, string>;
  const right = {
    instalments: parts.map((amount) => [amount, amount]),
    partial: outstanding(rows),
    paid: outstanding(credited.expect['after payment (invoiced, paid, outstanding)'] as string[][]),
    credited: outstanding(
      credited.expect['after credit (invoiced, paid, credited, outstanding)'] as string[][],
    ),
    kept: [(kept.expect['invoice row'] as string[])[3], (kept.expect['credit row'] as string[])[1]],
    none: [],
    // The credit stands as an item of its own: nothing of the invoice is driven below zero.
    full: [[full.invoice, '60.00'], full.credit_note],
    advance,
    cent: cent.expect.outstanding,
    party: party.expect['customer total'],
  };
  const one = async (given: Case) => seen(given);
  const apart = await one({
    invoices: [[String(kept.in.invoice)]],
    payment: String(kept.in.payment),
    credit: String(kept.in['credit_note kept separate']),
  });
  const after = await one({ invoices: [[full.invoice!]], payment: full.payment, credit: full.credit_note });
  show({
    input: 'receivable_report.json, but for cases of other currencies and of days to come',
    right,
    got: {
      instalments: (await one({ invoices: [parts] })).parts,
      partial: (
        await one({
          invoices: [parts],
          payment: String(of('rep-partial-payment-oldest-instalment-first').in.payment),
        })
      ).parts,
      paid: (await one({ invoices: [three], payment: String(credited.in.payment) })).parts,
      credited: (
        await one({
          invoices: [three],
          payment: String(credited.in.payment),
          credit: String(credited.in['then credit_note applied']),
          applied: String(credited.in['then credit_note applied']),
        })
      ).parts,
      kept: [apart.open, apart.credits],
      none: (await one({ invoices: [['100.00']], credit: '100.00', applied: '100.00' })).parts,
      full: [after.parts![0], after.credits],
      advance: (await one({ payment: advance })).unapplied,
      cent: (await one({ invoices: [[String(cent.in.invoice)]], payment: String(cent.in.payment) })).open,
      party: (
        await one({ invoices: (party.in['invoices of one customer'] as string[]).map((amount) => [amount]) })
      ).open,
    },
  });
});

told('life', 'A10', 'The golden schedule of instalments', async (show) => {
  type Golden = {
    id: string;
    in: { invoice_date: string; total: string };
    expect: { schedule: [string, string][] };
  };
  const { cases } = JSON.parse(readFileSync(join(GOLDEN, 'terms.json'), 'utf8')) as { cases: Golden[] };
  const golden = cases.find(({ id }) => id === 'instalments-1')!;
  await clerk.done('/v1/customers', { customerId: 'T-0', name: 'T-0' });
  const terms = {
    type: 'instalments',
    parts: [
      { share: '0.25', days: 30 },
      { share: '0.25', months: 1 },
      { amount: '396.84', months: 1, days: 30 },
      { rest: true, months: 2, day: 15, days: 30 },
    ],
  };
  const of = { number: 'T-0', customerId: 'T-0', issuedOn: golden.in.invoice_date, currency: 'EUR' };
  const { id, position } = await clerk.done<Written>('/v1/invoices', {
    ...of,
    total: golden.in.total,
    terms,
  });
  const { body } = await clerk.get<{ instalments: { dueOn: string; amount: string }[] }>(
    `/v1/invoices/${id}`,
    position,
  );
  show({
    input: { ...golden.in, terms },
    right: golden.expect.schedule,
    got: body.instalments.map(({ dueOn, amount }) => [dueOn, amount]),
  });
});
