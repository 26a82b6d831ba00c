import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import {
  action,
  cents,
  day,
  type FeatureActions,
  inCents,
  nth,
  plain,
  type Request,
  seldom,
  which,
} from '../../../../test/histories/simulated/action.js';
import {
  amountOf,
  type Books,
  dayAt,
  inside,
  LAST,
  nthOf,
} from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceIn, invoiceNumbered, onInvoice } from '../invoice/invoice.actions.js';
import { adjustmentBalances } from './adjustment.balances.actions.js';
import {
  type Adjustment,
  ADJUSTMENTS,
  bounded,
  count,
  DISCOUNT,
  leastOpen,
  leftOf,
  needsTwo,
  of,
  oneOf,
  recovered,
  takenBack,
  waiting,
} from './adjustment.book.actions.js';
import {
  ApproveSettlement,
  ApproveWriteOff,
  RefuseSettlement,
  RefuseWriteOff,
  RequestSettlement,
  RequestWriteOff,
  UndoSettlement,
} from './adjustment.commands.js';
import { type AdjustmentLine, adjustmentLines } from './adjustment.tables.js';

const SECOND_PERSON = 'mara';

const settle = action({
  do: 'settle',
  weight: 3,
  // Null: a write-off of all that is open.
  draw: fc.record({
    invoice: which,
    kind: fc.constantFrom('write-off', 'bank-charge', 'tolerance', DISCOUNT),
    cents: fc.option(cents),
    on: day,
  }),
  words: ({ invoice, kind, on, ...drawn }) =>
    `on ${dayAt(on)} settle ${drawn.cents === null ? 'all' : inCents(drawn.cents)} of the ${nth(invoice)} invoice by ${kind}`,
  command: ({ invoice, kind, on, ...drawn }, books) => {
    const number = invoiceNumbered(books, invoice);
    if (number === undefined) return undefined;
    const { issuedOn, currency } = invoiceIn(books, number);
    if (drawn.cents === null && kind !== 'write-off') return undefined;
    const amount = drawn.cents === null ? undefined : amountOf(drawn.cents, currency);
    return { number, kind, on: inside(on, issuedOn), ...(amount && { amount }) };
  },
  verdict: ({ number, kind, on, amount }, books) => {
    const invoice = invoiceIn(books, number);
    if (on < invoice.issuedOn) return 'invalid';
    const open = leastOpen(invoice, on);
    if (!open.greaterThan(0)) return 'already-settled';
    const asked = amount === undefined ? open.minus(waiting(books, number)) : new Decimal(amount);
    if (!asked.greaterThan(0) || asked.greaterThan(open)) return 'more-than-open';
    const no = bounded(books, number, kind, asked);
    if (no !== undefined) return no;
    const waits = needsTwo(books, number, kind, asked) ? waiting(books, number) : 0;
    return asked.plus(waits).greaterThan(open) ? 'more-than-open' : 'ok';
  },
  take: ({ number, kind, on, amount }, books, { writeOffId, settlementId = writeOffId }) => {
    const invoice = invoiceIn(books, number);
    const taken =
      amount === undefined ? leastOpen(invoice, on).minus(waiting(books, number)) : new Decimal(amount);
    const one: Adjustment = {
      ...{ id: settlementId!, kind, amount: taken, on, state: 'requested' },
      back: new Decimal(0),
    };
    const waits = needsTwo(books, number, kind, taken);
    books.on(ADJUSTMENTS).set(number, [...of(books, number), one]);
    if (!waits) count(invoice, one);
  },
  request: ({ number, kind, on, amount }) =>
    kind === 'write-off'
      ? onInvoice(number, RequestWriteOff, 'write-offs', {
          ...(amount && { amount }),
          ...{ reasonCode: 'uncollectable', reason: 'They are gone.', requestedOn: on },
        })
      : onInvoice(number, RequestSettlement, 'settlements', { kind, amount, on, reason: 'It was so.' }),
});

/** One of those that were asked for, of the invoices that have some: few have. */
const drawnOf = (books: Books, invoice: number, i: number, kinds = (_one: Adjustment) => true) => {
  const all = [...books.on(ADJUSTMENTS)].map(([number, of]) => ({ number, of: of.filter(kinds) }));
  const drawn = nthOf(
    all.filter(({ of }) => of.length > 0),
    invoice,
  );
  if (!drawn) return undefined;
  const { id, kind } = nthOf(drawn.of, i)!;
  return { number: drawn.number, id, isWriteOff: kind === 'write-off' };
};
/** A write-off has a path of its own. */
function onAdjustment(
  { number, id, isWriteOff }: { number: string; id: string; isWriteOff: boolean },
  [writeOff, settlement]: [writeOff: Request['type'], settlement: Request['type']],
  step: string,
  body: object,
): Request {
  const [type, kind] = isWriteOff ? [writeOff, 'write-offs'] : [settlement, 'settlements'];
  const { named, ...request } = onInvoice(number, type, `${kind}/${id}/${step}`, body);
  return { ...request, named: { ...named, [isWriteOff ? 'writeOffId' : 'settlementId']: id } };
}

