import fc from 'fast-check';
import type { FactMetadata, RecordedFact } from './fact.js';
import { chain, CHAIN_START, hashOf, type Unchained, verifyChain } from './hash-chain.js';

const STREAM = 'invoice-1';
const POSITION = { commit: 1n, prepare: 1n };

const unchained = (i: number): Unchained => ({
  id: `00000000-0000-5000-8000-00000000000${i}`,
  type: 'PaymentApplied',
  data: { amount: `${i}0.00`, nested: { b: 'è', a: [1, null, true] } },
  metadata: {
    $correlationId: 'c',
    $causationId: 'c',
    commandId: `command ${i}`,
    commandHash: 'h',
    actor: { id: 'anna', roles: ['clerk'] },
    entity: 'main',
    effectiveOn: '2026-01-01',
    schema: 1,
  },
});

/** Three facts as a store gives them back. */
function stored(): RecordedFact[] {
  const facts = chain(STREAM, CHAIN_START, [0, 1, 2].map(unchained));
  return facts.map((fact, i) => {
    const read = JSON.parse(JSON.stringify(fact)) as typeof fact;
    return { ...read, stream: STREAM, revision: BigInt(i), position: POSITION, recordedAt: new Date() };
  });
}

describe('the hash chain of a stream', () => {
  it('holds from the first fact to the last', async () => {
    const facts = stored();
    expect(await verifyChain(facts)).toEqual({ revision: 2n, hash: facts[2]!.metadata.hash });
    expect(await verifyChain([])).toEqual(CHAIN_START);
  });

  it('goes on where an earlier append ended', async () => {
    const [first, second, third] = [0, 1, 2].map(unchained);
    const start = chain(STREAM, CHAIN_START, [first!]);
    const rest = chain(STREAM, { revision: 0n, hash: start[0]!.metadata.hash }, [second!, third!]);
    expect([...start, ...rest]).toEqual(chain(STREAM, CHAIN_START, [first!, second!, third!]));
  });

  // Frozen: facts hashed by the first release must verify for ever.
  it('hashes a fact as it always did', () => {
    const [fact] = chain(STREAM, CHAIN_START, [unchained(1)]);
    expect(fact!.metadata.hash).toBe('cd2e0a746ff5a91451286141f21d10a99711dc4e2bdd5cbc5c77ff42dda49a85');
  });

  it('does not hang on the order of fields, nor on what another store said of the fact', () => {
    const [fact] = stored();
    const { metadata, data } = fact!;
    const turned = Object.fromEntries(Object.entries(metadata).reverse()) as unknown as FactMetadata;
    const moved = { ...turned, $origin: { recordedAt: 'then', position: '7' } };
    expect(
      hashOf(STREAM, 0n, { ...fact!, data: { nested: data.nested, amount: data.amount }, metadata: moved }),
    ).toBe(metadata.hash);
  });

  it.each<[string, (facts: RecordedFact[]) => RecordedFact[]]>([
    ['a fact is missing', ([first, , third]) => [first!, third!]],
    ['the first fact is missing', ([, ...rest]) => rest],
    ['two facts changed places', ([first, second, third]) => [first!, third!, second!]],
    [
      'a fact was moved to another stream',
      (facts) => facts.map((fact) => ({ ...fact, stream: 'invoice-2' })),
    ],
    ['a fact was put in', ([first, ...rest]) => [first!, { ...first!, revision: 1n }, ...rest]],
    ['the data was changed', change((fact) => (fact.data.amount = '11.00'))],
    ['the type was changed', change((fact) => (fact.type = 'AllocationRefused'))],
    ['the id was changed', change((fact) => (fact.id = 'x'))],
    ['the actor was changed', change((fact) => (fact.metadata.actor = { id: 'bruno', roles: [] }))],
    ['the hash itself was changed', change((fact) => (fact.metadata.hash = '0'.repeat(64)))],
  ])('breaks when %s', async (_words, tamper) => {
    await expect(verifyChain(tamper(stored()))).rejects.toMatchObject({ name: 'ChainBrokenError' });
  });

  it('shows a change of any one character in any fact', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(2), fc.nat(), fc.nat(), async (which, where, by) => {
        const facts = stored();
        const { stream, revision, position, recordedAt, ...kept } = facts[which]!;
        const text = JSON.stringify(kept);
        const place = where % text.length;
        const changed = text.slice(0, place) + String.fromCharCode(97 + (by % 26)) + text.slice(place + 1);
        let tampered: RecordedFact;
        try {
          tampered = { ...(JSON.parse(changed) as typeof kept), stream, revision, position, recordedAt };
        } catch {
          return; // No longer JSON: no store gives it back.
        }
        fc.pre(changed !== text);
        facts[which] = tampered;
        await expect(verifyChain(facts)).rejects.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

function change(how: (fact: RecordedFact) => void): (facts: RecordedFact[]) => RecordedFact[] {
  return (facts) => {
    how(facts[1]!);
    return facts;
  };
}
