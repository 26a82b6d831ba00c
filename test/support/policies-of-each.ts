import { HoldEscalations } from '../../libs/receivables/src/policy/first-run.commands.js';
import { BY, executing } from './mailing.js';
import type { Quittance } from './quittance.js';

/** A policy and whom it is for; escalations of a first run, held and confirmed. */
export async function policiesOfEach(all: {
  quittance: Quittance;
  post(code: string, path: string, body: unknown): Promise<unknown>;
}): Promise<void> {
  const step = {
    key: 'first',
    days: 5,
    kind: 'remind',
    template: 'reminder',
    tone: 'formal',
    approval: 'always',
  };
  const policy = {
    policyId: 'own',
    name: 'Own',
    steps: [step],
    minAmount: { EUR: '5.00' },
    holidays: ['target'],
  };
  await all.post('done', '/v1/policies', policy);
  await all.post('invalid', '/v1/policies', { ...policy, steps: [step, step] });
  const assigned = { policyId: 'own', scope: 'segment', scopeId: 'public' };
  await all.post('done', '/v1/policies/assignments', assigned);
  await all.post('unknown-policy', '/v1/policies/assignments', { ...assigned, policyId: 'mild' });
  const range = { from: '2026-01-01', to: '2026-01-31' };
  await all.post('done', '/v1/dunning/simulations', { policyId: 'gentle', ...range });
  await all.post('invalid', '/v1/dunning/simulations', { policyId: 'gentle', ...range, to: '2025-12-31' });
  await all.post('unknown-policy', '/v1/dunning/simulations', { policyId: 'mild', ...range });
  await all.post('nothing-held', '/v1/dunning/confirmations', {});
  const context = { key: 'hold', hash: 'hold', ...BY };
  const held = { on: all.quittance.clock.today(), escalations: 51, context };
  await executing(all.quittance)(Object.assign(new HoldEscalations(), held));
  await all.post('done', '/v1/dunning/confirmations', {});
}
