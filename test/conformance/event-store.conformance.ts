import type { EventStore } from '@quittance/event-store';
import { appendRules } from './append.rules.js';
import { readRules } from './read.rules.js';
import { subscriptionRules } from './subscription.rules.js';

export interface StoreUnderTest {
  store: EventStore;
  stop(): Promise<void>;
}

/** What every event store of Quittance does: the twin in memory, the embedded node, EventStoreDB. */
export function eventStoreRules(name: string, open: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let opened: StoreUnderTest;

    beforeAll(async () => {
      opened = await open();
    });
    afterAll(async () => {
      await opened?.store.close();
      await opened?.stop();
    });

    const store = () => opened.store;
    describe('an append', () => appendRules(store));
    describe('a read', () => readRules(store));
    describe('a subscription', () => subscriptionRules(store));
  });
}
