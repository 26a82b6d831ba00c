import fc from 'fast-check';
import { lines } from '../../../../test/faults/support/books/balance.js';
import { action, type FeatureActions, inCents } from '../../../../test/histories/simulated/action.js';
import { amountOf, type Sheet } from '../../../../test/histories/simulated/books.js';
import { AssignPolicy, VersionPolicy } from './policy.commands.js';

/** By scope and id who is chased by which, and by id what each asks at least. */
const SAID: Sheet<Map<string, string>> = { name: 'policies', blank: () => new Map([['least', '']]) };

const assign = action({
  do: 'assign a policy',
  weight: 1,
  boundsAll: true,
  draw: fc.record({
    policyId: fc.constantFrom('gentle', 'standard', 'firm'),
    segment: fc.constantFrom(null, 'public', 'retail'),
  }),
  words: ({ policyId, segment }) => `chase ${segment ?? 'everybody'} by ${policyId}`,
  command: (drawn) => drawn,
  verdict: ({ policyId, segment }, books) =>
    books.on(SAID).get(`of ${segment}`) === policyId ? 'nothing' : 'ok',
  take: ({ policyId, segment }, books) => void books.on(SAID).set(`of ${segment}`, policyId),
  request: ({ policyId, segment }) => ({
    ...{ type: AssignPolicy, path: '/v1/policies/assignments' },
    body: segment === null ? { policyId, scope: 'entity' } : { policyId, scope: 'segment', scopeId: segment },
  }),
});

const version = action({
  do: 'version a policy',
  weight: 1,
  boundsAll: true,
  draw: fc.record({ least: fc.nat(2_000) }),
  words: ({ least }) => `ask for ${inCents(least)} at least`,
  command: ({ least }) => ({ least: amountOf(least, 'EUR') }),
  verdict: ({ least }, books) => (books.on(SAID).get('least') === least ? 'nothing' : 'ok'),
  take: ({ least }, books) => void books.on(SAID).set('least', least),
  request: ({ least }) => ({
    ...{ type: VersionPolicy, path: '/v1/policies' },
    body: {
      ...{ policyId: 'drawn', name: 'Drawn', minAmount: { EUR: least } },
      steps: [{ key: 'due+3', days: 3, kind: 'remind', approval: 'always' }],
    },
  }),
});

export const policyActions: FeatureActions = {
  actions: [assign, version],
  balances: [
    {
      of: 'policy_versions',
      projection: 'policies',
      what: 'the policies, as they were stored',
      sql: `select position::text, policy_id, version, policy ->> 'name', effective_on from live.policy_versions`,
      must: lines('PolicyVersioned', ({ said, data }) => [
        ...[said.policyId, data.version as number, said.name, said.versionedOn],
      ]),
    },
    {
      of: 'policy_assignments',
      projection: 'policies',
      what: 'who is chased by which policy',
      sql: `select position::text, policy_id, scope, scope_id, from_on, effective_on from live.policy_assignments`,
      must: lines('PolicyAssigned', ({ said }) => [
        ...[said.policyId, said.scope, said.scopeId ?? '', said.from, said.assignedOn],
      ]),
    },
    {
      of: 'first_runs',
      projection: 'policies',
      what: 'escalations of a first run that were held, and confirmed',
      sql: `select position::text, status, escalations, effective_on from live.first_runs`,
      must: (facts) =>
        new Map([
          ...lines('EscalationsHeld', ({ said, data }) => [
            ...['held', data.escalations as number, said.heldOn],
          ])(facts),
          ...lines('EscalationsConfirmed', ({ said, data }) => [
            ...['confirmed', data.escalations as number, said.confirmedOn],
          ])(facts),
        ]),
    },
  ],
  agrees: () => undefined,
};
