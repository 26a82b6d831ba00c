import { connectEventStore, type RecordedFact, Vault } from '@quittance/event-store';
import { contentHash, ProjectorWatch } from '@quittance/reading';
import { entityClock } from '@quittance/kernel';
import { HEARTBEAT, KeptInstants, migrate, projectorState, ReadModel } from '@quittance/read-model';
import { openDatabase } from '@quittance/process';
import {
  AgingQueries,
  type AgingQuestion,
  FACT_STREAMS,
  isFactType,
  PROJECTIONS,
  knownAxis,
} from '@quittance/receivables';
import type { Pool } from 'pg';
import { EXIT, Exit } from '../exit.js';

/** How many stored questions are asked on both sides. */
export const QUESTIONS = 20;
const CHUNK = 500;

export interface Asked {
  /** The read side that belongs to the source, with the keys of personal data. */
  databaseUrl: string;
  /** An empty database: the target is projected into it. */
  scratchUrl: string;
  eventStoreUrl: string;
  timeZone: string;
  entity: string;
  signal: AbortSignal;
  progress: (projected: number) => void;
}

/**
 * Projects the target into an empty database and asks it what the source's read side is asked: agings as of and as
 * known at days and instants spread over the whole history. @returns how many answers were the same, byte by byte
 * @throws Exit naming the first question that is answered differently
 */
export async function askBoth(asked: Asked): Promise<number> {
  const source = openDatabase(asked.databaseUrl, { max: 2, name: 'quittance migrate-store' });
  const target = openDatabase(asked.scratchUrl, { max: 2, name: 'quittance migrate-store' });
  try {
    await mustBeEmpty(target);
    await migrate(asked.scratchUrl, PROJECTIONS);
    await projectInto(target, source, asked);
    const questions = await storedQuestions(source, target);
    const [before, after] = [source, target].map((pool) => answering(pool, asked.timeZone)) as [
      Answering,
      Answering,
    ];
    for (const question of questions) {
      const [mine, theirs] = [await before(question), await after(question)];
      if (mine === theirs) continue;
      throw new Exit(
        EXIT.found,
        `answered differently: ${JSON.stringify(question)}: ${mine} before, ${theirs} after`,
      );
    }
    return questions.length;
  } finally {
    await Promise.allSettled([source.end(), target.end()]);
  }
}

async function mustBeEmpty(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ taken: boolean }>(
    `select to_regclass('projector.state') is not null as taken`,
  );
  if (rows[0]!.taken)
    throw new Exit(EXIT.refused, '--verify needs an empty database; this one holds a read side');
}

async function projectInto(
  target: Pool,
  source: Pool,
  { eventStoreUrl, entity, signal, progress }: Asked,
): Promise<void> {
  const store = connectEventStore(eventStoreUrl);
  try {
    const model = await ReadModel.open({
      pool: target,
      projections: PROJECTIONS,
      opener: new Vault(source),
      knows: isFactType,
      instants: await KeptInstants.read(store, entity),
    });
    let batch: RecordedFact[] = [];
    let projected = 0;
    const flush = async (): Promise<void> => {
      await model.project(batch);
      progress((projected += batch.length));
      batch = [];
      if (signal.aborted)
        throw new Exit(EXIT.interrupted, 'interrupted: everything was copied, not everything was asked');
    };
    for await (const fact of store.readAll()) {
      if (fact.type !== HEARTBEAT && !FACT_STREAMS.some((prefix) => fact.stream.startsWith(prefix))) continue;
      if (batch.push(fact) >= CHUNK) await flush();
    }
    await flush();
  } finally {
    await store.close();
  }
}

/** Instants spread evenly over the facts, those that both sides know to be complete. */
async function storedQuestions(source: Pool, target: Pool): Promise<AgingQuestion[]> {
  const [{ checkpoint }, { completeThrough }] = [await projectorState(source), await projectorState(target)];
  const { rows } = await target.query<{ last: bigint | null }>(
    'select max(position) as last from mirror.facts',
  );
  if ((checkpoint?.commit ?? 0n) < (rows[0]?.last ?? 0n))
    throw new Exit(
      EXIT.refused,
      'the read side of DATABASE_URL is behind --from: let its projector catch up',
    );
  const instants = await target.query<{ at: Date; day: string }>(
    `select recorded_max as at, (metadata::jsonb ->> 'effectiveOn') as day from (
       select *, row_number() over (order by position) as n, count(*) over () as of
       from mirror.facts where recorded_max <= $1) facts
     where n = 1 or n = of or n % greatest(of / ${QUESTIONS - 1}, 1) = 0 order by n limit ${QUESTIONS}`,
    [completeThrough ?? new Date(0)],
  );
  const found = instants.rows;
  return Array.from({ length: found.length && QUESTIONS }, (_, i) => ({
    asOf: found[(i * 7) % found.length]!.day,
    knownAt: found[i % found.length]!.at,
    known: i % 4 === 3 ? 'stated' : 'recorded',
    by: (['customer', 'owner', undefined] as const)[i % 3],
    basis: (['agreed', 'contractual', 'issued'] as const)[i % 3],
    limit: 500,
  }));
}

type Answering = (question: AgingQuestion) => Promise<string>;

/** SHA-256 of the canonical form of the answer, as the API says it of the same question. */
function answering(pool: Pool, timeZone: string): Answering {
  const aging = new AgingQueries(pool, knownAxis(pool, new ProjectorWatch(pool), entityClock(timeZone)));
  return async (question) => contentHash(await aging.page(question, await aging.place(question)));
}
