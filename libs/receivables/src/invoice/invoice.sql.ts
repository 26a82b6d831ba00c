import { type Cut, revisionAt } from '@quittance/reading';
import { LATER, MAKING } from '../ledger/ledger.tables.js';
import { agreedLine } from '../reporting/agreed.sql.js';
import { lastName, lastNames } from '../reporting/named.sql.js';
import { ofSql, openAt, SUMS, summedSql } from '../ledger/sums.js';
import { allNextDueSql, countingLaterSql, nextDueSql } from './instalment/parts.cut.js';
import { withStatus } from './status.sql.js';
import { why } from '../reporting/why.sql.js';

/** When what is next of an invoice in parts is due: of few each is looked up by itself, of many all are worked out together. */
const nextOf = (id: string, { one, all }: { one: () => string; all?: () => string }): string =>
  all ? `left join (${all()}) next on next.invoice_id = ${id}` : `cross join lateral (${one()}) next`;

/** Dates of open parts, by which an invoice is in cells of the report: of many alone. */
const NO_DUES = 'null::date[] as dues';

/** Invoices in parts as they stand. */
const apartNow = (cut: Cut, among = 'true'): string => `
  select a.id, a.due_on, a.total, a.open from live.invoices a where a.aged_apart and ${cut.known('a')} and ${among}`;

/** Their open dates on the cut's day: other than as they stand only where something counts later, which is rare. */
const aged = (cut: Cut): string => allNextDueSql(cut, apartNow(cut, `a.id in (${countingLaterSql(cut)})`));

/** As they stood at the cut. */
const apartAt = (cut: Cut): string => `
  select i.id, i.due_on, i.total, i.total + coalesce((
    select sum(s.amount) from live.ledger_lines s where ${LATER} and s.invoice_id = i.id and ${cut.line('s')}), 0) as open
  from (${issuedInvoices(cut)} and i.aged_apart) i`;

const current = (cut: Cut, whole: boolean): string => `
  select v.id, v.number, v.customer_id, ${nameOf(cut)} as customer_name, v.issued_on, v.due_on,
         coalesce(next.due_on, v.agreed_due_on) as agreed_due_on, next.late, v.currency, v.total, v.net, v.vat, v.paid, v.open, v.owner_id, v.aged_apart, ${whole ? 'case when aged.invoice_id is null then next.dues else aged.dues end as dues' : NO_DUES}, v.revision::text,
         ${documentOf('v.voided_on is not null', 'v.sent_on is not null')} as document
  from live.invoices v left join live.customers c on c.id = v.customer_id
  ${nextOf('v.id', {
    one: () => nextDueSql(cut.ofAnyDay, 'v', 'v.open'),
    ...(whole && { all: () => allNextDueSql(cut.ofAnyDay, apartNow(cut)) }),
  })}
  ${whole ? `left join (${aged(cut)}) aged on aged.invoice_id = v.id` : ''}
  where ${cut.known('v')}`;

/**
 * Every invoice as it stands, whatever the dates of its facts; overdue at the cut's day. With a cut at a position: those
 * that nothing touched since, whose customers may have been.
 */
export const currentInvoices = (cut: Cut, whole = false): string => withStatus(cut, current(cut, whole));

const documentOf = (isVoid: string, isSent: string): string =>
  `case when ${isVoid} then 'void' when ${isSent} then 'sent' else 'issued' end`;

/** As it was known at the cut's position, also where the customer was touched since. */
const nameOf = (cut: Cut): string =>
  `case when ${cut.known('c')} then c.name else (${lastName(cut, 'v.customer_id')}) end`;

/** The others: as they stood at the cut's position. */
export const touchedInvoices = (cut: Cut): string =>
  invoicesAt(cut, `${issuedInvoices(cut)} and not (${cut.known('i')})`);

/** Invoices issued by the day and known, as issued. */
export const issuedInvoices = (cut: Cut): string => `
  select i.id, i.number, i.customer_id, i.currency, i.total, i.net, i.vat, i.issued_on, i.due_on, i.issued_at, i.aged_apart, i.owner_id, i.assigned_on
  from live.invoices i where ${cut.counts('coalesce(i.opening_on, i.issued_on)')} and ${cut.known('i', 'issued')}`;

/** Columns of `issuedInvoices` that nothing later changes. */
export const AS_ISSUED = ['id', 'number', 'customerId', 'currency', 'total', 'issuedOn', 'dueOn'];

/** Whether an issued invoice `r` may have the word: in its number, or in a name that its customer ever had. @param is the condition that a text has it */
export const hasWordEver = (is: (text: string) => string): string =>
  `(${is('r.number')} or r.customer_id in (
    select p.party_id from live.party_lines p where p.party = 'customer' and p.name is not null and ${is('p.name')}))`;

