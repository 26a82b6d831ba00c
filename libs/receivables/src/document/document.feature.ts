import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { feature } from '../manifest/feature.js';
import { documentControl } from './document.control.js';
import { document } from './document.decider.js';
import type { DocumentFacts } from './document.events.js';
import { documentFacts } from './document.facts.js';
import { documentPostings } from './document.postings.js';
import { sendingProjection } from './document.projection.js';

export const documentFeature = feature<DocumentFacts, typeof documentPostings>({
  name: 'document',
  facts: documentFacts,
  money: documentPostings,
  control: documentControl,
  slices: [
    { on: invoices, slice: document, elsewhere: ignore('how it was sent is for the list of sendings') },
  ],
  projections: [sendingProjection],
  api: () => (require('./document.api.js') as typeof import('./document.api.js')).documentApi,
});
