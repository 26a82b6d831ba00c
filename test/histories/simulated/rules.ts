import { invoiceIdOf } from '@quittance/receivables';
import { Decimal } from 'decimal.js';
import { type DisputeLine, disputeLines } from '../../../libs/receivables/src/dispute/dispute.tables.js';
import { type InvoiceRow, invoices } from '../../../libs/receivables/src/invoice/invoice.tables.js';
import { type PaymentRow, payments } from '../../../libs/receivables/src/payment/payment.tables.js';
import { disputedOn, inForce, type Model } from './model.js';
import { type Aged, agingOf } from './report.js';
import { ENTITY } from './requests.js';
import type { Tables } from './tables.js';

/** @throws Error naming both, or for texts of many lines the first line that only one has */
export function equal(what: string, is: unknown, must: unknown): void {
  const [left, right] = [JSON.stringify(is), JSON.stringify(must)];
  if (left === right) return;
  if (typeof is !== 'string' || typeof must !== 'string')
    throw new Error(`${what}: is ${left}, must be ${right}`);
  const only = (mine: string, other: string): string | undefined => {
    const others = new Set(other.split('\n'));
    return mine.split('\n').find((line) => !others.has(line));
  };
  throw new Error(`${what}: is ${only(is, must)}, must be ${only(must, is)}`);
}

const plain = (amount: Decimal | string): string => new Decimal(amount).toFixed();

/** The rows say what the model says: what is open, until when, whose; what each payment settled and did not. */
export function agreesWith(model: Model, tables: Tables): void {
  const is = tables
    .rows<InvoiceRow>(invoices)
    .map((row) => [
      row.id,
      plain(row.open),
      plain(new Decimal(row.total).minus(row.paid)),
      row.agreed_due_on,
      row.owner_id,
    ]);
  const must = [...model.invoices].map(([number, { open, dueOn, agreed, owners }]) => [
    invoiceIdOf(ENTITY, number),
    plain(open),
    plain(open),
    inForce(agreed) ?? dueOn,
    inForce(owners),
  ]);
  equal('invoices', is, must);
  const paid = tables
    .rows<PaymentRow>(payments)
    .map((row) => [
      row.id,
      plain(row.received),
      plain(row.allocated),
      plain(row.pending),
      plain(row.unapplied),
    ]);
  const mustBe = [...model.payments].map(([id, { amount, applied, waiting }]) => {
    const pending = [...waiting.values()].reduce((sum, part) => sum.plus(part), new Decimal(0));
    return [id, plain(amount), plain(applied), plain(pending), plain(amount.minus(applied).minus(pending))];
  });
  equal('payments', paid, mustBe);
  // Of each invoice, on every day on which a dispute begins or is over.
  const lines = tables.rows<DisputeLine>(disputeLines);
  for (const [number, invoice] of model.invoices)
    for (const { on, over = on } of invoice.disputes)
      for (const day of [on, over]) {
        const counted = lines.filter(
          (line) => line.invoice_id === invoiceIdOf(ENTITY, number) && line.effective_on <= day,
        );
        const sum = counted.reduce((all, line) => all.plus(line.amount), new Decimal(0));
        equal(`disputed of ${number} on ${day}`, plain(sum), plain(disputedOn(invoice, day)));
      }
}

/** Money in is money accounted for, nothing is below zero, buckets partition what is open: on any day. */
export function isLegal(tables: Tables, asOf: string, at: bigint): void {
  for (const [currency, aged] of Object.entries(agingOf(tables, asOf, at))) {
    const { buckets, open, unapplied, pending, control } = aged;
    const inBuckets = Object.values(buckets).reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));
    equal(`${currency} in buckets as of ${asOf}`, plain(inBuckets), open);
    equal(
      `${currency} open - unapplied - pending as of ${asOf}`,
      plain(new Decimal(open).minus(unapplied).minus(pending)),
      control,
    );
    for (const amount of [open, unapplied, pending, ...Object.values(buckets).map((bucket) => bucket.amount)])
      if (new Decimal(amount).isNegative()) throw new Error(`${currency} as of ${asOf} is ${amount}`);
  }
  for (const { number, open, total } of tables.rows<InvoiceRow>(invoices))
    if (new Decimal(open).isNegative() || new Decimal(open).greaterThan(total))
      throw new Error(`invoice ${number}: ${open} is open of ${total}`);
  for (const row of tables.rows<PaymentRow>(payments)) {
    const parts = [row.allocated, row.pending, row.unapplied].map((amount) => new Decimal(amount));
    if (parts.some((amount) => amount.isNegative()))
      throw new Error(`payment ${row.id} has a part below zero`);
    equal(`payment ${row.id}`, plain(parts.reduce((sum, part) => sum.plus(part))), plain(row.received));
  }
}

export const bytesOf = (aged: Record<string, Aged>): string => JSON.stringify(aged);
