import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { action, day, NAMES, nth, seldom } from '../../../../test/histories/simulated/action.js';
import { dayAt, inside } from '../../../../test/histories/simulated/books.js';
import { CancelPayment, IdentifyPayer, TransferUnapplied } from './moving.commands.js';
import { applied, freeOf, isFree, onePayment, paymentIn, waits } from './payment.book.actions.js';
import { move, onPayment, partOf, share, which } from './payment.drawn.actions.js';

const cancel = action({
  do: 'cancel a payment',
  weight: 2,
  draw: fc.record({ payment: which }),
  words: ({ payment }) => `cancel the ${nth(payment)} payment`,
  command: (drawn, books) => {
    const [id] = onePayment(books, drawn.payment) ?? [];
    return id === undefined ? undefined : { id };
  },
  verdict: ({ id }, books) => {
    const payment = paymentIn(books, id);
    if (payment.cancelled) return 'nothing';
    return payment.used || waits(payment) || applied(payment).length > 0 ? 'in-use' : 'ok';
  },
  take: ({ id }, books) => {
    const payment = paymentIn(books, id);
    const { payer: party, receivedOn: on, amount } = payment;
    payment.cancelled = true;
    move(payment, on, [{ party, amount }], -1);
  },
  request: ({ id }) => onPayment(id, CancelPayment, 'cancellation', {}),
});

const identify = action({
  do: 'name the payer',
  weight: 3,
  draw: fc.record({ payment: which, customer: fc.nat(1) }),
  words: ({ payment, customer }) => `${NAMES.customers[customer]} made the ${nth(payment)} payment`,
  command: (drawn, books, { customers }) => {
    const [id] = onePayment(books, drawn.payment) ?? [];
    return id === undefined ? undefined : { id, customerId: customers[drawn.customer]! };
  },
  verdict: ({ id }, books) => {
    const payment = paymentIn(books, id);
    if (payment.known) return 'payer-known';
    if (payment.cancelled) return 'cancelled';
    return waits(payment) ? 'allocation-pending' : 'ok';
  },
  take: ({ id, customerId }, books) => {
    const payment = paymentIn(books, id);
    const { payer: party, receivedOn: on } = payment;
    const amount = freeOf(payment).get(party)!;
    move(payment, on, [{ party, amount }], -1);
    move(payment, on, [{ party: customerId, amount }], 1);
    Object.assign(payment, { payer: customerId, known: true, before: { party } });
  },
  request: ({ id, customerId }) => onPayment(id, IdentifyPayer, 'payer', { customerId }),
});

const transfer = action({
  do: 'transfer',
  weight: 3,
  draw: fc.record({ payment: which, customer: fc.nat(1), from: seldom(3, fc.nat(1)), share, on: day }),
  words: ({ payment, customer, from, on, ...drawn }) =>
    `on ${dayAt(on)} transfer ${drawn.share} % of the ${nth(payment)} payment` +
    `${from === null ? '' : ` from ${NAMES.customers[from]}`} to ${NAMES.customers[customer]}`,
  command: (drawn, books, { customers }) => {
    const [id, payment] = onePayment(books, drawn.payment) ?? [];
    if (id === undefined || !payment) return undefined;
    const from = drawn.from === null ? {} : { from: customers[drawn.from]! };
    const on = inside(drawn.on, payment.receivedOn);
    return { id, customerId: customers[drawn.customer]!, ...from, amount: partOf(payment, drawn.share), on };
  },
  verdict: ({ id, customerId, from, amount, on }, books) => {
    const payment = paymentIn(books, id);
    const party = from ?? payment.payer;
    if (party === customerId || on < payment.receivedOn) return 'invalid';
    return isFree(payment, party, new Decimal(amount), on) ? 'ok' : 'more-than-free';
  },
  take: ({ id, customerId, from, on, ...said }, books) => {
    const payment = paymentIn(books, id);
    const amount = new Decimal(said.amount);
    move(payment, on, [{ party: from ?? payment.payer, amount }], -1);
    move(payment, on, [{ party: customerId, amount }], 1);
    payment.used = true;
  },
  request: ({ id, ...body }) => onPayment(id, TransferUnapplied, 'transfers', body),
});

export const whoseMoney = [cancel, identify, transfer];
