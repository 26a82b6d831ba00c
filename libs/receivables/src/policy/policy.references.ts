import type { FactReader, ReadStreams } from '@quittance/event-store';
import { evolve } from '@quittance/kernel';
import { policyStream } from '../streams.js';
import {
  policies,
  type Policies,
  type PolicyAskedFor,
  type PolicyInForce,
  policyOf,
} from './policy.stream.js';

/** All that is said of how debtors are chased, as it stands now. */
export const policiesNow = async (read: Pick<ReadStreams, 'latest'>, entity: string): Promise<Policies> =>
  (await read.latest(policies, policyStream(entity))) ?? policies.initial;

/** The same, for who decides nothing by it. */
export async function policiesIn(facts: FactReader, entity: string): Promise<Policies> {
  let state = policies.initial;
  for await (const fact of facts.read(policyStream(entity))) state = evolve(policies.evolve, state, fact);
  return state;
}

/** The policy by which an invoice is chased on a day, as it stands now. */
export const policyFor = async (
  read: ReadStreams,
  entity: string,
  of: PolicyAskedFor,
): Promise<PolicyInForce> => policyOf(await policiesNow(read, entity), of);
