import { Money } from '@quittance/kernel';
import type { FactsDeclared } from '../manifest/fact.js';
import { INSTALMENT, OF_INVOICE, partOf, sentence } from '../manifest/words.js';
import { readable } from '../personal.js';
import type { CreditFacts } from './credit.events.js';

const STREAM = 'invoice-<uuid>';
const ASKED = {
  ...OF_INVOICE,
  creditNoteId: 'uuid of the credit note',
  creditNumber: 'number of the credit note',
  applicationId: 'uuid of the application: what an undo names',
  currency: 'ISO 4217',
};

/** What Quittance says of what invoices take of credit notes. */
export const creditFacts: FactsDeclared<CreditFacts> = {
  CreditApplied: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} settled ${fact.applied} ${fact.currency} of ${partOf(fact)} by credit note ${fact.creditNumber}: ` +
          `open from ${sum(fact.open, fact.applied, fact.currency)} to ${fact.open} ${fact.currency}`,
        fact.applied !== fact.requested &&
          `${fact.requested} ${fact.currency} were meant for it, the rest stays on account`,
        `counting from ${fact.appliedOn}`,
      ),
    stream: STREAM,
    comment: 'The invoice took a part of a credit note',
    fields: {
      ...ASKED,
      requested: 'amount that was meant for the invoice',
      applied: 'amount that the invoice took; the rest stays on account',
      instalment: INSTALMENT,
      open: 'what is open on the invoice after this',
      appliedOn: 'business date from which it counts: the later of the day asked for and the day of issue',
    },
  },

  CreditRefused: {
    schema: 1,
    effectiveOn: (fact) => fact.requestedOn,
    sentence: (fact, actor) =>
      sentence(
        `${actor} could not settle invoice ${fact.number} by credit note ${fact.creditNumber}: ` +
          (fact.code === 'nothing-open' ? 'nothing was open' : fact.code.replaceAll('-', ' ')),
        `${fact.requested} ${fact.currency} stay on account`,
      ),
    stream: STREAM,
    comment: 'The invoice could take nothing of a credit note',
    fields: {
      ...ASKED,
      requested: 'amount that was meant for the invoice',
      code: 'why it took nothing: nothing-open',
      requestedOn: 'business date from which it was meant to count',
    },
  },

  CreditUndone: {
    schema: 1,
    effectiveOn: (fact) => fact.appliedOn,
    sentence: (fact, actor) => ({
      sentence:
        `${actor} opened ${fact.amount} ${fact.currency} of ${partOf(fact)} again that credit note ${fact.creditNumber} ` +
        `had settled: open ${fact.open} ${fact.currency}, counting from ${fact.appliedOn}`,
      reason: readable(fact.personal, 'reason'),
    }),
    stream: STREAM,
    comment: 'The invoice gave back what a credit note settled by mistake',
    fields: {
      ...ASKED,
      undoId: 'uuid of the undo',
      amount: 'amount that is open again',
      instalment: INSTALMENT,
      open: 'what is open on the invoice after this',
      appliedOn: 'business date from which it counts: that of the application',
    },
    personal: ['reason'],
  },
};

const sum = (open: string, applied: string, currency: string): string =>
  Money.of(open, currency).plus(Money.of(applied, currency)).toString();
