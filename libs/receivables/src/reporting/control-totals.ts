import type { ControlTotals } from '@quittance/read-model';
import { ofSql, SUMS, summedSql } from '../ledger/sums.js';

// Amounts are texts in the facts and numeric here; all of them in the currency beside them. Added up before they become
// two lines: each look into a fact's JSON reads the whole of it.
const ISSUED = (facts: string): string => `
  select currency, v.name, v.amount from (
    select data ->> 'currency' as currency, count(*) as count, sum((data ->> 'total')::numeric) as issued
    from ${facts} f where f.type = 'InvoiceIssued' group by 1) t
  cross join lateral (values ('invoices', count), ('issued', issued)) v (name, amount)`;

const RECEIVED = (facts: string): string => `
  select currency, v.name, v.amount from (
    select data ->> 'currency' as currency, count(*) as count, sum((data ->> 'amount')::numeric) as received
    from ${facts} f where f.type = 'PaymentReceived' group by 1) t
  cross join lateral (values ('payments', count), ('received', received)) v (name, amount)`;

const CREDITED = (facts: string): string => `
  select currency, v.name, v.amount from (
    select data ->> 'currency' as currency, count(*) as count, sum((data ->> 'total')::numeric) as credited
    from ${facts} f where f.type = 'CreditNoteIssued' group by 1) t
  cross join lateral (values ('credit notes', count), ('credited', credited)) v (name, amount)`;

/** What is held for customers and was given back: receipts and documents that are no invoices, by their signs. */
const HELD = (facts: string): string => `
  select currency, v.name, v.amount from (
    select data ->> 'currency' as currency, count(*) as count, sum(case
        when type = 'CreditNoteIssued' then (data ->> 'total')::numeric
        when type in ('PaymentReceived', 'CreditNoteRefundReversed') then (data ->> 'amount')::numeric
        else -(data ->> 'amount')::numeric end) as held
    from ${facts} f
    where f.type in ('PaymentReceived', 'CreditNoteIssued', 'CreditNoteRefunded', 'CreditNoteRefundReversed',
                     'CreditNoteCancelled')
    group by 1) t
  cross join lateral (values ('receipts and credit notes', count), ('held', held)) v (name, amount)`;

const SUMMED = Object.entries(SUMS);

/** What each projection's tables must come to, per currency, and the facts they are held against. */
export const CONTROL_TOTALS: readonly ControlTotals[] = [
  {
    projection: 'invoices',
    ofTables: (at) => `
      select currency, v.name, v.amount from (
        select currency, count(*) as count, sum(total) as issued, sum(paid) as paid, sum(open) as open
        from ${at('invoices')} group by currency) t
      cross join lateral (values ('invoices', count), ('issued', issued), ('paid', paid), ('open', open)) v (name, amount)`,
    ofFacts: [ISSUED],
  },
  {
    projection: 'payments',
    ofTables: (at) => `
      select currency, v.name, v.amount from (
        select currency, count(*) as count, sum(received) as received, sum(allocated) as allocated,
               sum(pending) as pending, sum(unapplied) as unapplied
        from ${at('payments')} group by currency) t
      cross join lateral (values ('payments', count), ('received', received), ('allocated', allocated),
        ('pending', pending), ('unapplied', unapplied)) v (name, amount)`,
    ofFacts: [RECEIVED],
  },
  {
    projection: 'credit-notes',
    ofTables: (at) => `
      select currency, v.name, v.amount from (
        select currency, count(*) as count, sum(total) as credited, sum(applied) as applied, sum(refunded) as refunded,
               sum(cancelled) as cancelled, sum(on_account) as on_account
        from ${at('credit_notes')} group by currency) t
      cross join lateral (values ('credit notes', count), ('credited', credited), ('applied', applied),
        ('refunded', refunded), ('cancelled', cancelled), ('on account', on_account)) v (name, amount)`,
    ofFacts: [CREDITED],
  },
  {
    projection: 'ledger',
    // The sums of reports, and the balance of every account.
    ofTables: (at) => `
      select currency, v.name, v.amount from (
        select currency, count(*) filter (where ${ofSql(SUMS.issued, 'l')}) as invoices,
               count(*) filter (where ${ofSql(SUMS.received, 'l')} and l.kind = 'received') as payments,
               ${SUMMED.map(([name, sum]) => `${summedSql(sum, 'l')} as ${name}`).join(', ')}
        from ${at('ledger_lines')} l group by currency) t
      cross join lateral (values ('invoices', invoices), ('payments', payments),
        ${SUMMED.map(([name]) => `('${name}', ${name})`).join(', ')}) v (name, amount)
      union all select currency, 'balance of ' || account, sum(amount) from ${at('ledger_lines')} group by 1, 2`,
    ofFacts: [ISSUED, RECEIVED],
  },
  {
    projection: 'control',
    ofTables: (at) => `
      select currency, v.name, v.amount from (
        select currency, count(invoice_id) as invoices, count(*) - count(invoice_id) as others,
               coalesce(sum(amount) filter (where invoice_id is not null), 0) as issued,
               -coalesce(sum(amount) filter (where invoice_id is null), 0) as held
        from ${at('control_lines')} group by currency) t
      cross join lateral (values ('invoices', invoices), ('receipts and credit notes', others),
        ('issued', issued), ('held', held)) v (name, amount)
      union all select currency, 'moved', sum(amount) from ${at('control_moves')} group by currency`,
    ofFacts: [ISSUED, HELD],
  },
];
