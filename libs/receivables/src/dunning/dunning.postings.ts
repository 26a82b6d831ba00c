import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { DunningFacts } from './dunning.events.js';

export const dunningPostings = {
  ReminderPlanned: noMoney,
  ReminderSkipped: noMoney,
  ReminderSent: noMoney,
  ReminderRefused: noMoney,
  ReminderBounced: noMoney,
  InvoiceEscalated: noMoney,
  OwnerAlerted: noMoney,
  CollectionProposed: noMoney,
} satisfies PostingsOf<DunningFacts>;
