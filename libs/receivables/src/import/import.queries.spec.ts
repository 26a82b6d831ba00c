import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ledger } from '../../spec/ledger.js';
import { startReading } from '../../spec/reading.js';
import { ImportQueries, Slot } from './import.queries.js';
import type { ImportNote } from './import.notes.js';
import { sweep } from './spool.js';

let ledger: Ledger;
let imports: ImportQueries;
let folder: string;
beforeAll(async () => {
  ledger = await Ledger.open();
  imports = new ImportQueries(ledger.pool);
  folder = await mkdtemp(join(tmpdir(), 'quittance-queries-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await ledger.close();
});

const now = { state: 'sending', totals: { rejected: 1 }, notes: [] as ImportNote[], position: 0n };

const noted = (text: string): ImportNote => ({ code: 'x', params: { value: text }, text });

async function under(slot: Slot): Promise<string> {
  const id = randomUUID();
  const what = { kind: 'invoices', dryRun: false, encoding: 'utf-8' } as const;
  await slot.begin({
    ...{ id, personId: 'anna', content: Buffer.from('x'), fileName: 'a.csv', bytes: 1 },
    ...what,
  });
  return id;
}
const entered = async (): Promise<Slot> => (await imports.enter('anna', () => undefined)) as Slot;
/** Begun by a process that is gone. */
async function begun(): Promise<string> {
  const slot = await entered();
  const id = await under(slot);
  await slot.release();
  return id;
}
const older = async (id: string): Promise<unknown> =>
  ledger.pool.query(`update page.imports set began_at = now() - interval '31 days' where id = $1`, [id]);
const kept = async (): Promise<string[]> =>
  (await ledger.pool.query<{ id: string }>('select id from page.imports')).rows.map(({ id }) => id);

describe('what is kept of an import', () => {
  it('has the cells that it quotes, whatever signs are in them', async () => {
    const id = await begun();
    await imports.progress(id, { ...now, notes: [noted('not mapped: a\u0000b')] });
    await imports.end(
      id,
      { ...now, state: 'refused', notes: [noted('a\u0000b')] },
      [noted('as "1\u00002"')],
      0,
    );
    expect(await imports.find(id)).toMatchObject({
      ...{ state: 'refused', because: 'as "1\uFFFD2"', notes: ['a\uFFFDb'] },
      said: [
        { code: 'x', params: { value: 'as "1\uFFFD2"' } },
        { code: 'x', params: { value: 'a\uFFFDb' } },
      ],
    });
  });

  it('shows rows when it has ended, and then all of them', async () => {
    const id = await begun();
    const path = join(folder, 'rejects.csv');
    await writeFile(path, 'number\n');
    await imports.keep(id, 'rejects', path);
    expect((await imports.find(id))!.has).toEqual([]);
    await imports.end(id, { ...now, state: 'done' }, [], 0);
    expect((await imports.find(id))!.has).toEqual(['rejects']);
  });

  it('is not found after 30 days, also before it is removed', async () => {
    const [old, young] = [await begun(), await begun()];
    await older(old);
    expect(await imports.find(old)).toBeUndefined();
    const listed = (await imports.list({ limit: 100 })).map(({ id }) => id);
    expect([listed.includes(old), listed.includes(young)]).toEqual([false, true]);
    expect(await kept()).toContain(old);
  });

  it('is removed after 30 days by a process that starts', async () => {
    const old = await begun();
    await older(old);
    const { app } = await startReading(ledger.pool, { now: () => new Date(), today: () => '2026-06-30' });
    while ((await kept()).includes(old)); // Its end does not wait for it.
    await app.close();
  });
});

describe('the state of an import', () => {
  it('is interrupted when nobody runs it any more', async () => {
    expect((await imports.find(await begun()))!.state).toBe('interrupted');
  });

  it('is never interrupted while it runs, nor as it ends', async () => {
    const seen = new Set<string>();
    for (let round = 0; round < 100; round += 1) {
      const slot = await entered();
      const id = await under(slot);
      const looking = Array.from({ length: 3 }, async () => {
        for (let state = ''; state !== 'done'; seen.add(state)) ({ state } = (await imports.find(id))!);
      });
      await imports.end(id, { ...now, state: 'done' }, [], 0);
      await slot.release();
      await Promise.all(looking);
    }
    expect([...seen].sort()).toEqual(['checking', 'done']);
  });
});

describe('folders of files under way', () => {
  it('are swept when nothing can run in them any more', async () => {
    const [old, young, other] = ['quittance-import-old', 'quittance-import-young', 'of-somebody'];
    for (const name of [old, young, other]) await mkdir(join(folder, name));
    for (const name of [old, other]) await utimes(join(folder, name), 0, 0);
    await sweep(folder);
    const left = (await readdir(folder)).filter((name) => [old, young, other].includes(name));
    expect(left).toEqual([other, young]);
  });
});

describe('the right to import', () => {
  it('leaves its connection as safe as it found it', async () => {
    const session = await ledger.pool.connect();
    const safety = (): void => undefined;
    session.on('error', safety);
    await new Slot(session, () => undefined).release();
    expect(session.listeners('error')).toContain(safety);
    session.off('error', safety);
  });
});
