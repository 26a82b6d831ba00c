import { type Evolve, Money } from '@quittance/kernel';
import type { IssueFacts } from '../invoice/issue/issue.events.js';
import type { DecidedKind } from '../ledger/settlement.kinds.js';
import type { Discount } from '../terms/payment.terms.js';
import type { AdjustmentFacts } from './adjustment.events.js';

/** What settles the invoice by a decision, or is asked for. Amounts are texts with exactly the currency's decimals. */
export interface Adjustment {
  id: string;
  kind: DecidedKind;
  amount: string;
  requestedBy: string;
  /** The day for which it was asked. */
  requestedOn: string;
  /** Of a write-off: its part of the VAT is to be claimed back. */
  claimed?: boolean;
  reasonCode?: string;
  reference?: string;
  /** The instalment that it settles first: that of the money it came with. */
  instalment?: number;
  state: 'requested' | 'refused' | 'recorded';
  /** From when it counts. */
  on?: string;
  /** Of a write-off: the VAT that is claimed back. */
  vat?: string;
  /** What of it was taken back, and of its VAT. */
  back?: { amount: string; vat: string };
}

export interface Adjustments {
  /** What the invoice was issued with, as far as kinds ask for it. */
  document?: {
    total: string;
    net?: string;
    vat?: string;
    discount?: Discount;
  };
  /** As recorded. */
  all: readonly Adjustment[];
}

type Own = Adjustments;

/** Facts say nothing of what was asked before them but its id. */
const changed = (own: Own, id: string, change: (of: Adjustment) => Adjustment): Own => ({
  ...own,
  all: own.all.map((each) => (each.id === id ? change(each) : each)),
});

/** One that was asked for, or comes at once. */
const counted = (own: Own, of: Adjustment): Own =>
  own.all.some(({ id }) => id === of.id)
    ? changed(own, of.id, (before) => ({ ...before, ...of }))
    : { ...own, all: [...own.all, of] };

const givenBack = (
  { amount, vat = '0', currency }: { amount: string; vat?: string; currency: string },
  before?: Adjustment['back'],
): NonNullable<Adjustment['back']> => {
  const plus = (one: string, other = '0'): string =>
    Money.of(one, currency).plus(Money.of(other, currency)).toString();
  return { amount: plus(amount, before?.amount), vat: plus(vat, before?.vat) };
};

const negated = ({ amount, vat, currency }: { amount: string; vat?: string; currency: string }) => ({
  amount: Money.of(amount, currency).negated().toString(),
  ...(vat !== undefined && { vat: Money.of(vat, currency).negated().toString() }),
  currency,
});

export const evolveAdjustments: Evolve<Own, AdjustmentFacts & IssueFacts> = {
  InvoiceIssued: (own, { total, net, vat, terms }) => ({
    ...own,
    document: {
      total,
      net,
      vat,
      discount: terms?.discount,
    },
  }),
  WriteOffRequested: (own, { writeOffId: id, amount, vat, reasonCode, requestedBy, requestedOn }) =>
    counted(own, {
      ...{ id, kind: 'write-off', amount, requestedBy, requestedOn, reasonCode },
      ...{ claimed: vat === 'claimed', state: 'requested' },
    }),
  WriteOffRefused: (own, { writeOffId }) => changed(own, writeOffId, (of) => ({ ...of, state: 'refused' })),
  WrittenOff: (own, { writeOffId: id, amount, vat, reasonCode, requestedBy, approvedOn: on }) =>
    counted(own, {
      ...{ id, kind: 'write-off', amount, vat, requestedBy, reasonCode },
      ...{ requestedOn: on, state: 'recorded', on },
    }),
  WriteOffReversed: (own, data) =>
    changed(own, data.writeOffId, (of) => ({ ...of, back: givenBack(data, of.back) })),
  WriteOffRestored: (own, data) =>
    changed(own, data.writeOffId, (of) => ({ ...of, back: givenBack(negated(data), of.back) })),
  SettlementRequested: (own, { settlementId: id, kind, amount, reference, requestedBy, on: requestedOn }) =>
    counted(own, { id, kind, amount, reference, requestedBy, requestedOn, state: 'requested' }),
  SettlementRefused: (own, { settlementId }) =>
    changed(own, settlementId, (of) => ({ ...of, state: 'refused' })),
  SettlementRecorded: (own, { settlementId: id, kind, amount, reference, requestedBy, on, instalment }) =>
    counted(own, {
      ...{ id, kind, amount, reference, requestedBy, requestedOn: on, instalment },
      ...{ state: 'recorded', on },
    }),
  SettlementUndone: (own, data) =>
    changed(own, data.settlementId, (of) => ({ ...of, back: givenBack(data, of.back) })),
};

/** What still settles the invoice of it, and how much of that is VAT claimed back. */
export function leftOf(
  { amount, vat = '0', back }: Adjustment,
  currency: string,
): { amount: Money; vat: Money } {
  const minus = (one: string, other = '0'): Money => Money.of(one, currency).minus(Money.of(other, currency));
  return { amount: minus(amount, back?.amount), vat: minus(vat, back?.vat) };
}

/** Those that settle something still. */
export const inForce = ({ all }: Own, kind: DecidedKind, currency: string): readonly Adjustment[] =>
  all.filter(
    (each) => each.kind === kind && each.state === 'recorded' && leftOf(each, currency).amount.isPositive,
  );

/** What is asked for and not decided yet. */
export const waiting = ({ all }: Own, currency: string): Money =>
  Money.sum(
    all.filter(({ state }) => state === 'requested').map(({ amount }) => Money.of(amount, currency)),
    currency,
  );
