import { commandAbout } from '../command/command';
import type { Policy } from './use-policies';

/** From a day on, a policy is that of everybody, a segment, a customer or an invoice. */
export const ASSIGN = commandAbout<Policy>()({
  ...{ name: 'assignPolicy', path: '/v1/policies/assignments', begins: true },
  names: ({ policyId }) => ({ policyId }),
  fields: (_policy, { today }) => [
    {
      ...{ kind: 'choice', name: 'scope', required: true, initial: 'customer' },
      choices: ['entity', 'segment', 'customer', 'invoice'],
    },
    { kind: 'text', name: 'scopeId', hint: 'scopeIds' },
    { kind: 'date', name: 'from', initial: today },
  ],
  // Whom it is for must be said, but for everybody: nothing is asked before.
  body: ({ scope, scopeId, from }, { policyId }) =>
    scope === 'entity' || scopeId !== undefined
      ? {
          ...{ policyId, scope: scope as 'entity' },
          ...(scope !== 'entity' && { scopeId }),
          ...(from !== undefined && { from }),
        }
      : undefined,
});
