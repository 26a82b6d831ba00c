import type { Pool } from 'pg';
import { useWriteSide } from '../../../test/support/write-side.js';
import { Vault } from './vault.js';

const ANNA = {
  personId: 'anna',
  personal: { subject: 'person-1', name: 'Anna Rossi', email: 'anna@example.com' },
};

describe('the vault of personal data', () => {
  let pool: Pool;
  useWriteSide((its) => (pool = its));

  it('seals what is personal, leaves the rest readable, and opens it again', async () => {
    const vault = new Vault(pool);
    const sealed = await vault.seal(ANNA);
    expect(sealed).toMatchObject({ personId: 'anna', personal: { subject: 'person-1', v: 1 } });
    expect(JSON.stringify(sealed)).not.toMatch(/Rossi|example\.com/);
    expect(await vault.open(sealed)).toEqual(ANNA);
  });

  it('opens in another process, with the key from the database', async () => {
    const sealed = await new Vault(pool).seal(ANNA);
    expect(await new Vault(pool).open(sealed)).toEqual(ANNA);
  });

  it('never seals the same text to the same bytes twice', async () => {
    const vault = new Vault(pool);
    expect(await vault.seal(ANNA)).not.toEqual(await vault.seal(ANNA));
  });

  it('leaves data without a personal part as it is', async () => {
    const plain = { amount: '100.00' };
    expect(await new Vault(pool).seal(plain)).toBe(plain);
    expect(await new Vault(pool).open(plain)).toBe(plain);
  });

  it('makes one key for a subject that two processes meet at once', async () => {
    const personal = { subject: 'person-2', name: 'Bruno' };
    const sealed = await Promise.all([
      new Vault(pool).seal({ personal }),
      new Vault(pool).seal({ personal }),
    ]);
    const opened = await new Vault(pool).decryptAll(sealed.map((data) => ({ data })));
    expect(opened).toEqual([{ data: { personal } }, { data: { personal } }]);
  });

  it('reads the keys of many facts in one query', async () => {
    const subjects = Array.from({ length: 50 }, (_, i) => `person-many-${i}`);
    const facts = await Promise.all(
      subjects.map(async (subject) => ({
        data: await new Vault(pool).seal({ personal: { subject, name: subject } }),
      })),
    );
    let queries = 0;
    const counting = {
      query: (...args: unknown[]) => {
        queries += 1;
        return (pool.query as (...given: unknown[]) => unknown)(...args);
      },
    } as unknown as Pool;
    const opened = await new Vault(counting).decryptAll(facts);
    expect(opened.map(({ data }) => (data as { personal: { name: string } }).personal.name)).toEqual(
      subjects,
    );
    expect(queries).toBe(1);
  });

  it('notices a sealed part that was changed or moved to another subject', async () => {
    const vault = new Vault(pool);
    const sealed = (await vault.seal(ANNA)) as { personal: Record<string, string> };
    await vault.seal({ personal: { subject: 'person-3', name: 'Carla' } });
    await expect(vault.open({ personal: { ...sealed.personal, subject: 'person-3' } })).rejects.toThrow();
    await expect(vault.open({ personal: { ...sealed.personal, iv: 'AAAAAAAAAAAAAAAA' } })).rejects.toThrow();
  });

  it('takes what a lost key sealed for erased, once the subject has another one, and notices changes as before', async () => {
    const personal = { subject: 'person-lost', name: 'Fina' };
    const data = await new Vault(pool).seal({ personal });
    const now = async () => (await pool.query<{ now: Date }>('select clock_timestamp() as now')).rows[0]!.now;
    const recordedAt = await now();
    await pool.query("delete from vault.keys where subject = 'person-lost'");
    const vault = new Vault(pool);
    await vault.seal({ personal });
    const [opened] = await vault.decryptAll([{ data, recordedAt }]);
    expect(opened!.data).toEqual({ personal: { subject: 'person-lost', erased: true } });
    const later = new Date((await now()).getTime() + 1_000);
    await expect(vault.decryptAll([{ data, recordedAt: later }])).rejects.toThrow();
  });

  describe('when a person was erased', () => {
    const personal = { subject: 'person-erased', name: 'Dora' };

    it('opens nothing of theirs again, seals nothing more, and never brings the key back', async () => {
      const vault = new Vault(pool);
      const sealed = await vault.seal({ personal });
      await vault.erase('person-erased');
      expect(await vault.open(sealed)).toEqual({ personal: { subject: 'person-erased', erased: true } });
      await expect(vault.seal({ personal })).rejects.toMatchObject({ code: 'person-erased' });
      await vault.erase('person-erased');
      const { rows } = await pool.query(
        "select key, erased_at from vault.keys where subject = 'person-erased'",
      );
      expect(rows).toEqual([{ key: null, erased_at: expect.any(Date) as Date }]);
    });

    it('is known to another process as soon as it drops the key it kept', async () => {
      const other = new Vault(pool, { keepFor: 1 });
      const sealed = await other.seal({ personal: { subject: 'person-soon', name: 'Elio' } });
      await new Vault(pool).erase('person-soon');
      const opened = async () => ((await other.open(sealed)) as { personal: object }).personal;
      while ('name' in (await opened())) await new Promise((resolve) => setImmediate(resolve));
      expect(await opened()).toEqual({ subject: 'person-soon', erased: true });
    });
  });
});
