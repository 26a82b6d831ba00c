import { creditNoteControl } from '../credit-note/credit-note.control.js';
import type { CreditNoteFacts } from '../credit-note/credit-note.events.js';
import { creditNotePostings } from '../credit-note/credit-note.postings.js';
import type { CreditFacts } from '../credit-note/credit.events.js';
import { invoiceControl } from '../invoice/invoice.control.js';
import type { InvoiceFacts } from '../invoice/invoice.events.js';
import { invoicePostings } from '../invoice/invoice.postings.js';
import { paymentControl } from '../payment/payment.control.js';
import type { PaymentFacts } from '../payment/payment.events.js';
import { paymentPostings } from '../payment/payment.postings.js';
import type { ControlsOf } from './control.js';

/** Postings of the features whose facts move money: with `CONTROLS`, the one place beside their folders (`mustBePosted`). */
export const POSTINGS = {
  ...invoicePostings,
  ...paymentPostings,
  ...creditNotePostings,
};

/** What each fact that moves money adds to the control, said without its legs. */
export const CONTROLS: ControlsOf<
  InvoiceFacts & PaymentFacts & CreditNoteFacts & CreditFacts,
  typeof POSTINGS
> = {
  ...invoiceControl,
  ...paymentControl,
  ...creditNoteControl,
};
