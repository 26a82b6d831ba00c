/** A policy and whom it is for. */
export async function policiesOfEach(all: {
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
}
