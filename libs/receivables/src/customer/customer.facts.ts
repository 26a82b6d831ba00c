import type { FactsDeclared } from '../manifest/fact.js';
import { as, maybe, sentence } from '../manifest/words.js';
import { erasable } from '../personal.js';
import { termsInWords } from '../terms/terms.words.js';
import type { CustomerFacts } from './customer.events.js';

/** What Quittance says of the facts of a customer. */
export const customerFacts: FactsDeclared<CustomerFacts> = {
  CustomerRegistered: {
    schema: 1,
    effectiveOn: (fact) => fact.registeredOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} registered customer ${fact.customerId}${as(fact.personal)}`,
        // Once erased, nobody can say whether they were given.
        maybe('with mail ', erasable(fact.personal, 'email')),
        maybe('phone ', erasable(fact.personal, 'phone')),
        maybe('invoiced in ', fact.currency),
        maybe('terms ', fact.terms && termsInWords(fact.terms)),
        maybe('owner ', fact.ownerId),
        maybe('language ', fact.language),
      ),
    stream: 'customer-<uuid>',
    comment: 'A customer was registered',
    fields: {
      customerId: 'id of the customer, as given',
      currency: 'usual currency, ISO 4217',
      terms: 'usual payment terms: {type, days?, months?, day?}',
      ownerId: 'person who follows up their invoices when an invoice names nobody',
      language: 'language of letters, BCP 47',
      registeredOn: 'business date of registration',
    },
    personal: ['name', 'email', 'phone'],
    named: ({ customerId }) =>
      typeof customerId === 'string' ? { kind: 'customer', name: customerId } : undefined,
  },
};
