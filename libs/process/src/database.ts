import { Pool, type PoolClient, type QueryResult, types } from 'pg';

/** Anything that runs a statement: the pool or one of its clients. */
export type Sql = Pick<PoolClient, 'query'>;

const { DATE, INT8 } = types.builtins;

const getTypeParser = ((oid: number, format?: 'text') => {
  if (oid === (DATE as number)) return (text: string) => text;
  if (oid === (INT8 as number)) return BigInt;
  return types.getTypeParser(oid, format) as unknown;
}) as typeof types.getTypeParser;

/**
 * A pool of connections to the read side. Dates come as `YYYY-MM-DD` texts, numeric as texts, bigint as bigint,
 * timestamptz as Date. A session that stands still within a transaction (a stopped process) is ended after ten
 * seconds, so that its locks go.
 */
export function openDatabase(databaseUrl: string, options: { max?: number; name?: string } = {}): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: options.max ?? 10,
    application_name: options.name ?? 'quittance',
    connectionTimeoutMillis: 10_000,
    // A new connection costs PostgreSQL as much as dozens of commands, and has its statements planned anew.
    idleTimeoutMillis: 300_000,
    idle_in_transaction_session_timeout: 10_000,
    types: { getTypeParser },
  });
  // An idle connection that breaks is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  // So would one that breaks in the moment between its connecting and its first use, when the pool listens no more.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/**
 * Runs the work in one transaction. `opening` begins it and may read at once: the results of its statements come
 * first. A connection that failed is not given back.
 */
export async function transaction<T>(
  pool: Pool,
  work: (sql: PoolClient, opened: QueryResult[]) => Promise<T>,
  opening = 'begin',
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  const onError = (error: Error): void => void (broken = error);
  client.on('error', onError);
  try {
    const opened = (await client.query(opening)) as QueryResult | QueryResult[];
    const result = await work(client, [opened].flat());
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => (broken = failed));
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

/**
 * What an error asks for. `data`: the values were refused, they will be again. `statement`: the statement or the
 * schema is wrong. `passing`: the server or the connection is away, try again. `code`: a mistake of our own.
 */
export function kindOfError(error: unknown): 'data' | 'statement' | 'passing' | 'code' {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) {
    if (/^(22|23|54)/.test(code)) return 'data';
    return /^(0A|26|3F|42)/.test(code) ? 'statement' : 'passing';
  }
  // The system's codes (ECONNREFUSED), and what node-pg says without one.
  if (typeof code === 'string' && /^E[A-Z]+$/.test(code)) return 'passing';
  return /connection|timeout|not queryable/i.test(String(message)) ? 'passing' : 'code';
}

/** Values that PostgreSQL or the encoding refused: not the statement, not the connection. */
export const isRefusal = (error: unknown): boolean => ['data', 'code'].includes(kindOfError(error));
