import fc from 'fast-check';
import { ofType } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  day,
  type FeatureActions,
  NAMES,
  seldom,
} from '../../../../test/histories/simulated/action.js';
import { type Books, dayAt, type Sheet } from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { handOverOf } from '../hand-over/hand-over.actions.js';
import { ChangeCustomer } from './change/change.commands.js';
import { type CustomerRow, customers } from './customer.tables.js';

interface Line {
  on: string;
  segment?: string | null;
  ownerId?: string | null;
  /** In EUR; null: none. */
  creditLimit?: string | null;
  /** The hand-over of that owner that was there. */
  despite?: string;
}
/** By customer. Nobody was registered with a segment or an owner. */
const CHANGES: Sheet<Map<string, Line[]>> = { name: 'customer changes', blank: () => new Map() };

const FIELDS = ['segment', 'ownerId', 'creditLimit'] as const;
type Field = (typeof FIELDS)[number];

/** Of the lines that name a field, the last by the day it counts from, then as recorded. */
const inForceLine = (books: Books, customer: string, field: Field, on = '9999'): Line =>
  (books.on(CHANGES).get(customer) ?? [])
    .filter((line) => line[field] !== undefined && line.on <= on)
    .reduce<Line>((last, line) => (line.on >= last.on ? line : last), { on: '' });
const inForce = (...of: Parameters<typeof inForceLine>): string | null => inForceLine(...of)[of[2]] ?? null;

/** No draft is within the limit that its customer has now: all limits of these histories are nothing. */
export const isLimited = (books: Books, customer: string): boolean =>
  inForce(books, customer, 'creditLimit') !== null;

/** Which fields a change changes: an owner who has handed over since is given it again, by name. */
function changing(books: Books, { customer, on, ...fields }: Line & { customer: string }) {
  const despite = fields.ownerId ? handOverOf(books, fields.ownerId)?.id : undefined;
  const before = inForceLine(books, customer, 'ownerId', on).despite;
  const again = despite !== undefined && despite !== before;
  const changed = FIELDS.filter(
    (field) =>
      fields[field] !== undefined &&
      ((field === 'ownerId' && again) || fields[field] !== inForce(books, customer, field, on)),
  );
  return { changed, despite };
}

const change = action({
  do: 'change a customer',
  weight: 2,
  draw: fc.record({
    customer: fc.nat(1),
    segment: seldom(3, fc.constantFrom('public', 'retail', 'none')),
    owner: seldom(2, fc.nat(3)),
    limit: seldom(3, fc.constantFrom('0.00', 'none')),
    changed: day,
  }),
  words: ({ customer, segment, owner, limit, changed }) =>
    `on ${dayAt(changed)} change ${NAMES.customers[customer]}: segment ${segment ?? 'as it is'}, ` +
    `owner ${owner === null ? 'as it is' : (NAMES.people[owner] ?? 'nobody')}, credit limit ${limit ?? 'as it is'}`,
  command: ({ customer, segment, owner, limit, changed }, _books, { customers: all, people }) => ({
    customer: all[customer]!,
    on: dayAt(changed),
    ...(segment !== null && { segment: segment === 'none' ? null : segment }),
    ...(owner !== null && { ownerId: people[owner] ?? null }),
    ...(limit !== null && { creditLimit: limit === 'none' ? null : limit }),
  }),
  verdict: (command: Line & { customer: string }, books) => {
    if (FIELDS.every((field) => command[field] === undefined)) return 'invalid';
    return changing(books, command).changed.length === 0 ? 'nothing' : 'ok';
  },
  take: (command: Line & { customer: string }, books) => {
    const { changed, despite } = changing(books, command);
    const fields = Object.fromEntries(changed.map((field) => [field, command[field]]));
    const line = { on: command.on, ...fields, ...(changed.includes('ownerId') && { despite }) };
    const { customer } = command;
    books.on(CHANGES).set(customer, [...(books.on(CHANGES).get(customer) ?? []), line]);
  },
  request: ({ customer, on: changedOn, creditLimit, ...fields }) => ({
    type: ChangeCustomer,
    path: `/v1/customers/${encodeURIComponent(customer)}/changes`,
    body: { ...fields, ...(creditLimit !== undefined && { creditLimit: { EUR: creditLimit } }), changedOn },
    named: { customerId: customer },
  }),
});

export const customerActions: FeatureActions = {
  actions: [change],
  balances: [
    {
      of: 'customer_lines',
      projection: 'customers',
      what: 'how each field changed, as it became known',
      sql: `select concat_ws(' ', position, field), of_id, effective_on from live.customer_lines`,
      must: (facts) =>
        new Map(
          ofType(facts, 'CustomerChanged').flatMap(({ at, said, data }) =>
            [...Object.keys(data.changes as object), ...(data.sealed as string[])].map((field) => [
              `${at} ${field}`,
              [said.customerId, said.changedOn],
            ]),
          ),
        ),
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<CustomerRow>(customers);
    for (const id of books.on(CHANGES).keys()) {
      const row = rows.find((one) => one.id === id);
      const must = [inForce(books, id, 'segment'), inForce(books, id, 'ownerId')];
      equal(`customer ${id}`, [row?.segment, row?.owner_id], must);
    }
  },
  asks: (books) =>
    [...books.on(CHANGES).keys()].map((id) => ({
      path: `/v1/customers/${encodeURIComponent(id)}`,
      is: (body) => [body.segment ?? null, body.ownerId],
      must: [inForce(books, id, 'segment'), inForce(books, id, 'ownerId')],
    })),
};
