import { type AnyTable } from '@quittance/read-model';
import { Client, types } from 'pg';
import { rowsOf, type Texts } from './table-rows.js';

const CHUNK = 1_000;

export interface MirrorRow {
  position: bigint;
  prepare: bigint;
  stream: string;
  revision: bigint;
  id: string;
  type: string;
  data: string;
  metadata: string;
  recorded_at: Date;
  recorded_max: Date;
}

/** Facts of a stream that a projection leaves out, from a revision on. */
export interface LeftOut {
  projection: string;
  stream: string;
  revision: bigint;
}

/** The read side at one moment: everything is read in one snapshot, however much is written meanwhile. */
export class ReadSide {
  private constructor(private readonly sql: Client) {}

  static async at(databaseUrl: string): Promise<ReadSide> {
    const sql = new Client({ connectionString: databaseUrl, application_name: 'faults' });
    sql.on('error', () => undefined);
    await sql.connect();
    sql.setTypeParser(types.builtins.INT8, BigInt as never);
    await sql.query('begin isolation level repeatable read read only');
    await sql.query('set local idle_in_transaction_session_timeout = 0');
    return new ReadSide(sql);
  }

  async state(): Promise<{ checkpoint: bigint; facts: bigint }> {
    const { rows } = await this.sql.query<{ checkpoint: bigint; facts: bigint }>(
      'select coalesce(checkpoint_commit, 0) as checkpoint, facts from projector.state',
    );
    return rows[0]!;
  }

  async revisions(): Promise<Map<string, bigint>> {
    const { rows } = await this.sql.query<{ stream: string; revision: bigint }>(
      'select stream, revision from projector.streams',
    );
    return new Map(rows.map(({ stream, revision }) => [stream, revision]));
  }

  async parked(): Promise<LeftOut[]> {
    const { rows } = await this.sql.query<LeftOut>(
      'select projection, stream, revision from projector.parked',
    );
    return rows;
  }

  /** Rows by their first column, everything as text. */
  async texts(sql: string): Promise<Map<string, Texts>> {
    const types = { getTypeParser: () => String };
    const { rows } = await this.sql.query<string[]>({ text: sql, rowMode: 'array', types } as never);
    return new Map(rows.map(([key, ...values]) => [key!, values]));
  }

  rows(table: AnyTable): Promise<Map<string, Texts>> {
    return rowsOf(this.sql, table);
  }

  /** The mirror in the order of the log, a page at a time. */
  async *mirror(): AsyncGenerator<MirrorRow, void, void> {
    await this.sql.query(
      `declare mirrored cursor for select position, prepare, stream, revision, id, type, data::text, metadata::text,
         recorded_at, recorded_max from mirror.facts order by position`,
    );
    for (;;) {
      const { rows } = await this.sql.query<MirrorRow>(`fetch ${CHUNK} from mirrored`);
      yield* rows;
      if (rows.length < CHUNK) return;
    }
  }

  async close(): Promise<void> {
    await this.sql.end();
  }
}
