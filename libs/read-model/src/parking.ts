import type { RecordedFact } from '@quittance/event-store';
import { type AboutFact, aboutFact, reasonOf, type Sql } from '@quittance/process';

/** A stream that a projection could not go on with; it leaves out the facts from this revision on. */
export interface Parked extends AboutFact {
  projection: string;
  /** Why, as the handler or PostgreSQL said it, without the values it quoted: they may be about a person. */
  error: string;
}

/** The parked streams, by projection: one bad fact holds up its own stream, nothing else. */
export class Parking {
  private readonly news = new Map<string, Parked>();

  private constructor(private readonly all: Map<string, Parked>) {}

  /** @param streams those that are asked about, however many others wait; left out: all */
  static async load(sql: Sql, streams?: readonly string[]): Promise<Parking> {
    const { rows } = await sql.query<Parked>(
      `select projection, stream, revision, position, type, error from projector.parked
       where $1::text[] is null or stream = any ($1)`,
      [streams && [...new Set(streams)]],
    );
    return new Parking(new Map(rows.map((parked) => [keyOf(parked.projection, parked.stream), parked])));
  }

  /** Whether any stream waits. */
  static async any(sql: Sql): Promise<boolean> {
    const { rows } = await sql.query<{ any: boolean }>('select exists (select from projector.parked) as any');
    return rows[0]!.any;
  }

  /** Nothing waits: tables that are rebuilt, for one. */
  static empty(): Parking {
    return new Parking(new Map());
  }

  /** Whether the fact has to wait for an earlier one of its stream. */
  holds(projection: string, fact: RecordedFact): boolean {
    if (this.all.size === 0) return false;
    const parked = this.all.get(keyOf(projection, fact.stream));
    return parked !== undefined && parked.revision <= fact.revision;
  }

  park(projection: string, fact: RecordedFact, error: Error): void {
    if (this.holds(projection, fact)) return;
    const parked = { projection, ...aboutFact(fact), error: reasonOf(error) };
    this.all.set(keyOf(projection, fact.stream), parked);
    this.news.set(keyOf(projection, fact.stream), parked);
  }

  /** What was parked since it was loaded. */
  get parked(): Parked[] {
    return [...this.news.values()];
  }

  /** Writes what was parked in this batch, and says it. */
  async save(sql: Sql): Promise<Parked[]> {
    for (const parked of this.news.values()) {
      await sql.query(
        `insert into projector.parked (projection, stream, revision, position, type, error)
         values ($1, $2, $3, $4, $5, $6) on conflict (projection, stream) do update
         set revision = excluded.revision, position = excluded.position, type = excluded.type, error = excluded.error`,
        [
          parked.projection,
          parked.stream,
          String(parked.revision),
          String(parked.position),
          parked.type,
          parked.error,
        ],
      );
    }
    return this.parked;
  }
}

const keyOf = (projection: string, stream: string): string => `${projection}\u0000${stream}`;
