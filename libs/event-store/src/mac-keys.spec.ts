import type { Pool } from 'pg';
import { useWriteSide } from '../../../test/support/write-side.js';
import { chain, CHAIN_START, type Unchained } from './hash-chain.js';
import { AGREED_AFTER_MS, COUNTS_AFTER_MS, MacKeys, NOTICED_WITHIN_MS } from './mac-keys.js';

let pool: Pool;
useWriteSide((its) => (pool = its));

/** A process that has noticed whatever there is. */
const process = (): MacKeys => new MacKeys(pool, { noticedWithin: 0 });
const newKey = async (): Promise<string> =>
  (await pool.query<{ id: string }>('select vault.new_mac_key() as id')).rows[0]!.id;
/** So many seconds ago. */
const made = (id: string, seconds: number) =>
  pool.query(`update vault.secrets set made_at = clock_timestamp() - $2 * interval '1 s' where name = $1`, [
    `mac-${id}`,
    seconds,
  ]);
const announced = (seconds: number) =>
  pool.query(`update vault.macs set announced_at = clock_timestamp() - $1 * interval '1 s'`, [seconds]);
const inUse = async (anyones = false) => {
  const { key, agreed } = await process().inUse(anyones);
  return { key: key?.id, agreed };
};

describe('the keys of MACs', () => {
  it('begin with one of the installation, whose secret is in no other place', async () => {
    const { rows } = await pool.query<{ name: string; secret: Buffer }>(
      "select name, secret from vault.secrets where name like 'mac-%'",
    );
    expect(rows).toMatchObject([{ name: expect.stringMatching(/^mac-[0-9a-f]{16}$/) as string }]);
    expect(rows[0]!.secret).toHaveLength(32);
    expect(await inUse()).toEqual({ key: rows[0]!.name.slice(4), agreed: true });
  });

  it('a new one makes MACs once every process has noticed it, and the old ones go on to verify', async () => {
    const { key: first } = await process().inUse(false);
    const fact = { id: '1', type: 'T', data: {}, metadata: {} } as unknown as Unchained;
    const [before] = chain('s-1', CHAIN_START, [fact], first);
    await made(first!.id, 86_400);
    const second = await newKey();
    expect(await inUse()).toMatchObject({ key: first!.id });
    await made(second, 60);
    expect(await inUse()).toMatchObject({ key: second });
    const { judge } = await process().known();
    expect(judge.of({ ...before!, stream: 's-1', revision: 0n })).toBe('right');
  });

  it('are noticed as soon as a process asks again, and it asks before any key counts', async () => {
    const slow = new MacKeys(pool, { noticedWithin: Infinity });
    const { key: before } = await slow.inUse(false);
    const newest = await newKey();
    await made(newest, 50);
    expect((await slow.inUse(false)).key).toBe(before);
    expect(await inUse()).toMatchObject({ key: newest });
    expect(NOTICED_WITHIN_MS).toBeLessThan(COUNTS_AFTER_MS);
    expect(COUNTS_AFTER_MS).toBeLessThan(AGREED_AFTER_MS);
  });

  it('give what anyone may write no MAC until that was announced to all, and trust no word on it meanwhile', async () => {
    const [{ id }] = (
      await pool.query<{ id: string }>(
        'select substr(name, 5) as id from vault.secrets where name like $1 order by made_at desc limit 1',
        ['mac-%'],
      )
    ).rows as [{ id: string }];
    await pool.query(`update vault.secrets set made_at = made_at - interval '1 day'`);
    const at = async (seconds: number) => {
      await announced(seconds);
      return inUse(true);
    };
    expect(await at(20)).toEqual({ key: undefined, agreed: false });
    expect(await at(50)).toEqual({ key: id, agreed: false });
    expect(await at(110)).toEqual({ key: id, agreed: true });
    await made(await newKey(), 20);
    expect(await at(110)).toEqual({ key: id, agreed: false });
    await pool.query('delete from vault.macs');
    expect(await inUse(true)).toEqual({ key: undefined, agreed: true });
  });

  it('that are lost let nothing be written, say what to do, and make no reading fall over', async () => {
    await pool.query("delete from vault.secrets where name like 'mac-%'");
    const lost = process();
    await expect(lost.inUse(false)).rejects.toThrow(/vault.secrets has lost its keys of MACs.*new_mac_key/);
    const { judge } = await lost.known();
    const mac = { key: 'gone', value: 'ab' };
    const fact = { stream: 's-1', revision: 0n, id: '1', type: 'T', data: {}, metadata: { mac } };
    expect(judge.of(fact as never)).toBe('unknown key');
    const id = await newKey();
    expect((await lost.inUse(false)).key?.id).toBe(id);
  });
});
