import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { DunningFacts } from './dunning.events.js';

export const dunningPostings = {
  ReminderPlanned: noMoney,
  ReminderSkipped: noMoney,
  InvoiceEscalated: noMoney,
} satisfies PostingsOf<DunningFacts>;
