import type { ControlsOf } from '../ledger/control.js';
import type { DocumentFacts } from './document.events.js';
import type { documentPostings } from './document.postings.js';

export const documentControl: ControlsOf<DocumentFacts, typeof documentPostings> = {
  InvoiceVoided: {
    adds: [
      {
        field: 'total',
        sign: '-',
        to: ({ customerId: party, invoiceId: invoice, voidedOn: on }) => ({ party, invoice, on }),
      },
    ],
  },
};
