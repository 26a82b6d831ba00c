import { Decimal } from 'decimal.js';
import { type Balance, by, ofType, once, revisions, Sums } from './balance.js';
import { DECIDED, openOf } from './invoices.js';
import { paymentsOf } from './payments.js';
import type { PlainFact } from './plain-fact.js';

/** One part of a credit note, as requested. */
interface Part {
  invoiceId: string;
  applicationId: string;
  amount: string;
}
const partsOf = ({ data }: PlainFact): Part[] => (data.applications ?? []) as Part[];

/** What is left of each credit note: what it was issued over, less what invoices took and what was paid out. */
function creditsOf(facts: readonly PlainFact[]): Record<'left' | 'applied' | 'refunded' | 'cancelled', Sums> {
  const [left, applied, refunded, cancelled] = [new Sums(), new Sums(), new Sums(), new Sums()];
  const move = (to: Sums | undefined, { said }: PlainFact, amount: string, sign: 1 | -1): void => {
    to?.add([said.creditNoteId], amount, sign);
    left.add([said.creditNoteId], amount, sign === 1 ? -1 : 1);
  };
  for (const fact of facts) {
    const { type, said } = fact;
    if (type === 'CreditNoteIssued') move(undefined, fact, said.total!, -1);
    if (type === 'CreditApplied') move(applied, fact, said.applied!, 1);
    if (type === 'CreditUndone') move(applied, fact, said.amount!, -1);
    if (type === 'CreditNoteRefunded') move(refunded, fact, said.amount!, 1);
    if (type === 'CreditNoteRefundReversed') move(refunded, fact, said.amount!, -1);
    if (type === 'CreditNoteCancelled') move(cancelled, fact, said.amount!, 1);
  }
  return { left, applied, refunded, cancelled };
}

/** What documents, receipts and money paid out come to, by currency and day, whatever was applied to what. */
function controlOf(facts: readonly PlainFact[]): Sums {
  const control = new Sums();
  for (const { type, said, data } of facts) {
    const [day, amount, sign] = CONTROL[type] ?? [];
    if (!day) continue;
    const opening = (data.opening as { on: string } | undefined)?.on;
    const of = new Decimal(said[amount!]!).minus(said.settledBefore ?? 0);
    control.add([said.currency, opening ?? said[day]], of, sign);
  }
  return control;
}

/** The day from which it counts, the amount, and whether more is owed by it. */
const CONTROL: Record<string, readonly [day: string, amount: string, sign: 1 | -1]> = {
  InvoiceIssued: ['issuedOn', 'total', 1],
  InvoiceVoided: ['voidedOn', 'total', -1],
  PaymentReceived: ['receivedOn', 'amount', -1],
  PaymentCancelled: ['cancelledOn', 'amount', 1],
  PaymentRefunded: ['refundedOn', 'amount', 1],
  RefundReversed: ['reversedOn', 'amount', -1],
  PaymentReturned: ['returnedOn', 'amount', 1],
  ReturnReversed: ['reversedOn', 'amount', -1],
  CreditNoteIssued: ['issuedOn', 'total', -1],
  CreditNoteRefunded: ['refundedOn', 'amount', 1],
  CreditNoteRefundReversed: ['reversedOn', 'amount', -1],
  CreditNoteCancelled: ['cancelledOn', 'amount', 1],
  ...Object.fromEntries(
    Object.entries(DECIDED).map(([type, [day, sign]]) => [type, [day, 'amount', sign] as const]),
  ),
};

const HELD = `sum(amount) from live.ledger_lines`;

