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
    /** Where it went with a hand-over: its id. */
    handOverId?: string;
    /** It went back, for the hand-over was undone. */
    back?: boolean;
    personal: Personal<{ reason: string }>;
  };
}
