import { factsOf, Money, type Slice } from '@quittance/kernel';
import type { AdjustedFacts } from '../../adjustment/adjustment.events.js';
import { moreThanTaken } from '../../asking/given-back.decider.js';
import type { CreditFacts } from '../../credit-note/credit.events.js';
import type { DocumentFacts } from '../../document/document.events.js';
import type { SettlementKind } from '../../ledger/settlement.kinds.js';
import type { IssueFacts } from '../issue/issue.events.js';
import { type Issued, mustBeIssued, named, type SeesIssue } from '../issue/issue.decider.js';
import type { ReturnApplied, SettleInvoice, UndoApplied } from './settlement.commands.js';
import type { SettlementFacts } from './settlement.events.js';
import { openFrom, settledBy, type Settlement, type Taken, whyNothing } from './settled.decider.js';

export interface SettlementSlice {
  name: 'settlement';
  commands: { SettleInvoice: SettleInvoice; UndoApplied: UndoApplied; ReturnApplied: ReturnApplied };
  facts: SettlementFacts;
  own: Settlement;
  sees: SeesIssue;
  /** What settles it may be another feature's: a line here for each. */
  hears: IssueFacts & CreditFacts & DocumentFacts & AdjustedFacts;
}

const fact = factsOf<SettlementFacts>();

/** What settles the invoice: it takes no more than is open. */
export const settlement: Slice<SettlementSlice> = {
  name: 'settlement',
  initial: { open: '0' },
  decide: {
    SettleInvoice(command, { stream, own }, { id }) {
      const invoice = mustBeIssued(stream, id);
      const { issuedOn } = invoice;
      const { paymentId, allocationId, payerId, currency, requested, receivedOn } = command;
      const { requestedOn = receivedOn } = command;
      const asked = {
        ...{ ...named(invoice, id), paymentId, allocationId, payerId, currency, requested },
        ...{ receivedOn, requestedOn },
      };
      const open = Money.of(own.open, invoice.currency);
      if (!open.isPositive) return [fact('AllocationRefused', { ...asked, code: whyNothing(own) })];
      const applied = open.min(Money.of(requested, currency));
      return [
        fact('PaymentApplied', {
          ...asked,
          applied: applied.toString(),
          open: open.minus(applied).toString(),
          appliedOn: openFrom(own, currency, applied, [receivedOn, requestedOn, issuedOn].sort().at(-1)!),
        }),
      ];
    },

    UndoApplied(command, { stream, own }, { id }) {
      const { undoId, personal } = command;
      const { on: appliedOn, ...about } = givenBack(command, mustBeIssued(stream, id), own, id);
      return [fact('ApplicationUndone', { ...about, undoId, appliedOn, personal })];
    },

    ReturnApplied(command, { stream, own }, { id }) {
      const { returnId, refundId, returnedOn } = command;
      const { on, ...about } = givenBack(command, mustBeIssued(stream, id), own, id);
      const reopenedOn = on > returnedOn ? on : returnedOn;
      return [fact('ApplicationReturned', { ...about, returnId, refundId, returnedOn, reopenedOn })];
    },
  },
  evolve: {
    InvoiceIssued: (_own, { total, currency, opening, settledBefore: applied }) =>
      opening && applied !== undefined
        ? {
            open: Money.of(total, currency).minus(Money.of(applied, currency)).toString(),
            taken: { on: opening.on, applied, kind: 'opening', source: '' },
          }
        : { open: total },
    PaymentApplied: ({ taken }, { open, applied, appliedOn: on, receivedOn, ...data }) => ({
      open,
      taken: {
        ...{ on, applied, kind: 'cash', receivedOn, source: data.paymentId, line: data.allocationId },
        before: taken,
      },
    }),
    AllocationRefused: (own) => own,
    ApplicationUndone: (own, data) => gaveBack(own, data, data.appliedOn),
    ApplicationReturned: (own, data) => gaveBack(own, data, data.reopenedOn),
    InvoiceSent: (own) => own,
    InvoiceVoided: (_own, { currency, total, voidedOn: on }) => ({
      open: Money.zero(currency).toString(),
      taken: { on, applied: total, kind: 'void', source: '' },
    }),
    CreditApplied: ({ taken }, { open, applied, appliedOn, creditNoteId, applicationId }) => ({
      open,
      taken: {
        on: appliedOn,
        applied,
        kind: 'credit',
        source: creditNoteId,
        line: applicationId,
        before: taken,
      },
    }),
    CreditRefused: (own) => own,
    CreditUndone: ({ taken }, { open, amount, appliedOn, creditNoteId, applicationId }) => ({
      open,
      taken: {
        ...{ on: appliedOn, applied: `-${amount}`, kind: 'credit', source: creditNoteId },
        ...{ line: applicationId, before: taken },
      },
    }),
    WrittenOff: ({ taken }, { open, amount, approvedOn, writeOffId }) => ({
      open,
      taken: decided('write-off', approvedOn, amount, writeOffId, taken),
    }),
    WriteOffReversed: ({ taken }, { open, amount, reversedOn, writeOffId }) => ({
      open,
      taken: decided('write-off', reversedOn, `-${amount}`, writeOffId, taken),
    }),
    SettlementRecorded: ({ taken }, { open, kind, amount, on, settlementId }) => ({
      open,
      taken: decided(kind, on, amount, settlementId, taken),
    }),
    SettlementUndone: ({ taken }, { open, kind, amount, on, settlementId }) => ({
      open,
      taken: decided(kind, on, `-${amount}`, settlementId, taken),
    }),
  },
};

function gaveBack(
  { taken }: Settlement,
  {
    open,
    amount,
    paymentId: source,
    allocationId: line,
  }: Pick<SettlementFacts['ApplicationUndone'], 'open' | 'amount' | 'paymentId' | 'allocationId'>,
  on: string,
): Settlement {
  let first = taken;
  while (first && first.line !== line) first = first.before;
  const receivedOn = first?.receivedOn;
  return {
    open,
    taken: { on, applied: `-${amount}`, kind: 'cash', receivedOn, source, line, before: taken },
  };
}

/** No more than the invoice took by that allocation. @throws Rejection `more-than-applied` */
function givenBack(
  { paymentId, allocationId, payerId, amount }: UndoApplied | ReturnApplied,
  invoice: Issued,
  own: Settlement,
  id: string,
) {
  const { currency, number } = invoice;
  const line = settledBy(own, allocationId, currency);
  const back = Money.of(amount, currency);
  if (!line || line.applied.minus(back).isNegative) throw moreThanTaken(number);
  return {
    ...{ ...named(invoice, id), paymentId, allocationId, payerId, currency, amount: back.toString() },
    open: Money.of(own.open, currency).plus(back).toString(),
    on: line.on,
  };
}

/** A decision settles the invoice, or is taken back: it is its own source. */
const decided = (kind: SettlementKind, on: string, applied: string, id: string, before?: Taken): Taken => ({
  ...{ on, applied, kind, source: id, line: id, before },
});
