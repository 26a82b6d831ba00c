import { addDays } from '@quittance/kernel';
import { type Adjusted, useAdjusting } from '../support/adjusting.js';
import { story } from '../support/story.js';

// An invoice is settled without money of it: a small difference, a tax withheld, a debt of ours.

jest.setTimeout(60_000);
const its = useAdjusting();
const settle = (id: string, kind: string, amount: string, change: object = {}) =>
  its.ask(id, 'settlements', { kind, amount, reason: 'It was so.', ...change });
const refusal = (id: string, kind: string, amount: string, change: object = {}) =>
  its.refused(its.clerk, `/v1/invoices/${id}/settlements`, { kind, amount, reason: 'So.', ...change });

story('life', 'B6', 'Each kind settles the invoice and stands on its own account', async (show) => {
  await its.set({ tolerancePerInvoice: { EUR: '1.00' } });
  const id = await its.invoice();
  await settle(id, 'bank-charge', '2.00');
  await settle(id, 'withheld-tax', '20.00', { reference: 'F24' });
  await settle(id, 'set-off', '30.00', { reference: 'S-2026-88' });
  await settle(id, 'split-payment', '22.00');
  await settle(id, 'redenomination', '47.50');
  const { position } = await settle(id, 'tolerance', '0.50');
  const { rows } = await (async () => {
    await its.read('/v1/invoices?limit=1', position);
    return its.quittance.pool.query<{ against: string; amount: string }>(
      `select against, amount::text from live.ledger_lines where invoice_id = $1 and due_on is null order by position`,
      [id],
    );
  })();
  const { status } = await its.read(`/v1/invoices/${id}`);
  show({
    input: 'six kinds on an invoice of 122.00',
    right: {
      settled: [
        '0.00',
        {
          ...{ 'bank-charge': '2.00', redenomination: '47.50', 'set-off': '30.00', 'split-payment': '22.00' },
          ...{ tolerance: '0.50', 'withheld-tax': '20.00' },
        },
      ],
      accounts: [
        ['bank-charge', '-2.00'],
        ['withheld-tax', '-20.00'],
        ['set-off', '-30.00'],
        ['split-payment', '-22.00'],
        ['redenomination', '-47.50'],
        ['tolerance', '-0.50'],
      ],
      balanced: true,
      status: 'closed',
    },
    got: {
      settled: await its.settled(id, '', position),
      accounts: rows.map(({ against, amount }) => [against, amount]),
      balanced: await its.balanced('', position),
      status,
    },
  });
});

story('life', 'B7', 'A tolerance is none unless a limit is set, and once an invoice', async (show) => {
  await its.set({ tolerancePerInvoice: null, tolerancePerCustomerYear: null });
  const [id, other] = [await its.invoice('C-small'), await its.invoice('C-small')];
  const unset = await refusal(id, 'tolerance', '0.01');
  await its.set({ tolerancePerInvoice: { EUR: '1.00' }, tolerancePerCustomerYear: { EUR: '1.50' } });
  const beyond = await refusal(id, 'tolerance', '1.01');
  const { position } = await settle(id, 'tolerance', '1.00');
  const again = await refusal(id, 'tolerance', '0.01');
  await its.read('/v1/invoices?limit=1', position);
  const { status, because } = await settle(other, 'tolerance', '0.51');
  show({
    input: 'none set; 1.01 and 1.00 of 1.00; once more; 0.51 with 1.00 of 1.50 taken in the year',
    right: ['409 over-limit', '409 over-limit', '409 tolerance-taken', ['requested', ['customer-year']]],
    got: [unset, beyond, again, [status, because]],
  });
});

story('life', 'B6', 'Why a difference was accepted stands in the trail, sealed', async (show) => {
  const id = await its.invoice();
  const reason = 'Their bank deducted it.';
  const allocations = [
    { invoiceId: id, amount: '120.00', differences: [{ kind: 'bank-charge', amount: '2.00', reason }] },
  ];
  const given = { currency: 'EUR', receivedOn: its.today };
  await its.clerk.done('/v1/payments', {
    ...given,
    amount: '120.00',
    allocations,
  });
  const later = await its.clerk.done<{ id: string }>('/v1/payments', { ...given, amount: '120.00' });
  const [another, wrong] = [await its.invoice(), await its.invoice()];
  const of = (invoiceId: string, why: unknown) => ({
    allocations: [
      { ...allocations[0]!, invoiceId, differences: [{ kind: 'bank-charge', amount: '2.00', reason: why }] },
    ],
  });
  const { position } = await its.clerk.done(`/v1/payments/${later.id}/allocations`, of(another, reason));
  const told = async (type: string) => {
    const { body } = await its.manager.get<{ items: { reason?: string }[] }>(
      `/v1/audit?type=${type}`,
      position,
    );
    return body.items.flatMap((each) => (each.reason === reason ? reason : []));
  };
  const stored = await its.quittance.pool.query(
    `select from mirror.facts where data::text like '%${reason}%'`,
  );
  show({
    input: 'a bank charge of 2.00 kept back, with its reason: recorded with the money, and allocated later',
    right: [[reason], [reason], 0, '422 invalid'],
    got: [
      await told('PaymentReceived'),
      await told('AllocationRequested'),
      stored.rowCount,
      await its.refused(its.clerk, `/v1/payments/${later.id}/allocations`, of(wrong, ' ')),
    ],
  });
});

