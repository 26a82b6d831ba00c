import { spawnSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { chain } from '@quittance/event-store';
import canonicalize from 'canonicalize';
import { story } from '../../../../test/support/story.js';
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

  /** What the verifier is to say, or a part of it. */
  const broken = (place: string, why: string) => ({ status: 1, said: `BROKEN: ${place}: ${why}` });
  const brokenSo = (part: string | RegExp) => ({
    status: 1,
    said: (typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part)) as string,
  });

  const PAID = 'PaymentApplied';
  const paid = (): Line => facts.find(({ type }) => type === PAID)!;
  const issuedOf = (stream: string): Line => facts.find((fact) => fact.stream === stream)!;

  story('engine', 'T1', 'a flipped byte fails at its fact', (show) => {
    const fact = paid();
    const flipped = lines.with(lines.indexOf(fact), {
      ...fact,
      data: { ...(fact.data as object), applied: '61.00' },
    });
    show({
      input: 'an export with one amount of a fact changed',
      right: broken(at(fact), 'its content is not what was hashed'),
      got: verify(audited.written(flipped)),
    });
  });

  it('a fact that was hashed again after its change fails at the next one, which links to what it was', () => {
    const fact = issuedOf(paid().stream!);
    const data = { ...(fact.data as object), total: '90.00' };
    const start = { revision: 'none' as const, hash: null };
    const [again] = chain(fact.stream!, start, [{ ...fact, data } as never]);
    const rehashed = lines.with(lines.indexOf(fact), { ...fact, data, metadata: again!.metadata });
    expect(verify(audited.written(rehashed))).toEqual(
      broken(at(paid()), 'it does not link to the fact before it'),
    );
  });

  story('engine', 'T2', 'a dropped fact fails at the next one of its stream, or at its end', (show) => {
    const fact = paid();
    const first = issuedOf(fact.stream!);
    const dropped = lines.filter((line) => line !== first);
    show({
      input: 'an export without the first fact of a stream',
      right: brokenSo(`stream ${fact.stream}, revision 1: the facts of ${fact.stream} before it are missing`),
      got: verify(audited.written(dropped)),
    });
    show({
      input: 'an export without the last fact of a stream',
      right: brokenSo(/the head of the log|last is 0/),
      got: verify(audited.written(lines.filter((line) => line !== fact))),
    });
  });

  story('engine', 'T3', 'two swapped facts fail at the first that comes out of order', (show) => {
    const [i, j] = [lines.indexOf(facts[3]!), lines.indexOf(facts[4]!)];
    const swapped = lines.with(i, lines[j]!).with(j, lines[i]!);
    const place = `stream ${lines[i]!.stream}, revision ${lines[i]!.revision}: it is not in the order of the log`;
    show({
      input: 'an export with two facts swapped',
      right: brokenSo(place),
      got: verify(audited.written(swapped)),
    });
  });

  story('engine', 'T4', 'an inserted fact fails where it stands', (show) => {
    const fact = paid();
    const more = { ...fact, position: `${Number(fact.position) + 1}`, revision: '2' };
    const inserted = lines.toSpliced(lines.indexOf(fact) + 1, 0, more);
    const place = `line ${lines.indexOf(fact) + 2}, stream ${fact.stream}, revision 2`;
    show({
      input: 'an export with a fact inserted',
      right: broken(place, 'its content is not what was hashed'),
      got: verify(audited.written(inserted)),
    });
  });

  story(
    'engine',
    'T5',
    'a missing stream fails at the head of the log that knew it, or at its end',
    (show) => {
      const early = issuedOf(paid().stream!).stream;
      const without = lines.filter((line) => line.kind !== 'fact' || line.stream !== early);
      show({
        input: 'an export without a stream',
        right: brokenSo('the head of the log at position'),
        got: verify(audited.written(without)),
      });
      const heads = without.filter(({ kind, type }) => kind !== 'head' && type !== 'LogHeadRecorded');
      show({
        input: 'and without the heads of the log',
        right: {
          status: 1,
          said: expect.stringContaining(`stream ${early}: its facts are missing`) as string,
        },
        got: verify(audited.written(heads)),
      });
    },
  );

  story('engine', 'T6', 'a cut tail fails after its last line, also when it is cut within one', (show) => {
    const cut = audited.written(lines.slice(0, 9));
    show({
      input: 'the first nine lines of an export',
      right: broken('after line 9', 'the file is cut, the manifest is missing'),
      got: verify(cut),
    });
    writeFileSync(cut, readFileSync(cut).subarray(0, -20));
    show({
      input: 'and cut within the last of them',
      right: broken('line 9', 'the file is cut within the line'),
      got: verify(cut),
    });
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
    expect(verify(audited.written(forged(changed, lines.at(-1)!)))).toEqual(
      brokenSo(/^BROKEN: line \d+, manifest: the signature is not of this manifest/),
    );
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
