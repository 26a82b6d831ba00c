import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { CustomerFacts } from './customer.events.js';

export const customerPostings = {
  CustomerRegistered: noMoney,
  CustomerChanged: noMoney,
} satisfies PostingsOf<CustomerFacts>;
