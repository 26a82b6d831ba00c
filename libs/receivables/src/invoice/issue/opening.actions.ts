import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  action,
  cents,
  type FeatureActions,
  inCents,
  NAMES,
} from '../../../../../test/histories/simulated/action.js';
import { amountOf, dayAt, LAST_DAY } from '../../../../../test/histories/simulated/books.js';
import { currencyOf, INVOICES } from '../invoice.actions.js';
import { IssueInvoice } from './issue.commands.js';

const takeOver = action({
  do: 'take an invoice over',
  weight: 2,
  draw: fc.record({
    number: fc.nat(5),
    customer: fc.nat(1),
    cents,
    percent: fc.nat(100),
    issued: fc.nat(LAST_DAY),
    after: fc.nat(60),
    days: fc.nat(60),
    owner: fc.nat(2),
  }),
  words: ({ number, customer, issued, after, days, percent, owner, ...drawn }) =>
    `on ${dayAt(Math.min(issued + after, LAST_DAY))} take over invoice ${number} to ${NAMES.customers[customer]} over ${inCents(drawn.cents)}, of which ` +
    `${percent} % are settled, issued on ${dayAt(issued)}, due in ${days} days, owner ${NAMES.people[owner]}`,
  command: (drawn, _books, { tag, customers, people }) => {
    const currency = currencyOf(drawn.number);
    const settled = Math.floor((drawn.cents * drawn.percent) / 100);
    return {
      number: `${tag}-${drawn.number}`,
      customerId: customers[drawn.customer]!,
      ownerId: people[drawn.owner]!,
      issuedOn: dayAt(drawn.issued),
      dueOn: dayAt(drawn.issued + drawn.days),
      currency,
      total: amountOf(drawn.cents, currency),
      opening: {
        on: dayAt(Math.min(drawn.issued + drawn.after, LAST_DAY)),
        ...(settled > 0 && { settledBefore: amountOf(settled, currency) }),
      },
    };
  },
  verdict: ({ number, total, opening }, books) => {
    if (books.on(INVOICES).has(number)) return 'number-taken';
    return new Decimal(total).greaterThan(opening.settledBefore ?? 0) ? 'ok' : 'invalid';
  },
  take: ({ number, customerId: customer, ownerId, issuedOn, dueOn, currency, total, opening }, books) => {
    const open = new Decimal(total).minus(opening.settledBefore ?? 0);
    books.on(INVOICES).set(number, {
      ...{ customer, currency, open, paid: new Decimal(0), issuedOn: opening.on, dueOn, agreed: [] },
      ...{ takenOver: issuedOn, taken: [], owners: [{ on: opening.on, value: ownerId }] },
    });
  },
  request: (body) => ({ type: IssueInvoice, path: '/v1/invoices', body }),
});

export const openingActions: FeatureActions = { actions: [takeOver], agrees: () => undefined };
