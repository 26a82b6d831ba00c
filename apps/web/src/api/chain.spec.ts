import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { breakOf, type StoredFact, type Verdict } from './chain';

const STREAM = 'invoice-1';

/** As the event store hashes: written apart from the page's own way. */
function factsOf(...amounts: string[]): StoredFact[] {
  let previousHash: string | null = null;
  return amounts.map((amount, revision) => {
    const data = { amount, note: 'Ändern?', personal: { sealed: 'AA==' } };
    const metadata = { hashVersion: 1, previousHash, actor: { id: 'anna', roles: ['clerk'] } };
    const fact = { id: `id ${revision}`, type: 'PaymentApplied', data };
    const form = {
      hashVersion: 1,
      previousHash,
      stream: STREAM,
      revision: String(revision),
      ...fact,
      metadata,
    };
    const hash: string = createHash('sha256').update(canonicalize(form)!).digest('hex');
    previousHash = hash;
    return {
      ...{ revision, position: String(100 + revision), id: fact.id, type: fact.type },
      data: JSON.stringify(data),
      metadata: JSON.stringify({ ...metadata, hash, $origin: { position: '7' } }),
      recordedAt: '2026-03-01T09:12:44.120Z',
    };
  });
}

/** Where it breaks, and how. */
async function breakIn(facts: StoredFact[]): Promise<string> {
  const verdict: Verdict = { facts: 0, hash: null };
  for (const fact of facts) {
    const kind = await breakOf(STREAM, fact, verdict);
    if (kind) return `${fact.revision} ${kind}`;
    verdict.facts += 1;
    verdict.hash = (JSON.parse(fact.metadata) as { hash: string }).hash;
  }
  return 'holds';
}

const changed = (at: number, change: Partial<StoredFact>): StoredFact[] =>
  factsOf('10.00', '20.00', '30.00').map((fact, index) => (index === at ? { ...fact, ...change } : fact));

describe('a chain worked out in the browser', () => {
  it('holds for what is as it was stored', async () => {
    expect(await breakIn(factsOf('10.00', '20.00', '30.00'))).toBe('holds');
  });

  it.each([
    ['an amount', changed(1, { data: changed(1, {})[1]!.data.replace('20.00', '21.00') }), '1 changed'],
    ['a type', changed(2, { type: 'InvoiceVoided' }), '2 changed'],
    ['an actor', changed(0, { metadata: changed(0, {})[0]!.metadata.replace('anna', 'ivan') }), '0 changed'],
    ['what is no JSON', changed(1, { data: '{' }), '1 changed'],
    [
      'a fact that is left out',
      factsOf('10.00', '20.00', '30.00').filter((_fact, at) => at !== 1),
      '2 missing',
    ],
    [
      'another history from the second fact on',
      [factsOf('10.00')[0]!, ...factsOf('11.00', '20.00').slice(1)],
      '1 unlinked',
    ],
  ])('breaks at %s', async (_what, facts, where) => {
    expect(await breakIn(facts)).toBe(where);
  });
});
