import type { Personal } from '../../personal.js';

/** Who follows an invoice up. */
export interface OwnerFacts {
  OwnerAssigned: {
    invoiceId: string;
    number: string;
    customerId: string;
    previousOwnerId: string;
    ownerId: string;
    assignedOn: string;
    personal: Personal<{ reason: string }>;
  };
}
