import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  must,
  NAMES,
  plain,
  type Said,
  seldom,
  shares,
  sharesSaid,
} from '../../../../test/histories/simulated/action.js';
import {
  amountOf,
  type Books,
  dayAt,
  inParts,
  type Sheet,
} from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, invoiceNumbered, takeFrom } from '../invoice/invoice.actions.js';
import { RecordPayment } from './payment.commands.js';
import { type PaymentRow, payments } from './payment.tables.js';
import { settlePayment } from './settle-payment.js';

interface Payment {
  amount: Decimal;
  receivedOn: string;
  applied: Decimal;
  /** Meant for an invoice that has not answered yet. */
  waiting: Map<string, Decimal>;
}

const PAYMENTS: Sheet<Map<string, Payment>> = { name: 'payments', blank: () => new Map() };
/** What came from banks, by the bank's own id. */
const FROM_BANKS: Sheet<Map<string, string>> = { name: 'from banks', blank: () => new Map() };

const sumOf = (amounts: Iterable<Decimal>): Decimal =>
  [...amounts].reduce((sum, amount) => sum.plus(amount), new Decimal(0));
const pendingOf = ({ waiting }: Payment): Decimal => sumOf(waiting.values());

const pay = action({
  do: 'pay',
  weight: 5,
  draw: fc.record({
    cents,
    received: day,
    payer: seldom(2, fc.nat(1)),
    /** The bank's own id: a small number, so that the same payment comes twice. */
    external: seldom(3, fc.nat(2)),
    parts: shares,
  }),
  words: ({ received, payer, external, parts, ...drawn }) =>
    `record ${inCents(drawn.cents)} received from ${payer === null ? 'somebody' : NAMES.customers[payer]} on ` +
    `${dayAt(received)}${external === null ? '' : `, the bank's payment ${external}`}: ${sharesSaid(parts)}`,
  // Parts of one currency, each invoice once, in sum at most the payment; what the invoices have open is not asked.
  command: ({ received, payer, external, parts, ...drawn }, books, { tag, customers }) => {
    const named = new Set(parts.flatMap(({ invoice }) => invoiceNumbered(books, invoice) ?? []));
    const [first] = named;
    const currency = first === undefined ? 'EUR' : invoiceIn(books, first).currency;
    const meant = [...named].filter((number) => invoiceIn(books, number).currency === currency);
    const percent = parts.map(({ share }) => share);
    return {
      amount: amountOf(drawn.cents, currency),
      currency,
      receivedOn: dayAt(received),
      ...(payer !== null && { payerId: customers[payer] }),
      ...(external !== null && { externalId: `${tag}-bank-${external}` }),
      parts: inParts(drawn.cents, meant, percent, currency),
    };
  },
  verdict: (command, books) => {
    const known = books.on(FROM_BANKS).get(command.externalId ?? '');
    return known === undefined ? 'ok' : known === JSON.stringify(command) ? 'nothing' : 'payment-taken';
  },
  take: (command, books, { paymentId }) => {
    const { amount, receivedOn, parts, externalId } = command;
    const waiting = new Map(parts.map((part) => [part.of, new Decimal(part.amount)]));
    const received = { amount: new Decimal(amount), receivedOn, applied: new Decimal(0), waiting };
    books.on(PAYMENTS).set(paymentId!, received);
    if (externalId !== undefined) books.on(FROM_BANKS).set(externalId, JSON.stringify(command));
  },
  request: ({ parts, externalId, ...said }) => {
    const allocations = parts.map(({ of, amount }) => ({ invoiceId: invoiceId(of), amount }));
    const bank = externalId === undefined ? {} : { source: 'bank', externalId };
    return { type: RecordPayment, path: '/v1/payments', body: { ...said, ...bank, allocations } };
  },
});

/** An invoice answers a payment once, and takes what it can. */
function answered({ paymentId, number, applied = '0' }: Said, books: Books, refused: boolean): void {
  const payment = books.on(PAYMENTS).get(paymentId!);
  const asked = payment?.waiting.get(number!);
  if (!payment || !asked) throw new Error(`invoice ${number} answered twice, or unasked`);
  payment.waiting.delete(number!);
  const invoice = invoiceIn(books, number!);
  const { taken } = takeFrom(invoice, asked, payment.receivedOn, 'cash');
  must(taken.equals(applied), `invoice ${number} took ${applied}, must be ${taken.toFixed()}`);
  must(taken.isZero() === refused, `invoice ${number}: ${refused ? 'refused' : 'took'} ${taken.toFixed()}`);
  invoice.paid = invoice.paid.plus(taken);
  payment.applied = payment.applied.plus(taken);
}

export const paymentActions: FeatureActions = {
  actions: [pay],
  hears: {
    PaymentApplied: (said, books) => answered(said, books, false),
    AllocationRefused: (said, books) => answered(said, books, true),
  },
  waiting: (books) =>
    [...books.on(PAYMENTS)].flatMap(([id, { waiting }]) => (waiting.size ? [`payment ${id}`] : [])),
  finish: async (books, { store, execute }) => {
    for (const [id, { waiting }] of books.on(PAYMENTS))
      if (waiting.size) await settlePayment(store, execute, id);
  },
  agrees: (books, tables) => {
    const rows = tables.rows<PaymentRow>(payments);
    const is = rows.map((row) => [
      row.id,
      ...[row.received, row.allocated, row.pending, row.unapplied].map(plain),
    ]);
    const says = [...books.on(PAYMENTS)].map(([id, payment]) => {
      const { amount, applied } = payment;
      const pending = pendingOf(payment);
      return [id, ...[amount, applied, pending, amount.minus(applied).minus(pending)].map(plain)];
    });
    equal('payments', is, says);
    for (const row of rows) {
      const parts = [row.allocated, row.pending, row.unapplied].map((part) => new Decimal(part));
      must(!parts.some((part) => part.isNegative()), `payment ${row.id} has a part below zero`);
      equal(`payment ${row.id}`, plain(sumOf(parts)), plain(row.received));
    }
  },
  asks: (books) =>
    [...books.on(PAYMENTS)].map(([id, { amount, applied }]) => ({
      path: `/v1/payments/${id}`,
      is: (body) => [body.received, body.pending, body.unapplied].map((part) => plain(part!)),
      must: [amount, 0, amount.minus(applied)].map(plain),
    })),
};
