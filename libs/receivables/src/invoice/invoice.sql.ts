import { type Cut, revisionAt } from '@quittance/reading';
import { LATER } from '../ledger/ledger.tables.js';
import { agreedLine } from '../reporting/agreed.sql.js';
import { lastName, lastNames } from '../reporting/named.sql.js';
import { ofSql, openAt, SUMS, summedSql } from '../ledger/sums.js';
import { nextDueSql } from './instalment/parts.cut.js';
import { withStatus } from './status.sql.js';

/** Invoices in parts, or all others: those need no look at the date of each part. */
type Apart = boolean | undefined;

/** Both in one; one after the other where all are looked at, for that look is dear over many. */
const eachApart = (whole: boolean, rows: (apart?: Apart) => string): string =>
  whole ? `${rows(false)} union all ${rows(true)}` : rows();

const ofApart = (apart: Apart, alias: string): string =>
  apart === undefined ? '' : ` and ${apart ? '' : 'not '}${alias}.aged_apart`;
const nextOf = (apart: Apart, next: () => string): string =>
  apart === false
    ? 'cross join (select null::date as due_on, null::numeric as late) next'
    : `cross join lateral (${next()}) next`;

const current = (cut: Cut, apart?: Apart): string => `
  select v.id, v.number, v.customer_id, ${nameOf(cut)} as customer_name, v.issued_on, v.due_on,
         coalesce(next.due_on, v.agreed_due_on) as agreed_due_on, next.late, v.currency, v.total, v.net, v.vat, v.paid, v.open, v.owner_id, v.aged_apart, v.revision::text,
         ${documentOf('v.voided_on is not null', 'v.sent_on is not null')} as document
  from live.invoices v left join live.customers c on c.id = v.customer_id
  ${nextOf(apart, () => nextDueSql(cut.ofAnyDay, 'v', 'v.open'))}
  where ${cut.known('v')}${ofApart(apart, 'v')}`;

/**
 * Every invoice as it stands, whatever the dates of its facts; overdue at the cut's day. With a cut at a position: those
 * that nothing touched since, whose customers may have been.
 */
export const currentInvoices = (cut: Cut, whole = false): string =>
  withStatus(
    cut,
    eachApart(whole, (apart) => current(cut, apart)),
  );

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
  select i.id, i.number, i.customer_id, i.currency, i.total, i.net, i.vat, i.issued_on, i.due_on, i.issued_at, i.aged_apart
  from live.invoices i where ${cut.counts('coalesce(i.opening_on, i.issued_on)')} and ${cut.known('i', 'issued')}`;

/** Columns of `issuedInvoices` that nothing later changes. */
export const AS_ISSUED = ['id', 'number', 'customerId', 'currency', 'total', 'issuedOn', 'dueOn'];

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

/** What it was made of and what settled it: an index leads to the lines of one, and all are read for all. */
const moneyOf = (cut: Cut, whole: boolean): string =>
  whole
    ? `join (
      select l.invoice_id as key, ${summedSql(SUMS.paid, 'l')} as paid, sum(l.amount) as open, max(l.owner_id) as owner_id
      from live.ledger_lines l where ${ofSql(SUMS.open, 'l')} and ${cut.line('l')} group by 1
    ) money on money.key = i.id`
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

const at = (cut: Cut, issued: string, whole: boolean, apart?: Apart): string => `
    select i.id, i.number, i.customer_id, named.name as customer_name, i.issued_on, i.due_on,
           coalesce(next.due_on, due.due_on, i.due_on) as agreed_due_on, next.late, i.currency, i.total, i.net, i.vat,
           money.paid, money.open, coalesce(owned.owner_id, money.owner_id) as owner_id, i.aged_apart, ${revisionAt(cut, "'invoice-' || i.id")} as revision,
           ${documentOf('marked.void', 'marked.sent')} as document
    from (${issued}${ofApart(apart, 'i')}) i
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
    ${nextOf(apart, () => nextDueSql(cut, 'i', 'money.open'))}`;

/** Invoices issued by the day and known, with what had settled, extended and reassigned them by then. */
export const invoicesAt = (cut: Cut, issued = issuedInvoices(cut), whole = false): string =>
  withStatus(
    cut,
    eachApart(whole, (apart) => at(cut, issued, whole, apart)),
  );

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
         (v.over_limit ->> 'owed') || ' ' || v.currency || ' owed with it, at most ' || (v.over_limit ->> 'limit') as why
  from live.invoices v
  where v.over_limit is not null and ${cut.counts('v.issued_on')} and ${cut.known('v', 'issued')}
    and ${openAt(cut, 'v.id')} > 0`;
