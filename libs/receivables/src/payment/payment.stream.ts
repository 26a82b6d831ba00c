import { type StateOf, stream } from '@quittance/kernel';
import { payment, type PaymentSlice } from './payment.decider.js';

export { allocating } from './allocating.decider.js';
export { reasonOf } from './meant-for.decider.js';
export type { Meaning } from './meant-for.decider.js';
export type { Payment } from './payment.state.decider.js';

export type PaymentState = StateOf<PaymentSlice>;

/** Money received once: `payment-<uuid>`. */
export const payments = stream('payment', [payment]);
