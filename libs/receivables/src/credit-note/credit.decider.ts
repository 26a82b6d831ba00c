import { factsOf, Money, type Slice } from '@quittance/kernel';
import { moreThanTaken } from '../asking/given-back.decider.js';
import {
  mustBeIssued,
  named,
  openFrom,
  type SeesIssue,
  type SeesSettlement,
  settledBy,
  whyNothing,
} from '../invoice/invoice.stream.js';
import type { ApplyCredit, UndoCredit } from './credit.commands.js';
import type { CreditFacts } from './credit.events.js';

/** What credit notes settle of an invoice. It keeps nothing: what is open is for the invoice's settlement to know. */
export interface CreditSlice {
  name: 'credit';
  commands: { ApplyCredit: ApplyCredit; UndoCredit: UndoCredit };
  facts: CreditFacts;
  own: null;
  sees: SeesIssue & SeesSettlement;
}

const fact = factsOf<CreditFacts>();

export const credit: Slice<CreditSlice> = {
  name: 'credit',
  initial: null,
  decide: {
    ApplyCredit(command, { stream }, { id }) {
      const { creditNoteId, creditNumber, applicationId, currency, requested, requestedOn, instalment } =
        command;
      const invoice = mustBeIssued(stream, id);
      const about = { ...named(invoice, id), creditNoteId, creditNumber, applicationId, currency, requested };
      const open = Money.of(stream.settlement.open, currency);
      if (!open.isPositive)
        return [fact('CreditRefused', { ...about, code: whyNothing(stream.settlement), requestedOn })];
      const applied = open.min(Money.of(requested, currency));
      return [
        fact('CreditApplied', {
          ...about,
          applied: applied.toString(),
          instalment,
          open: open.minus(applied).toString(),
          appliedOn: openFrom(
            stream.settlement,
            currency,
            applied,
            requestedOn > invoice.issuedOn ? requestedOn : invoice.issuedOn,
          ),
        }),
      ];
    },

    UndoCredit({ creditNoteId, creditNumber, applicationId, undoId, amount, personal }, { stream }, { id }) {
      const invoice = mustBeIssued(stream, id);
      const { currency } = invoice;
      const line = settledBy(stream.settlement, applicationId, currency);
      const back = Money.of(amount, currency);
      if (!line || line.applied.minus(back).isNegative) {
        throw moreThanTaken(invoice.number);
      }
      return [
        fact('CreditUndone', {
          ...named(invoice, id),
          creditNoteId,
          creditNumber,
          applicationId,
          currency,
          undoId,
          amount: back.toString(),
          instalment: line.instalment,
          open: Money.of(stream.settlement.open, currency).plus(back).toString(),
          appliedOn: line.on,
          personal,
        }),
      ];
    },
  },
  evolve: { CreditApplied: () => null, CreditRefused: () => null, CreditUndone: () => null },
};
