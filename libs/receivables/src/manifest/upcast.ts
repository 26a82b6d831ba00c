import type { StoredShape } from '@quittance/kernel';
import type { AnyProjection, ProjectedFact } from '@quittance/read-model';
import type { AnyFacts } from './fact.js';

type Upcast = (fact: StoredShape) => object;

/**
 * Brings the data of a fact to the shape of today, one version after the other; undefined when no fact has an older shape.
 * @throws Error when a type lacks the upcaster of one of its versions
 */
export function upcastOf(facts: AnyFacts): Upcast | undefined {
  const older = Object.entries(facts).filter(([, { schema }]) => schema > 1);
  for (const [type, { schema, upcasters = {} }] of older) {
    for (let version = 1; version < schema; version += 1)
      if (!upcasters[version]) throw new Error(`${type}: no upcaster from version ${version}`);
  }
  if (older.length === 0) return undefined;
  return ({ type, data, metadata }) => {
    const { schema = 1, upcasters = {} } = facts[type] ?? {};
    let shape = data as object;
    for (let version = versionOf(metadata); version < schema; version += 1)
      shape = upcasters[version]!(shape as never);
    return shape;
  };
}

/** Of the shape in which it is stored. */
export const versionOf = (metadata: unknown): number =>
  (metadata as { schema?: number } | null | undefined)?.schema ?? 1;

/** The projection with its handlers given the shape of today; itself where none of its facts has an older one. */
export function withUpcasts(projection: AnyProjection, facts: AnyFacts, upcast: Upcast): AnyProjection {
  type Handler = (fact: ProjectedFact, changes: unknown) => void;
  const on = Object.fromEntries(
    Object.entries(projection.on).map(([type, handler]) => {
      if (typeof handler !== 'function' || !((facts[type]?.schema ?? 1) > 1)) return [type, handler];
      const shaped: Handler = (fact, changes) =>
        // A stored fact may work its parts out when asked: it stays behind, and only its data are others.
        (handler as Handler)(
          Object.create(fact, { data: { value: upcast(fact), enumerable: true } }) as ProjectedFact,
          changes,
        );
      return [type, shaped];
    }),
  );
  return { ...projection, on };
}
