import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  day,
  type FeatureActions,
  NAMES,
  type Request,
} from '../../../../test/histories/simulated/action.js';
import { type Books, dayAt, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, INVOICES } from '../invoice/invoice.actions.js';
import { type MergeRow, merges } from '../reporting/merges.tables.js';
import { MergeCustomer, UndoMerge } from './merge.commands.js';

interface Merge {
  id: string;
  into: string;
  on: string;
  undone: boolean;
}
/** By the merged one. */
const MERGES: Sheet<Map<string, Merge[]>> = { name: 'merges', blank: () => new Map() };
export const intoOf = (books: Books, customer: string): string | undefined =>
  books
    .on(MERGES)
    .get(customer)
    ?.find(({ undone }) => !undone)?.into;

const onCustomer = (customerId: string, type: Request['type'], path: string, body: object): Request => ({
  ...{ type, body, path: `/v1/customers/${encodeURIComponent(customerId)}/${path}` },
  named: { customerId },
});

const mergeOne = action({
  do: 'merge a customer',
  weight: 1,
  draw: fc.record({ customer: fc.nat(1), merged: day }),
  words: ({ customer, merged }) =>
    `on ${dayAt(merged)} merge ${NAMES.customers[customer]} into ${NAMES.customers[1 - customer]}`,
  command: ({ customer, merged }, _books, { customers }) => ({
    ...{ customer: customers[customer]!, into: customers[1 - customer]!, on: dayAt(merged) },
  }),
  verdict: ({ customer, into }, books) =>
    intoOf(books, customer) !== undefined ? 'merged' : intoOf(books, into) !== undefined ? 'circle' : 'ok',
  take: ({ customer, into, on }, books, { mergeId }) => {
    const all = books.on(MERGES).get(customer) ?? [];
    books.on(MERGES).set(customer, [...all, { id: mergeId!, into, on, undone: false }]);
  },
  request: ({ customer, into: intoCustomerId, on: mergedOn }) =>
    onCustomer(customer, MergeCustomer, 'merge', { intoCustomerId, mergedOn, reason: 'The same firm.' }),
});

const undo = action({
  do: 'undo a merge',
  weight: 2,
  draw: fc.record({ customer: fc.nat(1) }),
  words: ({ customer }) => `undo the merge of ${NAMES.customers[customer]}`,
  command: ({ customer }, _books, { customers }) => ({ customer: customers[customer]! }),
  verdict: ({ customer }, books) => (intoOf(books, customer) === undefined ? 'not-merged' : 'ok'),
  take: ({ customer }, books) => {
    const all = books.on(MERGES).get(customer)!;
    books.on(MERGES).set(
      customer,
      all.map((one) => ({ ...one, undone: true })),
    );
  },
  request: ({ customer }) => onCustomer(customer, UndoMerge, 'merge/undo', { reason: 'They are two.' }),
});

/** Routes that name a customer: of a credit note, none of whose invoices is theirs. */
const NAMING =
  /^\/v1\/(invoices|payments(\/[^/]+\/(payer|transfers))?|credit-notes|customers\/[^/]+\/changes)$/;

function forbids({ path, body, named }: Request, books: Books): string | undefined {
  const said = { ...body, ...named } as { customerId?: string; payerId?: string };
  const customer = said.payerId ?? said.customerId;
  if (!NAMING.test(path) || customer === undefined || intoOf(books, customer) === undefined) return undefined;
  const { corrects = [], applications = [] } = body as {
    corrects?: string[];
    applications?: { invoiceId: string }[];
  };
  const invoices = [...corrects, ...applications.map((one) => one.invoiceId)];
  const theirs = [...books.on(INVOICES)].filter(([, invoice]) => invoice.customer === customer);
  return theirs.some(([number]) => invoices.includes(invoiceId(number))) ? undefined : 'merged';
}

export const mergeActions: FeatureActions = {
  actions: [mergeOne, undo],
  forbids,
  overtaken: ['merged', 'circle'],
  balances: [
    {
      of: 'merges',
      projection: 'merges',
      what: 'who is whom, from which day on, and until it was undone',
      sql: `select id::text, customer_id, into_id, merged_on, (ended_at is not null)::text from live.merges`,
      must: (facts) => {
        const undone = by(ofType(facts, 'CustomerMergeUndone'), 'mergeId');
        return once(facts, 'CustomerMerged', 'mergeId', ({ said }) => [
          ...[said.customerId, said.intoCustomerId, said.mergedOn, String(undone.has(said.mergeId!))],
        ]);
      },
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<MergeRow>(merges);
    for (const [customer, all] of books.on(MERGES))
      for (const { id, into, on, undone } of all) {
        const row = rows.find((one) => one.id === id);
        const is = [row?.customer_id, row?.into_id, row?.merged_on, row?.ended_at !== null];
        equal(`merge ${id}`, is, [customer, into, on, undone]);
      }
  },
  asks: (books) =>
    [...books.on(MERGES).keys()].map((id) => ({
      path: `/v1/customers/${encodeURIComponent(id)}`,
      is: (body) => [body.mergedInto],
      must: [intoOf(books, id)],
    })),
};
