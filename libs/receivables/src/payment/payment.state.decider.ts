import { Money, ownValue, Rejection } from '@quittance/kernel';
import type { WaitedFor } from '../asking/waited-for.decider.js';
import type { GivenBack, NamedInvoice, PartOf, PaymentFacts } from './payment.events.js';

/** What a second recording of the same payment is compared with. */
export type Recorded = Pick<
  PaymentFacts['PaymentReceived'],
  'amount' | 'currency' | 'receivedOn' | 'payerId' | 'method' | 'opening'
> & { allocations: readonly { invoiceId: string; amount: string; instalment?: number }[] };

/** A customer's part of a payment; null: that of nobody known. */
export type Party = string | null;

/** What came to a customer's part, or went from it (negative): a list that grows at its head. */
interface Moved {
  party: Party;
  on: string;
  amount: string;
  before?: Moved;
}

/** A part that was meant for an invoice, as it was left by a fact: the last one of an id is what it is now. */
export interface Part {
  allocationId: string;
  /** In the order in which they were asked for. */
  nth: number;
  invoice: NamedInvoice;
  /** The invoice's customer, and whose part of the payment it is. */
  customerId: string;
  payerId: Party;
  requested: string;
  requestedOn: string;
  /** The instalment that it names. */
  instalment?: number;
  /** Applied, and not asked back. */
  left: string;
  /** From when it counts, once it is applied. */
  appliedOn: string;
  /** It comes for what was written off. */
  recovery?: true;
  before?: Part;
}

/** What an invoice was asked to give back. */
export interface TakenBack {
  payerId: Party;
  amount: string;
  /** Of what was applied by mistake: free again from this day. */
  appliedOn?: string;
  /** Of what was paid out or returned: from this day. */
  goneOn?: string;
}

/** What was paid out. */
interface Refund {
  on: string;
  amount: string;
  to: readonly PartOf[];
  reversed?: true;
}

/** What was returned. */
interface Return extends Refund {
  from: readonly GivenBack[];
}

/** Money received, and what became of it. Amounts are texts with exactly the currency's decimals. */
export interface Payment {
  recorded: Recorded;
  currency: string;
  /** The day of the money. */
  countsOn: string;
  /** Whose it is, where nothing else is said. */
  payer: Party;
  payerKnown: boolean;
  /** Whose it was before the payer was named. */
  before?: { party: Party };
  /** Neither meant for an invoice nor gone elsewhere: by customer, '' for nobody. */
  free: Readonly<Record<string, string>>;
  moved?: Moved;
  /** Something came to it later than it was received: what is free at the end may not have been so before. */
  rises?: true;
  parts?: Part;
  /** How many were asked for. */
  asked: number;
  /** What is applied, and not asked back. */
  allocated: string;
  /** Parts that no invoice has answered. */
  pending?: WaitedFor<Part>;
  /** Asked back and not answered yet. */
  takenBack?: WaitedFor<TakenBack>;
  refunds: Readonly<Record<string, Refund>>;
  returns: Readonly<Record<string, Return>>;
  /** Returns by the bank's own id. */
  returnsKnown: Readonly<Record<string, string>>;
  /** Something was paid out, returned or transferred, whatever became of it. */
  used?: true;
  cancelled?: true;
  /** Its external id may be recorded again. */
  released?: true;
  /** Whose key its reference is sealed under; undefined without one. */
  subject?: string;
  erased?: boolean;
}

/** @throws Rejection `payment-not-found` */
export function mustBeReceived(own: Payment | null, id: string): Payment {
  if (!own) throw Rejection.notFound('payment-not-found', `There is no payment ${id}.`);
  return own;
}

const keyOf = (party: Party): string => party ?? '';
export const partyOf = (key: string): Party => (key === '' ? null : key);

/** Whose a part is now: what was nobody's, or another's, before the payer was named, is the payer's. */
export const partyNow = ({ before, payer }: Payment, party: Party): Party =>
  before && before.party === party ? payer : party;

/** What is free of a customer's part. */
export const freeOf = ({ free, currency }: Payment, party: Party): Money =>
  Money.of(ownValue(free, keyOf(party)) ?? '0', currency);

/** What of it settles nothing, whose ever it is. */
export const unappliedOf = ({ free, currency }: Payment): Money =>
  Money.sum(
    Object.values(free).map((amount) => Money.of(amount, currency)),
    currency,
  );

/** What came to a customer's part and went from it. */
export function movesOf({ moved, currency }: Payment, party: Party): { on: string; amount: Money }[] {
  const moves: { on: string; amount: Money }[] = [];
  for (let each = moved; each; each = each.before)
    if (each.party === party) moves.push({ on: each.on, amount: Money.of(each.amount, currency) });
  return moves;
}

/** So much comes to a customer's part from a day on, or goes from it (negative). */
export function move(own: Payment, party: Party, on: string, amount: Money): Payment {
  if (amount.isZero) return own;
  const free = { ...own.free, [keyOf(party)]: freeOf(own, party).plus(amount).toString() };
  return { ...own, free, moved: { party, on, amount: amount.toString(), before: own.moved } };
}

/** The part as it is now; undefined: there is none, or its invoice has not answered. */
export function partOf({ parts }: Payment, allocationId: string): Part | undefined {
  for (let each = parts; each; each = each.before) if (each.allocationId === allocationId) return each;
  return undefined;
}

/** Parts of which something is applied, the last one that was asked for first. */
export function appliedParts({ parts, currency }: Payment): Part[] {
  const now = new Map<string, Part>();
  for (let each = parts; each; each = each.before)
    if (!now.has(each.allocationId)) now.set(each.allocationId, each);
  return [...now.values()]
    .filter(({ left }) => Money.of(left, currency).isPositive)
    .sort((a, b) => b.nth - a.nth);
}

/** Whether invoices have been asked for something and have not answered. */
export const isWaiting = ({ pending, takenBack }: Payment): boolean =>
  pending !== undefined || takenBack !== undefined;

/** @throws Rejection `allocation-pending`: what is asked for hangs on the answers of all invoices */
export function mustBeAnswered(payment: Payment): void {
  if (isWaiting(payment))
    throw Rejection.conflict(
      'allocation-pending',
      'Some invoices have not answered yet: send it again when they have, in some seconds.',
    );
}
