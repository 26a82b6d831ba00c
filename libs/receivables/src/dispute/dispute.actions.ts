import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { by, ofType, once, Sums } from '../../../../test/faults/support/books/balance.js';
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
  inside,
  nthOf,
  type Sheet,
} from '../../../../test/histories/simulated/books.js';
import { equal } from '../../../../test/histories/simulated/rules.js';
import { invoiceId, invoiceIn, invoiceNumbered, onInvoice, openOn } from '../invoice/invoice.actions.js';
import { RaiseDispute, ResolveDispute } from './dispute.commands.js';
import { type DisputeLine, disputeLines } from './dispute.tables.js';

interface Dispute {
  id: string;
  on: string;
  amount: Decimal;
  /** From then on it is over. */
  over?: string;
}

/** By number of the invoice. */
const DISPUTES: Sheet<Map<string, Dispute[]>> = { name: 'disputes', blank: () => new Map() };
const disputesOf = (books: Books, number: string): Dispute[] => books.on(DISPUTES).get(number) ?? [];

/** What is disputed of an invoice on a day. */
const disputedOn = (disputes: readonly Dispute[], on: string): Decimal =>
  disputes
    .filter((each) => each.on <= on && on < (each.over ?? '9999'))
    .reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

/** What was open on the day, less the most that is disputed then or on a later day. */
function undisputed(books: Books, number: string, on: string): Decimal {
  const disputes = disputesOf(books, number);
  const days = [on, ...disputes.map((each) => each.on).filter((each) => each > on)];
  const most = Decimal.max(...days.map((each) => disputedOn(disputes, each)));
  return openOn(invoiceIn(books, number), on).minus(most);
}

const raise = action({
  do: 'dispute',
  weight: 3,
  // Null: all that is open and not disputed.
  draw: fc.record({ invoice: which, cents: fc.option(cents), disputed: day }),
  words: ({ invoice, disputed, ...drawn }) =>
    `on ${dayAt(disputed)} dispute ${drawn.cents === null ? 'all' : inCents(drawn.cents)} of the ${nth(invoice)} invoice`,
  command: ({ invoice, disputed, ...drawn }, books) => {
    const number = invoiceNumbered(books, invoice);
    if (number === undefined) return undefined;
    const { issuedOn, currency } = invoiceIn(books, number);
    const asked = drawn.cents === null ? {} : { amount: amountOf(drawn.cents, currency) };
    return { number, on: inside(disputed, issuedOn), ...asked };
  },
  verdict: ({ number, on, amount }, books) => {
    const invoice = invoiceIn(books, number);
    if (on < invoice.issuedOn) return 'invalid';
    if (openOn(invoice, on).isZero()) return 'already-settled';
    const free = undisputed(books, number, on);
    return !free.greaterThan(0) || free.lessThan(amount ?? 0) ? 'more-than-open' : 'ok';
  },
  take: ({ number, on, amount }, books, { disputeId }) => {
    const raised = amount === undefined ? undisputed(books, number, on) : new Decimal(amount);
    const all = [...disputesOf(books, number), { id: disputeId!, on, amount: raised }];
    books.on(DISPUTES).set(number, all);
  },
  request: ({ number, on: disputedOn, amount }) => {
    const why = { reasonCode: 'quality', reason: 'It broke.' };
    return onInvoice(number, RaiseDispute, 'disputes', { ...(amount && { amount }), ...why, disputedOn });
  },
});

const resolve = action({
  do: 'resolve',
  weight: 4,
  draw: fc.record({ invoice: which, dispute: fc.nat(2), upheld: fc.boolean(), resolved: day }),
  words: ({ invoice, dispute, upheld, resolved }) =>
    `on ${dayAt(resolved)} ${upheld ? 'uphold' : 'reject'} the ${nth(dispute)} dispute of the ${nth(invoice)} invoice`,
  command: ({ invoice, dispute, upheld, resolved }, books) => {
    const number = invoiceNumbered(books, invoice);
    const of = number === undefined ? undefined : nthOf(disputesOf(books, number), dispute);
    if (number === undefined || !of) return undefined;
    const on = inside(resolved, invoiceIn(books, number).issuedOn);
    return { number, dispute: of.id, outcome: upheld ? 'upheld' : 'rejected', on };
  },
  verdict: ({ number, dispute, outcome, on }, books) => {
    const of = disputesOf(books, number).find(({ id }) => id === dispute)!;
    if (on < of.on) return 'invalid';
    if (of.over !== undefined) return 'already-resolved';
    // None is named in these histories.
    return outcome === 'upheld' ? 'needs-credit-note' : 'ok';
  },
  take: ({ number, dispute, on }, books) => {
    const all = disputesOf(books, number).map((one) => (one.id === dispute ? { ...one, over: on } : one));
    books.on(DISPUTES).set(number, all);
  },
  request: ({ number, dispute: disputeId, outcome, on: resolvedOn }) => {
    const body = { outcome, resolvedOn, reason: 'Seen.' };
    const { named, ...request } = onInvoice(number, ResolveDispute, `disputes/${disputeId}/resolution`, body);
    return { ...request, named: { ...named, disputeId } };
  },
});

export const disputeActions: FeatureActions = {
  actions: [raise, resolve],
  balances: [
    {
      of: 'disputes',
      projection: 'disputes',
      what: 'what is disputed, and what came of it',
      sql: 'select id::text, invoice_id, amount, disputed_on, outcome, resolved_on from live.disputes',
      must: (facts) => {
        const resolved = by(ofType(facts, 'DisputeResolved'), 'disputeId');
        return once(facts, 'DisputeRaised', 'disputeId', ({ said }) => {
          const over = resolved.get(said.disputeId!);
          if ((over?.length ?? 0) > 1) throw new Error(`dispute ${said.disputeId} was resolved twice`);
          const { outcome, resolvedOn } = over?.[0]?.said ?? {};
          return [said.invoiceId, new Decimal(said.amount!), said.disputedOn, outcome, resolvedOn];
        });
      },
    },
    {
      of: 'dispute_lines',
      projection: 'disputes',
      what: 'what disputes hold up, by day',
      sql: `select concat_ws(' ', invoice_id, effective_on), sum(amount) from live.dispute_lines
        group by invoice_id, effective_on having sum(amount) <> 0`,
      must: (facts) => {
        const held = new Sums();
        for (const { type, said } of facts) {
          if (type === 'DisputeRaised') held.add([said.invoiceId, said.disputedOn], said.amount!);
          if (type === 'DisputeResolved') held.add([said.invoiceId, said.resolvedOn], said.disputed!, -1);
        }
        return held.entries();
      },
    },
  ],
  // Of each invoice, on every day on which a dispute begins or is over.
  agrees: (books, tables) => {
    const lines = tables.rows<DisputeLine>(disputeLines);
    for (const [number, disputes] of books.on(DISPUTES))
      for (const on of new Set(disputes.flatMap((each) => [each.on, each.over ?? each.on]))) {
        const counted = lines.filter(
          (line) => line.invoice_id === invoiceId(number) && line.effective_on <= on,
        );
        const sum = counted.reduce((all, line) => all.plus(line.amount), new Decimal(0));
        equal(`disputed of ${number} on ${on}`, plain(sum), plain(disputedOn(disputes, on)));
      }
  },
};
