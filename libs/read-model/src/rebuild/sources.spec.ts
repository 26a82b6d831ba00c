import { AccountsReadSide } from '../../spec/accounts-read-side.js';
import { Log, moved, opened } from '../../spec/accounts.js';
import { seen } from '../decrypt.js';
import { typesOf } from './filling.js';
import { fromMirror } from './sources.js';

describe('reading the mirror for a rebuild', () => {
  let side: AccountsReadSide;
  beforeAll(async () => void (side = await AccountsReadSide.start()));
  afterAll(() => side.stop());

  it('gives every fact as handlers see it, also what is stated, escaped or not of this alphabet', async () => {
    const log = new Log();
    log.add(opened('ä', '"Ørsted" \\ \u0001\t\n🙂'));
    log.add({
      ...moved('ä', 1),
      metadata: { effectiveOn: '2024-02-29', statedRecordedAt: '2019-12-31T23:59:59.999Z' },
    });
    log.add({ ...moved('ä', 2), metadata: {} });
    log.add({ ...moved('ä', 3), metadata: { effectiveOn: 'statedRecordedAt' } });
    await side.projected(log);
    const expected = log.facts.map((fact) => seen(fact, fact).opened);
    const pages = fromMirror(side.pool, ['Opened', 'Moved'])(undefined, log.facts.at(-1)!.position);
    const read: unknown[] = [];
    for await (const facts of pages) {
      for (const fact of facts as unknown as typeof expected) {
        const { revision, position, id, type, data, metadata, at, effectiveOn, recordedAt, statedAt } = fact;
        const instants = { recordedAt: new Date(recordedAt), statedAt: new Date(statedAt) };
        read.push({
          stream: fact.stream,
          revision,
          position,
          id,
          type,
          data,
          metadata,
          at,
          effectiveOn,
          ...instants,
        });
      }
    }
    expect(read).toHaveLength(4);
    expect(read).toEqual(expected);
  });

  it('leaves out types that nobody handles', async () => {
    const pages = fromMirror(side.pool, typesOf([]))(undefined, { commit: 1_000_000n, prepare: 0n });
    for await (const facts of pages) throw new Error(`it gave ${facts.length} facts`);
    expect((await side.pool.query('select from mirror.facts')).rowCount).toBe(4);
  });
});
