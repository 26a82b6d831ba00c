import { type EventStoreNodeOptions, startEventStoreNode } from '@quittance/embedded';
import { startTestDatabases } from '../support/stores.js';

/** The embedded node on a database of its own, which can be ended and started again on the same port. */
export async function startNode(given: Partial<Pick<EventStoreNodeOptions, 'erasable' | 'writeLimit'>> = {}) {
  const databases = await startTestDatabases();
  // Every stream may go, as on the real server; and no machine is so busy that a write fails for that alone.
  const rules = { erasable: [''], writeLimit: 60_000, ...given };
  const options = {
    databaseUrl: databases.eventsDatabaseUrl,
    host: '127.0.0.1',
    access: 'plaintext' as const,
    ...rules,
  };
  let node = await startEventStoreNode({ ...options, port: 0 });
  const { port } = node;
  return {
    port,
    eventsDatabaseUrl: databases.eventsDatabaseUrl,
    url: `esdb://127.0.0.1:${port}?tls=false`,
    async restart() {
      await node.stop();
      node = await startEventStoreNode({ ...options, port });
    },
    async stop() {
      await node.stop();
      await databases.stop();
    },
  };
}
