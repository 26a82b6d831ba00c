import { Money } from '@quittance/kernel';
import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, partOf, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import { movingFacts, NAMED, STREAM } from './moving.facts.js';
import type { PaymentFacts } from './payment.events.js';

/** What Quittance says of the facts of a payment. */
export const paymentFacts: FactsDeclared<PaymentFacts> = {
  ...movingFacts,

  PaymentReceived: {
    schema: 1,
    duties: ({ allocations }) => (allocations.length > 0 ? ['record-cash', 'allocate'] : ['record-cash']),
    effectiveOn: (fact) => fact.opening?.on ?? fact.receivedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} recorded ${fact.amount} ${fact.currency} received on ${fact.receivedOn}`,
        maybe('paid by ', fact.payerId),
        maybe('taken over, counting from ', fact.opening?.on),
        maybe('by ', fact.method),
        maybe('from account ', readable(fact.personal, 'payerAccount')),
        maybe('reference ', readable(fact.personal, 'reference')),
        maybe('source ', fact.source && [fact.source, fact.externalId].filter(Boolean).join(' ')),
        meant(fact),
      ),
      reason: fact.personal && readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'Money was received',
    fields: {
      paymentId: 'uuid of the payment',
      amount: 'amount received',
      currency: 'ISO 4217',
      receivedOn: 'bank date, from which the payment counts unless opening is given',
      method: 'how it was paid',
      payerId: 'customer who paid, as stated',
      customerId: 'customer whose money it is while it settles nothing; null: unknown',
      source: 'where it was read: a bank account, ...',
      externalId: 'id of the payment there',
      opening: '{on}: it was taken over from elsewhere, and counts from this day',
      allocations:
        'list of {invoiceId, customerId, number, amount, instalment, recovery, differences}: how much is meant for which invoice',
    },
    personal: ['reference', 'payerAccount', 'reason'],
  },

  AllocationRequested: {
    schema: 1,
    duties: ['allocate'],
    effectiveOn: (fact) => fact.requestedOn,
    sentence: (fact, actor) => ({
      sentence: sentence(
        `${actor} allocated the payment of ${fact.receivedOn}: ${named(fact)}`,
        fact.proposal &&
          `as proposed by the rule ${fact.proposal.rule} with ${fact.proposal.score} points of 100`,
      ),
      reason: fact.personal && readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'More of the payment is meant for invoices',
    fields: {
      ...NAMED,
      receivedOn: 'the day of the money',
      requestedOn: 'business date from which it counts at the earliest',
      allocations:
        'list of {allocationId, invoiceId, customerId, number, amount, instalment, payerId, requestedOn, recovery, differences}: how much is meant for which ' +
        'invoice, whose part of the money it is, and from when',
      proposal:
        '{rule, score, judgedAt}: the proposal that was accepted, by which rule, of how many points of 100, and at which position',
    },
    personal: ['reason'],
  },

  AllocationAnswered: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} noted that invoice ${fact.invoice.number} took ${fact.applied} of ${fact.requested} ${fact.currency} of the payment`,
        fact.code?.replaceAll('-', ' '),
      ),
    stream: STREAM,
    comment: 'The payment keeps what an invoice answered',
    fields: {
      ...NAMED,
      allocationId: 'uuid of the allocation: what an undo names',
      invoice: '{invoiceId, number}: the invoice for which it is meant',
      requested: 'amount that was meant for the invoice',
      applied: 'amount that the invoice took; the rest is free again',
      code: 'why the invoice took less: less-open, nothing-open',
      appliedOn: 'business date from which it counts',
    },
  },
};

/** The first few invoices that it was meant for. */
const NAMED_AT_MOST = 5;
function named({
  allocations,
  currency,
}: Pick<PaymentFacts['PaymentReceived'], 'allocations' | 'currency'>): string {
  const first = allocations
    .slice(0, NAMED_AT_MOST)
    .map((part) => `${part.amount} ${currency} for ${partOf(part)}`)
    .join(' and ');
  const more = allocations.length - NAMED_AT_MOST;
  return first && `meant ${first}${more > 0 ? ` and ${more} more` : ''}`;
}

/** And what no invoice was named for. */
function meant(fact: PaymentFacts['PaymentReceived']): string {
  const { allocations, amount, currency } = fact;
  const free = allocations.reduce(
    (left, part) => left.minus(Money.of(part.amount, currency)),
    Money.of(amount, currency),
  );
  return sentence(named(fact), !free.isZero && `${free.toString()} ${currency} for no invoice`);
}
