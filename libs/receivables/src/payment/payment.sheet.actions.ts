import { Decimal } from 'decimal.js';
import { type FeatureActions, must, plain, type Said } from '../../../../test/histories/simulated/action.js';
import { type Books, nthOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceIn, takeFrom } from '../invoice/invoice.actions.js';
import { FinishPayment } from './payment.commands.js';
import { type PaymentRow, payments } from './payment.tables.js';

/** A part that was meant for an invoice. */
export interface Part {
  number: string;
  /** Whose part of the money it is. */
  party: string | null;
  asked: Decimal;
  askedOn: string;
  /** What the invoice took, and from when that counts. */
  taken?: Decimal;
  on: string;
  /** The payment has heard of it. */
  heard: boolean;
  /** Of what was taken, not asked back. */
  left: Decimal;
}

export interface Payment {
  amount: Decimal;
  currency: string;
  receivedOn: string;
  payer: string | null;
  /** By their ids. */
  parts: Map<string, Part>;
}

/** By id. */
export const PAYMENTS: Sheet<Map<string, Payment>> = { name: 'payments', blank: () => new Map() };
export const paymentIn = (books: Books, id: string): Payment => books.on(PAYMENTS).get(id)!;
/** One of those of which it can be said. */
export const onePayment = (
  books: Books,
  i: number,
  which: (payment: Payment) => boolean = () => true,
): [id: string, payment: Payment] | undefined =>
  nthOf(
    [...books.on(PAYMENTS)].filter(([, payment]) => which(payment)),
    i,
  );

export const sumOf = (amounts: Iterable<Decimal>): Decimal =>
  [...amounts].reduce((sum, amount) => sum.plus(amount), new Decimal(0));
const partsOf = ({ parts }: Payment): Part[] => [...parts.values()];

/** What of it the ledger says: what invoices took, and gave back, counts when they say so. */
function figuresOf(payment: Payment) {
  const allocated = sumOf(partsOf(payment).map(({ taken, left }) => (taken ? left : new Decimal(0))));
  const pending = sumOf(partsOf(payment).map(({ taken, asked }) => (taken ? new Decimal(0) : asked)));
  return { allocated, pending, unapplied: payment.amount.minus(allocated).minus(pending) };
}

/** What came to a customer's part of it and went from it, as the payment itself has heard. */
function movesOf(payment: Payment, party: string | null): { on: string; amount: Decimal }[] {
  const { payer, receivedOn, amount } = payment;
  return [
    ...(party === payer ? [{ on: receivedOn, amount }] : []),
    ...partsOf(payment)
      .filter((part) => part.party === party)
      .map(({ heard, on, askedOn, left, asked }) =>
        heard ? { on, amount: left.negated() } : { on: askedOn, amount: asked.negated() },
      ),
  ];
}

/** Whether so much of a customer's part is free on the day and on every later one. */
export function isFree(payment: Payment, party: string | null, asked: Decimal, from: string): boolean {
  const moves = movesOf(payment, party);
  const free = (day: string): Decimal =>
    sumOf(moves.filter(({ on }) => on <= day).map(({ amount }) => amount));
  const days = [from, ...moves.map(({ on }) => on).filter((on) => on > from)];
  return days.every((day) => asked.lessThanOrEqualTo(free(day)));
}

/** The first day on which it is free, where none is given. */
export const freeSince = (payment: Payment, party: string | null, asked: Decimal): string | undefined =>
  [payment.receivedOn, ...movesOf(payment, party).map(({ on }) => on)]
    .filter((day) => day >= payment.receivedOn)
    .sort()
    .find((day) => isFree(payment, party, asked, day));

/** Meant for invoices, each from its day on. */
export function ask(
  { parts }: Payment,
  asked: readonly { id: string; number: string; amount: string; party: string | null; on: string }[],
): void {
  for (const { id, number, amount, party, on: askedOn } of asked) {
    const part = { number, party, asked: new Decimal(amount), askedOn, on: '', heard: false };
    parts.set(id, { ...part, left: new Decimal(0) });
  }
}

