import { type Policy, UNLIMITED } from '@quittance/kernel';
import type { PolicySource } from './command-route.js';
import type { FoldedStreams } from './folded-streams.js';

/** The entity's limits as they stand now; unlimited where none were ever set, or nothing keeps any. */
export async function policyNow(
  streams: FoldedStreams,
  { policy, entity }: { policy?: PolicySource; entity: string },
): Promise<Policy> {
  if (!policy) return UNLIMITED;
  const { folding } = policy;
  const { state, end } = await streams.latest(folding, `${folding.category}-${entity}`);
  return end.revision === 'none' ? UNLIMITED : { revision: end.revision, limits: policy.limits(state) };
}
