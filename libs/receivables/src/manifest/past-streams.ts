import { type FactReader, NOT_JUDGED, type ReadStreams, type RecordedFact } from '@quittance/event-store';
import { type BusinessDate, evolve, type Folding, UNLIMITED } from '@quittance/kernel';
import type { AnyStream } from './feature.js';

/** The first day on which a fact counts and is known. */
export type CountsFrom = (fact: RecordedFact) => BusinessDate;

/** A stream as it was read once, and the last of its days that was asked. */
interface Past {
  facts: readonly { fact: RecordedFact; on: BusinessDate }[];
  /** Days on which something more counts, in order. */
  days: readonly BusinessDate[];
  folded?: { days: number; state: unknown };
}

/**
 * Streams as they stood on one day after another, with the slices of all features: each is read once, and folded again only when a
 * day has come on which more of it counts. Personal data stays sealed; tables are those of today, and are not asked.
 */
export class PastStreams {
  private readonly kept = new Map<string, Promise<Past>>();

  constructor(
    private readonly of: ReadonlyMap<string, AnyStream>,
    private readonly facts: FactReader,
    private readonly countsFrom: CountsFrom,
  ) {}

  /** How decisions read them on a day. */
  on(day: BusinessDate): ReadStreams {
    const latest = async <State>(folding: Folding<State>, stream: string): Promise<State | undefined> =>
      this.folded(folding, await this.past(stream), day);
    return { latest, cached: latest, judge: () => Promise.resolve(NOT_JUDGED), policy: UNLIMITED };
  }

  /** The first day after it on which something more of the stream counts. */
  async nextAfter(stream: string, day: BusinessDate): Promise<BusinessDate | undefined> {
    return (await this.past(stream)).days.find((each) => each > day);
  }

  /** It will not be asked again. */
  forget(stream: string): void {
    this.kept.delete(stream);
  }

  private past(stream: string): Promise<Past> {
    const past = this.kept.get(stream) ?? this.read(stream);
    this.kept.set(stream, past);
    return past;
  }

  private async read(stream: string): Promise<Past> {
    const facts: { fact: RecordedFact; on: BusinessDate }[] = [];
    for await (const fact of this.facts.read(stream)) facts.push({ fact, on: this.countsFrom(fact) });
    return { facts, days: [...new Set(facts.map(({ on }) => on))].sort() };
  }

  private folded<State>(folding: Folding<State>, past: Past, day: BusinessDate): State | undefined {
    const days = past.days.filter((each) => each <= day).length;
    if (past.folded?.days !== days) {
      const whole = (this.of.get(folding.category) as Folding<State> | undefined) ?? folding;
      let state: State | undefined;
      for (const { fact, on } of past.facts)
        if (on <= day) state = evolve(whole.evolve, state ?? whole.initial, fact);
      past.folded = { days, state };
    }
    return past.folded.state as State | undefined;
  }
}
