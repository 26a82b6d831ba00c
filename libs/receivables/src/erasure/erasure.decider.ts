import { type FactOf, factsOf, Rejection, type Slice, wrong } from '@quittance/kernel';
import type { CustomerState } from '../customer/customer.stream.js';
import type { PaymentState } from '../payment/payment.stream.js';
import type { PersonState } from '../person/person.stream.js';
import type { EraseCustomer, ErasePayment, ErasePerson } from './erasure.commands.js';
import type { ErasureFacts } from './erasure.events.js';

const fact = factsOf<ErasureFacts>();

type Subject = Pick<ErasureFacts['PersonalDataErased'], 'customerId' | 'personId' | 'paymentId'>;

/**
 * The fact that erases a subject, by the stream whose key is theirs. Its reason stays readable for ever: it must not
 * hold what is being erased (422, rule `names-nobody`).
 */
function erasing(
  who: Subject,
  reason: string,
  { stream, today }: { stream: string; today: string },
  personal: readonly (string | undefined)[] = [],
): FactOf<ErasureFacts>[] {
  const said = reason.toLowerCase();
  if (personal.some((text) => text && said.includes(text.toLowerCase()))) {
    // The value is not repeated: an answer may be kept where the erasure does not come.
    throw wrong(
      '/reason',
      'names-nobody',
      undefined,
      'words without the name, mail or phone: they stay for ever',
    );
  }
  return [fact('PersonalDataErased', { subject: stream, ...who, erasedOn: today, reason })];
}

/** What erases a subject says in each of the streams that may hold one: it keeps no state of its own. */
interface Erasing<Commands extends object, State extends object> {
  name: 'erasure';
  commands: Commands;
  facts: ErasureFacts;
  own: null;
  sees: State;
}

const KEEPS_NOTHING = { name: 'erasure', initial: null, evolve: { PersonalDataErased: () => null } } as const;

export const customerErasure: Slice<Erasing<{ EraseCustomer: EraseCustomer }, CustomerState>> = {
  ...KEEPS_NOTHING,
  decide: {
    EraseCustomer({ customerId, reason }, { stream: { customer } }, context) {
      if (!customer) throw Rejection.notFound('customer-not-found', `There is no customer ${customerId}.`);
      const { name, email, phone } = customer;
      return customer.erased ? [] : erasing({ customerId }, reason, context, [name, email, phone]);
    },
  },
};

export const personErasure: Slice<Erasing<{ ErasePerson: ErasePerson }, PersonState>> = {
  ...KEEPS_NOTHING,
  decide: {
    ErasePerson({ personId, reason }, { stream: { person } }, context) {
      if (!person) throw Rejection.notFound('person-not-found', `There is no person ${personId}.`);
      return person.erased ? [] : erasing({ personId }, reason, context, [person.name, person.email]);
    },
  },
};

export const paymentErasure: Slice<Erasing<{ ErasePayment: ErasePayment }, PaymentState>> = {
  ...KEEPS_NOTHING,
  decide: {
    ErasePayment({ paymentId, reason }, { stream: { payment } }, context) {
      if (!payment) throw Rejection.notFound('payment-not-found', `There is no payment ${paymentId}.`);
      const { subject, erased } = payment;
      if (subject === undefined) {
        throw Rejection.conflict(
          'nothing-personal',
          'The payment has no reference: there is nothing to erase.',
        );
      }
      if (subject !== context.stream) {
        throw Rejection.conflict(
          'sealed-for-customer',
          'Its reference is sealed for its customer: erase them.',
        );
      }
      return erased ? [] : erasing({ paymentId }, reason, context);
    },
  },
};
