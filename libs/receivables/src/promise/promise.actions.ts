import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { by, ofType, once } from '../../../../test/faults/support/books/balance.js';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  nth,
  plain,
  which,
} from '../../../../test/histories/simulated/action.js';
import {
  amountOf,
  type Books,
  dayAt,
  daysTo,
  inside,
  nthOf,
  type Sheet,
} from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, invoiceNumbered, onInvoice, openOn } from '../invoice/invoice.actions.js';
import { MakePromise, WithdrawPromise } from './promise.commands.js';
import { type PromiseRow, promises } from './promise.tables.js';

interface Promised {
  id: string;
  amount: Decimal;
  madeOn: string;
  promisedOn: string;
  withdrawn: boolean;
}

/** By number of the invoice. Promises are withdrawn on the day on which the history is told, after all others. */
const PROMISES: Sheet<Map<string, Promised[]>> = { name: 'promises', blank: () => new Map() };
const promisesOf = (books: Books, number: string): Promised[] => books.on(PROMISES).get(number) ?? [];

/** What payments settled of the invoice within the days of the promise. */
const paid = (books: Books, number: string, { madeOn, promisedOn }: Promised): Decimal =>
  invoiceIn(books, number)
    .taken.filter(({ kind, received }) => kind === 'cash' && madeOn <= received! && received! <= promisedOn)
    .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

const make = action({
  do: 'promise',
  weight: 2,
  // Null: all that is open.
  draw: fc.record({ invoice: which, cents: fc.option(cents), made: day, days: fc.nat(40) }),
  words: ({ invoice, made, days, ...drawn }) =>
    `on ${dayAt(made)} promise ${drawn.cents === null ? 'all' : inCents(drawn.cents)} of the ${nth(invoice)} invoice within ${days} days`,
  command: ({ invoice, made, days, ...drawn }, books) => {
    const number = invoiceNumbered(books, invoice);
    if (number === undefined) return undefined;
    const { issuedOn, currency } = invoiceIn(books, number);
    const madeOn = inside(made, issuedOn);
    const asked = drawn.cents === null ? {} : { amount: amountOf(drawn.cents, currency) };
    return { number, madeOn, promisedOn: dayAt(daysTo(madeOn) + days), ...asked };
  },
  verdict: ({ number, madeOn, promisedOn, amount }, books) => {
    const invoice = invoiceIn(books, number);
    if (madeOn < invoice.issuedOn) return 'invalid';
    const open = openOn(invoice, madeOn);
    if (open.isZero()) return 'already-settled';
    if (open.lessThan(amount ?? 0)) return 'promise-above-open';
    const stands = (one: Promised): boolean =>
      one.madeOn <= promisedOn &&
      madeOn <= one.promisedOn &&
      !one.withdrawn &&
      paid(books, number, one).lessThan(one.amount);
    return promisesOf(books, number).some(stands) ? 'already-promised' : 'ok';
  },
  take: ({ number, madeOn, promisedOn, amount }, books, { promiseId }) => {
    const promised = new Decimal(amount ?? openOn(invoiceIn(books, number), madeOn));
    const one = { id: promiseId!, amount: promised, madeOn, promisedOn, withdrawn: false };
    books.on(PROMISES).set(number, [...promisesOf(books, number), one]);
  },
  request: ({ number, ...body }) => onInvoice(number, MakePromise, 'promises', body),
});

const withdraw = action({
  do: 'withdraw a promise',
  weight: 2,
  draw: fc.record({ promise: which }),
  words: ({ promise: one }) => `withdraw the ${nth(one)} promise`,
  command: ({ promise: one }, books) =>
    nthOf(
      [...books.on(PROMISES)].flatMap(([number, all]) => all.map(({ id }) => ({ number, promise: id }))),
      one,
    ),
  verdict: ({ number, promise: one }, books) =>
    promisesOf(books, number).find(({ id }) => id === one)!.withdrawn ? 'already-withdrawn' : 'ok',
  take: ({ number, promise: one }, books) => {
    const all = promisesOf(books, number).map((each) =>
      each.id === one ? { ...each, withdrawn: true } : each,
    );
    books.on(PROMISES).set(number, all);
  },
  request: ({ number, promise: promiseId }) => {
    const body = { reason: 'They promised another day.' };
    const { named, ...request } = onInvoice(
      number,
      WithdrawPromise,
      `promises/${promiseId}/withdrawal`,
      body,
    );
    return { ...request, named: { ...named, promiseId } };
  },
});

export const promiseActions: FeatureActions = {
  actions: [make, withdraw],
  balances: [
    {
      of: 'promises',
      projection: 'promises',
      what: 'what was promised, and by when',
      sql: 'select id::text, invoice_id, amount, promised_on, made_on, withdrawn_on from live.promises',
      must: (facts) => {
        const over = by(ofType(facts, 'PromiseWithdrawn'), 'promiseId');
        return once(facts, 'PromiseMade', 'promiseId', ({ said }) => [
          ...[said.invoiceId, new Decimal(said.amount!), said.promisedOn, said.madeOn],
          over.get(said.promiseId!)?.[0]?.said.withdrawnOn,
        ]);
      },
    },
  ],
  agrees: (books, tables) => {
    const rows = tables.rows<PromiseRow>(promises);
    for (const [number, all] of books.on(PROMISES))
      for (const { id, amount, promisedOn, withdrawn } of all) {
        const row = rows.find((one) => one.id === id);
        const is = [row?.invoice_id, row && plain(row.amount), row?.promised_on, row?.withdrawn_on !== null];
        equal(`promise ${id} of ${number}`, is, [invoiceId(number), plain(amount), promisedOn, withdrawn]);
      }
  },
};
