import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import { action, day, type FeatureActions, NAMES } from '../../../../test/histories/simulated/action.js';
import { dayAt, LAST, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { intoOf } from '../merge/merge.actions.js';
import { DeclareInsolvency, EndInsolvency } from './insolvency.commands.js';
import { insolvencies, type InsolvencyRow } from './insolvency.tables.js';

interface Insolvency {
  customerId: string;
  since: string;
  endedOn?: string;
}

/** By id, in the order in which they were recorded. */
const INSOLVENCIES: Sheet<Map<string, Insolvency>> = { name: 'insolvencies', blank: () => new Map() };

const of = (books: Parameters<FeatureActions['agrees']>[0], customerId: string): Insolvency[] =>
  [...books.on(INSOLVENCIES).values()].filter((one) => one.customerId === customerId);

const onCustomer = (customerId: string) => ({
  path: `/v1/customers/${encodeURIComponent(customerId)}/insolvency`,
  named: { customerId },
});

const declare = action({
  do: 'declare insolvent',
  weight: 1,
  draw: fc.record({ customer: fc.nat(1), since: day }),
  words: ({ customer, since }) => `${NAMES.customers[customer]} is insolvent since ${dayAt(since)}`,
  command: ({ customer, since }, _books, { customers }) => ({
    customerId: customers[customer]!,
    since: dayAt(since),
  }),
  verdict: ({ customerId, since }, books) =>
    intoOf(books, customerId) !== undefined
      ? 'merged'
      : of(books, customerId).some(({ endedOn }) => !endedOn || since < endedOn)
        ? 'already-insolvent'
        : 'ok',
  take: ({ customerId, since }, books, { insolvencyId }) =>
    void books.on(INSOLVENCIES).set(insolvencyId!, { customerId, since }),
  request: ({ customerId, since }) => ({
    ...onCustomer(customerId),
    ...{ type: DeclareInsolvency, body: { since, reason: 'The court said so.' } },
  }),
});

const end = action({
  do: 'end an insolvency',
  weight: 1,
  draw: fc.record({ customer: fc.nat(1) }),
  words: ({ customer }) => `the insolvency of ${NAMES.customers[customer]} is over`,
  command: ({ customer }, _books, { customers }) => ({ customerId: customers[customer]! }),
  verdict: ({ customerId }, books) =>
    of(books, customerId).some(({ endedOn }) => !endedOn) ? 'ok' : 'not-insolvent',
  take: (_command, books, { insolvencyId }) =>
    void (books.on(INSOLVENCIES).get(insolvencyId!)!.endedOn = LAST),
  request: ({ customerId }) => {
    const { path, named } = onCustomer(customerId);
    return { type: EndInsolvency, path: `${path}/end`, named, body: { reason: 'It was closed.' } };
  },
});

export const insolvencyActions: FeatureActions = {
  actions: [declare, end],
  balances: [
    {
      of: 'insolvencies',
      projection: 'insolvencies',
      what: 'how long customers are insolvent',
      sql: 'select id::text, customer_id, since, ended_on from live.insolvencies',
      must: (facts) => {
        const ended = by(ofType(facts, 'CustomerInsolvencyEnded'), 'insolvencyId');
        return once(facts, 'CustomerInsolvent', 'insolvencyId', ({ said }) => [
          ...[said.customerId, said.since, ended.get(said.insolvencyId!)?.[0]?.said.endedOn],
        ]);
      },
    },
  ],
  agrees: (books, tables) => {
    const is = tables
      .rows<InsolvencyRow>(insolvencies)
      .map((row) => [row.id, row.customer_id, row.since, row.ended_on]);
    const must = [...books.on(INSOLVENCIES)].map(([id, { customerId, since, endedOn = null }]) => [
      ...[id, customerId, since, endedOn],
    ]);
    equal('insolvencies', is, must);
  },
};
