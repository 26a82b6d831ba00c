import { setTimeout as delay } from 'node:timers/promises';
import { connectEventStore, type EventStore, type RecordedFact, Vault } from '@quittance/event-store';
import { openDatabase } from '@quittance/process';
import { projectorState } from '@quittance/read-model';
import { FACT_STREAMS, isFactType, PROJECTIONS } from '@quittance/receivables';
import type { Pool } from 'pg';
import { booksBalance } from './books/books-balance.js';
import { type PlainFact, plainFact } from './books/plain-fact.js';
import { sameRows } from './comparing.js';
import { Differences, EverythingDoesNotHold } from './differences.js';
import { FreshTables } from './fresh-tables.js';
import { LogCheck } from './log-check.js';
import { ReadSide } from './read-side.js';

export interface HoldsOptions {
  databaseUrl: string;
  /** A store of the caller's, or where to connect to. */
  store?: EventStore;
  eventStoreUrl?: string;
  /** Milliseconds that the projector may take to reach the end of the log. Default two minutes. */
  patience?: number;
  /** Types of facts that projections pass over: of a newer release than the tables. */
  passes?: readonly string[];
  /** Whether the books are balanced as well. Default true; for a million facts it takes gigabytes of memory. */
  balanced?: boolean;
}

/** What was compared. */
export interface Held {
  facts: number;
  streams: number;
  rows: number;
  /** With personal data opened; empty where the books were not balanced. */
  opened: readonly PlainFact[];
}

const CHUNK = 500;
const TABLES = PROJECTIONS.flatMap(({ tables }) => tables);

/**
 * Waits until the projector has reached the end of the log; then live tables and tables made afresh from the store must agree row
 * by row, every table come to what an accountant makes of the facts, every stream be without a gap, every chain verify, and the
 * mirror hold what the store holds. @throws EverythingDoesNotHold naming the first differences
 */
export async function everythingHolds(options: HoldsOptions): Promise<Held> {
  const { databaseUrl, patience = 120_000, passes = [] } = options;
  const store = options.store ?? connectEventStore(options.eventStoreUrl!);
  const pool = openDatabase(databaseUrl, { max: 2, name: 'faults' });
  const vault = new Vault(pool, { keepFor: 0 });
  let live: ReadSide | undefined;
  let fresh: FreshTables | undefined;
  try {
    await reachedTheEnd(store, pool, patience);
    fresh = await FreshTables.make(vault, (type) => isFactType(type) || passes.includes(type));
    live = await ReadSide.at(databaseUrl);
    return await compare(options, { store, vault, live, fresh });
  } finally {
    await live?.close();
    await fresh?.drop();
    await pool.end();
    if (!options.store) await store.close();
  }
}

interface Compared {
  store: EventStore;
  vault: Vault;
  live: ReadSide;
  fresh: FreshTables;
}

async function compare({ passes = [], balanced = true }: HoldsOptions, of: Compared): Promise<Held> {
  const { store, vault, live, fresh } = of;
  const differences = new Differences();
  const { checkpoint, facts } = await live.state();
  const log = new LogCheck(live.mirror(), differences);
  const plain: PlainFact[] = [];
  const take = async (chunk: RecordedFact[]): Promise<void> => {
    for (const fact of chunk) await log.fact(fact);
    await fresh.project(chunk);
    if (!balanced) return;
    const opened = await vault.decryptAll(chunk);
    chunk.forEach((fact, i) => {
      if (!passes.includes(fact.type)) plain.push(plainFact(fact, opened[i]!));
    });
  };
  let chunk: RecordedFact[] = [];
  for await (const fact of store.readAll()) {
    if (fact.position.commit > checkpoint) break;
    if (!FACT_STREAMS.some((prefix) => fact.stream.startsWith(prefix))) continue;
    chunk.push(fact);
    if (chunk.length < CHUNK) continue;
    await take(chunk);
    chunk = [];
  }
  await take(chunk);
  await log.end(await live.revisions());
  differences.same('projector.state facts', log.facts, facts);
  let rows = 0;
  for (const table of TABLES) {
    const is = await live.rows(table);
    rows += is.size;
    sameRows(table, is, await fresh.rows(table), differences);
  }
  if (balanced) await booksBalance(live, plain, await live.parked(), differences);
  differences.none();
  return { facts: log.facts, streams: log.streams, rows, opened: plain };
}

/** @throws EverythingDoesNotHold when it does not come there in time */
async function reachedTheEnd(store: EventStore, pool: Pool, patience: number): Promise<void> {
  const end = (await store.end())?.commit ?? 0n;
  const until = Date.now() + patience;
  for (;;) {
    const at = (await projectorState(pool)).checkpoint?.commit ?? 0n;
    if (at >= end) return;
    if (Date.now() > until)
      throw new EverythingDoesNotHold(`the projector stands at ${at}, the log ends at ${end}`);
    await delay(20);
  }
}
