import { connectEventStore, type EventStore } from '@quittance/event-store';
import { startTestStores, type TestStores } from '../../../../test/support/stores.js';

describe('a process that stands still', () => {
  const readTimeout = 500;
  let stores: TestStores;
  let store: EventStore;
  beforeAll(async () => {
    stores = await startTestStores();
    store = connectEventStore(stores.eventStoreUrl, { readTimeout });
  });
  afterAll(async () => {
    await store.close();
    await stores.stop();
  });

  it('does not take for silence of the store what it could not hear', async () => {
    const read = async (): Promise<number> => {
      let facts = 0;
      for await (const _fact of store.readAll()) facts += 1;
      return facts;
    };
    const first = await read();
    const reading = read();
    await new Promise(setImmediate);
    for (const until = Date.now() + 2 * readTimeout; Date.now() < until;);
    expect(await reading).toBe(first);
  });
});
