import type { Master } from '../src/customer/customer.events.js';
import type { Customer } from '../src/customer/customer.stream.js';

/** A customer as others see them: registered with this, and never changed. */
export const customerWith = (first: Master = {}): Customer => ({
  ...first,
  ...{ customerId: 'C-1', first, changes: [] },
});
