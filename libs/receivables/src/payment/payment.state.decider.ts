import { type Evolve, Money, Rejection } from '@quittance/kernel';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { NamedInvoice, PaymentFacts } from './payment.events.js';

/** What a second recording of the same payment is compared with. */
export type Recorded = Pick<
  PaymentFacts['PaymentReceived'],
  'amount' | 'currency' | 'receivedOn' | 'payerId' | 'method'
> & { allocations: readonly { invoiceId: string; amount: string }[] };

/** A customer's part of a payment; null: that of nobody known. */
export type Party = string | null;

/** What came to a customer's part, or went from it (negative): a list that grows at its head, as the next one. */
interface Moved {
  party: Party;
  on: string;
  amount: string;
  before?: Moved;
}

/** A part that was meant for an invoice, as it was left by a fact: the last one of an id is what it is now. */
export interface Part {
  allocationId: string;
  invoice: NamedInvoice;
  /** The invoice's customer, and whose part of the payment it is. */
  customerId: string;
  payerId: Party;
  requested: string;
  requestedOn: string;
  /** Applied, and not asked back. */
  left: string;
  /** From when it counts, once it is applied. */
  appliedOn: string;
  before?: Part;
}

/** Money received, and what became of it. Amounts are texts with exactly the currency's decimals. */
export interface Payment {
  recorded: Recorded;
  currency: string;
  /** The day of the money. */
  countsOn: string;
  /** Whose it is, where nothing else is said. */
  payer: Party;
  /** Neither meant for an invoice nor gone elsewhere: by customer, '' for nobody. */
  free: Readonly<Record<string, string>>;
  moved?: Moved;
  /** Something came to it later than it was received: what is free at the end may not have been so before. */
  rises?: true;
  parts?: Part;
  /** Parts that no invoice has answered. */
  pending: Readonly<Record<string, Part>>;
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

/** What is free of a customer's part. */
export const freeOf = ({ free, currency }: Payment, party: Party): Money =>
  Money.of(free[keyOf(party)] ?? '0', currency);

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

/** So much comes to a customer's part from a day on, or goes from it. */
function move(own: Payment, party: Party, on: string, amount: Money): Payment {
  if (amount.isZero) return own;
  const free = { ...own.free, [keyOf(party)]: freeOf(own, party).plus(amount).toString() };
  return { ...own, free, moved: { party, on, amount: amount.toString(), before: own.moved } };
}

type Asked = Omit<Part, 'left' | 'appliedOn' | 'before'>;

/** Meant for invoices, each known by its id; of those named when it was recorded, by the invoice until that has answered. */
function ask(own: Payment, asked: readonly (readonly [key: string, part: Asked])[]): Payment {
  const pending: Record<string, Part> = { ...own.pending };
  const zero = Money.zero(own.currency).toString();
  const taken = asked.reduce((before, [key, part]) => {
    pending[key] = { ...part, left: zero, appliedOn: '' };
    return move(before, part.payerId, part.requestedOn, Money.of(part.requested, own.currency).negated());
  }, own);
  return { ...taken, pending };
}

/** The part as it is now; undefined: there is none, or its invoice has not answered. */
export function partOf({ parts }: Payment, allocationId: string): Part | undefined {
  for (let each = parts; each; each = each.before) if (each.allocationId === allocationId) return each;
  return undefined;
}

function answered(
  own: Payment,
  { allocationId, invoice, ...data }: PaymentFacts['AllocationAnswered'],
): Payment {
  const key = own.pending[allocationId] ? allocationId : invoice.invoiceId;
  const { [key]: part, ...pending } = own.pending;
  if (!part) return own;
  const { payerId, requestedOn } = part;
  const [requested, applied] = [data.requested, data.applied].map((each) => Money.of(each, own.currency));
  const back = move(own, payerId, requestedOn, requested!);
  return {
    ...move(back, payerId, data.appliedOn, applied!.negated()),
    pending,
    parts: { ...part, allocationId, left: data.applied, appliedOn: data.appliedOn, before: own.parts },
  };
}

function received(data: PaymentFacts['PaymentReceived']): Payment {
  const { amount, currency, receivedOn, payerId, method, customerId, allocations, personal } = data;
  const bare: Payment = {
    recorded: {
      ...{ amount, currency, receivedOn, payerId, method },
      allocations: allocations.map(({ invoiceId, amount: part }) => ({ invoiceId, amount: part })),
    },
    ...{ currency, countsOn: receivedOn, payer: customerId, free: {}, pending: {} },
    subject: personal?.subject,
  };
  return ask(
    move(bare, customerId, receivedOn, Money.of(amount, currency)),
    allocations.map(({ invoiceId, number, customerId: of, amount: requested }) => [
      invoiceId,
      {
        ...{ allocationId: '', invoice: { invoiceId, number }, customerId: of, payerId: customerId },
        ...{ requested, requestedOn: receivedOn },
      },
    ]),
  );
}

/** How each fact changes it. */
export const paymentEvolve: Evolve<Payment | null, PaymentFacts & ErasureFacts> = {
  PaymentReceived: (_own, data) => received(data),
  AllocationRequested: (own, { allocations }) =>
    own &&
    ask(
      own,
      allocations.map(({ invoiceId, number, amount, ...part }) => [
        part.allocationId,
        { ...part, invoice: { invoiceId, number }, requested: amount },
      ]),
    ),
  AllocationAnswered: (own, data) => own && answered(own, data),
  PersonalDataErased: (own) => own && { ...own, erased: true },
};
