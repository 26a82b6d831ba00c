import type { Bind } from './list/sql.js';
import type { Place } from './known-axis.js';

/**
 * Conditions that cut lines at a place of both axes. Without `known`: everything projected. `anyDay`: as things stood at
 * the position, whatever the business dates of their facts.
 */
export class Cut {
  private asOf?: string;
  private at?: string;
  private seenAt?: string;

  constructor(
    private readonly bind: Bind,
    private readonly place: Pick<Place, 'asOf'> & Partial<Place>,
    readonly anyDay = false,
  ) {}

  /** The same, whatever the business dates are. */
  get ofAnyDay(): Cut {
    return new Cut(this.bind, this.place, true);
  }

  /** The business date as SQL. Bound where it is used first: PostgreSQL refuses values that nothing refers to. */
  get day(): string {
    return (this.asOf ??= `${this.bind.add(this.place.asOf)}::date`);
  }

  /** Whether the fact is known; `by` begins the names of its two columns (`answered_at`, `answered_stated_at`). */
  known(
    alias: string,
    by?: 'requested' | 'answered' | 'received' | 'issued' | 'ended' | 'identified',
  ): string {
    const { known, knownAt, knownPosition, seen } = this.place;
    if (!known) return by === 'answered' || by === 'ended' ? `${alias}.${by}_at is not null` : 'true';
    if (known === 'recorded') {
      this.at ??= `${this.bind.add(String(knownPosition))}::bigint`;
      return `${alias}.${by ? `${by}_at` : 'position'} <= ${this.at}`;
    }
    this.at ??= `${this.bind.add(knownAt)}::timestamptz`;
    const stated = `${alias}.${by ? `${by}_stated_at` : 'stated_at'} <= ${this.at}`;
    if (seen === undefined) return stated;
    // What is recorded later may state an earlier instant.
    this.seenAt ??= `${this.bind.add(String(seen))}::bigint`;
    return `(${stated} and ${alias}.${by ? `${by}_at` : 'position'} <= ${this.seenAt})`;
  }

  /** Whether the line is known and counts by then. */
  line(alias: string, effective = 'effective_on'): string {
    return `${this.counts(`${alias}.${effective}`)} and ${this.known(alias)}`;
  }

  /** Whether the business date has come. */
  counts(effective: string): string {
    return this.anyDay ? 'true' : `${effective} <= ${this.day}`;
  }
}

/** The revision of a stream as it stood at the cut's position; nothing is said of the past of a business date. */
export const revisionAt = (cut: Cut, stream: string): string =>
  cut.anyDay
    ? `(select max(f.revision)::text from mirror.facts f where f.stream = ${stream} and ${cut.known('f')})`
    : 'null::text';
