import { Decimal } from 'decimal.js';
import { type FeatureActions, must, plain, type Said } from '../../../../test/histories/simulated/action.js';
import type { Books } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { recoveredFor } from '../adjustment/adjustment.book.actions.js';
import { invoiceIn, takeFrom } from '../invoice/invoice.actions.js';
import {
  type AskedBack,
  figuresOf,
  freeOf,
  partsOf,
  paymentIn,
  PAYMENTS,
  sumOf,
  waits,
} from './payment.book.actions.js';
import { FinishPayment } from './payment.commands.js';
import { type PaymentRow, payments } from './payment.tables.js';

/** An invoice answers an allocation once, and takes what it can. */
function answered(said: Said, books: Books, refused: boolean): void {
  const { paymentId, allocationId, number, applied = '0' } = said;
  const payment = books.on(PAYMENTS).get(paymentId!);
  const part = payment?.parts.get(allocationId!);
  if (!payment || !part || part.taken) throw new Error(`invoice ${number} answered twice, or unasked`);
  const invoice = invoiceIn(books, number!);
  // Of what was written off the invoice has taken back for it, in the same append.
  const { amount, on: from } = part.recovery
    ? recoveredFor(books, allocationId!)
    : { amount: part.asked, on: part.askedOn };
  const { taken, on } = takeFrom(invoice, amount, from || part.askedOn, {
    ...{ kind: 'cash', received: part.received, instalment: part.instalment },
  });
  must(!part.recovery || taken.equals(amount), `invoice ${number} took less than it took back of write-offs`);
  must(taken.equals(applied), `invoice ${number} took ${applied}, must be ${taken.toFixed()}`);
  must(taken.isZero() === refused, `invoice ${number}: ${refused ? 'refused' : 'took'} ${taken.toFixed()}`);
  invoice.paid = invoice.paid.plus(taken);
  Object.assign(part, { taken, on, left: taken });
}

const backOf = (said: Said, books: Books): AskedBack | undefined => {
  const { paymentId, undoId, refundId, returnId, allocationId } = said;
  return paymentIn(books, paymentId!).askedBack.get(undoId ?? `${returnId ?? refundId} ${allocationId}`);
};

/** The invoice gives back what was asked: it is open again from its day on. */
function gaveBack(said: Said, books: Books, on: string): void {
  const { number, amount } = said;
  const asked = backOf(said, books);
  if (!asked || asked.given) throw new Error(`invoice ${number} gave back twice, or unasked`);
  const { part, goneOn = part.on } = asked;
  const from_ = goneOn > part.on ? goneOn : part.on;
  must(asked.amount.equals(amount!), `invoice ${number} gave back ${amount}, must be ${plain(asked.amount)}`);
  must(on === from_, `invoice ${number} is open again from ${on}, must be ${from_}`);
  const invoice = invoiceIn(books, number!);
  invoice.open = invoice.open.plus(asked.amount);
  invoice.paid = invoice.paid.minus(asked.amount);
  const { received, instalment } = part;
  invoice.taken.push({ on, amount: asked.amount.negated(), kind: 'cash', received, instalment });
  asked.given = true;
}

/** What the payment says it has free is what it has. */
function saysFree({ paymentId, unapplied }: Said, books: Books): void {
  const free = sumOf(freeOf(paymentIn(books, paymentId!)).values());
  must(free.equals(unapplied!), `payment ${paymentId} says ${unapplied} unapplied, must be ${plain(free)}`);
}

/** What invoices answer, and what rows and answers must say of payments. */
export const paymentSheet: Omit<FeatureActions, 'actions'> = {
  hears: {
    PaymentApplied: (said, books) => answered(said, books, false),
    AllocationRefused: (said, books) => answered(said, books, true),
    ApplicationUndone: (said, books) => gaveBack(said, books, said.appliedOn!),
    ApplicationReturned: (said, books) => gaveBack(said, books, said.reopenedOn!),
    AllocationAnswered: (said, books) => {
      const { paymentId, allocationId } = said;
      const part = paymentIn(books, paymentId!).parts.get(allocationId!)!;
      must(!!part.taken && !part.heard, `payment ${paymentId} heard an answer twice, or none was given`);
      part.heard = true;
      saysFree(said, books);
    },
    AllocationUndone: (said, books) => {
      const asked = backOf(said, books);
      must(
        !!asked?.given && !asked.heard,
        `payment ${said.paymentId} heard twice, or nothing was given back`,
      );
      asked!.heard = true;
      saysFree(said, books);
    },
  },
  waiting: (books) =>
    [...books.on(PAYMENTS)].flatMap(([id, payment]) => (waits(payment) ? [`payment ${id}`] : [])),
  finish: async (books, { execute }) => {
    for (const paymentId of books.on(PAYMENTS).keys()) {
      const key = `finish ${paymentId}`;
      const by = { actor: { id: 'system:reactor', roles: ['system'] }, correlationId: key, causationId: key };
      const context = { key, hash: '', ...by };
      await execute(Object.assign(new FinishPayment(), { paymentId, context }));
    }
  },
  overdrawn: (books) =>
    [...books.on(PAYMENTS).values()].some(
      ({ returns, askedBack }) =>
        returns.length > 0 || [...askedBack.values()].some(({ goneOn }) => goneOn !== undefined),
    ),
  agrees: (books, tables) => {
    const rows = tables.rows<PaymentRow>(payments);
    const is = rows.map((row) => [
      row.id,
      plain(new Decimal(row.received).minus(row.cancelled)),
      ...[row.allocated, row.pending, row.refunded, row.returned, row.unapplied].map(plain),
      ...[row.customer_id, row.unanswered],
    ]);
    const says = [...books.on(PAYMENTS)].map(([id, payment]) => {
      const { received, allocated, pending, refunded, returned, unapplied } = figuresOf(payment);
      const asked = partsOf(payment).filter(({ taken }) => !taken).length;
      const back = [...payment.askedBack.values()].filter(({ given }) => !given).length;
      return [
        ...[id, ...[received, allocated, pending, refunded, returned, unapplied].map(plain)],
        ...[payment.payer, asked + back],
      ];
    });
    equal('payments', is, says);
    for (const row of rows) {
      const { allocated, pending, refunded, returned, unapplied } = row;
      const { returns, askedBack } = paymentIn(books, row.id);
      const parts = [allocated, pending, refunded, returned, unapplied].map((part) => new Decimal(part));
      const received = new Decimal(row.received).minus(row.cancelled);
      equal(`payment ${row.id}`, plain(sumOf(parts)), plain(received));
      const gone = [...askedBack.values()].some(({ goneOn, given }) => goneOn !== undefined && !given);
      const [pend, free] = [new Decimal(pending), new Decimal(unapplied)];
      must(!pend.isNegative() || gone, `of payment ${row.id} ${pending} are pending`);
      must(!free.isNegative() || returns.length > 0, `of payment ${row.id} ${unapplied} are unapplied`);
    }
  },
  asks: (books) =>
    [...books.on(PAYMENTS)].map(([id, payment]) => {
      const { received, allocated, pending, refunded, returned, unapplied } = figuresOf(payment);
      return {
        path: `/v1/payments/${id}`,
        is: (body) =>
          [body.received, body.allocated, body.pending, body.refunded, body.returned, body.unapplied].map(
            (part) => plain(part!),
          ),
        must: [received, allocated, pending, refunded, returned, unapplied].map(plain),
      };
    }),
};