/** An invoice answers an allocation once, and takes what it can. */
function answered(said: Said, books: Books, refused: boolean): void {
  const { paymentId, allocationId, number, applied = '0' } = said;
  const payment = books.on(PAYMENTS).get(paymentId!);
  const part = payment?.parts.get(allocationId!);
  if (!payment || !part || part.taken) throw new Error(`invoice ${number} answered twice, or unasked`);
  const invoice = invoiceIn(books, number!);
  const { taken, on } = takeFrom(invoice, part.asked, part.askedOn, 'cash');
  must(taken.equals(applied), `invoice ${number} took ${applied}, must be ${taken.toFixed()}`);
  must(taken.isZero() === refused, `invoice ${number}: ${refused ? 'refused' : 'took'} ${taken.toFixed()}`);
  invoice.paid = invoice.paid.plus(taken);
  Object.assign(part, { taken, on, left: taken });
}

/** What invoices answer, and what rows and answers must say of payments. */
export const paymentSheet: Omit<FeatureActions, 'actions'> = {
  hears: {
    PaymentApplied: (said, books) => answered(said, books, false),
    AllocationRefused: (said, books) => answered(said, books, true),
    AllocationAnswered: ({ paymentId, allocationId, unapplied }, books) => {
      const payment = paymentIn(books, paymentId!);
      const part = payment.parts.get(allocationId!)!;
      must(!!part.taken && !part.heard, `payment ${paymentId} heard an answer twice, or none was given`);
      part.heard = true;
      const free = sumOf(
        [...new Set([payment.payer, ...partsOf(payment).map(({ party }) => party)])].flatMap((party) =>
          movesOf(payment, party).map(({ amount }) => amount),
        ),
      );
      must(
        free.equals(unapplied!),
        `payment ${paymentId} says ${unapplied} unapplied, must be ${plain(free)}`,
      );
    },
  },
  waiting: (books) =>
    [...books.on(PAYMENTS)].flatMap(([id, payment]) =>
      partsOf(payment).some(({ heard }) => !heard) ? [`payment ${id}`] : [],
    ),
  finish: async (books, { execute }) => {
    for (const paymentId of books.on(PAYMENTS).keys()) {
      const key = `finish ${paymentId}`;
      const by = { actor: { id: 'system:reactor', roles: ['system'] }, correlationId: key, causationId: key };
      const context = { key, hash: '', ...by };
      await execute(Object.assign(new FinishPayment(), { paymentId, context }));
    }
  },
  agrees: (books, tables) => {
    const rows = tables.rows<PaymentRow>(payments);
    const is = rows.map((row) => [
      row.id,
      ...[row.received, row.allocated, row.pending, row.unapplied].map(plain),
      row.unanswered,
    ]);
    const says = [...books.on(PAYMENTS)].map(([id, payment]) => {
      const { allocated, pending, unapplied } = figuresOf(payment);
      const waits = partsOf(payment).filter(({ taken }) => !taken).length;
      return [id, ...[payment.amount, allocated, pending, unapplied].map(plain), waits];
    });
    equal('payments', is, says);
    for (const row of rows) {
      const parts = [row.allocated, row.pending, row.unapplied].map((part) => new Decimal(part));
      must(!parts.some((part) => part.isNegative()), `payment ${row.id} has a part below zero`);
      equal(`payment ${row.id}`, plain(sumOf(parts)), plain(row.received));
    }
  },
  asks: (books) =>
    [...books.on(PAYMENTS)].map(([id, payment]) => {
      const { allocated, pending, unapplied } = figuresOf(payment);
      return {
        path: `/v1/payments/${id}`,
        is: (body) =>
          [body.received, body.allocated, body.pending, body.unapplied].map((part) => plain(part!)),
        must: [payment.amount, allocated, pending, unapplied].map(plain),
      };
    }),
};
