import {
  amountIn,
  currencyOn,
  factsOf,
  Money,
  notInFuture,
  positiveAmountIn,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import { type Customer, unknownCustomer } from '../customer/customer.stream.js';
import type { ErasureFacts } from '../erasure/erasure.events.js';
import type { Issued } from '../invoice/invoice.stream.js';
import type {
  AllocatePayment,
  FinishPayment,
  RecordPayment,
  RecordPaymentAnswers,
} from './payment.commands.js';
import type { PaymentFacts } from './payment.events.js';
import { askedOf, meantFor } from './meant-for.decider.js';
import {
  mustBeReceived,
  type Payment,
  paymentEvolve,
  type Recorded,
  unappliedOf,
} from './payment.state.decider.js';

export interface PaymentSlice {
  name: 'payment';
  commands: {
    RecordPayment: RecordPayment;
    AllocatePayment: AllocatePayment;
    RecordPaymentAnswers: RecordPaymentAnswers;
    FinishPayment: FinishPayment;
  };
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
    AllocatePayment: { invoices: readonly (Issued | undefined)[] };
  };
}

const fact = factsOf<PaymentFacts>();

/** Money received, once. What of it is free is decided here and nowhere else. */
export const payment: Slice<PaymentSlice> = {
  name: 'payment',
  initial: null,
  decide: {
    RecordPayment(command, { own }, { today, stream, id, references }) {
      const { currency, receivedOn, method, payerId, source, externalId, reference } = command;
      const amount = positiveAmountIn(currency, command.amount, '/amount');
      if (own) {
        if (content(own.recorded) === content({ ...command, allocations: command.allocations ?? [] }))
          return [];
        throw Rejection.conflict(
          'payment-taken',
          'The source recorded another payment under this externalId.',
        );
      }
      notInFuture(receivedOn, today, '/receivedOn');
      // What settles invoices is in their currency, whatever has become of it.
      if (!command.allocations?.length) currencyOn(currency, receivedOn, '/currency');
      if (payerId !== undefined && !references.payer) throw unknownCustomer('/payerId', payerId);
      const meant = meantFor(command.allocations ?? [], references.invoices, currency);
      let rest = amount;
      meant.forEach((part, i) => {
        rest = rest.minus(Money.of(part.amount, currency));
        if (rest.isNegative)
          throw wrong(
            `/allocations/${i}/amount`,
            'within-amount',
            part.amount,
            'at most the payment, in sum',
          );
      });
      const customerId = payerId ?? meant[0]?.customerId ?? null;
      const others = command.allocations?.findIndex((part) => (part.customerId ?? customerId) !== customerId);
      if (others !== undefined && others >= 0) {
        const hint = 'whose money it is: a transfer makes it the money of another';
        throw wrong(
          `/allocations/${others}/customerId`,
          'payer',
          command.allocations![others]!.customerId,
          hint,
        );
      }
      return [
        fact('PaymentReceived', {
          paymentId: id,
          amount: amount.toString(),
          currency,
          receivedOn,
          method,
          payerId,
          customerId,
          source,
          externalId,
          allocations: meant.map(({ invoiceId, customerId: of, number, amount: part }) => ({
            ...{ invoiceId, customerId: of, number, amount: part },
          })),
          personal:
            reference === undefined
              ? undefined
              : { subject: references.customerSubject ?? stream, reference },
        }),
      ];
    },

    AllocatePayment({ allocations, on }, { own }, { today, id, partId, references: { invoices } }) {
      const payment = mustBeReceived(own, id);
      const { currency, countsOn } = payment;
      if (on !== undefined) notInFuture(on, today, '/on');
      const meant = meantFor(allocations, invoices, currency);
      const { parts, requestedOn, asked } = askedOf(payment, meant, allocations, { on, partId });
      return [
        fact('AllocationRequested', {
          ...{ paymentId: id, currency, receivedOn: countsOn, requestedOn, allocations: parts },
          unapplied: unappliedOf(payment).minus(asked).toString(),
        }),
      ];
    },

    RecordPaymentAnswers({ answers }, { own }, { id }) {
      const payment = mustBeReceived(own, id);
      const { currency } = payment;
      let unapplied = unappliedOf(payment);
      return answers.flatMap(({ invoiceId, ...answer }) => {
        const part = payment.pending[answer.allocationId] ?? payment.pending[invoiceId];
        if (!part) return [];
        unapplied = unapplied
          .plus(Money.of(answer.requested, currency))
          .minus(Money.of(answer.applied, currency));
        const { invoice } = part;
        return [
          fact('AllocationAnswered', {
            ...{ paymentId: id, currency, ...answer, invoice, unapplied: unapplied.toString() },
          }),
        ];
      });
    },

    // What it does is asked for by its answer (finish-payment.ts).
    FinishPayment(_command, { own }, { id }) {
      mustBeReceived(own, id);
      return [];
    },
  },

  evolve: paymentEvolve,
};

const content = ({ amount, currency, receivedOn, payerId, method, allocations }: Recorded): string =>
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
