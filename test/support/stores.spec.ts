import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { Client } from 'pg';
import { type TestStores, startTestStores } from './stores.js';

describe('the stores of a test file', () => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await startTestStores();
  });
  afterAll(() => stores.stop());

  const connected = async (url: string): Promise<string> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ role: string }>('select current_user as role');
    await client.end();
    return rows[0]!.role;
  };

  it('lets each role into its own database', async () => {
    expect(await connected(stores.databaseUrl)).toBe('quittance_app');
    expect(await connected(stores.eventsDatabaseUrl)).toBe('quittance_events');
  });

  it('answers as an event store', async () => {
    const client = EventStoreDBClient.connectionString(stores.eventStoreUrl);
    await client.appendToStream('trial', jsonEvent({ type: 'Tried', data: { times: 1 } }));
    const read: unknown[] = [];
    for await (const { event } of client.readStream('trial')) read.push(event?.data);
    expect(read).toEqual([{ times: 1 }]);
    await client.dispose();
  });

  it('keeps the application out of the event store’s database', async () => {
    const across = stores.eventsDatabaseUrl.replace('quittance_events@', 'quittance_app@');
    await expect(connected(across)).rejects.toThrow(/permission denied for database/);
  });
});
