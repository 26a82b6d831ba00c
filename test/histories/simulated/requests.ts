import { uuid5 } from '@quittance/event-store';
import { RegisterCustomer, RegisterPerson } from '@quittance/receivables';
import type { Request } from './action.js';
import type { Cast } from './books.js';

export const ENTITY = 'main';
/** Who asks for everything. */
export const ACTOR = 'anna';

export const idOfCommand = (key: string, by = ACTOR): string => uuid5(ENTITY, 'actor', by, key);

/** What makes the people and customers of a history known. */
export const introductions = ({ people, customers }: Cast): Request[] => [
  ...people.map((personId) => ({
    type: RegisterPerson,
    path: '/v1/people',
    body: { personId, name: `Person ${personId}`, email: `${personId}@example.com` },
  })),
  ...customers.map((customerId) => ({
    type: RegisterCustomer,
    path: '/v1/customers',
    body: { customerId, name: `Customer ${customerId}` },
  })),
];
