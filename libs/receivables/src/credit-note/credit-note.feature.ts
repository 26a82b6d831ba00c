import { ignore } from '@quittance/read-model';
import { invoices } from '../invoice/invoice.stream.js';
import { feature } from '../manifest/feature.js';
import { creditNoteControl } from './credit-note.control.js';
import type { CreditNoteFacts } from './credit-note.events.js';
import { creditNoteFacts } from './credit-note.facts.js';
import { creditNotePostings } from './credit-note.postings.js';
import { creditNoteProjection } from './credit-note.projection.js';
import { creditNotes } from './credit-note.stream.js';
import { credit } from './credit.decider.js';
import type { CreditFacts } from './credit.events.js';
import { creditFacts } from './credit.facts.js';

export const creditNoteFeature = feature<CreditNoteFacts & CreditFacts, typeof creditNotePostings>({
  name: 'credit-note',
  facts: { ...creditNoteFacts, ...creditFacts },
  money: creditNotePostings,
  control: creditNoteControl,
  streams: [creditNotes],
  slices: [
    {
      on: invoices,
      slice: credit,
      elsewhere: ignore('a credit note moves no due date and no owner; what it settles is in its legs'),
    },
  ],
  projections: [creditNoteProjection],
  totals: [
    {
      ...{ projection: 'credit-notes', table: 'credit_notes', count: 'creditNotes' },
      sums: {
        ...{ credited: 'total', applied: 'applied', refunded: 'refunded', cancelled: 'cancelled' },
        onAccount: 'on_account',
      },
    },
  ],
  reactions: () =>
    (require('./credit-note.reactions.js') as typeof import('./credit-note.reactions.js'))
      .creditNoteReactions,
  api: () => (require('./credit-note.api.js') as typeof import('./credit-note.api.js')).creditNoteApi,
});
