import type { ControlTotals } from '@quittance/read-model';

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
    projection: 'receivables',
    ofTables: (at) => `
      select currency, v.name, v.amount from (
        select i.currency, count(*) as count, sum(i.total) as issued, coalesce(sum(s.settled), 0) as paid
        from ${at('receivable_items')} i
        left join (select invoice_id, sum(amount) as settled from ${at('settlement_lines')} group by invoice_id) s
          using (invoice_id) group by i.currency) t
      cross join lateral (values ('invoices', count), ('issued', issued), ('paid', paid), ('open', issued - paid)) v (name, amount)
      union all select currency, kind, sum(amount) from ${at('cash_lines')} group by currency, kind`,
    ofFacts: [ISSUED],
  },
  {
    projection: 'control',
    ofTables: (at) => `
      select currency, kind, abs(sum(amount)) from ${at('control_lines')} group by currency, kind
      union all
      select currency, case kind when 'issued' then 'invoices' else 'payments' end, count(*)
      from ${at('control_lines')} group by currency, kind`,
    ofFacts: [ISSUED, RECEIVED],
  },
];
