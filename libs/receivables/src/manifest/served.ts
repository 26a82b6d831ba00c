import type { Provider, Type } from '@nestjs/common';
import type { AnyRoute, ReadStreams } from '@quittance/event-store';
import type { BatchRoute, ProblemCodes, RouteRoles } from '@quittance/http';
import type { Role } from '@quittance/kernel';
import { compareController, countController, listController } from '@quittance/reading';
import type { AnyFeature, AnyStream, Api, ListServed } from './feature.js';
import type { Published } from './published.js';
import { DECLARED_FACTS, HOLDS_OF_INVOICES, SUMS_OF_THINGS } from '../parts.js';
import { factsOf, streamsOf } from './registry.js';
import { answerToday, todayOf } from './today.js';

/** What follows from the manifests for a process that takes commands and answers questions. */
export interface Served {
  /** Every command with the decider of its stream. */
  routes: readonly AnyRoute[];
  /** Who may use which route. What is not in it, nobody may. */
  roles: RouteRoles;
  /** What a batch takes: every write of the business that is one command. */
  batch: readonly BatchRoute[];
  /** Codes of refusals, of all features. */
  codes: ProblemCodes;
  /** What there is to do, and what holds invoices up, of all features. */
  published: Published;
  /** Controllers of writes and of reads. */
  writes: Type[];
  reads: Type[];
  /** What controllers need; the commands' own are in WriteSideModule. */
  providers: Provider[];
}

/** @throws Error when a command names a stream that no feature has */
export function servedBy(features: readonly AnyFeature[]): Served {
  const streams = streamsOf(features);
  const asToday = todayOf(factsOf(features));
  const apis = features.flatMap(({ name, api }): [string, Api][] => (api ? [[name, api()]] : []));
  const routes = apis.flatMap(([name, { commands = [] }]) =>
    commands.map(({ category, ...way }): AnyRoute => {
      const decider = streams.get(category);
      if (!decider)
        throw new Error(`${name}: ${way.command.name} goes to ${category}-, which no feature has`);
      const { references, answer } = way;
      return {
        ...way,
        ...answerToday(asToday, answer),
        decider,
        references:
          references && ((command, read, entity) => references(command, whole(read, streams), entity)),
      };
    }),
  );
  const declared = apis.flatMap(([, { routes: own = {} }]) => Object.entries(own));
  const exceptions = apis.flatMap(([, { exceptions: own = [] }]) => own);
  const lists = apis.flatMap(([, { lists: own = [], listsOf }]) => [
    ...own,
    ...(listsOf?.(exceptions) ?? []),
  ]);
  const holds = apis.flatMap(([, { holds: own = [] }]) => own);
  return {
    routes,
    roles: Object.fromEntries([
      ...declared.map(([key, { roles }]) => [key, roles] as const),
      ...lists.flatMap(rolesOf),
    ]),
    batch: declared.flatMap(([key, { batch }]) => (batch ? [{ key, ...batch }] : [])),
    codes: Object.assign({}, ...apis.map(([, { codes }]) => codes)) as ProblemCodes,
    published: { holds, work: apis.flatMap(([, { work = [] }]) => work) },
    writes: apis.flatMap(([, { writes = [] }]) => writes),
    reads: [...lists.flatMap(controllersOf), ...apis.flatMap(([, { reads = [] }]) => reads)],
    providers: [
      { provide: DECLARED_FACTS, useValue: factsOf(features) },
      { provide: HOLDS_OF_INVOICES, useValue: holds },
      { provide: SUMS_OF_THINGS, useValue: apis.flatMap(([, { sums = [] }]) => sums) },
      ...apis.flatMap(([, { providers = [] }]) => providers),
    ],
  };
}

const rolesOf = ({ path, roles, counts, compares }: ListServed): [string, readonly Role[]][] => [
  ...(roles ? [[`GET /${path}`, roles] as [string, readonly Role[]]] : []),
  ...(counts
    ? ['summary', 'facets', 'groups'].map((of): [string, readonly Role[]] => [`GET /${path}/${of}`, counts])
    : []),
  ...(compares ? [[`GET /${path}/compare`, compares] as [string, readonly Role[]]] : []),
];

const controllersOf = ({ list, roles, counts, compares, ...routes }: ListServed): Type[] => [
  ...(roles ? [listController(list, routes)] : []),
  ...(counts ? [countController(list, routes)] : []),
  ...(compares ? [compareController(list, routes)] : []),
];

/**
 * Reads with all slices of a stream, whoever asks: what is kept of a stream serves all of them, and a feature that reads the
 * stream of another sees what holds there.
 */
function whole(read: ReadStreams, streams: ReadonlyMap<string, AnyStream>): ReadStreams {
  const all = <Of extends { category: string }>(folding: Of): Of =>
    (streams.get(folding.category) as Of | undefined) ?? folding;
  return {
    latest: (folding, stream) => read.latest(all(folding), stream),
    cached: (folding, stream) => read.cached(all(folding), stream),
    judge: read.judge,
    policy: read.policy,
  };
}
