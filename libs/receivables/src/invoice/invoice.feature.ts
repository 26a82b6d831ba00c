import { feature } from '../manifest/feature.js';
import type { InvoiceFacts } from './invoice.events.js';
import { invoiceFacts } from './invoice.facts.js';
import { invoiceProjection } from './invoice.projection.js';
import { invoices } from './invoice.stream.js';
import { invoicePostings } from './invoice.postings.js';

export const invoiceFeature = feature<InvoiceFacts>({
  name: 'invoice',
  facts: invoiceFacts,
  money: invoicePostings,
  streams: [invoices],
  projections: [invoiceProjection],
  api: () => (require('./invoice.api.js') as typeof import('./invoice.api.js')).invoiceApi,
});
