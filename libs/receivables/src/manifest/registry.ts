import type { PolicySource, RecordedFact } from '@quittance/event-store';
import { type Duty, extended } from '@quittance/kernel';
import type { AnyProjection } from '@quittance/read-model';
import type { AnyControls } from '../ledger/control.js';
import type { AnyPostings } from '../ledger/legs.js';
import { moneyTypes } from '../ledger/posted.js';
import { type AnyFact, type AnyFacts, dictionaryEntry, type NameTold } from './fact.js';
import type { AnyFeature, AnyStream, Declarations, DerivedProjection } from './feature.js';
import type { Reaction } from './reaction.js';
import { type AsToday, todayOf } from './today.js';
import { upcastOf, withUpcasts } from './upcast.js';

// What follows from the manifests of all features. Pure: each function takes the list.

type Features = readonly AnyFeature[];

/** Every fact by its type. @throws Error when two features declare one */
export function factsOf(features: Features): AnyFacts {
  const facts: Record<string, AnyFact> = {};
  for (const { name, facts: own } of features) {
    for (const [type, fact] of Object.entries(own)) {
      if (facts[type]) throw new Error(`${name}: ${type} is a fact of another feature`);
      facts[type] = fact;
    }
  }
  return facts;
}

/** What all facts move. */
export const postingsOf = (features: Features): AnyPostings =>
  Object.assign({}, ...features.map(({ money }) => money)) as AnyPostings;

/** What all facts add to the control. @throws Error when one moves money and says nothing of it */
export function controlsOf(features: Features): AnyControls {
  for (const { name, money = {}, control = {} } of features)
    for (const type of moneyTypes(money))
      if (!control[type]) throw new Error(`${name}: ${type} moves money; what does it add to the control?`);
  return Object.assign({}, ...features.map(({ control }) => control)) as AnyControls;
}

/** What all features say of all facts. */
export const declarationsOf = (features: Features): Declarations => ({
  facts: factsOf(features),
  postings: postingsOf(features),
  controls: controlsOf(features),
});

/** Every kind of stream by its category, with the slices that other features bring. */
export function streamsOf(features: Features): Map<string, AnyStream> {
  const streams = new Map<string, AnyStream>();
  for (const stream of features.flatMap(({ streams: own = [] }) => own)) {
    if (streams.has(stream.category)) throw new Error(`two streams of the category ${stream.category}`);
    streams.set(stream.category, stream);
  }
  for (const { name, slices = [] } of features) {
    for (const { on, slice } of slices) {
      const stream = streams.get(on.category);
      if (!stream?.slices) throw new Error(`${name}: ${on.category} takes no slices`);
      streams.set(on.category, extended(stream as Parameters<typeof extended>[0], [slice]) as never);
    }
  }
  const upcast = upcastOf(factsOf(features));
  if (upcast) for (const [category, stream] of streams) streams.set(category, { ...stream, upcast });
  return streams;
}

/** Prefixes of the streams that hold facts. */
export const prefixesOf = (features: Features): string[] =>
  [...streamsOf(features).keys()].map((category) => `${category}-`);

const isDerived = (one: AnyProjection | DerivedProjection): one is DerivedProjection => 'from' in one;

/** A projection with its handlers. */
export function derived(one: AnyProjection | DerivedProjection, all: Declarations): AnyProjection {
  if (!isDerived(one)) return one;
  const { from, derivedFrom: _, ...projection } = one;
  return { ...projection, on: from(all) };
}

/**
 * Every projection; those that are derived get their handlers from what all features say.
 * @throws Error when one says nothing of a fact of the streams that it is about
 */
export function projectionsOf(features: Features, all = declarationsOf(features)): AnyProjection[] {
  const { facts } = all;
  const upcast = upcastOf(facts);
  const streams = streamsOf(features);
  return features
    .flatMap(({ projections = [] }) => projections)
    .map((one) => ofItsStreams(derived(one, all), features, streams))
    .map((one) => (upcast ? withUpcasts(one, facts, upcast) : one));
}

/** Whole for the streams that it is about: of facts that another feature brings there, that feature says why they change nothing. */
function ofItsStreams(
  projection: AnyProjection,
  features: Features,
  streams: ReadonlyMap<string, AnyStream>,
): AnyProjection {
  const { name, streams: about = [] } = projection;
  const ignored = Object.fromEntries(
    features.flatMap(({ facts, slices = [] }) =>
      slices.flatMap(({ on: { category }, slice, elsewhere }) =>
        elsewhere && about.includes(category)
          ? Object.keys(slice.evolve)
              .filter((type) => Object.hasOwn(facts, type))
              .map((type) => [type, elsewhere])
          : [],
      ),
    ),
  );
  const on = Object.keys(ignored).length > 0 ? { ...ignored, ...projection.on } : projection.on;
  for (const category of about)
    for (const type of Object.keys(streams.get(category)?.evolve ?? {}))
      if (!on[type]) throw new Error(`${name}: a handler for ${type} of ${category}-, or ignore('why')`);
  return on === projection.on ? projection : { ...projection, on };
}

/** What all features do by the clock. @throws Error when two have one name */
export function reactionsOf(features: Features): Reaction[] {
  const all = features.flatMap(({ reactions }) => reactions?.() ?? []);
  for (const { name } of all)
    if (all.filter((one) => one.name === name).length > 1) throw new Error(`two reactions: ${name}`);
  return all;
}

/** The business date that a fact counts from, and the version of its shape (docs/facts.md). */
export const aboutFacts =
  (facts: AnyFacts) =>
  ({ type, data }: { type: string; data: object }): { effectiveOn: string; schema: number } => {
    const { effectiveOn, schema } = facts[type]!;
    return { effectiveOn: effectiveOn(data as never), schema };
  };

/** Which duties were done by a fact. */
export const dutiesOfFacts =
  (facts: AnyFacts) =>
  ({ type, data }: { type: string; data: object }): readonly Duty[] => {
    const duties = facts[type]?.duties ?? [];
    return typeof duties === 'function' ? duties(data as never) : duties;
  };

/** Which names facts take, and which they free: what `LookAlikes` reads the log for. */
export function namesIn(facts: AnyFacts): (fact: RecordedFact) => NameTold | undefined {
  const asToday: AsToday = todayOf(facts) ?? ((fact) => fact);
  return (fact) => {
    const named = facts[fact.type]?.named;
    return named?.((asToday(fact).data ?? {}) as never);
  };
}

/** Every fact and field in words. */
export const dictionaryOf = (facts: AnyFacts): Record<string, ReturnType<typeof dictionaryEntry>> =>
  Object.fromEntries(Object.entries(facts).map(([type, fact]) => [type, dictionaryEntry(fact)]));

/** Where the entity's limits are, if a feature keeps them. */
export const policyOf = (features: Features): PolicySource | undefined =>
  features.find(({ policy }) => policy)?.policy;
