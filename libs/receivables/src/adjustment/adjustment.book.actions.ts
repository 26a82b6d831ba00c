import { Decimal } from 'decimal.js';
import { must, type Said } from '../../../../test/histories/simulated/action.js';
import { type Books, type Sheet } from '../../../../test/histories/simulated/books.js';
import { type Invoice, invoiceIn, openOn } from '../invoice/invoice.actions.js';
import { limitIn } from '../settings/settings.actions.js';

export interface Adjustment {
  id: string;
  kind: string;
  amount: Decimal;
  /** The day it counts from, or was asked for. */
  on: string;
  state: 'requested' | 'refused' | 'recorded';
  /** What of it was taken back, or recovered by money. */
  back: Decimal;
}

/** What allocations took back of write-offs, by their ids. */
const RECOVERED: Sheet<Map<string, { amount: Decimal; on: string }>> = {
  name: 'recovered',
  blank: () => new Map(),
};
export const recoveredFor = (books: Books, allocationId: string): { amount: Decimal; on: string } =>
  books.on(RECOVERED).get(allocationId) ?? { amount: new Decimal(0), on: '' };

/** By number of the invoice. */
export const ADJUSTMENTS: Sheet<Map<string, Adjustment[]>> = { name: 'adjustments', blank: () => new Map() };
export const of = (books: Books, number: string): Adjustment[] => books.on(ADJUSTMENTS).get(number) ?? [];
export const oneOf = (books: Books, number: string, id: string): Adjustment =>
  of(books, number).find((each) => each.id === id)!;

/** What may be taken from that day on: the least that is open on it or later. */
export const leastOpen = (invoice: Invoice, on: string): Decimal =>
  Decimal.min(
    ...[on, ...invoice.taken.map((line) => line.on)]
      .filter((each) => each >= on)
      .map((each) => openOn(invoice, each)),
  );

/** No invoice of these histories gives a discount: one always needs a second person. */
export const DISCOUNT = 'early-payment-discount';

/** Whether a second person must approve it. Nobody asks the ledger here: where a limit of the year is set, it counts as over. */
export function needsTwo(books: Books, number: string, kind: string, amount: Decimal): boolean {
  const { currency } = invoiceIn(books, number);
  const limit = (name: string): Decimal | undefined => limitIn(books, name, currency);
  const ofWriteOffs = limit('writeOffSecondPersonFrom');
  const from =
    kind === 'bank-charge'
      ? (limit('bankChargeSecondPersonFrom') ?? ofWriteOffs)
      : kind === 'write-off'
        ? ofWriteOffs
        : undefined;
  const ofYear = { 'write-off': 'writeOffPerCustomerYear', tolerance: 'tolerancePerCustomerYear' }[kind];
  return (
    kind === DISCOUNT ||
    (from?.lessThanOrEqualTo(amount) ?? false) ||
    (ofYear !== undefined && limit(ofYear) !== undefined)
  );
}

/** A tolerance that nobody may give: above its limit, or a second one. */
export function bounded(books: Books, number: string, kind: string, amount: Decimal): string | undefined {
  if (kind !== 'tolerance') return undefined;
  const most = limitIn(books, 'tolerancePerInvoice', invoiceIn(books, number).currency) ?? new Decimal(0);
  if (amount.greaterThan(most)) return 'over-limit';
  const isBack = (one: Adjustment): boolean => one.state === 'recorded' && leftOf(one).isZero();
  const others = of(books, number).filter(
    (one) => one.kind === kind && one.state !== 'refused' && !isBack(one),
  );
  return others.length > 0 ? 'tolerance-taken' : undefined;
}

export const waiting = (books: Books, number: string): Decimal =>
  of(books, number)
    .filter(({ state }) => state === 'requested')
    .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

export function count(invoice: Invoice, one: Adjustment): void {
  one.state = 'recorded';
  invoice.open = invoice.open.minus(one.amount);
  invoice.taken.push({ on: one.on, amount: one.amount, kind: one.kind });
}

export const leftOf = ({ amount, back }: Adjustment): Decimal => amount.minus(back);

/** Numbers of the invoices of which something is written off. */
export const writtenOff = (books: Books): string[] =>
  [...books.on(ADJUSTMENTS)].flatMap(([number, all]) =>
    all.some((one) => one.kind === 'write-off' && one.state === 'recorded' && leftOf(one).greaterThan(0))
      ? [number]
      : [],
  );

/** It is open again; negative: it is settled once more. */
export function takenBack(invoice: Invoice, one: Adjustment, amount: Decimal, on: string): void {
  one.back = one.back.plus(amount);
  invoice.open = invoice.open.plus(amount);
  invoice.taken.push({ on, amount: amount.negated(), kind: one.kind });
}

/** Money took what was written off, or gave it back: facts that come with what an invoice answers. */
export function recovered(said: Said, books: Books, sign: 1 | -1, on: string): void {
  const { number, writeOffId, allocationId } = said;
  const amount = new Decimal(said.amount!).times(sign);
  const one = oneOf(books, number!, writeOffId!);
  const before = recoveredFor(books, allocationId!);
  must(on >= one.on, `invoice ${number}: recovered from ${on}, before it was written off`);
  takenBack(invoiceIn(books, number!), one, amount, on);
  must(
    !leftOf(one).isNegative() && !one.back.isNegative(),
    `invoice ${number}: more was recovered than written off`,
  );
  const after = before.amount.plus(amount);
  must(!after.isNegative(), `invoice ${number}: more is written off again than was recovered`);
  books.on(RECOVERED).set(allocationId!, { amount: after, on });
}
