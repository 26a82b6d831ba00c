import { type Quittance, startQuittance } from '../support/quittance.js';
import type { Caller } from '../support/caller.js';

/** Whoever looks at everything. */
export const ROLES = ['manager', 'admin', 'auditor'] as const;

/** An installation with a small demonstration in it, all of it projected. */
export async function demonstrated(invoices: number): Promise<{ quittance: Quittance; anna: Caller }> {
  const quittance = await startQuittance();
  const anna = await quittance.as([...ROLES], 'anna');
  await anna.done('/v1/demonstration', { seed: 'quittance', invoices });
  const loaded = async () => (await anna.get<{ state: string; position: string }>('/v1/demonstration')).body;
  let now = await loaded();
  while (now.state === 'running') now = await loaded();
  await anna.get('/v1/invoices', now.position);
  return { quittance, anna };
}
