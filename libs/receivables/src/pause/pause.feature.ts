import { ignore } from '@quittance/read-model';
import { customers } from '../customer/customer.stream.js';
import { invoices } from '../invoice/invoice.stream.js';
import { noMoney } from '../ledger/legs.js';
import { feature } from '../manifest/feature.js';
import { customerPause, pause } from './pause.decider.js';
import type { PauseFacts } from './pause.events.js';
import { pauseFacts } from './pause.facts.js';
import { pauseProjection } from './pause.projection.js';

const elsewhere = ignore('a pause changes nothing of what is owed, or by when');

export const pauseFeature = feature<PauseFacts>({
  name: 'pause',
  facts: pauseFacts,
  money: { Paused: noMoney, PauseEnded: noMoney },
  slices: [
    { on: invoices, slice: pause, elsewhere },
    { on: customers, slice: customerPause, elsewhere },
  ],
  projections: [pauseProjection],
  api: () => (require('./pause.api.js') as typeof import('./pause.api.js')).pauseApi,
});
