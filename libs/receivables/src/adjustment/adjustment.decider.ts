import { factsOf, Money, Rejection, type Slice, wrong } from '@quittance/kernel';
import { mustBeIssued, named, type SeesIssue, type SeesSettlement } from '../invoice/invoice.stream.js';
import type { IssueFacts } from '../invoice/issue/issue.events.js';
import { decidedBy } from '../ledger/settlement.kinds.js';
import type {
  ApproveSettlement,
  ApproveWriteOff,
  RefuseSettlement,
  RefuseWriteOff,
  RequestSettlement,
  RequestWriteOff,
  UndoSettlement,
} from './adjustment.commands.js';
import type { AdjustmentFacts } from './adjustment.events.js';
import { type JudgedYears, lookAtLimits } from './adjustment.limits.decider.js';
import {
  amountAsked,
  approved,
  mustBeFree,
  noSuch,
  openAfter,
  toDecide,
  vatOf,
} from './adjustment.rules.decider.js';
import { type Adjustments, evolveAdjustments, leftOf } from './adjustment.state.decider.js';

/** The subject is the customer's stream, whose key seals what is said about people. */
interface Sealed {
  customerSubject: string;
}

export interface AdjustmentSlice {
  name: 'adjustment';
  commands: {
    RequestWriteOff: RequestWriteOff;
    ApproveWriteOff: ApproveWriteOff;
    RefuseWriteOff: RefuseWriteOff;
    RequestSettlement: RequestSettlement;
    ApproveSettlement: ApproveSettlement;
    RefuseSettlement: RefuseSettlement;
    UndoSettlement: UndoSettlement;
  };
  facts: AdjustmentFacts;
  own: Adjustments;
  sees: SeesIssue & SeesSettlement;
  hears: IssueFacts;
  references: {
    RequestWriteOff: Sealed & { judged: JudgedYears };
    RequestSettlement: Sealed & { judged: JudgedYears; customers?: readonly object[] };
    RefuseWriteOff: Sealed;
    RefuseSettlement: Sealed;
    UndoSettlement: Sealed;
  };
}

const fact = factsOf<AdjustmentFacts>();

