import type { Bind } from '@quittance/http';
import type { Place } from './known.js';

/** Conditions that cut lines at a place of both axes. Without `known`: everything projected. */
export class Cut {
  private asOf?: string;
  private at?: string;

  constructor(
    private readonly bind: Bind,
    private readonly place: Pick<Place, 'asOf'> & Partial<Place>,
  ) {}

  /** The business date as SQL. Bound where it is used first: PostgreSQL refuses values that nothing refers to. */
  get day(): string {
    return (this.asOf ??= `${this.bind.add(this.place.asOf)}::date`);
  }

  /** Whether the fact is known; `by` begins the names of its two columns (`answered_at`, `answered_stated_at`). */
  known(alias: string, by?: 'requested' | 'answered' | 'received'): string {
    const { known, knownAt, knownPosition } = this.place;
    if (!known) return by === 'answered' ? `${alias}.answered_at is not null` : 'true';
    if (known === 'recorded') {
      this.at ??= `${this.bind.add(String(knownPosition))}::bigint`;
      return `${alias}.${by ? `${by}_at` : 'position'} <= ${this.at}`;
    }
    this.at ??= `${this.bind.add(knownAt)}::timestamptz`;
    return `${alias}.${by ? `${by}_stated_at` : 'stated_at'} <= ${this.at}`;
  }

  /** Whether the line is known and counts by then. */
  line(alias: string, effective = 'effective_on'): string {
    return `${alias}.${effective} <= ${this.day} and ${this.known(alias)}`;
  }
}
