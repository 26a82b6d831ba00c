import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { chain, CHAIN_START, type EventStore, MacKeys, type RecordedFact } from '@quittance/event-store';
import { story } from '../../../../test/support/story.js';
import { Audited, read, verify } from '../../spec/audited.js';
import { exportAudit } from './export-audit.js';
import type { Selection } from './selection.js';

let audited: Audited;
beforeAll(async () => (audited = await Audited.start()));
afterAll(() => audited?.stop());

describe('an audit export', () => {
  it('holds every fact as the store holds it, in the order of the log, and verifies', async () => {
    const path = await audited.exported();
    const facts = (await audited.seller.facts()).map(({ stream, revision, id, type, data, metadata }) => {
      return { kind: 'fact', stream, revision: String(revision), id, type, data, metadata };
    });
    const lines = read(path);
    expect(lines.filter(({ kind }) => kind === 'fact')).toMatchObject(facts);
    expect(lines.filter(({ kind }) => kind === 'head')).toHaveLength(3);
    expect(verify(path, '--public-key', join(audited.folder, 'public.pem'))).toMatchObject({
      status: 0,
      said: expect.stringMatching(
        /^ok: \d+ facts in \d+ streams .*\nsigned by the key that was given$/s,
      ) as string,
    });
    expect(verify(path).said).toContain(`signed by the key ${audited.key.fingerprint}: compare it`);
  });

  it('says what its facts come to, and what every field of facts and tables is', async () => {
    const lines = read(await audited.exported());
    expect(lines.filter(({ kind }) => kind === 'total')).toMatchObject([
      {
        currency: 'EUR',
        invoices: '11',
        payments: '3',
        issued: '1100.00',
        received: '210.00',
        applied: '180.00',
      },
      { currency: 'JPY', invoices: '1', payments: '0', open: '100', control: '100' },
    ]);
    const described = lines.filter(({ kind }) => kind === 'type').map(({ type }) => type);
    for (const { type } of await audited.seller.facts()) expect(described).toContain(type);
    expect(lines.find(({ table }) => table === 'live.invoices')).toMatchObject({
      columns: { open: { type: 'numeric' } },
    });
  });

  it('is packed when its name says so', async () => {
    const path = await audited.exported({}, 'packed.ndjson.gz');
    expect(gunzipSync(readFileSync(path)).length).toBeGreaterThan(readFileSync(path).length);
    expect(verify(path)).toMatchObject({ status: 0 });
  });

  it.each<[Selection, RegExp]>([
    [{ invoice: 'A-3' }, /^ok: 5 facts in 3 streams/],
    [{ customer: 'C-1' }, /^ok: 22 facts in 16 streams/],
    [{ from: '2020-01-01', to: '2020-12-31' }, /^ok: 0 facts in 0 streams/],
    [{ from: '2020-01-01' }, /^ok: 25 facts in 18 streams/],
  ])('of a part holds whole streams and verifies: %j', async (selection, said) => {
    const path = await audited.exported(selection);
    expect(read(path).at(-1)).toMatchObject({ selection });
    expect(verify(path).said).toMatch(said);
  });

  it('reads the log again when there are more streams than it holds in memory', async () => {
    const ends = (path: string) =>
      read(path)
        .flatMap((line) => (line.kind === 'stream' ? [line.stream] : []))
        .sort();
    expect(ends(await audited.exported({}, 'few.ndjson', 4))).toEqual(ends(await audited.exported()));
    expect(verify(join(audited.folder, 'few.ndjson'))).toMatchObject({ status: 0 });
  });

  it('never takes the name of another file, and leaves nothing when it fails', async () => {
    const path = await audited.exported({}, 'once.ndjson');
    const before = readFileSync(path);
    await expect(audited.exported({}, 'once.ndjson')).rejects.toMatchObject({ name: 'FileTakenError' });
    await expect(audited.exported({ invoice: 'nobody' })).rejects.toMatchObject({
      code: 'invoice-not-found',
    });
    await expect(audited.exported({ from: '2026-03-02', to: '2026-03-01' })).rejects.toMatchObject({
      detail: '--from 2026-03-02 is after --to 2026-03-01',
    });
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(audited.folder).filter((name) => name.includes('.part-'))).toEqual([]);
  });

  /** Exports what the facts of the log were changed to. */
  const attempt = (changed: readonly RecordedFact[], entity = audited.entity, lostMacKeys: string[] = []) => {
    const readAll = async function* () {
      yield* changed;
    };
    const store = Object.assign(Object.create(audited.seller.store) as EventStore, { readAll });
    const about = { timeZone: 'Europe/Rome', key: audited.key, now: new Date(), selection: {} };
    const macKeys = new MacKeys(audited.pool);
    const path = join(audited.folder, 'never.ndjson');
    return exportAudit({ ...about, macKeys, lostMacKeys, store, entity, path });
  };
  afterEach(() => expect(readdirSync(audited.folder)).not.toContain('never.ndjson'));

  it('is not signed over a log that does not hold together', async () => {
    const facts = await audited.seller.facts();
    const issued = facts.findIndex(({ type }) => type === 'InvoiceIssued');
    const changed = facts.with(issued, {
      ...facts[issued]!,
      data: { ...facts[issued]!.data, total: '1.00' },
    });
    await expect(attempt(changed)).rejects.toMatchObject({ name: 'ChainBrokenError', revision: 0n });
    await expect(attempt(facts.toSpliced(issued, 1))).rejects.toMatchObject({ name: 'LogHeadError' });
  });

  it('is not signed over a fact of which nobody can say when it was recorded', async () => {
    const facts = await audited.seller.facts();
    const fact = facts[3]!;
    const $origin = { recordedAt: 'some day', position: '1' };
    const changed = facts.with(3, { ...fact, metadata: { ...fact.metadata, $origin } });
    await expect(attempt(changed)).rejects.toMatchObject({
      name: 'MalformedFactError',
      message: `${fact.stream}, revision ${fact.revision}: when it was recorded is no instant`,
    });
  });

  it('is not signed for another legal entity than that of the facts', async () => {
    await expect(attempt(await audited.seller.facts(), 'other')).rejects.toMatchObject({
      name: 'SettingsError',
      message: expect.stringMatching(/^LEGAL_ENTITY: other, but .* is of company-/) as string,
    });
  });

  it('is not signed over a recorded head that the log before it does not have', async () => {
    const facts = await audited.seller.facts();
    const { data, ...head } = facts.findLast(({ type }) => type === 'LogHeadRecorded')!;
    const stream = 'log-heads-of-nobody';
    const { position } = facts.at(-1)!;
    for (const stated of [position.commit, head.position.commit]) {
      const stating = { ...head, data: { ...data, position: String(stated) } };
      const { key } = await new MacKeys(audited.pool).inUse(false);
      const [forged] = chain(stream, CHAIN_START, [stating], key);
      const more = { ...head, ...(forged as RecordedFact), stream, revision: 0n, position };
      await expect(attempt(facts.with(-1, more))).rejects.toMatchObject({
        name: 'LogHeadError',
        message: `${stream}, revision 0: the log before it has no head at position ${stated}`,
      });
    }
  });

  describe('since MACs have begun', () => {
    beforeAll(() => audited.pool.query('update vault.macs set position = 0'));
    afterAll(() => audited.pool.query('update vault.macs set position = null'));

    /** The log with another last fact: as it was, but for its MAC, its chain perfect. */
    const withMac = async (mac?: { key: string; value: string }): Promise<[RecordedFact, RecordedFact[]]> => {
      const facts = await audited.seller.facts();
      const fact = facts.at(-1)!;
      const { mac: _mac, ...metadata } = fact.metadata;
      const end = {
        revision: fact.revision === 0n ? ('none' as const) : fact.revision - 1n,
        hash: metadata.previousHash,
      };
      const [forged] = chain(fact.stream, end, [{ ...fact, metadata: { ...metadata, ...(mac && { mac }) } }]);
      return [fact, facts.with(-1, { ...fact, ...forged })];
    };

    story(
      'mended-doors',
      'A2',
      'an export is not signed over a fact that did not come from here',
      async (show) => {
        const said: string[] = [];
        const right: string[] = [];
        for (const [mac, why] of [
          [undefined, 'has no MAC: it did not come from Quittance'],
          [
            { ...(await audited.seller.facts())[0]!.metadata.mac! },
            'has a MAC that is not its own: it did not come from Quittance like this',
          ],
          [{ key: 'mine', value: 'ab' }, 'has a MAC by the key mine, which vault.secrets does not hold'],
        ] as const) {
          const [{ stream, revision, type, position }, facts] = await withMac(mac);
          right.push(
            `MacError: ${stream}, revision ${revision}: ${type} at position ${position.commit} ${why}`,
          );
          said.push(await attempt(facts).then(String, (error: Error) => `${error.name}: ${error.message}`));
        }
        show({
          input: 'export-audit where the last fact has no MAC, that of another fact, one by a key "mine"',
          right,
          got: said,
        });
      },
    );

    story(
      'mended-doors',
      'A2',
      'an export says how many facts have a MAC; the verifier needs no secret',
      async (show) => {
        const [, facts] = await withMac({ key: 'lost', value: 'ab' });
        const { macs } = await attempt(facts, audited.entity, ['lost']);
        const path = join(audited.folder, 'never.ndjson');
        const { status, said } = verify(path);
        const manifest = read(path).at(-1)!;
        rmSync(path);
        const all = String(facts.length);
        show({
          input: 'export-audit --lost-mac-key lost, then verify-audit.mjs',
          right: {
            macs: facts.length,
            manifest: { macs: all, macsUnchecked: '1', macsAfter: '0' },
            status: 0,
            said: `MACs: ${all} facts have one, due in all after position 0; 1 of them by a lost key: checked by the installation, which alone has the secret`,
          },
          got: {
            macs,
            manifest: {
              macs: manifest.macs,
              macsUnchecked: manifest.macsUnchecked,
              macsAfter: manifest.macsAfter,
            },
            status,
            said: said.split('\n').find((line) => line.startsWith('MACs')),
          },
        });
      },
    );
  });
});
