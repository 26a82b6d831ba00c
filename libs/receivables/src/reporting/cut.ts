import type { Bind } from '@quittance/http';
import type { Place } from './known.js';

/** Conditions that cut lines at a place of both axes. Without `known`: everything projected. */
export class Cut {
  private readonly asOf: string;
  private readonly at?: string;
  private readonly stated: boolean;

  constructor(bind: Bind, place: Pick<Place, 'asOf'> & Partial<Place>) {
    this.asOf = `${bind.add(place.asOf)}::date`;
    this.stated = place.known === 'stated';
    if (place.known === 'recorded') this.at = `${bind.add(String(place.knownPosition))}::bigint`;
    if (place.known === 'stated') this.at = `${bind.add(place.knownAt)}::timestamptz`;
  }

  /** The business date as SQL. */
  get day(): string {
    return this.asOf;
  }

  /** Whether the fact is known; `by` begins the names of its two columns (`answered_at`, `answered_stated_at`). */
  known(alias: string, by?: 'requested' | 'answered' | 'received'): string {
    if (!this.at) return by === 'answered' ? `${alias}.answered_at is not null` : 'true';
    const recorded = by ? `${by}_at` : 'position';
    const stated = by ? `${by}_stated_at` : 'stated_at';
    return `${alias}.${this.stated ? stated : recorded} <= ${this.at}`;
  }

  /** Whether the line is known and counts by then. */
  line(alias: string, effective = 'effective_on'): string {
    return `${alias}.${effective} <= ${this.asOf} and ${this.known(alias)}`;
  }
}
