import { ignore } from '@quittance/read-model';
import { feature } from '../manifest/feature.js';
import { payments } from '../payment/payment.stream.js';
import { proposal } from './proposal.decider.js';

/** What could be done with money that settles nothing: no facts of its own, for what is accepted is allocated. */
export const proposalFeature = feature({
  name: 'proposal',
  facts: {},
  money: {},
  slices: [{ on: payments, slice: proposal, elsewhere: ignore('what is accepted is an allocation') }],
  api: () => (require('./proposal.api.js') as typeof import('./proposal.api.js')).proposalApi,
});
