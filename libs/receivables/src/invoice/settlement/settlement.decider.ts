import { type FactOf, factsOf, Money, type Slice } from '@quittance/kernel';
import type { AdjustedFacts } from '../../adjustment/adjustment.events.js';
import { moreThanTaken } from '../../asking/given-back.decider.js';
import type { CreditFacts } from '../../credit-note/credit.events.js';
import type { DocumentFacts } from '../../document/document.events.js';
import type { SettlementKind } from '../../ledger/settlement.kinds.js';
import type { IssueFacts } from '../issue/issue.events.js';
import { type Issued, mustBeIssued, named, type SeesIssue } from '../issue/issue.decider.js';
import type { ReturnApplied, SettleInvoice, UndoApplied } from './settlement.commands.js';
import type { SettlementFacts } from './settlement.events.js';
import { settledBy, type Settlement, type Taken } from './settled.decider.js';
import { fallenWith, takenBy } from './taking.decider.js';

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
    // What comes with the money, and falls with it, are facts that another feature declares.
    SettleInvoice: (command, { stream, own }, context) =>
      takenBy(command, mustBeIssued(stream, context.id), own, context) as FactOf<SettlementFacts>[],

    UndoApplied(command, { stream, own }, { id }) {
      const { undoId, personal } = command;
      const invoice = mustBeIssued(stream, id);
      const { on: appliedOn, ...about } = givenBack(command, invoice, own, id);
      const undone = fact('ApplicationUndone', { ...about, undoId, appliedOn, personal });
      return [
        undone,
        ...fallenWith(command, invoice, own, { id, on: appliedOn }),
      ] as FactOf<SettlementFacts>[];
    },

    ReturnApplied(command, { stream, own }, { id }) {
      const { returnId, refundId, returnedOn } = command;
      const invoice = mustBeIssued(stream, id);
      const { on, ...about } = givenBack(command, invoice, own, id);
      const reopenedOn = on > returnedOn ? on : returnedOn;
      const returned = fact('ApplicationReturned', { ...about, returnId, refundId, returnedOn, reopenedOn });
      const fallen = fallenWith(command, invoice, own, { id, on: reopenedOn });
      return [returned, ...fallen] as FactOf<SettlementFacts>[];
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
    PaymentApplied: ({ taken }, { open, applied, appliedOn: on, receivedOn, instalment, ...data }) => ({
      open,
      taken: {
        ...{ on, applied, kind: 'cash', receivedOn, source: data.paymentId, line: data.allocationId },
        ...{ instalment, before: taken },
      },
    }),
    AllocationRefused: (own) => own,
    ApplicationUndone: (own, data) => gaveBack(own, data, data.appliedOn),
    ApplicationReturned: (own, data) => {
      const { open, taken } = gaveBack(own, data, data.reopenedOn);
      // Paid out is not returned: nobody is told that their money came back.
      return data.returnId === undefined ? { open, taken } : { open, taken: { ...taken!, returned: true } };
    },
    InvoiceSent: (own) => own,
    InvoiceVoided: (_own, { currency, total, voidedOn: on }) => ({
      open: Money.zero(currency).toString(),
      taken: { on, applied: total, kind: 'void', source: '' },
    }),
    CreditApplied: ({ taken }, { open, applied, appliedOn, creditNoteId, applicationId, instalment }) => ({
      open,
      taken: {
        ...{ on: appliedOn, applied, kind: 'credit', source: creditNoteId },
        ...{ line: applicationId, instalment, before: taken },
      },
    }),
    CreditRefused: (own) => own,
    CreditUndone: ({ taken }, { open, amount, appliedOn, creditNoteId, applicationId, instalment }) => ({
      open,
      taken: {
        ...{ on: appliedOn, applied: `-${amount}`, kind: 'credit', source: creditNoteId },
        ...{ line: applicationId, instalment, before: taken },
      },
    }),
    WrittenOff: ({ taken }, { open, amount, approvedOn, writeOffId, vat }) => ({
      open,
      taken: { ...decided('write-off', approvedOn, amount, writeOffId, taken), vat },
    }),
    WriteOffReversed: ({ taken }, { open, amount, reversedOn, writeOffId, vat, allocationId: by }) => ({
      open,
      taken: {
        ...decided('write-off', reversedOn, `-${amount}`, writeOffId, taken),
        ...{ by, vat: vat && `-${vat}` },
      },
    }),
    WriteOffRestored: ({ taken }, { open, amount, restoredOn, writeOffId, vat, allocationId: by }) => ({
      open,
      taken: { ...decided('write-off', restoredOn, amount, writeOffId, taken), by, vat },
    }),
    SettlementRecorded: (
      { taken },
      { open, kind, amount, on, settlementId, allocationId: by, instalment },
    ) => ({
      open,
      taken: { ...decided(kind, on, amount, settlementId, taken), by, instalment },
    }),
    SettlementUndone: (
      { taken },
      { open, kind, amount, on, settlementId, allocationId: by, instalment },
    ) => ({
      open,
      taken: { ...decided(kind, on, `-${amount}`, settlementId, taken), by, instalment },
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
    instalment,
  }: Pick<
    SettlementFacts['ApplicationUndone'],
    'open' | 'amount' | 'paymentId' | 'allocationId' | 'instalment'
  >,
  on: string,
): Settlement {
  let first = taken;
  while (first && first.line !== line) first = first.before;
  const receivedOn = first?.receivedOn;
  return {
    open,
    taken: { on, applied: `-${amount}`, kind: 'cash', receivedOn, source, line, instalment, before: taken },
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
    ...{ on: line.on, instalment: line.instalment },
  };
}

/** A decision settles the invoice, or is taken back: it is its own source. */
const decided = (kind: SettlementKind, on: string, applied: string, id: string, before?: Taken): Taken => ({
  ...{ on, applied, kind, source: id, line: id, before },
});
