import { ignore } from '@quittance/read-model';
import { customers } from '../customer/customer.stream.js';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { customerNote, invoiceNote } from './note.decider.js';
import type { NoteFacts } from './note.events.js';
import { noteFacts } from './note.facts.js';
import { noteProjection } from './note.projection.js';

const elsewhere = ignore('a note changes nothing of what it is about');

export const noteFeature = feature<NoteFacts>({
  name: 'note',
  facts: noteFacts,
  money: { NoteAdded: noMoney },
  slices: [
    { on: invoices, slice: invoiceNote, elsewhere },
    { on: customers, slice: customerNote, elsewhere },
  ],
  projections: [noteProjection],
  api: () => (require('./note.api.js') as typeof import('./note.api.js')).noteApi,
});
