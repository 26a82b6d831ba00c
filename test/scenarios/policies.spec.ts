import { OWN, useChasing } from '../support/chasing.js';

// Policies as they stand, and each with its versions.

const its = useChasing();

interface Versions {
  versions: { version: number; name: string }[];
}

describe('a policy', () => {
  const versions = async (id: string, rest = ''): Promise<string[]> => {
    const { body } = await its.mara.get<Versions>(`/v1/policies/${id}${rest}`, await its.lastPosition());
    return body.versions.map(({ version, name }) => `${version} ${name}`);
  };

  it('shows its versions, the newest first, and what was known before the last', async () => {
    const before = await its.lastPosition();
    const { recordedAt } = (await its.quittance.facts()).at(-1)!;
    await its.mara.done('/v1/policies', { ...OWN, name: 'Our own' });
    expect(await versions('own')).toEqual(['2 Our own', '1 Own']);
    expect(before).not.toBe(await its.lastPosition());
    expect(await versions('own', `?knownAt=${recordedAt.toISOString()}`)).toEqual(['1 Own']);
  });

  it('that Quittance brings keeps that as version 0 beneath its own', async () => {
    await its.mara.done('/v1/policies', { ...OWN, policyId: 'gentle', name: 'Softer' });
    expect(await versions('gentle')).toEqual(['1 Softer', '0 Gentle']);
    expect(await versions('standard')).toEqual(['0 Standard']);
  });

  it('that nobody stored is not found, and is told by its code', async () => {
    const { status, body } = await its.mara.get<{ code: string }>('/v1/policies/mild');
    expect([status, body.code]).toEqual([404, 'not-found']);
  });
});
