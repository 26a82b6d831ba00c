import type { RecordedFact } from '@quittance/event-store';
import { ProjectorWatch } from '@quittance/reading';
import { entityClock } from '@quittance/kernel';
import { projectorState, ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import { knownAxis, PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { AgingQueries } from '../../../libs/receivables/src/reporting/aging.queries.js';
import { startTestDatabases, type TestDatabases } from '../../support/stores.js';
import { startReading } from '../../../libs/receivables/spec/reading.js';
import { castOf, dayAt } from './books.js';
import { cellsBeside } from './cells.js';
import type { Delivery } from './history.js';
import { InMemory, Installation } from './in-memory.js';
import { Life } from './life.js';
import { agingOf } from './report.js';
import { equal } from './rules.js';
import { type Form, runSeeds } from './seeds.js';
import { bytesOf, plainly } from './sql-report.js';
import { Tables } from './tables.js';

// The same histories in PostgreSQL. Those of all seeds share one log: projecting it is what is tried here.

const SEEDS = Math.min(40, Number(process.env.HISTORIES_RUNS ?? 40) || 40);
/** Places at which each cell is listed. */
const PLACES = 4;
// One after another, or they would not run alike in every run.
const FORM: Form = { option: '--runs', faults: 6, sideBySide: 1, shrinking: 0 };

describe('random legal histories in PostgreSQL', () => {
  const installation = new Installation();
  const opener = installation.vault();
  const facts: RecordedFact[] = [];
  const deliveries: Delivery[] = [];
  const asked: { asOf: string; at: bigint }[] = [];
  const databases: TestDatabases[] = [];
  const pools: Pool[] = [];

  beforeAll(async () => {
    await runSeeds(SEEDS, FORM, async (history, seed) => {
      const cast = castOf(`H${seed}`);
      const door = await InMemory.open(cast, installation);
      await new Life(cast, door).live(history);
      deliveries.push(...history.deliveries);
      asked.push(...door.asked.map(({ asOf, at }) => ({ asOf: dayAt(asOf), at })));
    });
    for await (const fact of installation.store.readAll()) facts.push(fact);
  });
  afterAll(async () => {
    for (const pool of pools) await pool.end();
    for (const database of databases) await database.stop();
  });

  const empty = async (name: string): Promise<Pool> => {
    const database = await startTestDatabases(PROJECTIONS);
    databases.push(database);
    const pool = openDatabase(database.databaseUrl, { max: 3, name });
    pools.push(pool);
    return pool;
  };
  const modelOf = (pool: Pool) => ReadModel.open({ pool, projections: PROJECTIONS, opener });
  const questions = (pool: Pool): AgingQueries =>
    new AgingQueries(pool, knownAxis(pool, new ProjectorWatch(pool), entityClock('Europe/Rome')));
  const answers = async (pool: Pool): Promise<string> => {
    const lines: string[] = [];
    for (const place of asked) lines.push(await bytesOf(questions(pool), place));
    return lines.join('\n');
  };
  /** Every row of every table, as PostgreSQL writes it. */
  const tablesOf = async (pool: Pool): Promise<string> => {
    const lines: string[] = [];
    for (const { name } of PROJECTIONS.flatMap(({ tables }) => tables)) {
      const { rows } = await pool.query<{ line: string }>(
        `select t::text as line from live.${name} t order by 1`,
      );
      lines.push(...rows.map(({ line }) => `${name} ${line}`));
    }
    return lines.join('\n');
  };

  it('make equal tables and answers, projected once, twice, split at any border or resumed after a crash', async () => {
    const once = await empty('once');
    const model = await modelOf(once);
    await model.project(facts);
    const [tables, told] = [await tablesOf(once), await answers(once)];
    expect(tables.split('\n').length).toBeGreaterThan(facts.length);
    expect(await model.project(facts)).toMatchObject({ facts: 0, skipped: facts.length, parked: [] });
    equal('tables of facts projected twice', await tablesOf(once), tables);

    const split = await empty('split');
    const splitting = await modelOf(split);
    for (let at = 0, i = 0; at < facts.length; i += 1) {
      const { facts: count, again } = deliveries[i % deliveries.length]!;
      await splitting.project(facts.slice(Math.max(0, at - again), at + 5 * count));
      at += 5 * count;
    }
    equal('tables of facts that came split and doubled', await tablesOf(split), tables);
    equal('answers from them', await answers(split), told);

    const crashing = await empty('crashing');
    for (let i = 0; ; i += 1) {
      const { checkpoint } = await projectorState(crashing);
      const rest = checkpoint ? facts.filter(({ position }) => position.commit > checkpoint.commit) : facts;
      if (rest.length === 0) break;
      const victim = openDatabase(databases.at(-1)!.databaseUrl, { max: 1, name: 'victim' });
      const projecting = (await modelOf(victim)).project(rest.slice(0, 40)).catch(() => undefined);
      // Some turns of the loop later, so that it dies anywhere between its first word and its commit.
      for (let turns = i % 7; turns > 0; turns -= 1) await new Promise((turn) => setImmediate(turn));
      const die = `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'victim'`;
      if (i % 2 === 0) await crashing.query(die);
      await projecting;
      await victim.end();
    }
    equal('tables of a projector that was killed again and again', await tablesOf(crashing), tables);
    equal('answers from them', await answers(crashing), told);
  });

  it('answer a stored question with the same bytes whatever came later, and as the lines add up by hand', async () => {
    const pool = await empty('growing');
    const model = await modelOf(pool);
    const byHand = new Tables(opener);
    const before: string[] = [];
    let next = 0;
    for (const { asOf, at } of asked) {
      const until = facts.findIndex(({ position }) => position.commit > at);
      const batch = facts.slice(next, until < 0 ? facts.length : until);
      next += batch.length;
      await model.project(batch);
      await byHand.project(batch);
      before.push(await bytesOf(questions(pool), { asOf, at }));
      equal(`aging as of ${asOf} at ${at}`, plainly(before.at(-1)!), agingOf(byHand, asOf, at));
    }
    await model.project(facts.slice(next));
    equal('the same questions at the end', await answers(pool), before.join('\n'));
    expect(before.length).toBeGreaterThan(5);
  });

  it('have cells of the aging report that the list of invoices adds up to, row by row', async () => {
    const { get, app } = await startReading(pools[0]!, entityClock('Europe/Rome'));
    const every = Math.ceil(asked.length / PLACES);
    let cells = 0;
    for (const { asOf, at } of asked.filter((_, i) => i % every === 0)) {
      const { recordedAt } = facts.findLast(({ position }) => position.commit <= at)!;
      const beside = await cellsBeside(get, `asOf=${asOf}&knownAt=${recordedAt.toISOString()}`);
      expect({ asOf, at, ...beside.listed }).toEqual({ asOf, at, ...beside.cells });
      cells += Object.values(beside.cells).flatMap((one) => Object.keys(one as object)).length;
    }
    expect(cells).toBeGreaterThan(PLACES);
    await app.close();
  });
});
