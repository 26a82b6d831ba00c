import {
  factsOf,
  Money,
  notInFuture,
  notTooLate,
  positiveAmountIn,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import {
  cashReceived,
  mustBeIssued,
  named,
  openOn,
  type SeesIssue,
  type SeesSettlement,
  sinceIssue,
} from '../invoice/invoice.stream.js';
import type { MakePromise, WithdrawPromise } from './promise.commands.js';
import type { PromiseFacts } from './promise.events.js';

interface Promised {
  id: string;
  amount: string;
  /** From this day, to the end of that one. */
  madeOn: string;
  promisedOn: string;
  withdrawnOn?: string;
}

/** Promises for the invoice, as recorded. */
export type Promises = readonly Promised[];

export interface PromiseSlice {
  name: 'promise';
  commands: { MakePromise: MakePromise; WithdrawPromise: WithdrawPromise };
  facts: PromiseFacts;
  own: Promises;
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: { MakePromise: { customerSubject: string }; WithdrawPromise: { customerSubject: string } };
}

const fact = factsOf<PromiseFacts>();

/** What the customer promised to pay, and by when: nobody is asked for it until then. */
export const promise: Slice<PromiseSlice> = {
  name: 'promise',
  initial: [],
  decide: {
    MakePromise(command, { stream, own }, { today, calendar, id, partId, references: { customerSubject } }) {
      const invoice = mustBeIssued(stream, id);
      const { promisedOn, madeOn = today, madeBy, reason } = command;
      const { currency, number } = invoice;
      sinceIssue(invoice, notInFuture(madeOn, today, '/madeOn'), '/madeOn');
      if (promisedOn < madeOn)
        throw wrong(
          '/promisedOn',
          'not-before-made',
          promisedOn,
          `not before the promise is made, ${madeOn}`,
        );
      notTooLate(promisedOn, invoice.issuedOn, calendar.dueYearsMost, '/promisedOn');
      const open = openOn(stream.settlement, currency, madeOn);
      if (!open.isPositive)
        throw Rejection.conflict('already-settled', `Nothing was open on invoice ${number} on ${madeOn}.`);
      const amount =
        command.amount === undefined ? open : positiveAmountIn(currency, command.amount, '/amount');
      if (open.minus(amount).isNegative) {
        throw Rejection.conflict(
          'promise-above-open',
          `${open.toString()} ${currency} were open on ${madeOn}.`,
        ).offering(
          { open: open.toString(), currency, madeOn },
          { action: 'lower', amount: open.toString(), currency },
        );
      }
      const other = own.find(
        (each) =>
          each.madeOn <= promisedOn &&
          madeOn <= each.promisedOn &&
          each.withdrawnOn === undefined &&
          waits(each, stream),
      );
      if (other) {
        throw Rejection.conflict(
          'already-promised',
          `${other.amount} ${currency} are promised for invoice ${number} by ${other.promisedOn}.`,
        );
      }
      return [
        fact('PromiseMade', {
          ...named(invoice, id),
          ...{ promiseId: partId(), currency, amount: amount.toString(), promisedOn, madeOn },
          ...((reason ?? madeBy) && { personal: { subject: customerSubject, reason, madeBy } }),
        }),
      ];
    },

    WithdrawPromise({ promiseId, reason }, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const of = own.find((each) => each.id === promiseId);
      if (!of) {
        throw Rejection.notFound(
          'promise-not-found',
          `Invoice ${invoice.number} has no promise ${promiseId}.`,
        );
      }
      if (of.withdrawnOn !== undefined)
        throw Rejection.conflict('already-withdrawn', `The promise was withdrawn on ${of.withdrawnOn}.`);
      return [
        fact('PromiseWithdrawn', {
          ...named(invoice, id),
          ...{ promiseId, currency: invoice.currency, withdrawnOn: today },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    PromiseMade: (own, { promiseId: id, amount, madeOn, promisedOn }) => [
      ...own,
      { id, amount, madeOn, promisedOn },
    ],
    PromiseWithdrawn: (own, { promiseId, withdrawnOn }) =>
      own.map((each) => (each.id === promiseId ? { ...each, withdrawnOn } : each)),
  },
  holds: (own, on, stream) =>
    own
      .filter((each) => each.madeOn <= on && on <= each.promisedOn && on < endOf(each))
      .flatMap((each) => {
        const left = leftOf(each, stream, on);
        const { id, madeOn: since, promisedOn: until } = each;
        return left.isPositive ? [{ kind: 'promised', id, since, until, amount: left.toString() }] : [];
      }),
};

/** The first day on which it holds no more because somebody withdrew it. */
const endOf = ({ withdrawnOn = '9999' }: Promised): string => withdrawnOn;

/** What of it has not been paid, as known now of what counts by a day: by money received within its days. */
function leftOf(
  { amount, madeOn: from, promisedOn: to }: Promised,
  { issue, settlement }: SeesIssue & SeesSettlement,
  by?: string,
): Money {
  const { currency } = issue!;
  return Money.of(amount, currency).minus(cashReceived(settlement, currency, { from, to, by }));
}

/** Whether it was not paid in time, or not yet: one that was kept stands in nobody's way. */
const waits = (one: Promised, stream: SeesIssue & SeesSettlement): boolean => leftOf(one, stream).isPositive;
