import type { FactReader, Judge, ReadStreams, RecordedFact } from '@quittance/event-store';
import { evolve, type Folding, UNLIMITED } from '@quittance/kernel';
import type { AnyStream } from './feature.js';

/** Which facts a question knows. */
export type Knows = (fact: RecordedFact) => boolean;

/**
 * Reads streams for a question as decisions read them, with the slices of all features, but only facts that the question knows.
 * Personal data stays sealed. A stream is read once.
 */
export function streamsKnown(
  of: ReadonlyMap<string, AnyStream>,
  { facts, judge }: { facts: FactReader; judge: Judge },
  knows: Knows,
): ReadStreams {
  const states = new Map<string, Promise<unknown>>();
  const folded = async <State>(folding: Folding<State>, stream: string): Promise<State | undefined> => {
    const whole = (of.get(folding.category) as Folding<State> | undefined) ?? folding;
    let state: State | undefined;
    for await (const fact of facts.read(stream))
      if (knows(fact)) state = evolve(whole.evolve, state ?? whole.initial, fact);
    return state;
  };
  const latest = <State>(folding: Folding<State>, stream: string): Promise<State | undefined> => {
    const state = states.get(stream) ?? folded(folding, stream);
    states.set(stream, state);
    return state as Promise<State | undefined>;
  };
  return { latest, cached: latest, judge, policy: UNLIMITED };
}
