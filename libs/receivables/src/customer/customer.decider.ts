import { factsOf, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import { type PaymentTerms, termsFault } from '../terms/payment.terms.js';
import { type Person, unknownPerson } from '../person/person.stream.js';
import type { RegisterCustomer } from './customer.commands.js';
import type { CustomerFacts } from './customer.events.js';

export interface Customer {
  customerId: string;
  currency?: string;
  terms?: PaymentTerms;
  ownerId?: string;
  language?: string;
  name?: string;
  email?: string;
  phone?: string;
  erased?: boolean;
}

export interface CustomerSlice {
  name: 'customer';
  commands: { RegisterCustomer: RegisterCustomer };
  facts: CustomerFacts;
  own: Customer | null;
  hears: ErasureFacts;
  /** `undefined`: there is no such person. */
  references: { RegisterCustomer: { owner: Person | undefined } };
}

const fact = factsOf<CustomerFacts>();

/** Those who may owe. */
export const customer: Slice<CustomerSlice> = {
  name: 'customer',
  initial: null,
  decide: {
    RegisterCustomer(command, { own }, { today, stream, references: { owner } }) {
      const { customerId, currency, terms, ownerId, language, name, email, phone } = command;
      const { registeredOn = today } = command;
      if (own) {
        if (content(own) === content(command)) return [];
        throw Rejection.conflict(
          'customer-taken',
          `Customer ${customerId} is registered with other content.`,
        );
      }
      notInFuture(registeredOn, today, '/registeredOn');
      checkTerms(terms);
      if (ownerId !== undefined && !owner) throw unknownPerson('/ownerId', ownerId);
      const personal = { subject: stream, name, email, phone };
      return [
        fact('CustomerRegistered', {
          customerId,
          currency,
          terms,
          ownerId,
          language,
          registeredOn,
          personal,
        }),
      ];
    },
  },

  evolve: {
    CustomerRegistered: (_own, { personal, ...registered }) => ({
      customerId: registered.customerId,
      currency: registered.currency,
      terms: registered.terms,
      ownerId: registered.ownerId,
      language: registered.language,
      name: personal.name,
      email: personal.email,
      phone: personal.phone,
    }),
    PersonalDataErased: (own) =>
      own && { ...own, name: undefined, email: undefined, phone: undefined, erased: true },
  },
};

/** A customer named by a request must exist (422, rule `exists`). */
export const unknownCustomer = (field: string, customerId: string): Rejection =>
  wrong(field, 'exists', customerId, 'a customer who was registered', 'unknown-customer');

/** Terms must make sense (422, rule `terms`). */
export function checkTerms(terms: PaymentTerms | undefined): void {
  const fault = terms && termsFault(terms);
  if (fault) throw wrong('/terms', 'terms', terms, fault);
}

const content = ({ terms, ...customer }: Partial<Customer>): string =>
  JSON.stringify([
    customer.name,
    customer.currency,
    terms && [terms.type, terms.days, terms.day, terms.months],
    customer.ownerId,
    customer.language,
    customer.email,
    customer.phone,
  ]);
