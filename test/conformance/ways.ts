import type { Credentials, EventStoreDBClient } from '@eventstore/db-client';
import type { EventStore } from '@quittance/event-store';

/** The two ways to a server: the bare client, and the port over it. */
export interface Ways {
  client: EventStoreDBClient;
  store: EventStore;
  /** With them an append is a call of its own. */
  credentials: Credentials;
}
