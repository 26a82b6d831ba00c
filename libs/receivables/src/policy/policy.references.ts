import type { ReadStreams } from '@quittance/event-store';
import { policyStream } from '../streams.js';
import { policies, type PolicyAskedFor, type PolicyInForce, policyOf } from './policy.stream.js';

/** The policy by which an invoice is chased on a day, as it stands now. */
export const policyFor = async (
  read: ReadStreams,
  entity: string,
  of: PolicyAskedFor,
): Promise<PolicyInForce> =>
  policyOf((await read.latest(policies, policyStream(entity))) ?? policies.initial, of);
