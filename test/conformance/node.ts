import { startEventStoreNode } from '@quittance/embedded';
import { startTestDatabases } from '../support/stores.js';

/** The embedded node on a database of its own, which can be ended and started again on the same port. */
export async function startNode() {
  const databases = await startTestDatabases();
  const options = {
    databaseUrl: databases.eventsDatabaseUrl,
    host: '127.0.0.1',
    access: 'plaintext' as const,
  };
  let node = await startEventStoreNode({ ...options, port: 0 });
  const { port } = node;
  return {
    port,
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
