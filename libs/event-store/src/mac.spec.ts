import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalForm } from './canonical-form.js';
import type { FactMetadata, RecordedFact } from './fact.js';
import { chain, CHAIN_START, hashOf, isWhole, type Unchained } from './hash-chain.js';
import { MacJudge, macKey } from './mac.js';

const STREAM = 'payment-1';
const key = macKey('k1', Buffer.from('the secret of the installation'));
const judge = new MacJudge(new Map([[key.id, key]]));

const unchained: Unchained = {
  id: '00000000-0000-5000-8000-000000000001',
  type: 'PaymentReceived',
  data: { amount: '50000.00', nested: { mac: { key: 'k1', value: '' }, b: 'è' } },
  metadata: {
    $correlationId: 'c',
    $causationId: 'c',
    commandId: 'command 1',
    commandHash: 'h',
    actor: { id: 'anna', roles: ['clerk'] },
    entity: 'main',
    effectiveOn: '2026-01-01',
    schema: 1,
  },
};

const recorded = (facts: ReturnType<typeof chain>): RecordedFact => ({
  ...(JSON.parse(JSON.stringify(facts[0])) as (typeof facts)[0]),
  ...{ stream: STREAM, revision: 0n, position: { commit: 1n, prepare: 1n }, recordedAt: new Date() },
});
const written = (by = key): RecordedFact => recorded(chain(STREAM, CHAIN_START, [unchained], by));

describe('the form of a fact', () => {
  const texts = fc.dictionary(fc.string(), fc.jsonValue());

  it('is RFC 8785, with the MAC in its place, whatever the metadata is', () => {
    fc.assert(
      fc.property(texts, texts, fc.bigInt({ min: 0n }), fc.boolean(), (data, more, revision, signed) => {
        const mac = { key: 'k1', value: 'ab' };
        const { mac: _mac, hash: _hash, $origin: _origin, ...others } = more;
        const metadata = { ...others, ...(signed && { mac }), hash: 'h', $origin: {} };
        const fact = { id: 'i', type: 't', data, metadata } as unknown as Parameters<typeof canonicalForm>[2];
        const { hashVersion, previousHash } = others;
        const whole = (inner: object): string =>
          canonicalize({
            ...{ hashVersion, previousHash, stream: STREAM, revision: String(revision) },
            ...{ id: 'i', type: 't', data, metadata: inner },
          })!;
        const form = canonicalForm(STREAM, revision, fact);
        expect(form.with(signed ? mac : undefined)).toBe(whole({ ...others, ...(signed && { mac }) }));
        expect(form.withoutMac).toBe(whole(others));
      }),
    );
  });
});

const FROZEN = 'b9c1fd3d7ef40613ef5d172e00734d55ad4e8bab49ada8ca2149481a3f51e740';

describe('the MAC of a fact', () => {
  it('is covered by its hash, which is made as it always was', () => {
    const fact = written();
    expect(isWhole(fact)).toBe(true);
    const { hash, ...metadata } = fact.metadata;
    const changed = { ...metadata, mac: { key: 'k1', value: 'f'.repeat(64) } };
    expect(hashOf(STREAM, 0n, { ...fact, metadata: changed })).not.toBe(hash);
  });

  // Frozen: facts of this release must verify for ever.
  it('is made as it always was', () => {
    expect(written().metadata.mac).toEqual({ key: 'k1', value: FROZEN });
  });

  it('is right for what Quittance wrote, also when its history was moved', () => {
    const fact = written();
    expect(judge.of(fact)).toBe('right');
    const metadata = { ...fact.metadata, $origin: { recordedAt: 'then', position: '7' } };
    expect(judge.of({ ...fact, metadata })).toBe('right');
  });

  it.each<[string, (fact: RecordedFact) => unknown]>([
    ['another amount', (fact) => (fact.data.amount = '50001.00')],
    ['another actor', ({ metadata }) => (metadata.actor.id = 'otto')],
    ['another stream', (fact) => (fact.stream = 'payment-2')],
    ['another revision', (fact) => (fact.revision = 1n)],
    ['another id', (fact) => (fact.id = fact.id.replace('1', '2'))],
    ['another type', (fact) => (fact.type = 'InvoiceIssued')],
    ['another fact before it', ({ metadata }) => (metadata.previousHash = 'ab')],
    ['a MAC that was cut', ({ metadata }) => (metadata.mac!.value = metadata.mac!.value.slice(1))],
    ['a MAC that is none', ({ metadata }) => (metadata.mac = 'none' as never)],
    ['an empty MAC', ({ metadata }) => (metadata.mac = null as never)],
    ['a value that is none', ({ metadata }) => (metadata.mac!.value = 7 as never)],
  ])('is wrong for %s, also when the hash was made anew', (_what, change) => {
    const fact = written();
    change(fact);
    fact.metadata.hash = hashOf(fact.stream, fact.revision, fact);
    expect(judge.of(fact)).toBe('wrong');
  });

  it('is wrong under another secret with the same name, and unknown under another name', () => {
    expect(judge.of(written(macKey('k1', Buffer.from('a guess'))))).toBe('wrong');
    expect(judge.of(written(macKey('k2', Buffer.from('a guess'))))).toBe('unknown key');
  });

  it('is none where there is none, also in metadata that somebody changed to none', () => {
    const fact = recorded(chain(STREAM, CHAIN_START, [unchained]));
    expect(judge.of(fact)).toBe('none');
    expect(judge.of({ ...fact, metadata: null as unknown as FactMetadata })).toBe('none');
  });
});
