import { noMoney, type PostingsOf } from '../ledger/legs.js';
import type { PersonFacts } from './person.events.js';

export const personPostings = {
  PersonSeen: noMoney,
  PersonRegistered: noMoney,
  PersonChanged: noMoney,
} satisfies PostingsOf<PersonFacts>;
