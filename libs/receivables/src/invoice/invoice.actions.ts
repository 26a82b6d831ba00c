import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { ofType, type Value } from '../../../../test/faults/support/books/balance.js';
import type { PlainFact } from '../../../../test/faults/support/books/plain-fact.js';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  NAMES,
  nth,
  plain,
  type Request,
  which,
} from '../../../../test/histories/simulated/action.js';
import {
  amountOf,
  type Books,
  dayAt,
  inside,
  LAST_DAY,
  nthOf,
  type Sheet,
} from '../../../../test/histories/simulated/books.js';
import { ENTITY } from '../../../../test/histories/simulated/requests.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceIdOf } from '../streams.js';
import { type InvoiceRow, invoices } from './invoice.tables.js';
import { IssueInvoice } from './issue/issue.commands.js';
import { AssignOwner } from './owner/owner.commands.js';

type Lines = { on: string; value: string; instalment?: number; id?: string; revokedOn?: string }[];

/** An invoice in the books. */
export interface Invoice {
  customer: string;
  currency: string;
  open: Decimal;
  /** Paid with money. */
  paid: Decimal;
  /** What settled it, by the day it counts from; negative: taken back. */
  taken: { on: string; amount: Decimal; received?: string; kind: string; instalment?: number }[];
  /** From when it counts. */
  issuedOn: string;
  /** When it was issued, where it was taken over from elsewhere: sent by then. */
  takenOver?: string;
  dueOn: string;
  /** Of an invoice in instalments. */
  parts?: { dueOn: string; amount: Decimal }[];
  agreed: Lines;
  owners: Lines;
}

/** By number. */
export const INVOICES: Sheet<Map<string, Invoice>> = { name: 'invoices', blank: () => new Map() };

/** One of the invoices in the books, by its number. */
export const invoiceNumbered = (books: Books, i: number): string | undefined =>
  nthOf([...books.on(INVOICES).keys()], i);
export const invoiceIn = (books: Books, number: string): Invoice => books.on(INVOICES).get(number)!;
export const invoiceId = (number: string): string => invoiceIdOf(ENTITY, number);

/** The invoice takes of what is asked as much as it can. @returns what it took */
export function takeFrom(
  invoice: Invoice,
  asked: Decimal,
  from: string,
  about: { kind: string; received?: string; instalment?: number },
): { taken: Decimal; on: string } {
  const taken = Decimal.min(asked, invoice.open);
  const first = from > invoice.issuedOn ? from : invoice.issuedOn;
  // What came back is open from its own day on: the first one from which so much is open for good.
  const days = [first, ...invoice.taken.map((line) => line.on).filter((day) => day > first)].sort();
  const on = days.find((day) => days.every((each) => each < day || openOn(invoice, each).gte(taken)))!;
  invoice.open = invoice.open.minus(taken);
  invoice.taken.push({ on, amount: taken, ...about });
  return { taken, on };
}

/** What settled it after that day was open on it. */
export const openOn = ({ open, taken }: Invoice, on: string): Decimal =>
  taken.reduce((sum, line) => (line.on > on ? sum.plus(line.amount) : sum), open);

/** Whether it counts on a day and was not revoked by then. */
export const holds = (line: Lines[number], on: string): boolean =>
  line.on <= on && !(line.revokedOn && line.revokedOn <= on);

/** The last one by the day it counts from, then as recorded. */
export const inForce = (lines: Lines, on = '9999'): string | undefined =>
  lines.reduce<Lines[number] | undefined>(
    (last, line) => (holds(line, on) && line.on >= (last?.on ?? '') ? line : last),
    undefined,
  )?.value;

/** Every third invoice is in a currency without decimals, every fourth of the rest in one with three. */
export const currencyOf = (number: number): string =>
  number % 3 === 2 ? 'JPY' : number % 4 === 3 ? 'KWD' : 'EUR';

/** About one invoice. */
export const onInvoice = (number: string, type: Request['type'], path: string, body: object): Request => {
  const id = invoiceId(number);
  return { type, path: `/v1/invoices/${id}/${path}`, body, named: { invoiceId: id } };
};

