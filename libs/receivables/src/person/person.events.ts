import type { Changed } from '../changes.events.js';
import type { Personal } from '../personal.js';

/** The fields that tell of the person. */
export const SEALED = ['name', 'email'] as const;

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
  PersonChanged: Changed & { personId: string; changedOn: string };
}
