import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { LogHeadFacts } from './log-head.events.js';

export const logHeadPostings = {
  LogHeadRecorded: noMoney,
  MacBegun: noMoney,
} satisfies PostingsOf<LogHeadFacts>;
