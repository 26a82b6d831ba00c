import { openDatabase } from '@quittance/process';
import type { Pool } from 'pg';
import { startTestDatabases } from './stores.js';

/** A migrated database of one's own, for the guard and the vault. Call `stop` in `afterAll`. */
export async function startWriteSideDatabase(): Promise<{ pool: Pool; stop: () => Promise<void> }> {
  const databases = await startTestDatabases([]);
  const pool = openDatabase(databases.databaseUrl);
  return {
    pool,
    async stop() {
      await pool.end();
      await databases.stop();
    },
  };
}

/** One for all tests of the file, or of the `describe` that it is called in. */
export function useWriteSide(take: (pool: Pool) => void): void {
  let side: Awaited<ReturnType<typeof startWriteSideDatabase>> | undefined;
  beforeAll(async () => {
    side = await startWriteSideDatabase();
    take(side.pool);
  });
  afterAll(() => side?.stop());
}
