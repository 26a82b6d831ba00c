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
import { unknownCustomer } from '../customer/customer.stream.js';
import { allocating } from './allocating.decider.js';
import { gone } from './gone.decider.js';
import { meantFor, reasonOf } from './meant-for.decider.js';
import type { RecordPayment } from './payment.commands.js';
import type { PaymentFacts } from './payment.events.js';
import { paymentEvolve } from './payment.evolve.decider.js';
import type { PaymentSlice } from './payment.slice.decider.js';
import { mustBeReceived, type Recorded } from './payment.state.decider.js';
import { whose } from './whose.decider.js';

export type { PaymentSlice } from './payment.slice.decider.js';

const fact = factsOf<PaymentFacts>();

/** The rule by which a refusal says that the external id is free again. */
export const RELEASED = 'released';

/** Money received, once. What of it is free is decided here and nowhere else. */
export const payment: Slice<PaymentSlice> = {
  name: 'payment',
  initial: null,
  decide: {
    RecordPayment(command, { own }, { today, policy, stream, id, references }) {
      const { currency, receivedOn, method, payerId, source, externalId, opening } = command;
      const amount = positiveAmountIn(currency, command.amount, '/amount');
      if (own?.released) {
        throw Rejection.conflict(
          'payment-taken',
          'It was cancelled: what comes instead is another payment.',
          {
            ...{
              field: '/externalId',
              rule: RELEASED,
              value: externalId,
              hint: 'it is recorded as another payment',
            },
          },
        );
      }
      if (own) {
        if (content(own.recorded) === content({ ...command, allocations: command.allocations ?? [] }))
          return [];
        throw Rejection.conflict(
          'payment-taken',
          'The source recorded another payment under this externalId.',
        );
      }
      notInFuture(receivedOn, today, '/receivedOn');
      if (opening && notInFuture(opening.on, today, '/opening/on') < receivedOn)
        throw wrong('/opening/on', 'not-before', opening.on, `not before it was received, ${receivedOn}`);
      // What settles invoices is in their currency, whatever has become of it.
      if (!command.allocations?.length) currencyOn(currency, receivedOn, '/currency');
      if (payerId !== undefined && !references.payer) throw unknownCustomer('/payerId', payerId);
      const meant = meantFor(command.allocations ?? [], references, currency, { policy, receivedOn });
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
          opening,
          allocations: meant.map(({ issuedOn: _issuedOn, ...part }) => part),
          personal: personalOf(command, references.customerSubject ?? stream),
        }),
      ];
    },

    ...allocating,
    ...whose,
    ...gone,

    // What it does is asked for by its answer (finish-payment.ts).
    FinishPayment(_command, { own }, { id }) {
      mustBeReceived(own, id);
      return [];
    },
  },

  evolve: paymentEvolve,
};

/** What is said of the payer; undefined: nothing. */
function personalOf({ reference, payerAccount, allocations = [] }: RecordPayment, subject: string) {
  const reason = reasonOf(allocations);
  const said = [reference, payerAccount, reason].some((each) => each !== undefined);
  return said ? { subject, reference, payerAccount, reason } : undefined;
}

const content = ({ amount, currency, receivedOn, payerId, method, opening, allocations }: Recorded): string =>
  JSON.stringify([
    amountIn(currency, amount, '/amount'),
    currency,
    receivedOn,
    payerId,
    method,
    ...(opening ? [opening.on] : []),
    allocations.map((part, i) => [
      part.invoiceId,
      amountIn(currency, part.amount, `/allocations/${i}/amount`),
      ...(part.instalment === undefined ? [] : [part.instalment]),
    ]),
  ]);
