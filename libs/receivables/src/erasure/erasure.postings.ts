import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { ErasureFacts } from './erasure.events.js';

export const erasurePostings = {
  PersonalDataErased: noMoney,
} satisfies PostingsOf<ErasureFacts>;
