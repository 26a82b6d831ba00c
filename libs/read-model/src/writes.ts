import type { QueryResult } from 'pg';
import type { Sql } from '@quittance/process';

/** A statement that changes one table; its parameters are numbered from $1. */
export interface Write {
  /** Of the statement's shape, not of its values. */
  name: string;
  text: string;
  values: unknown[];
  /** The projection whose rows it writes. */
  projection?: string;
}

/** PostgreSQL refused a row: the batch holds a fact that this projection cannot keep. */
export class RefusedRowError extends Error {
  override name = 'RefusedRowError';
  constructor(
    readonly projection: string,
    override readonly cause: unknown,
  ) {
    super((cause as Error).message);
  }
}

/** Prepared on each connection that uses them: a mix that nobody asks for twice must not stay there. */
const MOST_PREPARED = 100;
const prepared = new Map<string, string>();

/** All writes as one statement: one round trip, planned once for each mix of tables. */
export async function writeTogether(sql: Sql, writes: readonly Write[], then: string): Promise<void> {
  const mix = `${writes.map(({ name }) => name).join(' ')} ${then}`;
  let parameters = 0;
  const text = (): string => {
    const parts = writes.map(({ text: part, values }, i) => {
      const first = parameters;
      parameters += values.length;
      return `w${i} as (${part.replace(/\$(\d+)/g, (_, n: string) => `$${first + Number(n)}`)})`;
    });
    return `with ${parts.join(',\n')}\n${then.replace('$writes', `w${writes.length - 1}`)}`;
  };
  let known = prepared.get(mix);
  const isKnown = known !== undefined || prepared.size < MOST_PREPARED;
  known ??= text();
  if (isKnown) prepared.set(mix, known);
  const values = writes.flatMap((write) => write.values);
  await sql.query({ name: isKnown ? nameOf(mix) : undefined, text: known, values });
}

// PostgreSQL cuts names at 63 bytes.
const names = new Map<string, string>();
function nameOf(mix: string): string {
  const name = names.get(mix) ?? `writes ${names.size}`;
  names.set(mix, name);
  return name;
}

/** Each statement for itself: shows whose row was refused. @throws RefusedRowError */
export async function oneByOne(
  sql: Sql,
  statements: readonly (Omit<Write, 'name' | 'values'> & { values?: unknown[] })[],
  isRefusal: (error: unknown) => boolean,
): Promise<QueryResult<Record<string, unknown>>[]> {
  const results: QueryResult<Record<string, unknown>>[] = [];
  for (const { projection, text, values } of statements) {
    try {
      results.push(await sql.query(text, values));
    } catch (error) {
      throw projection !== undefined && isRefusal(error) ? new RefusedRowError(projection, error) : error;
    }
  }
  return results;
}
