import { resolveAppend } from '@quittance/event-store';
import { projectorState } from '@quittance/read-model';
import { castOf } from '../histories/simulated/books.js';
import { InMemory, Installation, MAC_KEY } from '../histories/simulated/in-memory.js';
import { Life } from '../histories/simulated/life.js';
import { runSeeds } from '../histories/simulated/seeds.js';
import type { Quittance } from './quittance.js';

/** Some simulated histories as facts of this installation, projected. */
export async function recordGenerated(seeds: number, { store, pool }: Quittance): Promise<void> {
  const installation = new Installation();
  await runSeeds(
    seeds,
    { option: '--runs', faults: 6, sideBySide: 1, shrinking: 0 },
    async (history, seed) => {
      const cast = castOf(`M${seed}`);
      await new Life(cast, await InMemory.open(cast, installation)).live(history);
    },
  );
  await pool.query('insert into vault.secrets (name, secret, made_at) values ($1, $2, $3)', [
    ...[MAC_KEY.name, MAC_KEY.secret, '2001-01-01'],
  ]);
  for (const [subject, key] of installation.keys)
    await pool.query('insert into vault.keys (subject, key) values ($1, $2)', [subject, key]);
  for await (const fact of installation.store.readAll()) {
    const { stream, revision } = fact;
    const answer = await resolveAppend(store, stream, revision === 0n ? 'none' : revision - 1n, [fact]);
    expect(answer.result).toBe('appended');
  }
  const end = (await store.end())!.commit;
  while (((await projectorState(pool)).checkpoint?.commit ?? 0n) < end)
    await new Promise((turn) => setImmediate(turn));
}
