import { addDays } from '@quittance/kernel';
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

it('assignments are a list of their own; with the policies stand at most 1,000, that of everybody first', async () => {
  const assign = (body: object) => its.mara.done('/v1/policies/assignments', { policyId: 'gentle', ...body });
  for (const scopeId of ['public', 'retail']) await assign({ scope: 'segment', scopeId });
  await assign({ scope: 'entity' });
  const position = await its.lastPosition();
  const path = '/v1/policies/assignments?sort=-id&limit=2&policyId=gentle';
  interface Page {
    items: { id: string; scopeId: string | null }[];
    next: string;
  }
  const first = (await its.mara.get<Page>(path, position)).body;
  const rest = (await its.mara.get<Page>(`${path}&cursor=${first.next}`)).body;
  expect([...first.items, ...rest.items].map(({ id, scopeId }) => [id, scopeId])).toEqual([
    ['segment.retail', 'retail'],
    ['segment.public', 'public'],
    ['entity', null],
  ]);
  interface All {
    assignments: { scope: string }[];
    assignmentsInAll: number;
  }
  const all = (await its.mara.get<All>('/v1/policies')).body;
  expect([all.assignments[0]!.scope, all.assignmentsInAll]).toEqual(['entity', all.assignments.length]);
  const many = `insert into live.policy_assignments select (jsonb_populate_record(a, jsonb_build_object(
      'scope', 'segment', 'scope_id', 'many-' || n, 'position', -n))).* from live.policy_assignments a, generate_series(1, 1000) n
    where a.scope = 'entity' returning 1`;
  await its.quittance.pool.query(many);
  const more = (await its.mara.get<All>('/v1/policies')).body;
  expect([more.assignments.length, more.assignments[0]!.scope, more.assignmentsInAll]).toEqual([
    ...[1000, 'entity', all.assignmentsInAll + 1000],
  ]);
  await its.quittance.pool.query(`delete from live.policy_assignments where position < 0`);
});

describe('what comes next of an invoice', () => {
  interface Shown {
    nextStep: object | null;
  }
  const nextStep = async (id: string, more = ''): Promise<object | null> =>
    (await its.mara.get<Shown>(`/v1/invoices/${id}${more}`, await its.lastPosition())).body.nextStep;

  it('is by the policy in force, says what blocks it, and is nothing once it is paid or in the past', async () => {
    const customerId = await its.customer();
    const today = its.quittance.clock.today();
    const dates = { issuedOn: addDays(today, -30), dueOn: addDays(today, 1) };
    const id = await its.issue(customerId, dates);
    await its.mara.done('/v1/policies/assignments', { policyId: 'own', scope: 'invoice', scopeId: id });
    const first = { key: 'first', kind: 'remind', on: addDays(today, 2), part: 1, blockedBy: null };
    expect(await nextStep(id)).toEqual(first);
    expect(await nextStep(id, `?asOf=${today}`)).toBeNull();
    const late = await its.issue(customerId, { issuedOn: addDays(today, -60), dueOn: addDays(today, -2) });
    await its.mara.done(`/v1/invoices/${late}/pauses`, { reason: 'They move.' });
    expect(await nextStep(late)).toMatchObject({ blockedBy: 'paused' });
    await its.pay(id, today);
    expect(await nextStep(id)).toBeNull();
  });
});
