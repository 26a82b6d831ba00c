import {
  type AnyRoute,
  type Execute,
  type FactReader,
  mustBeWhole,
  type Outcome,
  type RecordedFact,
} from '@quittance/event-store';
import type { AnyFacts } from './fact.js';
import { upcastOf, versionOf } from './upcast.js';

// Facts that are read beside decisions and projections: by answers of commands, reactions, exports. What is stored stays as it is.

/** A fact in the shape of today. */
export type AsToday = <Fact extends Stored>(fact: Fact) => Fact;
type Stored = Omit<RecordedFact, 'position' | 'recordedAt'>;

/** Undefined when no fact has an older shape. The function throws ChainBrokenError on an older one that is not what was hashed. */
export function todayOf(facts: AnyFacts): AsToday | undefined {
  const upcast = upcastOf(facts);
  return (
    upcast &&
    (<Fact extends Stored>(fact: Fact): Fact => {
      if (versionOf(fact.metadata) >= (facts[fact.type]?.schema ?? 1)) return fact;
      mustBeWhole(fact);
      // A stored fact may work its parts out when asked: it stays behind, and only its data are others.
      return Object.create(fact, { data: { value: upcast(fact), enumerable: true } }) as Fact;
    })
  );
}

const shaped = (asToday: AsToday, outcome: Outcome): Outcome => ({
  ...outcome,
  facts: outcome.facts.map(asToday),
});

/** Whoever reads through it sees facts in the shape of today. */
export const readingToday = (asToday: AsToday | undefined, store: FactReader): FactReader =>
  asToday
    ? {
        async *read(stream, from) {
          for await (const fact of store.read(stream, from)) yield asToday(fact);
        },
      }
    : store;

/** Whoever executes through it is answered with facts in the shape of today. */
export const answeringToday = (asToday: AsToday | undefined, execute: Execute): Execute =>
  asToday ? async (command) => shaped(asToday, await execute(command)) : execute;

/** The answer of a route, made of facts in the shape of today. */
export function answerToday(
  asToday: AsToday | undefined,
  answer: AnyRoute['answer'],
): Pick<AnyRoute, 'answer'> {
  if (!asToday || !answer) return { answer };
  return {
    answer: (outcome, execute, store, command) =>
      answer(
        shaped(asToday, outcome),
        answeringToday(asToday, execute),
        readingToday(asToday, store),
        command,
      ),
  };
}
