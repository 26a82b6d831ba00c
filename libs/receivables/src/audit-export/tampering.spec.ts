import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chain } from '@quittance/event-store';
import canonicalize from 'canonicalize';
import { Audited, type Line, read, VERIFIER, verify } from '../../spec/audited.js';
import { FLIPPING } from '../../spec/flipping.js';
import { forged } from '../../spec/forged.js';

let audited: Audited;
beforeAll(async () => (audited = await Audited.start()));
afterAll(() => audited?.stop());

describe('tampering with an export', () => {
  let lines: Line[];
  let facts: Line[];
  beforeAll(async () => {
    lines = read(await audited.exported());
    facts = lines.filter(({ kind }) => kind === 'fact');
  });

  /** The place of a fact that the verifier is to name. */
  const at = (fact: Line): string =>
    `line ${lines.indexOf(fact) + 1}, stream ${fact.stream}, revision ${fact.revision}`;

  const PAID = 'PaymentApplied';
  const paid = (): Line => facts.find(({ type }) => type === PAID)!;
  const issuedOf = (stream: string): Line => facts.find((fact) => fact.stream === stream)!;

  it('a flipped byte fails at its fact', () => {
    const fact = paid();
    const flipped = lines.with(lines.indexOf(fact), {
      ...fact,
      data: { ...(fact.data as object), applied: '61.00' },
    });
    expect(verify(audited.written(flipped))).toEqual({
      status: 1,
      said: `BROKEN: ${at(fact)}: its content is not what was hashed`,
    });
  });

  it('a fact that was hashed again after its change fails at the next one, which links to what it was', () => {
    const fact = issuedOf(paid().stream!);
    const data = { ...(fact.data as object), total: '90.00' };
    const start = { revision: 'none' as const, hash: null };
    const [again] = chain(fact.stream!, start, [{ ...fact, data } as never]);
    const rehashed = lines.with(lines.indexOf(fact), { ...fact, data, metadata: again!.metadata });
    expect(verify(audited.written(rehashed))).toEqual({
      status: 1,
      said: `BROKEN: ${at(paid())}: it does not link to the fact before it`,
    });
  });

  it('a dropped fact fails at the next one of its stream, or at its end', () => {
    const fact = paid();
    const first = issuedOf(fact.stream!);
    const dropped = lines.filter((line) => line !== first);
    const { status, said } = verify(audited.written(dropped));
    expect([status, said]).toEqual([
      1,
      expect.stringContaining(
        `stream ${fact.stream}, revision 1: the facts of ${fact.stream} before it are missing`,
      ),
    ]);
    const last = verify(audited.written(lines.filter((line) => line !== fact)));
    expect(last).toMatchObject({
      status: 1,
      said: expect.stringMatching(/the head of the log|last is 0/) as string,
    });
  });

  it('two swapped facts fail at the first that comes out of order', () => {
    const [i, j] = [lines.indexOf(facts[3]!), lines.indexOf(facts[4]!)];
    const swapped = lines.with(i, lines[j]!).with(j, lines[i]!);
    const { status, said } = verify(audited.written(swapped));
    expect([status, said]).toEqual([1, expect.stringContaining('it is not in the order of the log')]);
    expect(said).toContain(`stream ${lines[i]!.stream}, revision ${lines[i]!.revision}`);
  });

  it('an inserted fact fails where it stands', () => {
    const fact = paid();
    const more = { ...fact, position: `${Number(fact.position) + 1}`, revision: '2' };
    const inserted = lines.toSpliced(lines.indexOf(fact) + 1, 0, more);
    const { status, said } = verify(audited.written(inserted));
    expect([status, said]).toEqual([
      1,
      `BROKEN: line ${lines.indexOf(fact) + 2}, stream ${fact.stream}, revision 2: its content is not what was hashed`,
    ]);
  });

  it('a missing stream fails at the head of the log that knew it, or at its end', () => {
    const early = issuedOf(paid().stream!).stream;
    const without = lines.filter((line) => line.kind !== 'fact' || line.stream !== early);
    expect(verify(audited.written(without))).toMatchObject({
      status: 1,
      said: expect.stringContaining('the head of the log at position') as string,
    });
    const heads = without.filter(({ kind, type }) => kind !== 'head' && type !== 'LogHeadRecorded');
    expect(verify(audited.written(heads)).said).toContain(`stream ${early}: its facts are missing`);
  });

  it('a cut tail fails after its last line, also when it is cut within one', () => {
    const cut = audited.written(lines.slice(0, 9));
    expect(verify(cut)).toEqual({
      status: 1,
      said: 'BROKEN: after line 9: the file is cut, the manifest is missing',
    });
    writeFileSync(cut, readFileSync(cut).subarray(0, -20));
    expect(verify(cut).said).toBe('BROKEN: line 9: the file is cut within the line');
    writeFileSync(`${cut}.gz`, gzipSync(readFileSync(cut)).subarray(0, -40));
    expect(verify(`${cut}.gz`).said).toMatch(/^BROKEN: after line \d+: the file is damaged or cut/);
  });

  it.each<[string, () => Line[]]>([
    [
      'changed',
      () =>
        lines.with(lines.indexOf(paid()), {
          ...paid(),
          data: { ...(paid().data as object), receivedOn: '2026-02-02' },
        }),
    ],
    ['dropped', () => lines.filter((line) => line !== issuedOf(paid().stream!) && line !== paid())],
    [
      'swapped',
      () => {
        const [a, b] = facts.filter(({ type }) => type === 'InvoiceIssued') as [Line, Line];
        return lines
          .with(lines.indexOf(a), { ...b, position: a.position })
          .with(lines.indexOf(b), { ...a, position: b.position });
      },
    ],
    [
      'inserted',
      () =>
        lines.toSpliced(lines.indexOf(paid()) + 1, 0, {
          ...paid(),
          position: `${Number(paid().position) + 1}`,
          id: randomUUID(),
        }),
    ],
    ['of a missing stream', () => lines.filter((line) => line.stream !== facts[0]!.stream)],
    [
      'of a cut tail',
      () => lines.filter((line) => line.kind !== 'fact' || facts.indexOf(line) < facts.length - 4),
    ],
  ])('a fact %s fails also when everything but the signature is made anew', (_how, tampered) => {
    const changed = tampered().filter(({ kind, type }) => kind !== 'total' && type !== 'LogHeadRecorded');
    const { status, said } = verify(audited.written(forged(changed, lines.at(-1)!)));
    expect([status, said]).toEqual([
      1,
      expect.stringMatching(/^BROKEN: line \d+, manifest: the signature is not of this manifest/),
    ]);
  });

  describe('with legs', () => {
    type Legs = { account: string; amount: string; on: string; party: string | null }[];
    const total = (): Line => lines.find(({ kind }) => kind === 'total')!;
    const unbalanced = (): string => `${at(paid())}: its legs do not sum to zero in EUR on 2026-02-01`;
    const inTotal = (account: string) => (): string =>
      `line ${lines.indexOf(total()) + 1}: ${account} in EUR is not what the legs of the facts come to`;
    const unsigned = (): string =>
      `line ${lines.length}, manifest: the bytes before it are not those that were signed`;
    const decimals = (): string => `${at(paid())}: a leg of it in EUR has 1 decimals`;

    it.each<[string, (legs: Legs) => object[], () => string]>([
      ['an amount', ([one, ...more]) => [{ ...one, amount: '61.00' }, ...more], unbalanced],
      ['a day', ([one, ...more]) => [one!, ...more.map((leg) => ({ ...leg, on: '2026-02-02' }))], unbalanced],
      [
        'each decimal point',
        (legs) => legs.map((leg) => ({ ...leg, amount: leg.amount.slice(0, -1) })),
        decimals,
      ],
      [
        'all amounts alike',
        (legs) => legs.map((leg) => ({ ...leg, amount: leg.amount.replace('60', '59') })),
        inTotal('receivable'),
      ],
      ['an account', ([one, ...more]) => [{ ...one, account: 'vat' }, ...more], inTotal('vat')],
      ['what is there: none', () => [], inTotal('receivable')],
      ['the party, which no sum shows', (legs) => legs.map((leg) => ({ ...leg, party: 'C-2' })), unsigned],
    ])('a change of %s fails, and the place is named', (_what, change, said) => {
      const legs = change(paid().legs as Legs);
      expect(legs).not.toEqual(paid().legs);
      const changed = lines.with(lines.indexOf(paid()), { ...paid(), legs });
      expect(verify(audited.written(changed))).toEqual({ status: 1, said: `BROKEN: ${said()}` });
    });

    it.each(['1.00', '920.0'])('a total that says %s of an account fails', (receivable) => {
      const accounts = { ...(total().accounts as object), receivable };
      const changed = lines.with(lines.indexOf(total()), { ...total(), accounts });
      const { status, said } = verify(audited.written(changed));
      expect([total().open, status, said]).toEqual(['920.00', 1, `BROKEN: ${inTotal('receivable')()}`]);
    });
  });

  it('any flipped byte fails, wherever it is', () => {
    const seed = Number(process.env.FAULTS_SEED ?? 1);
    const path = audited.written(lines);
    const args = [
      '--input-type=module',
      '--eval',
      FLIPPING,
      'flipping',
      VERIFIER,
      path,
      audited.key.fingerprint,
      `${seed}`,
    ];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ seed, stderr, said: JSON.parse(stdout) as object }).toEqual({
      ...{ seed, stderr: '' },
      said: { flips: 300, unnoticed: [], withoutPlace: [] },
    });
  });

  it('a member of the manifest that was not signed fails, whatever its name is', () => {
    for (const name of ['anything', 'number']) {
      const more = lines.with(-1, { ...lines.at(-1)!, [name]: '1' });
      expect(verify(audited.written(more), '--fingerprint', audited.key.fingerprint)).toEqual({
        status: 1,
        said: `BROKEN: line ${lines.length}, manifest: the signature is not of this manifest`,
      });
    }
  });

  it('a file signed by another key fails for whoever knows the right one', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const der = publicKey.export({ type: 'spki', format: 'der' });
    const { signature: _signature, ...manifest } = lines.at(-1)!;
    const own = {
      ...manifest,
      publicKey: der.toString('base64'),
      fingerprint: createHash('sha256').update(der).digest('hex'),
    };
    const signature = sign(null, Buffer.from(canonicalize(own)!), privateKey).toString('base64');
    const path = audited.written([...lines.slice(0, -1), { ...own, signature }]);
    expect(verify(path)).toMatchObject({ status: 0 });
    const { status, said } = verify(path, '--fingerprint', audited.key.fingerprint);
    expect([status, said]).toEqual([1, expect.stringContaining('it is signed by another key')]);
  });
});
