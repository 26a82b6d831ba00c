import { feature } from '../manifest/feature.js';
import { invoiceControl } from './invoice.control.js';
import type { InvoiceFacts } from './invoice.events.js';
import { invoiceFacts } from './invoice.facts.js';
import { invoiceProjection } from './invoice.projection.js';
import { invoices } from './invoice.stream.js';
import { invoicePostings } from './invoice.postings.js';

export const invoiceFeature = feature<InvoiceFacts, typeof invoicePostings>({
  name: 'invoice',
  facts: invoiceFacts,
  money: invoicePostings,
  control: invoiceControl,
  streams: [invoices],
  projections: [invoiceProjection],
  totals: [
    {
      ...{ projection: 'invoices', table: 'invoices', count: 'invoices' },
      sums: { issued: 'total', paid: 'paid', open: 'open' },
    },
  ],
  api: () => (require('./invoice.api.js') as typeof import('./invoice.api.js')).invoiceApi,
});