/** For a second person, who mostly decides on what needs one. */
const toDecide = (books: Books, invoice: number, i: number) =>
  (i < 2 ? drawnOf(books, invoice, i, ({ state }) => state === 'requested') : undefined) ??
  drawnOf(books, invoice, i);

const approve = action({
  do: 'approve',
  weight: 3,
  draw: fc.record({
    invoice: which,
    adjustment: fc.nat(2),
    on: seldom(3, day),
    alone: seldom(4, fc.constant(true)),
  }),
  words: ({ invoice, adjustment, alone }) =>
    `${alone ? 'who asked for it' : 'somebody else'} approves the ${nth(adjustment)} settlement of the ${nth(invoice)} invoice`,
  command: ({ invoice, adjustment, on, alone }, books) => {
    const drawn = toDecide(books, invoice, adjustment);
    return drawn && { ...drawn, alone: alone === true, ...(on !== null && { on: dayAt(on) }) };
  },
  verdict: ({ number, id, isWriteOff, on, alone }, books) => {
    const one = oneOf(books, number, id);
    if (one.state !== 'requested') return 'already-decided';
    const from = on ?? (isWriteOff ? LAST : one.on);
    if (from < one.on) return 'invalid';
    if (alone) return 'same-person';
    return one.amount.greaterThan(leastOpen(invoiceIn(books, number), from)) ? 'less-open' : 'ok';
  },
  take: ({ number, id, isWriteOff, on }, books) => {
    const one = oneOf(books, number, id);
    one.on = on ?? (isWriteOff ? LAST : one.on);
    count(invoiceIn(books, number), one);
  },
  request: ({ on, alone, ...of }) => ({
    ...onAdjustment(of, [ApproveWriteOff, ApproveSettlement], 'approval', { ...(on && { approvedOn: on }) }),
    ...(!alone && { by: SECOND_PERSON }),
  }),
});

const refuse = action({
  do: 'refuse',
  weight: 2,
  draw: fc.record({ invoice: which, adjustment: fc.nat(2) }),
  words: ({ invoice, adjustment }) =>
    `refuse the ${nth(adjustment)} settlement of the ${nth(invoice)} invoice`,
  command: ({ invoice, adjustment }, books) => toDecide(books, invoice, adjustment),
  verdict: ({ number, id }, books) =>
    oneOf(books, number, id).state === 'requested' ? 'ok' : 'already-decided',
  take: ({ number, id }, books) => void (oneOf(books, number, id).state = 'refused'),
  request: (of) => ({
    ...onAdjustment(of, [RefuseWriteOff, RefuseSettlement], 'refusal', { reason: 'They can pay.' }),
    by: SECOND_PERSON,
  }),
});

const takeBack = action({
  do: 'take back',
  weight: 2,
  draw: fc.record({ invoice: which, adjustment: fc.nat(2) }),
  words: ({ invoice, adjustment }) =>
    `take back the ${nth(adjustment)} settlement of the ${nth(invoice)} invoice`,
  command: ({ invoice, adjustment }, books) => drawnOf(books, invoice, adjustment),
  verdict: ({ number, id }, books) => {
    const one = oneOf(books, number, id);
    if (one.state !== 'recorded') return 'not-recorded';
    return leftOf(one).isZero() ? 'already-undone' : 'ok';
  },
  take: ({ number, id }, books) => {
    const one = oneOf(books, number, id);
    takenBack(invoiceIn(books, number), one, leftOf(one), one.on);
  },
  request: ({ number, id: settlementId }) => {
    const path = `settlements/${settlementId}/undo`;
    const { named, ...request } = onInvoice(number, UndoSettlement, path, { reason: 'It was another.' });
    return { ...request, named: { ...named, settlementId } };
  },
});

export const adjustmentActions: FeatureActions = {
  actions: [settle, approve, refuse, takeBack],
  balances: adjustmentBalances,
  hears: {
    WriteOffReversed: (said, books) => recovered(said, books, 1, said.reversedOn!),
    WriteOffRestored: (said, books) => recovered(said, books, -1, said.restoredOn!),
  },
  // Of each: how far it went, and what settles its invoice still.
  agrees: (books, tables) => {
    const lines = tables.rows<AdjustmentLine>(adjustmentLines);
    const SIGNS: Record<string, number> = { recorded: 1, restored: 1, undone: -1, recovered: -1 };
    for (const adjustments of books.on(ADJUSTMENTS).values())
      for (const one of adjustments) {
        const own = lines.filter((line) => line.adjustment_id === one.id);
        const steps = own.map(({ step }) => step);
        const state = ['refused', 'recorded'].find((step) => steps.includes(step as never)) ?? 'requested';
        const left = own.reduce(
          (sum, { step, amount }) => sum.plus(new Decimal(amount).times(SIGNS[step] ?? 0)),
          new Decimal(0),
        );
        const must = one.state === 'recorded' ? leftOf(one) : new Decimal(0);
        equal(one.id, [state, plain(left)], [one.state, plain(must)]);
      }
  },
};