/** What is looked up beside each invoice `i`, by its id: `select` yields `key` and the columns, of rows that a condition leaves. */
interface Beside {
  name: string;
  select: (of: (column: string) => string) => string;
}

/** Of few invoices each is looked up by itself; of all of them one pass over the lines is cheaper than a look at each. */
const beside = (whole: boolean, key: string, { name, select }: Beside): string =>
  whole
    ? `left join (${select(() => 'true')}) ${name} on ${name}.key = ${key}`
    : `left join lateral (${select((column) => `${column} = ${key}`)}) ${name} on true`;

/**
 * What it was made of and what settled it: an index leads to the lines of one. Of all, only what came later is added up: the line that
 * made an invoice says no more than its row does, but for who owned it at first.
 */
const moneyOf = (cut: Cut, whole: boolean): string =>
  whole
    ? `left join (
      select l.invoice_id as key, ${summedSql(SUMS.paid, 'l')} as paid, sum(l.amount) as open
      from live.ledger_lines l where ${LATER} and ${cut.line('l')} group by 1
    ) later on later.key = i.id
    cross join lateral (
      select coalesce(later.paid, 0) as paid, i.total + coalesce(later.open, 0) as open,
        case when i.assigned_on is null then i.owner_id
             else (select m.owner_id from live.ledger_lines m where m.position = i.issued_at and m.${MAKING}) end as owner_id
    ) money`
    : `cross join lateral (
      select settled.paid, made.open + settled.open as open, made.owner_id
      from (
        select sum(m.amount) as open, max(m.owner_id) as owner_id
        from live.ledger_lines m where m.position = i.issued_at and ${ofSql(SUMS.open, 'm')} having count(*) > 0
      ) made
      cross join (
        select ${summedSql(SUMS.paid, 's')} as paid, ${summedSql(SUMS.open, 's')} as open from live.ledger_lines s
        where ${LATER} and s.position <> i.issued_at and s.invoice_id = i.id and ${cut.line('s')}
      ) settled
    ) money`;

const at = (cut: Cut, issued: string, whole: boolean): string => `
    select i.id, i.number, i.customer_id, named.name as customer_name, i.issued_on, i.due_on,
           coalesce(next.due_on, due.due_on, i.due_on) as agreed_due_on, next.late, i.currency, i.total, i.net, i.vat,
           money.paid, money.open, coalesce(owned.owner_id, money.owner_id) as owner_id, i.aged_apart, ${whole ? 'next.dues' : NO_DUES}, ${revisionAt(cut, "'invoice-' || i.id")} as revision,
           ${documentOf('marked.void', 'marked.sent')} as document
    from (${issued}) i
    ${moneyOf(cut, whole)}
    ${beside(whole, 'i.id', lastOf('due', 'due_date_lines', 'due_on', agreedLine(cut, 'l')))}
    ${beside(whole, 'i.id', lastOf('owned', 'owner_lines', 'owner_id', cut.line('l')))}
    ${beside(whole, 'i.customer_id', { name: 'named', select: (of) => lastNames(cut, of) })}
    ${beside(whole, 'i.id', {
      name: 'marked',
      select: (of) => `
      select l.invoice_id as key, bool_or(l.document = 'void') as void, bool_or(l.document = 'sent') as sent
      from live.document_lines l where ${of('l.invoice_id')} and ${cut.line('l')} group by 1`,
    })}
    ${nextOf('i.id', {
      one: () => nextDueSql(cut, 'i', 'money.open'),
      ...(whole && { all: () => allNextDueSql(cut, apartAt(cut)) }),
    })}`;

/** Invoices issued by the day and known, with what had settled, extended and reassigned them by then. */
export const invoicesAt = (cut: Cut, issued = issuedInvoices(cut), whole = false): string =>
  withStatus(cut, at(cut, issued, whole));

/** What the last line of a table about an invoice says in a column. */
const lastOf = (name: string, table: string, column: string, counts: string): Beside => ({
  name,
  select: (of) => `
  select distinct on (l.invoice_id) l.invoice_id as key, l.${column} from live.${table} l where ${of('l.invoice_id')} and ${counts}
  order by l.invoice_id, l.effective_on desc, l.position desc`,
});

/** Invoices that brought their customers above their credit limit, of which something is open. */
export const issuedOverLimit = (cut: Cut): string => `
  select v.id as source, v.id as invoice_id, v.customer_id, null as owner_id, v.issued_on as since,
         ${openAt(cut, 'v.id')} as amount, v.currency,
         ${why('{owed} {currency} owed with it, at most {limit}', {
           owed: "v.over_limit ->> 'owed'",
           limit: "v.over_limit ->> 'limit'",
           currency: 'v.currency',
         })}
  from live.invoices v
  where v.over_limit is not null and ${cut.counts('v.issued_on')} and ${cut.known('v', 'issued')}
    and ${openAt(cut, 'v.id')} > 0`;
