import { type StateOf, stream } from '@quittance/kernel';
import { customer, type CustomerSlice } from './customer.decider.js';

export {
  checkTerms,
  type Customer,
  customerOn,
  isMerged,
  mustBeRegistered,
  mustNotBeMerged,
  unknownCustomer,
} from './customer.decider.js';

export type CustomerState = StateOf<CustomerSlice>;

/** One who may owe: `customer-<uuid>`. Decisions compare names: personal data is opened. */
export const customers = stream('customer', [customer], { opened: true });
