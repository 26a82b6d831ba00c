import {
  amountIn,
  currencyOn,
  factsOf,
  type Money,
  notInFuture,
  positiveAmountIn,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import { type Customer, unknownCustomer } from '../customer/customer.stream.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { Issued } from '../invoice/invoice.stream.js';
import type { AllocationField, RecordPayment } from './payment.commands.js';
import type { PaymentFacts, RequestedAllocation } from './payment.events.js';

/** What a second recording of the same payment is compared with. */
export type Payment = Pick<
  PaymentFacts['PaymentReceived'],
  'amount' | 'currency' | 'receivedOn' | 'payerId' | 'method'
> & {
  allocations: readonly { invoiceId: string; amount: string }[];
  /** Whose key its reference is sealed under; undefined without one. */
  subject?: string;
  erased?: boolean;
};

export interface PaymentSlice {
  name: 'payment';
  commands: { RecordPayment: RecordPayment };
  facts: PaymentFacts;
  own: Payment | null;
  hears: ErasureFacts;
  references: {
    RecordPayment: {
      payer: Customer | undefined;
      /** The allocations' invoices, in their order; `undefined`: there is none. */
      invoices: readonly (Issued | undefined)[];
      /** The stream of the customer whose money it is; undefined when nobody is known. */
      customerSubject: string | undefined;
    };
  };
}

const fact = factsOf<PaymentFacts>();

/** Money received, once. What becomes of each allocation is for the invoices to say. */
export const payment: Slice<PaymentSlice> = {
  name: 'payment',
  initial: null,
  decide: {
    RecordPayment(command, { own }, { today, stream, id, references }) {
      const { currency, receivedOn, method, payerId, source, externalId, reference } = command;
      const amount = positiveAmountIn(currency, command.amount, '/amount');
      if (own) {
        if (content(own) === content({ ...command, allocations: command.allocations ?? [] })) return [];
        throw Rejection.conflict(
          'payment-taken',
          'The source recorded another payment under this externalId.',
        );
      }
      notInFuture(receivedOn, today, '/receivedOn');
      // What settles invoices is in their currency, whatever has become of it.
      if (!command.allocations?.length) currencyOn(currency, receivedOn, '/currency');
      if (payerId !== undefined && !references.payer) throw unknownCustomer('/payerId', payerId);
      const allocations = allocationsOf(command, amount, references.invoices);
      return [
        fact('PaymentReceived', {
          paymentId: id,
          amount: amount.toString(),
          currency,
          receivedOn,
          method,
          payerId,
          customerId: payerId ?? allocations[0]?.customerId ?? null,
          source,
          externalId,
          allocations,
          personal:
            reference === undefined
              ? undefined
              : { subject: references.customerSubject ?? stream, reference },
        }),
      ];
    },
  },

  evolve: {
    PaymentReceived: (_own, { amount, currency, receivedOn, payerId, method, allocations, personal }) => ({
      subject: personal?.subject,
      amount,
      currency,
      receivedOn,
      payerId,
      method,
      allocations: allocations.map(({ invoiceId, amount: part }) => ({ invoiceId, amount: part })),
    }),
    PersonalDataErased: (own) => own && { ...own, erased: true },
  },
};

/** Every invoice once, known and in the payment's currency; in sum at most the payment. */
function allocationsOf(
  { currency, allocations = [] }: RecordPayment,
  amount: Money,
  invoices: readonly (Issued | undefined)[],
): RequestedAllocation[] {
  const named = new Set<string>();
  let rest = amount;
  return allocations.map((allocation: AllocationField, i) => {
    const { invoiceId } = allocation;
    const field = `/allocations/${i}`;
    const part = positiveAmountIn(currency, allocation.amount, `${field}/amount`);
    if (named.has(invoiceId)) throw wrong(`${field}/invoiceId`, 'unique', invoiceId, 'each invoice once');
    named.add(invoiceId);
    const invoice = invoices[i];
    if (!invoice) {
      throw wrong(`${field}/invoiceId`, 'exists', invoiceId, 'an invoice that was issued', 'unknown-invoice');
    }
    if (invoice.currency !== currency) {
      throw Rejection.conflict('currency-mismatch', `Invoice ${invoice.number} is in ${invoice.currency}.`, {
        field: '/currency',
        rule: 'same-currency',
        value: currency,
        hint: `the currency of the invoices: ${invoice.currency}`,
      });
    }
    rest = rest.minus(part);
    if (rest.isNegative) {
      throw wrong(`${field}/amount`, 'within-amount', allocation.amount, 'at most the payment, in sum');
    }
    return { invoiceId, customerId: invoice.customerId, number: invoice.number, amount: part.toString() };
  });
}

const content = ({
  amount,
  currency,
  receivedOn,
  payerId,
  method,
  allocations,
}: Omit<Payment, 'erased'>): string =>
  JSON.stringify([
    amountIn(currency, amount, '/amount'),
    currency,
    receivedOn,
    payerId,
    method,
    allocations.map((part, i) => [
      part.invoiceId,
      amountIn(currency, part.amount, `/allocations/${i}/amount`),
    ]),
  ]);