export const MONEY: Balance[] = [
  {
    of: 'credit_notes',
    projection: 'credit-notes',
    what: 'what is left of a credit note, and what became of the rest',
    sql: `select id::text, number, customer_id, total, applied, refunded, cancelled, on_account, revision from live.credit_notes`,
    must: (facts) => {
      const { left, applied, refunded, cancelled } = creditsOf(facts);
      const at = revisions(facts);
      return once(facts, 'CreditNoteIssued', 'creditNoteId', ({ said, stream }) => {
        const id = said.creditNoteId!;
        if (left.of(id).isNegative()) throw new Error(`credit note ${id} gave more than it was issued over`);
        return [
          ...[said.creditNumber, said.customerId, new Decimal(said.total!), applied.of(id), refunded.of(id)],
          ...[cancelled.of(id), left.of(id), at.get(stream)],
        ];
      });
    },
  },
  {
    of: 'credit_applications',
    projection: 'credit-notes',
    what: 'what invoices answered to each part of a credit note',
    sql: 'select id::text, invoice_id, requested, status from live.credit_applications',
    must: (facts) => {
      const answers = by(ofType(facts, 'CreditApplied', 'CreditRefused'), 'applicationId');
      const parts = ofType(facts, 'CreditNoteIssued', 'CreditRequested').flatMap(partsOf);
      return new Map(
        parts.map(({ applicationId, invoiceId, amount }) => {
          const [answer] = answers.get(applicationId) ?? [];
          const status = !answer ? 'pending' : answer.type === 'CreditApplied' ? 'applied' : 'refused';
          return [applicationId, [invoiceId, new Decimal(amount), status]];
        }),
      );
    },
  },
  {
    of: 'credit_refunds',
    projection: 'credit-notes',
    what: 'what was paid out of credit notes',
    sql: 'select id::text, credit_note_id, amount, refunded_on from live.credit_refunds',
    must: (facts) =>
      once(facts, 'CreditNoteRefunded', 'refundId', ({ said }) => [
        ...[said.creditNoteId, new Decimal(said.amount!), said.refundedOn],
      ]),
  },
  {
    of: 'ledger_lines',
    projection: 'ledger',
    what: 'what is open on each invoice, by day',
    sql: `select concat_ws(' ', invoice_id, effective_on), ${HELD} where account = 'receivable'
      group by invoice_id, effective_on having sum(amount) <> 0`,
    must: (facts) => openOf(facts, true).entries(),
  },
  {
    of: 'ledger_lines',
    projection: 'ledger',
    what: 'what is held of each payment and credit note',
    sql: `select concat_ws(' ', account, document_id), ${HELD} where account in ('unapplied', 'pending', 'credit')
      group by account, document_id having sum(amount) <> 0`,
    must: (facts) => {
      const held = new Sums();
      for (const [id, { pending, unapplied }] of paymentsOf(facts))
        held.add(['pending', id], pending, -1).add(['unapplied', id], unapplied, -1);
      for (const [id, [left]] of creditsOf(facts).left.entries())
        held.add(['credit', id], left as Decimal, -1);
      return held.entries();
    },
  },
  {
    of: 'ledger_lines',
    projection: 'ledger',
    what: 'that open less held money is the control, by day',
    sql: `select concat_ws(' ', currency, effective_on), ${HELD} where account in ('receivable', 'unapplied', 'pending', 'credit')
      group by currency, effective_on having sum(amount) <> 0`,
    must: (facts) => controlOf(facts).entries(),
  },
  {
    of: 'held_days',
    projection: 'ledger',
    what: 'that it is what its lines come to, by account and day',
    sql: `select concat_ws(' ', currency, account, effective_on), sum(n), sum(amount) from (
        select currency, account, effective_on, lines as n, amount from live.held_days
        union all select currency, account, effective_on, -1, -amount from live.ledger_lines
          where account in ('unapplied', 'pending', 'credit')) b
      group by currency, account, effective_on having sum(n) <> 0 or sum(amount) <> 0`,
    must: () => new Map(),
  },
  {
    of: 'control_lines',
    projection: 'control',
    what: 'what documents and receipts come to, by day',
    sql: `select concat_ws(' ', currency, effective_on), sum(amount) from live.control_lines
      group by currency, effective_on having sum(amount) <> 0`,
    must: (facts) => controlOf(facts).entries(),
  },
  {
    of: 'control_days',
    projection: 'control',
    what: 'the control, by day',
    sql: `select concat_ws(' ', currency, effective_on), amount from live.control_days where amount <> 0`,
    must: (facts) => controlOf(facts).entries(),
  },
  {
    of: 'control_moves',
    projection: 'control',
    what: 'that the control of each customer is what they owe less what is held for them',
    sql: `with both_sides as (
        select party, currency, amount from live.ledger_lines where account in ('receivable', 'unapplied', 'pending', 'credit')
        union all select party, currency, -amount from live.control_lines
        union all select party, currency, -amount from live.control_moves)
      select concat_ws(' ', party, currency), sum(amount) from both_sides group by party, currency having sum(amount) <> 0`,
    must: () => new Map(),
  },
];