const issue = action({
  do: 'issue',
  weight: 5,
  draw: fc.record({
    number: fc.nat(5),
    customer: fc.nat(1),
    cents,
    issued: fc.nat(LAST_DAY + 20),
    days: fc.nat(120),
    owner: fc.nat(2),
  }),
  words: ({ number, customer, issued, days, owner, ...drawn }) =>
    `issue invoice ${number} to ${NAMES.customers[customer]} over ${inCents(drawn.cents)} on ${dayAt(issued)}, ` +
    `due in ${days} days, owner ${NAMES.people[owner]}`,
  command: (drawn, _books, { tag, customers, people }) => {
    const currency = currencyOf(drawn.number);
    return {
      number: `${tag}-${drawn.number}`,
      customerId: customers[drawn.customer]!,
      ownerId: people[drawn.owner]!,
      issuedOn: dayAt(drawn.issued),
      dueOn: dayAt(drawn.issued + drawn.days),
      currency,
      total: amountOf(drawn.cents, currency),
    };
  },
  verdict: ({ number }, books) => (books.on(INVOICES).has(number) ? 'number-taken' : 'ok'),
  take: ({ number, customerId: customer, ownerId, issuedOn, dueOn, currency, total }, books) => {
    const owners = [{ on: issuedOn, value: ownerId }];
    const amounts = { open: new Decimal(total), paid: new Decimal(0) };
    books
      .on(INVOICES)
      .set(number, { customer, currency, ...amounts, issuedOn, dueOn, taken: [], agreed: [], owners });
  },
  request: (body) => ({ type: IssueInvoice, path: '/v1/invoices', body }),
});

const reassign = action({
  do: 'reassign',
  weight: 2,
  draw: fc.record({ invoice: which, owner: fc.nat(2), assigned: day }),
  words: ({ invoice, owner, assigned }) =>
    `on ${dayAt(assigned)} hand the ${nth(invoice)} invoice to ${NAMES.people[owner]}`,
  command: (drawn, books, { people }) => {
    const number = invoiceNumbered(books, drawn.invoice);
    if (number === undefined) return undefined;
    const { issuedOn } = invoiceIn(books, number);
    return { number, owner: people[drawn.owner]!, on: inside(drawn.assigned, issuedOn) };
  },
  verdict: ({ number, owner, on }, books) => {
    const { issuedOn, owners } = invoiceIn(books, number);
    if (on < issuedOn) return 'invalid';
    return owner === inForce(owners, on) ? 'nothing' : 'ok';
  },
  take: ({ number, owner, on }, books) => void invoiceIn(books, number).owners.push({ on, value: owner }),
  request: ({ number, owner: ownerId, on: assignedOn }) =>
    onInvoice(number, AssignOwner, 'owner', { ownerId, assignedOn, reason: 'Takes over.' }),
});

/** By invoice and number, counted from the day on which the invoice is. */
const instalmentsIn = ({ at, said, data }: PlainFact): [string, Value[]][] =>
  ((data.instalments ?? []) as { dueOn: string; amount: string }[]).map(({ dueOn, amount }, i) => [
    `${said.invoiceId} ${i + 1}`,
    [dueOn, new Decimal(amount), (data.opening as { on: string } | undefined)?.on ?? said.issuedOn, at],
  ]);

export const invoiceActions: FeatureActions = {
  actions: [issue, reassign],
  balances: [
    {
      of: 'instalment_lines',
      projection: 'receivables',
      what: 'the instalments, as issued',
      sql: `select concat_ws(' ', invoice_id, number), due_on, amount, effective_on, position from live.instalment_lines`,
      must: (facts) => new Map(ofType(facts, 'InvoiceIssued').flatMap(instalmentsIn)),
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<InvoiceRow>(invoices);
    const is = rows.map((row) => [row.id, plain(row.open), plain(row.paid), row.agreed_due_on, row.owner_id]);
    const must = [...books.on(INVOICES)].map(([number, { open, paid, dueOn, agreed, owners }]) => [
      invoiceId(number),
      plain(open),
      plain(paid),
      inForce(agreed) ?? dueOn,
      inForce(owners),
    ]);
    equal('invoices', is, must);
    for (const { number, open, total } of rows)
      if (new Decimal(open).isNegative() || new Decimal(open).greaterThan(total))
        throw new Error(`invoice ${number}: ${open} is open of ${total}`);
  },
  asks: (books) =>
    [...books.on(INVOICES)].map(([number, invoice]) => ({
      path: `/v1/invoices/${invoiceId(number)}`,
      is: (body) => [plain(body.open!), body.ownerId],
      must: [plain(invoice.open), inForce(invoice.owners)],
    })),
};
