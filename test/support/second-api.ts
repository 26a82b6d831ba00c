import { authenticator } from '@quittance/http';
import { pino } from 'pino';
import { createApi } from '../../apps/api/src/create-api.js';
import { ENTITY, type Quittance, ZONE } from './quittance.js';

/** Another API process over the same stores: what it keeps in memory is its own. */
export async function secondApi({
  store,
  pool,
  clock,
  dataDir,
}: Quittance): Promise<{ url: string; stop: () => Promise<void> }> {
  const parts = { store, pool, clock, entity: ENTITY, timeZone: ZONE };
  const api = await createApi(parts, await authenticator({ dataDir }), pino({ level: 'silent' }));
  await api.listen({ host: '127.0.0.1', port: 0 });
  const url = (await api.getUrl()).replace('[::1]', '127.0.0.1');
  return { url, stop: () => api.close() };
}
