import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  action,
  day,
  type FeatureActions,
  inCents,
  NAMES,
  nth,
  plain,
  which,
} from '../../../../../test/histories/simulated/action.js';
import { amountOf, dayAt, daysTo, inside, LAST_DAY } from '../../../../../test/histories/simulated/books.js';
import { equal } from '../../../../../test/histories/simulated/rules.js';
import { instalmentLines, type InstalmentLine } from '../../reporting/receivable.tables.js';
import { onPlan } from '../../plan/plan.actions.js';
import { GrantExtension } from '../extension/extension.commands.js';
import {
  currencyOf,
  invoiceId,
  invoiceIn,
  invoiceNumbered,
  INVOICES,
  onInvoice,
  openOn,
} from '../invoice.actions.js';
import { partsIn } from './parts.actions.js';
import { IssueInvoice } from '../issue/issue.commands.js';

const issue = action({
  do: 'issue in instalments',
  weight: 2,
  draw: fc.record({
    number: fc.nat(5),
    customer: fc.nat(1),
    issued: fc.nat(LAST_DAY),
    owner: fc.nat(2),
    parts: fc.array(fc.record({ cents: fc.integer({ min: 1, max: 20_000 }), days: fc.nat(50) }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
  words: ({ number, customer, issued, owner, parts }) =>
    `issue invoice ${number} to ${NAMES.customers[customer]} on ${dayAt(issued)}, owner ${NAMES.people[owner]}, in instalments: ` +
    parts.map(({ cents, days }) => `${inCents(cents)} after ${days} days more`).join(', '),
  command: ({ number, customer, issued, owner, parts }, _books, { tag, customers, people }) => {
    const currency = currencyOf(number);
    let due = issued;
    return {
      number: `${tag}-${number}`,
      customerId: customers[customer]!,
      ownerId: people[owner]!,
      issuedOn: dayAt(issued),
      currency,
      total: amountOf(
        parts.reduce((sum, { cents }) => sum + cents, 0),
        currency,
      ),
      instalments: parts.map(({ cents, days }) => ({
        dueOn: dayAt((due += days)),
        amount: amountOf(cents, currency),
      })),
    };
  },
  verdict: ({ number }, books) => (books.on(INVOICES).has(number) ? 'number-taken' : 'ok'),
  take: ({ number, customerId: customer, ownerId, issuedOn, currency, total, instalments }, books) => {
    const parts = instalments.map(({ dueOn, amount }) => ({ dueOn, amount: new Decimal(amount) }));
    books.on(INVOICES).set(number, {
      ...{
        customer,
        currency,
        open: new Decimal(total),
        paid: new Decimal(0),
        issuedOn,
        taken: [],
        agreed: [],
      },
      ...{ dueOn: parts[0]!.dueOn, parts, owners: [{ on: issuedOn, value: ownerId }] },
    });
  },
  request: (body) => ({ type: IssueInvoice, path: '/v1/invoices', body }),
});

const extend = action({
  do: 'extend an instalment',
  weight: 1,
  draw: fc.record({
    invoice: which,
    instalment: fc.nat(3),
    days: fc.constantFrom(0, 15, 30, 60),
    granted: day,
  }),
  words: ({ invoice, instalment, days, granted }) =>
    `on ${dayAt(granted)} grant the ${nth(instalment)} instalment of the ${nth(invoice)} invoice ${days} days more`,
  command: (drawn, books) => {
    const number = invoiceNumbered(books, drawn.invoice);
    if (number === undefined) return undefined;
    const { issuedOn, parts = [], dueOn } = invoiceIn(books, number);
    const instalment = drawn.instalment + 1;
    const from = parts[drawn.instalment]?.dueOn ?? dueOn;
    return {
      number,
      instalment,
      agreedDueOn: dayAt(daysTo(from) + drawn.days),
      on: inside(drawn.granted, issuedOn),
    };
  },
  verdict: ({ number, instalment, agreedDueOn, on }, books) => {
    const invoice = invoiceIn(books, number);
    if (on < invoice.issuedOn) return 'invalid';
    if (openOn(invoice, on).isZero()) return 'already-settled';
    if (onPlan(books, number, on)) return 'on-plan';
    const part = partsIn(invoice, on)[instalment - 1];
    if (!part) return 'invalid';
    if (part.open.isZero()) return 'already-settled';
    const { dueOn } = invoice.parts![instalment - 1]!;
    return agreedDueOn <= dueOn || agreedDueOn === part.due ? 'not-an-extension' : 'ok';
  },
  take: ({ number, instalment, agreedDueOn, on }, books, { extensionId: id }) =>
    void invoiceIn(books, number).agreed.push({ on, value: agreedDueOn, instalment, id }),
  request: ({ number, instalment, agreedDueOn, on: grantedOn }) =>
    onInvoice(number, GrantExtension, 'extensions', {
      ...{ agreedDueOn, instalment, grantedOn },
      reason: 'They asked.',
    }),
});

export const instalmentActions: FeatureActions = {
  actions: [issue, extend],
  agrees: (books, tables) => {
    const rows = tables.rows<InstalmentLine>(instalmentLines);
    const is = rows.map((row) => [row.invoice_id, row.number, row.due_on, plain(row.amount)]);
    const must = [...books.on(INVOICES)].flatMap(([number, { parts = [] }]) =>
      parts.map(({ dueOn, amount }, i) => [invoiceId(number), i + 1, dueOn, plain(amount)]),
    );
    equal('instalments', is, must);
  },
  asks: (books) =>
    [...books.on(INVOICES)].map(([number, invoice]) => ({
      path: `/v1/invoices/${invoiceId(number)}`,
      is: ({ instalments }) =>
        (instalments as unknown as Record<'open' | 'agreedDueOn', string>[]).map((part) => [
          ...[plain(part.open), part.agreedDueOn],
        ]),
      must: partsIn(invoice).map(({ open, due }) => [plain(open), due]),
    })),
};
