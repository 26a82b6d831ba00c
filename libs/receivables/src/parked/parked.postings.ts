import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { ParkedFacts } from './parked.events.js';

export const parkedPostings = {
  StreamsReleased: noMoney,
} satisfies PostingsOf<ParkedFacts>;