/** What settles the invoice by a decision, without money of it. */
export const adjustment: Slice<AdjustmentSlice> = {
  name: 'adjustment',
  initial: { all: [] },
  decide: {
    RequestWriteOff(command, state, context) {
      const { id, actor, partId, today, references } = context;
      const invoice = mustBeIssued(state.stream, id);
      const { reasonCode, reason, requestedOn = today } = command;
      const amount = amountAsked(command.amount, { on: requestedOn, field: '/requestedOn' }, state, context);
      const claimed = command.vat === 'claimed';
      const vat = claimed ? vatOf(amount, state.own, invoice) : undefined;
      const proposed = { kind: 'write-off' as const, amount, on: requestedOn };
      const looked = lookAtLimits(proposed, state.own, invoice, context, references.judged);
      const about = {
        ...{ ...named(invoice, id), writeOffId: partId(), currency: invoice.currency },
        ...{ amount: amount.toString(), reasonCode, requestedBy: actor.id, ...looked },
        personal: { subject: references.customerSubject, reason },
      };
      if (looked.because.length > 0) {
        mustBeFree(amount, requestedOn, state, invoice);
        return [fact('WriteOffRequested', { ...about, ...(claimed && { vat: 'claimed' }), requestedOn })];
      }
      const open = openAfter(amount, state.stream, invoice);
      return [
        fact('WrittenOff', {
          ...about,
          because: undefined,
          vat: vat?.toString(),
          open,
          approvedOn: requestedOn,
        }),
      ];
    },

    ApproveWriteOff({ writeOffId, approvedOn }, state, context) {
      const { actor, id, today } = context;
      const { invoice, of, amount, on } = approved(
        writeOffId,
        { isWriteOff: true, given: approvedOn ?? today },
        state,
        context,
      );
      const vat = of.claimed ? vatOf(amount, state.own, invoice) : undefined;
      return [
        fact('WrittenOff', {
          ...{ ...named(invoice, id), writeOffId, currency: invoice.currency, amount: of.amount },
          ...{ vat: vat?.toString(), open: openAfter(amount, state.stream, invoice) },
          ...{
            reasonCode: of.reasonCode!,
            requestedBy: of.requestedBy,
            approvedBy: actor.id,
            approvedOn: on,
          },
        }),
      ];
    },

    RefuseWriteOff({ writeOffId, reason }, state, { id, today, references }) {
      const { invoice, of } = toDecide(writeOffId, true, state, id);
      return [
        fact('WriteOffRefused', {
          ...{ ...named(invoice, id), writeOffId, currency: invoice.currency, amount: of.amount },
          refusedOn: today,
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    RequestSettlement(command, state, context) {
      const { id, actor, partId, today, references } = context;
      const invoice = mustBeIssued(state.stream, id);
      const { kind, reference, reason, on = today } = command;
      if (decidedBy(kind).named && reference === undefined)
        throw wrong('/reference', 'required', undefined, `what our debt is: a ${kind} names it`);
      const amount = amountAsked(command.amount, { on, field: '/on' }, state, context);
      const { judged, customers } = references;
      const looked = lookAtLimits({ kind, amount, on, customers }, state.own, invoice, context, judged);
      const about = {
        ...{ ...named(invoice, id), settlementId: partId(), kind, currency: invoice.currency },
        ...{ amount: amount.toString(), reference, requestedBy: actor.id, ...looked },
        personal: { subject: references.customerSubject, reason },
      };
      if (looked.because.length > 0) {
        mustBeFree(amount, on, state, invoice);
        return [fact('SettlementRequested', { ...about, on })];
      }
      const open = openAfter(amount, state.stream, invoice);
      return [fact('SettlementRecorded', { ...about, because: undefined, open, on })];
    },

    ApproveSettlement({ settlementId, approvedOn }, state, context) {
      const { actor, id, today } = context;
      const { invoice, of, amount, on } = approved(
        settlementId,
        { isWriteOff: false, given: approvedOn },
        state,
        context,
      );
      if (of.kind === 'write-off') throw noSuch(invoice, settlementId, false);
      return [
        fact('SettlementRecorded', {
          ...{ ...named(invoice, id), settlementId, kind: of.kind, currency: invoice.currency },
          ...{ amount: of.amount, open: openAfter(amount, state.stream, invoice), reference: of.reference },
          ...{ requestedBy: of.requestedBy, approvedBy: actor.id, approvedOn: approvedOn ?? today, on },
        }),
      ];
    },

    RefuseSettlement({ settlementId, reason }, state, { id, today, references }) {
      const { invoice, of } = toDecide(settlementId, false, state, id);
      if (of.kind === 'write-off') throw noSuch(invoice, settlementId, false);
      return [
        fact('SettlementRefused', {
          ...{ ...named(invoice, id), settlementId, kind: of.kind, currency: invoice.currency },
          ...{ amount: of.amount, refusedOn: today },
          personal: { subject: references.customerSubject, reason },
        }),
      ];
    },

    UndoSettlement({ settlementId, reason }, { stream, own }, { id, references }) {
      const invoice = mustBeIssued(stream, id);
      const of = own.all.find((each) => each.id === settlementId);
      if (!of) throw noSuch(invoice, settlementId, false);
      if (of.state !== 'recorded')
        throw Rejection.conflict(
          'not-recorded',
          of.state === 'requested'
            ? 'It waits for a second person, and settles nothing: refuse it.'
            : 'It was refused, and settles nothing.',
        );
      const { currency } = invoice;
      const left = leftOf(of, currency);
      if (!left.amount.isPositive)
        throw Rejection.conflict('already-undone', 'All of it was taken back before.');
      const about = {
        ...{ ...named(invoice, id), currency, amount: left.amount.toString() },
        open: Money.of(stream.settlement.open, currency).plus(left.amount).toString(),
        personal: { subject: references.customerSubject, reason },
      };
      if (of.kind !== 'write-off')
        return [
          fact('SettlementUndone', {
            ...{ ...about, settlementId, kind: of.kind, instalment: of.instalment, on: of.on! },
          }),
        ];
      const vat = left.vat.isPositive ? left.vat.toString() : undefined;
      return [fact('WriteOffReversed', { ...about, writeOffId: settlementId, vat, reversedOn: of.on! })];
    },
  },
  evolve: evolveAdjustments,
};
