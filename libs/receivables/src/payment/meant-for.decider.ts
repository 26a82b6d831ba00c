import { Money, type Policy, positiveAmountIn, Rejection, wrong } from '@quittance/kernel';
import { type Difference, differencesGiven, type Differing } from '../adjustment/adjustment.stream.js';
import { freeFrom } from '../asking/what-is-left.decider.js';
import { type Issued, mustHavePart } from '../invoice/invoice.stream.js';
import type { AllocationField } from './payment.commands.js';
import type { LaterAllocation } from './payment.events.js';
import { freeOf, movesOf, type Party, type Payment, unappliedOf } from './payment.state.decider.js';

/** A part that is meant for an invoice. */
interface Meant {
  invoiceId: string;
  customerId: string;
  number: string;
  issuedOn: string;
  amount: string;
  instalment?: number;
  recovery?: true;
  differences?: Difference[];
}

/** What an allocation's invoice is known by. */
export interface Meaning {
  invoices: readonly (Issued | undefined)[];
  /** Of allocations with differences: what these are judged by. */
  differing?: readonly (Differing | undefined)[];
}

/** What comes with the money is judged by the entity's limits, and by its days. */
interface Judged {
  policy: Policy;
  receivedOn: string;
  on?: string;
}

/** Every invoice once, known and in the payment's currency. */
export function meantFor(
  allocations: readonly AllocationField[],
  { invoices, differing = [] }: Meaning,
  currency: string,
  { policy, receivedOn, on = receivedOn }: Judged,
): Meant[] {
  const named = new Set<string>();
  return allocations.map((allocation, i) => {
    const { invoiceId } = allocation;
    const field = `/allocations/${i}`;
    const amount = positiveAmountIn(currency, allocation.amount, `${field}/amount`).toString();
    if (named.has(invoiceId)) throw wrong(`${field}/invoiceId`, 'unique', invoiceId, 'each invoice once');
    named.add(invoiceId);
    const invoice = invoices[i];
    if (!invoice) {
      throw wrong(`${field}/invoiceId`, 'exists', invoiceId, 'an invoice that was issued', 'unknown-invoice');
    }
    const { customerId, number, issuedOn } = invoice;
    if (invoice.currency !== currency) {
      throw Rejection.conflict('currency-mismatch', `Invoice ${number} is in ${invoice.currency}.`, {
        field: '/currency',
        rule: 'same-currency',
        value: currency,
        hint: `the currency of the invoices: ${invoice.currency}`,
      });
    }
    const { instalment, recovery, differences = [] } = allocation;
    mustHavePart(invoice, instalment, `${field}/instalment`);
    if (recovery && instalment !== undefined)
      throw wrong(
        `${field}/instalment`,
        'either',
        instalment,
        'left out of a recovery: it takes what was written off, of whichever instalment',
      );
    if (recovery && differences.length > 0)
      throw wrong(
        `${field}/differences`,
        'either',
        differences,
        'left out of a recovery: it takes what was written off',
      );
    const given = differing[i];
    const days = { receivedOn, on: [receivedOn, on, issuedOn].sort().at(-1)! };
    const at = { policy, field: `${field}/differences` };
    return {
      ...{ invoiceId, customerId, number, issuedOn, amount, instalment },
      ...(recovery && { recovery }),
      ...(given && { differences: differencesGiven(differences, invoice, given, days, at) }),
    };
  });
}

/** Why differences are accepted, in all; undefined: nobody said. */
export function reasonOf(allocations: readonly AllocationField[]): string | undefined {
  const said = allocations.flatMap(({ differences = [] }) =>
    differences.flatMap(({ reason = [] }) => reason),
  );
  return said.length > 0 ? [...new Set(said)].join('; ') : undefined;
}

/** Whose part it takes: as said; else that of the invoice's customer if there is one, else the payer's. */
function partyOf(payment: Payment, { customerId }: Meant, said: Party | undefined): Party {
  if (said !== undefined) return said;
  return freeOf(payment, customerId).isPositive ? customerId : payment.payer;
}

/**
 * What invoices are asked to take of a payment that is there already, each from its day on. Without a day it counts from when the
 * money is there: what came back is so later.
 * @throws Rejection `more-than-free`
 */
export function askedOf(
  payment: Payment,
  meant: readonly Meant[],
  allocations: readonly AllocationField[],
  { on, partId }: { on?: string; partId: (index: number) => string },
): { parts: LaterAllocation[]; requestedOn: string; asked: Money } {
  const { currency, countsOn } = payment;
  const parties = meant.map((part, i) => partyOf(payment, part, allocations[i]!.customerId));
  const asked = new Map<Party, Money>();
  meant.forEach(({ amount }, i) => {
    const party = parties[i]!;
    asked.set(party, (asked.get(party) ?? Money.zero(currency)).plus(Money.of(amount, currency)));
  });
  let requestedOn = on !== undefined && on > countsOn ? on : countsOn;
  for (const [party, amount] of asked) {
    const since = freeSince(payment, party, amount, requestedOn);
    if (on !== undefined) mustBeFree(payment, party, amount, requestedOn);
    else if (since === undefined) throw moreThanFree(payment, party);
    else requestedOn = since;
  }
  return {
    requestedOn,
    asked: Money.sum(asked.values(), currency),
    parts: meant.map(({ issuedOn, ...part }, i) => ({
      ...{ allocationId: partId(i), ...part, payerId: parties[i]! },
      requestedOn: requestedOn > issuedOn ? requestedOn : issuedOn,
    })),
  };
}

/** The first day, from the given one on, from which so much of a customer's part is free for good; undefined: on none. */
function freeSince(payment: Payment, party: Party, amount: Money, from: string): string | undefined {
  if (freeOf(payment, party).minus(amount).isNegative) return undefined;
  // It rises only where money came later: else what is free in the end was free before.
  if (!payment.rises) return from;
  const own = movesOf(payment, party);
  const since = freeFrom(own, amount, from);
  // What was gone while another was taken for the payer was gone all the same.
  return payment.before && party === payment.payer
    ? freeFrom([...own, ...movesOf(payment, payment.before.party)], amount, since)
    : since;
}

/** No more than is free can be used, on the day from which it counts and on every later one (409 `more-than-free`). */
export function mustBeFree(payment: Payment, party: Party, amount: Money, from: string): void {
  const day = freeSince(payment, party, amount, from);
  if (day === from) return;
  if (day === undefined) throw moreThanFree(payment, party);
  throw Rejection.conflict(
    'more-than-free',
    `On ${from} less than ${amount.toString()} ${payment.currency} are free of it: what came later counts from its own day. ` +
      `From ${day} on it is enough.`,
  ).offering(
    { asked: amount.toString(), currency: payment.currency, from, enoughFrom: day },
    { action: 'later-date', on: day },
  );
}

function moreThanFree(payment: Payment, party: Party): Rejection {
  const { currency, pending } = payment;
  const free = freeOf(payment, party);
  const others = unappliedOf(payment).minus(free);
  const whose = others.isZero ? '' : ` for ${party ?? 'nobody known'}, and ${others.toString()} for others`;
  return Rejection.conflict(
    'more-than-free',
    `${free.toString()} ${currency} are free of the payment${whose}` +
      (pending ? '; some invoices have not answered yet: what they do not take is free again then.' : '.') +
      ' What is allocated is free again after an undo of the allocation.',
  ).offering(
    {
      free: free.toString(),
      currency,
      others: others.toString(),
      ...(party !== null && { customerId: party }),
    },
    ...(free.isPositive ? [{ action: 'lower', amount: free.toString(), currency }] : []),
    { action: 'undo-allocation' },
  );
}
