import type { FactsDeclared } from '../manifest/fact.js';
import type { ErasureFacts } from './erasure.events.js';

/** What Quittance says of an erasure. */
export const erasureFacts: FactsDeclared<ErasureFacts> = {
  PersonalDataErased: {
    schema: 1,
    effectiveOn: (fact) => fact.erasedOn,
    sentence: (fact, actor) => ({
      sentence: `${actor} erased the personal data of ${erased(fact)}`,
      reason: fact.reason,
    }),
    stream: 'customer-, person- or payment-<uuid>',
    comment: 'The key of a subject was destroyed: what is sealed under it cannot be read again',
    fields: {
      subject: 'name of the stream whose key was destroyed',
      customerId: 'the customer, where it is the key of a customer',
      personId: 'the person, where it is the key of a person',
      paymentId: 'the payment, where it is the key of a payment',
      erasedOn: 'business date of the erasure',
      reason: 'why, without a name',
    },
    // Whoever was erased does not stand in the way of a namesake.
    named: ({ customerId }) =>
      typeof customerId === 'string' ? { kind: 'customer', name: customerId, freed: true } : undefined,
  },
};

const erased = ({ customerId, personId, paymentId }: ErasureFacts['PersonalDataErased']): string =>
  customerId !== undefined
    ? `customer ${customerId}`
    : personId !== undefined
      ? `person ${personId}`
      : `payment ${paymentId}`;
