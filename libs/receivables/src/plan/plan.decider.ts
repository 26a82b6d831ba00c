import {
  factsOf,
  type Hold,
  Money,
  notInFuture,
  notTooLate,
  positiveAmountIn,
  Rejection,
  type Slice,
  wrong,
} from '@quittance/kernel';
import {
  mustBeIssued,
  named,
  openOn,
  type SeesIssue,
  type SeesSettlement,
  settledFrom,
  sinceIssue,
} from '../invoice/invoice.stream.js';
import { inOrderOfDate, type Instalment } from '../terms/instalments.terms.js';
import type { AgreePlan, RevokePlan } from './plan.commands.js';
import type { PlanFacts } from './plan.events.js';
import { brokenOn, type Plan, type Plans, standsOn } from './plan.state.decider.js';

export interface PlanSlice {
  name: 'plan';
  commands: { AgreePlan: AgreePlan; RevokePlan: RevokePlan };
  facts: PlanFacts;
  own: Plans;
  sees: SeesIssue & SeesSettlement;
  /** The subject is the customer's stream, whose key seals what is said about people. */
  references: { AgreePlan: { customerSubject: string }; RevokePlan: { customerSubject: string } };
}

const fact = factsOf<PlanFacts>();

/** What was open is paid in parts, as agreed later. */
export const plan: Slice<PlanSlice> = {
  name: 'plan',
  initial: [],
  decide: {
    AgreePlan({ instalments, agreedOn: given, reason }, { stream, own }, context) {
      const { today, calendar, id, partId, references } = context;
      const invoice = mustBeIssued(stream, id);
      const { currency, number } = invoice;
      const agreedOn = given ?? today;
      sinceIssue(invoice, notInFuture(agreedOn, today, '/agreedOn'), '/agreedOn');
      const parts = instalments.map(({ dueOn, amount }, i): Instalment => {
        const field = `/instalments/${i}`;
        if (dueOn < agreedOn)
          throw wrong(`${field}/dueOn`, 'not-before-agreed', dueOn, `not before it is agreed, ${agreedOn}`);
        notTooLate(dueOn, invoice.issuedOn, calendar.dueYearsMost, `${field}/dueOn`);
        return { dueOn, amount: positiveAmountIn(currency, amount, `${field}/amount`).toString() };
      });
      if (!inOrderOfDate(parts))
        throw wrong('/instalments', 'in-order', undefined, 'in order of their dates');
      const open = openOn(stream.settlement, currency, agreedOn);
      if (!open.isPositive)
        throw Rejection.conflict('already-settled', `Nothing was open on invoice ${number} on ${agreedOn}.`);
      const other = own.find((one) => standsOn(one, stream, agreedOn) || standsOn(one, stream, today));
      if (other) throw onPlan(number, other);
      const sum = Money.sum(
        parts.map(({ amount }) => Money.of(amount, currency)),
        currency,
      );
      if (!sum.equals(open)) {
        throw Rejection.conflict(
          'not-what-is-open',
          `The parts come to ${sum.toString()}; ${open.toString()} ${currency} were open on ${agreedOn}.`,
        ).offering(
          { sum: sum.toString(), open: open.toString(), currency, agreedOn },
          { action: 'change-parts', amount: open.toString(), currency },
        );
      }
      const before = Money.sum(
        settledFrom(stream.settlement, agreedOn, currency)
          .filter(({ on }) => on === agreedOn)
          .map(({ amount }) => amount),
        currency,
      );
      return [
        fact('PlanAgreed', {
          ...named(invoice, id),
          ...{ planId: partId(), currency, amount: sum.toString(), instalments: parts, agreedOn },
          ...(!before.isZero && { settledThatDay: before.toString() }),
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    RevokePlan({ planId, reason, revokedOn: given }, { stream, own }, { today, id, references }) {
      const invoice = mustBeIssued(stream, id);
      const of = own.find((each) => each.id === planId);
      if (!of) throw Rejection.notFound('plan-not-found', `Invoice ${invoice.number} has no plan ${planId}.`);
      const revokedOn = notInFuture(given ?? today, today, '/revokedOn');
      if (revokedOn < of.agreedOn)
        throw wrong('/revokedOn', 'not-before-agreed', revokedOn, `not before it was agreed, ${of.agreedOn}`);
      if (of.revokedOn !== undefined)
        throw Rejection.conflict('plan-over', `The plan was revoked, counting from ${of.revokedOn}.`);
      const broken = brokenOn(of, stream, revokedOn);
      if (broken !== undefined)
        throw Rejection.conflict(
          'plan-over',
          `The plan is broken from ${broken} on: the earlier due dates hold again. Agree another plan.`,
        );
      return [
        fact('PlanRevoked', {
          ...named(invoice, id),
          ...{ planId, currency: invoice.currency, revokedOn },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },
  },
  evolve: {
    PlanAgreed: (own, { planId: id, amount, instalments, agreedOn, settledThatDay }) => [
      ...own,
      { id, amount, instalments, agreedOn, settledThatDay },
    ],
    PlanRevoked: (own, { planId, revokedOn }) =>
      own.map((each) => (each.id === planId ? { ...each, revokedOn } : each)),
  },
  holds: (own, on, stream) => own.filter((each) => standsOn(each, stream, on)).map(hold),
};

const hold = ({ id, agreedOn: since, instalments }: Plan): Hold => ({
  ...{ kind: 'on-plan', id, since },
  until: instalments.at(-1)!.dueOn,
});

/** Nothing else is agreed while a plan holds. */
const onPlan = (number: string, { id, agreedOn }: Plan): Rejection =>
  Rejection.conflict(
    'on-plan',
    `Invoice ${number} is paid by a plan agreed on ${agreedOn}. Revoke it first.`,
  ).offering({ number, agreedOn }, { action: 'revoke-plan', planId: id });
