import { factsOf, notInFuture, Rejection, type Slice, wrong } from '@quittance/kernel';
import { changed, changedTo, type ChangeLine, inForce } from '../changes.decider.js';
import type { MergeFacts } from '../merge/merge.events.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import { type PaymentTerms, termsFault } from '../terms/payment.terms.js';
import { handedOn, type Person, unknownPerson } from '../person/person.stream.js';
import type { RegisterCustomer } from './customer.commands.js';
import type { ChangeCustomer } from './change/change.commands.js';
import { creditLimitOf } from './change/credit-limit.decider.js';
import { type CustomerFacts, type Master, SEALED } from './customer.events.js';

/** A customer as they are known now. */
export interface Customer extends Master {
  customerId: string;
  /** As they were registered; `changes` say what they are from a day on. */
  first: Master;
  changes: readonly ChangeLine[];
  /** Who they are, by the merge in force. */
  mergedInto?: string;
  erased?: boolean;
}

export interface CustomerSlice {
  name: 'customer';
  commands: { RegisterCustomer: RegisterCustomer; ChangeCustomer: ChangeCustomer };
  facts: CustomerFacts;
  own: Customer | null;
  hears: ErasureFacts & MergeFacts;
  /** `undefined`: there is no such person. */
  references: {
    RegisterCustomer: { owner: Person | undefined };
    ChangeCustomer: { owner: Person | undefined };
  };
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
        if (content(own.first) === content(command)) return [];
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
          ownerDespite: handedOn(owner)?.id,
          personal,
        }),
      ];
    },

    ChangeCustomer(command, { own }, { today, id, stream, references: { owner } }) {
      const { customerId, changedOn = today, context: _, statedRecordedAt: __, ...named } = command;
      if (!own) throw Rejection.notFound('customer-not-found', `There is no customer ${customerId ?? id}.`);
      if (own.mergedInto !== undefined) throw isMerged(customerId, own.mergedInto);
      notInFuture(changedOn, today, '/changedOn');
      if (Object.values(named).every((value) => value === undefined))
        throw wrong('', 'names-a-field', undefined, 'name at least one field that changes');
      if (named.name === null) throw wrong('/name', 'required', null, 'a customer has a name');
      checkTerms(named.terms ?? undefined);
      if (named.ownerId && !owner) throw unknownPerson('/ownerId', named.ownerId);
      const before = customerOn(own, changedOn);
      const asked = { ...named, creditLimit: creditLimitOf(named.creditLimit, before.creditLimit) };
      // Given again to somebody who has handed over: it is theirs, by name.
      const despite = named.ownerId ? handedOn(owner)?.id : undefined;
      const again = despite !== undefined && despite !== before.ownerDespite;
      const change = changed(asked, before, SEALED, stream, again ? ['ownerId'] : []);
      return change
        ? [
            fact('CustomerChanged', {
              customerId: own.customerId,
              changedOn,
              ownerDespite: despite,
              ...change,
            }),
          ]
        : [];
    },
  },

  evolve: {
    CustomerRegistered: (_own, { customerId, personal, ...registered }) => {
      const { currency, terms, ownerId, ownerDespite, language } = registered;
      const { name, email, phone } = personal;
      const first = { currency, terms, ownerId, ownerDespite, language, name, email, phone };
      return { ...first, customerId, first, changes: [] };
    },
    CustomerChanged: (own, fact) => own && now(own, [...own.changes, lineOf(fact)]),
    CustomerMerged: (own, { intoCustomerId }) => own && { ...own, mergedInto: intoCustomerId },
    CustomerMergeUndone: (own) => own && { ...own, mergedInto: undefined },
    PersonalDataErased: (own) =>
      own && {
        ...now(
          { ...own, first: bare(own.first) },
          own.changes.map(({ on, to }) => ({ on, to: bare(to) })),
        ),
        erased: true,
      },
  },
};

function lineOf(fact: CustomerFacts['CustomerChanged']): ChangeLine {
  const to = changedTo(fact);
  return { on: fact.changedOn, to: 'ownerId' in to ? { ...to, ownerDespite: fact.ownerDespite } : to };
}

const now = (own: Customer, changes: Customer['changes']): Customer => ({
  ...own,
  ...inForce(own.first, changes),
  changes,
});

/** Without what tells of people. */
const bare = <Of extends object>(of: Of): Of =>
  Object.fromEntries(
    Object.entries(of).map(([field, value]) => [
      field,
      SEALED.includes(field as never) ? undefined : (value as unknown),
    ]),
  ) as Of;

/** What was in force of a customer on a day, as known now. */
export const customerOn = ({ first, changes }: Customer, day: string): Master => inForce(first, changes, day);

/** The customer, who must have been registered. @throws Rejection `customer-not-found` */
export function mustBeRegistered(
  { customer: of }: { customer: Customer | null },
  customerId: string,
): Customer {
  if (!of) throw Rejection.notFound('customer-not-found', `There is no customer ${customerId}.`);
  return of;
}

/** The same, of a customer who is named as themselves. @throws Rejection `merged`, which says who they are */
export function mustNotBeMerged(state: { customer: Customer | null }, customerId: string): Customer {
  const of = mustBeRegistered(state, customerId);
  if (of.mergedInto !== undefined) throw isMerged(customerId, of.mergedInto);
  return of;
}

/** A customer named by a request must exist (422, rule `exists`). */
export const unknownCustomer = (field: string, customerId: string): Rejection =>
  wrong(field, 'exists', customerId, 'a customer who was registered', 'unknown-customer');

/** A customer who was merged is named no more (409 `merged`): who they are is in the answer. */
export const isMerged = (customerId: string, into: string, field = '/customerId'): Rejection =>
  Rejection.conflict('merged', `Customer ${customerId} was merged into ${into}: name that one.`, {
    ...{ field, rule: 'merged', value: into, hint: `the customer ${into}` },
  }).offering({ customerId, into }, { action: 'name-other', customerId: into }, { action: 'undo-merge' });

/** Terms must make sense (422, rule `terms`). */
export function checkTerms(terms: PaymentTerms | undefined): void {
  const fault = terms && termsFault(terms);
  if (fault) throw wrong('/terms', 'terms', terms, fault);
}

const content = ({ terms, ...customer }: Master): string =>
  JSON.stringify([
    customer.name,
    customer.currency,
    terms && [terms.type, terms.days, terms.day, terms.months, terms.parts],
    customer.ownerId,
    customer.language,
    customer.email,
    customer.phone,
  ]);
