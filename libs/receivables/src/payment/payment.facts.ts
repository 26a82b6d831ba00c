import { Money } from '@quittance/kernel';
import type { FactsDeclared } from '../manifest/fact.js';
import { maybe, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { PaymentFacts } from './payment.events.js';

/** What Quittance says of the facts of a payment. */
export const paymentFacts: FactsDeclared<PaymentFacts> = {
  PaymentReceived: {
    schema: 1,
    effectiveOn: (fact) => fact.receivedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} recorded ${fact.amount} ${fact.currency} received on ${fact.receivedOn}`,
        maybe('paid by ', fact.payerId),
        maybe('by ', fact.method),
        maybe('reference ', readable(fact.personal, 'reference')),
        maybe('source ', fact.source && [fact.source, fact.externalId].filter(Boolean).join(' ')),
        meant(fact),
      ),
    stream: 'payment-<uuid>',
    comment: 'Money was received',
    fields: {
      paymentId: 'uuid of the payment',
      amount: 'amount received',
      currency: 'ISO 4217',
      receivedOn: 'bank date, from which the payment counts',
      method: 'how it was paid',
      payerId: 'customer who paid, as stated',
      customerId: 'customer whose money it is while it settles nothing; null: unknown',
      source: 'where it was read: a bank account, ...',
      externalId: 'id of the payment there',
      allocations: 'list of {invoiceId, customerId, number, amount}: how much is meant for which invoice',
    },
    personal: ['reference'],
  },
};

/** The first few invoices a payment was meant for, and what no invoice was named for. */
const NAMED = 5;
function meant({ allocations, amount, currency }: PaymentFacts['PaymentReceived']): string {
  const free = allocations.reduce(
    (left, part) => left.minus(Money.of(part.amount, currency)),
    Money.of(amount, currency),
  );
  const named = allocations
    .slice(0, NAMED)
    .map((part) => `${part.amount} ${currency} for invoice ${part.number}`)
    .join(' and ');
  const more = allocations.length - NAMED;
  return sentence(
    named && `meant ${named}${more > 0 ? ` and ${more} more` : ''}`,
    !free.isZero && `${free.toString()} ${currency} for no invoice`,
  );
}
