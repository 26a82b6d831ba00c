import { type Decider, factsOf, notInFuture, Rejection, wrong } from '@quittance/kernel';
import type { EraseCustomer } from '../erasure/erasure.commands.js';
import { erasing } from '../erasure/erasure.decider.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import { type PaymentTerms, termsFault } from '../invoice/payment.terms.js';
import { type Person, unknownPerson } from '../person/person.decider.js';
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

interface CustomerCommands {
  RegisterCustomer: RegisterCustomer;
  EraseCustomer: EraseCustomer;
}

/** `undefined`: there is no such person. */
interface CustomerReferences {
  RegisterCustomer: { owner: Person | undefined };
}

const fact = factsOf<CustomerFacts>();

/** Those who may owe. */
export const customerDecider: Decider<
  CustomerCommands,
  Customer | null,
  CustomerFacts & ErasureFacts,
  CustomerReferences
> = {
  category: 'customer',
  initial: null,
  opened: true,

  decide: {
    RegisterCustomer(command, customer, { today, stream, references: { owner } }) {
      const { customerId, currency, terms, ownerId, language, name, email, phone } = command;
      const { registeredOn = today } = command;
      if (customer) {
        if (content(customer) === content(command)) return [];
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

    EraseCustomer({ customerId, reason }, customer, context) {
      if (!customer) throw Rejection.notFound('customer-not-found', `There is no customer ${customerId}.`);
      const { name, email, phone } = customer;
      return customer.erased ? [] : erasing({ customerId }, reason, context, [name, email, phone]);
    },
  },

  evolve: {
    CustomerRegistered: (_customer, { personal, ...registered }) => ({
      customerId: registered.customerId,
      currency: registered.currency,
      terms: registered.terms,
      ownerId: registered.ownerId,
      language: registered.language,
      name: personal.name,
      email: personal.email,
      phone: personal.phone,
    }),
    PersonalDataErased: (customer) =>
      customer && { ...customer, name: undefined, email: undefined, phone: undefined, erased: true },
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
