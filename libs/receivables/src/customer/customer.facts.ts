import type { FactsDeclared } from '../manifest/fact.js';
import { as, maybe, sentence } from '../manifest/words.js';
import { changesInWords } from '../changes.words.js';
import { erasable } from '../personal.js';
import type { PaymentTerms } from '../terms/payment.terms.js';
import { termsInWords } from '../terms/terms.words.js';
import { type CustomerFacts, SEALED } from './customer.events.js';

/** What Quittance says of the facts of a customer. */
export const customerFacts: FactsDeclared<CustomerFacts> = {
  CustomerRegistered: {
    schema: 1,
    duties: ['master-data'],
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
      ownerDespite: 'hand-over of the owner that was there when they were named: it does not cover this',
    },
    personal: ['name', 'email', 'phone'],
    named: ({ customerId }) =>
      typeof customerId === 'string' ? { kind: 'customer', name: customerId } : undefined,
  },

  CustomerChanged: {
    schema: 1,
    duties: ['master-data'],
    effectiveOn: (fact) => fact.changedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} changed customer ${fact.customerId}`,
        `counting from ${fact.changedOn}`,
        ...changesInWords(fact, WORDS, (field, value) =>
          field === 'terms' ? termsInWords(value as PaymentTerms) : undefined,
        ),
      ),
    stream: 'customer-<uuid>',
    comment: 'What is known of a customer changed, field by field',
    fields: {
      customerId: 'id of the customer, as given',
      changedOn: 'business date from which it counts',
      ownerDespite: 'hand-over of the owner that was there when they were named: it does not cover this',
      changes:
        'by field {from, to}, null: nothing; fields: currency, terms, ownerId, language, segment, highValue, creditLimit',
      sealed:
        'changed fields that tell of people: what they were and are is in the envelope, address and contacts as JSON',
    },
    personal: SEALED.flatMap((field) => [field, `${field}Before`]),
  },
};

const WORDS = {
  vatId: 'VAT id',
  ownerId: 'owner',
  highValue: 'special care',
  creditLimit: 'credit limit',
};
