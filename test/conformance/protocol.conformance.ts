import { EventStoreDBClient } from '@eventstore/db-client';
import { connectEventStore } from '@quittance/event-store';
import { deletionRules } from './deletion.rules.js';
import { expectedRevisionRules, restartRules } from './expected-revision.rules.js';
import { filterRules } from './filter.rules.js';
import { linkRules } from './links.rules.js';
import { protocolReadRules } from './protocol-read.rules.js';
import { protocolSubscriptionRules } from './protocol-subscription.rules.js';
import { requestRules } from './requests.rules.js';
import { streamMetadataRules } from './stream-metadata.rules.js';
import type { Ways } from './ways.js';

export interface ServerUnderTest {
  url: string;
  /** Ends the server and starts it again on the same events; absent where a test may not. */
  restart?: () => Promise<void>;
  stop(): Promise<void>;
}

/** What a server does that the unmodified client talks to: the embedded node as EventStoreDB. */
export function protocolRules(name: string, open: () => Promise<ServerUnderTest>): void {
  describe(name, () => {
    let server: ServerUnderTest;
    let ways: Ways;

    beforeAll(async () => {
      server = await open();
      ways = {
        client: EventStoreDBClient.connectionString(server.url),
        store: connectEventStore(server.url),
        credentials: credentialsOf(server.url),
      };
    });
    afterAll(async () => {
      await ways?.client.dispose();
      await ways?.store.close();
      await server?.stop();
    });

    const opened = () => ways;
    // The client has two ways to append: one long stream for all, and a call of its own for each.
    describe('expected revisions, on the stream of all appends', () => expectedRevisionRules(opened, false));
    describe('expected revisions, in a call of its own', () => expectedRevisionRules(opened, true));
    describe('reads', () => protocolReadRules(opened));
    describe('links', () => linkRules(opened));
    describe('messages', () => requestRules(opened));
    describe('stream metadata', () => streamMetadataRules(opened));
    describe('deletion', () => deletionRules(opened));
    describe('subscriptions', () => protocolSubscriptionRules(opened));
    describe('filters', () => filterRules(opened));
    describe('a restart', () =>
      restartRules(opened, async () => {
        await server.restart?.();
        return server.restart !== undefined;
      }));
  });
}

/** Those of the address. A server that asks for none is sent some all the same: they make an append a call of its own. */
export function credentialsOf(url: string): Ways['credentials'] {
  const [, username = 'nobody', password = 'nobody'] = /^[^/]+\/\/([^:@/]+):([^@/]+)@/.exec(url) ?? [];
  return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
}