story('life', 'B8', 'A withheld tax is asked for, approved by a second person, and undone', async (show) => {
  await its.set({ writeOffSecondPersonFrom: { EUR: '10.00' }, withheldTaxSecondPersonFrom: null });
  const id = await its.invoice();
  const on = addDays(its.today, -7);
  const { settlementId, status } = await settle(id, 'withheld-tax', '20.00', { on, reference: 'F24' });
  const path = `/v1/invoices/${id}/settlements/${settlementId}`;
  const early = await its.refused(its.clerk, `${path}/undo`, { reason: 'So.' });
  const { position } = await its.manager.done<Adjusted>(`${path}/approval`, {});
  const listed = async (query: string): Promise<unknown> => {
    const { items } = await its.read(`/v1/settlements?invoiceId=${id}${query}`, position);
    return (items as Record<string, unknown>[]).map((each) => [each.status, each.countsFrom, each.reference]);
  };
  const approved = [await its.settled(id, `?asOf=${on}`, position), await listed('')];
  const undone = await its.clerk.done(`${path}/undo`, { reason: 'It was not withheld.' });
  show({
    input: '20.00 with the limit of write-offs at 10.00; undone before, after its approval',
    right: {
      asked: ['requested', '409 not-recorded'],
      approved: [['102.00', { 'withheld-tax': '20.00' }], [['recorded', on, 'F24']]],
      undone: [
        ['122.00', {}],
        ['122.00', {}],
      ],
    },
    got: {
      asked: [status, early],
      approved,
      undone: [
        await its.settled(id, '', undone.position),
        await its.settled(id, `?asOf=${on}`, undone.position),
      ],
    },
  });
});

story('life', 'B8', 'A set-off needs a second person while the customer is insolvent', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null, setOffSecondPersonFrom: null });
  const [id, other] = [await its.invoice('C-gone'), await its.invoice('C-moved')];
  const since = addDays(its.today, -7);
  await its.manager.done('/v1/customers/C-moved/merge', { intoCustomerId: 'C-gone', reason: 'One firm.' });
  await its.manager.done('/v1/customers/C-gone/insolvency', { since, reason: 'The court says so.' });
  const setOff = async (invoiceId: string, on: string, kind = 'set-off') => {
    const { status, because } = await settle(invoiceId, kind, '1.00', { on, reference: 'S-1' });
    return [status, because].flat().filter(Boolean).join(' ');
  };
  const during = [
    await setOff(id, addDays(since, -1)),
    await setOff(id, since),
    await setOff(other, its.today),
    await setOff(id, since, 'bank-charge'),
  ];
  await its.manager.done('/v1/customers/C-gone/insolvency/end', { reason: 'They paid.' });
  show({
    input:
      'insolvent for a week: declared before, from then on, of one who is one with them; a bank charge; ended',
    right: ['recorded', 'requested insolvency', 'requested insolvency', 'recorded', 'recorded'],
    got: [...during, await setOff(id, its.today)],
  });
});

story('life', 'B9', 'What cannot be so is refused with a code, and leaves no fact', async (show) => {
  const [id, paid] = [await its.invoice(), await its.invoice()];
  await its.clerk.done('/v1/payments', {
    ...{ amount: '122.00', currency: 'EUR', receivedOn: its.today },
    allocations: [{ invoiceId: paid, amount: '122.00' }],
  });
  const before = (await its.quittance.facts()).length;
  show({
    input: 'more than open, nothing open, cash as a kind, a set-off without our debt, before the issue',
    right: ['409 more-than-open', '409 already-settled', '422 invalid', '422 invalid', '422 invalid', 0],
    got: [
      await refusal(id, 'bank-charge', '122.01'),
      await refusal(paid, 'bank-charge', '0.01'),
      await refusal(id, 'cash', '1.00'),
      await refusal(id, 'set-off', '1.00'),
      await refusal(id, 'bank-charge', '1.00', { on: addDays(its.issuedOn, -1) }),
      (await its.quittance.facts()).length - before,
    ],
  });
});

story('life', 'B10', 'A discount that the terms give needs one person, another one two', async (show) => {
  await its.set({ writeOffSecondPersonFrom: null, earlyPaymentDiscountSecondPersonFrom: null });
  const terms = { type: 'net', days: 30, discount: { percent: '2', days: 10 } };
  const given = { terms, dueOn: undefined, total: '100.00', net: undefined, vat: undefined };
  const id = await its.invoice(undefined, given);
  const discount = async (amount: string, days: number) => {
    const on = addDays(its.issuedOn, days);
    const { status, because } = await settle(id, 'early-payment-discount', amount, { on });
    return [status, because].flat().filter(Boolean).join(' ');
  };
  const { code } = await its.clerk.refused('/v1/customers', {
    ...{ customerId: 'C-percent', name: 'Rossi', terms: { ...terms, discount: { percent: '0', days: 10 } } },
  });
  show({
    input: '2 % within 10 days on 100.00: 1.50 on day 10, 0.51 more, 0.50 on day 11, 0.50 on day 10; 0 %',
    right: ['recorded', 'requested terms', 'requested terms', 'recorded', 'invalid'],
    got: [
      await discount('1.50', 10),
      await discount('0.51', 10),
      await discount('0.50', 11),
      await discount('0.50', 10),
      code,
    ],
  });
});
