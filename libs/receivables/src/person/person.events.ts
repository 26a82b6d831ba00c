import type { Personal } from '../personal.js';

/** Facts of `person-<uuid>`. */
export interface PersonFacts {
  /** A verified actor's first request: from now on they can own invoices. */
  PersonSeen: { personId: string; roles: string[]; seenOn: string };
  PersonRegistered: {
    personId: string;
    roles?: string[];
    managerId?: string;
    leadId?: string;
    registeredOn: string;
    personal: Personal<{ name: string; email: string }>;
  };
}
