import { PROJECTIONS, isFactType } from '@quittance/receivables';
import { factsIn, frozenHistories } from './recorded-history.js';

// Of every type of fact there is one in a frozen history: a new type adds a history, none is ever changed.

// Heartbeats are of the store, not of the business.
const typesIn = (path: string): string[] =>
  factsIn<{ type: string }>(path)
    .map(({ type }) => type)
    .filter((type) => type !== 'HeartbeatRecorded');

it('keeps a frozen sample of every type of fact that this version knows', () => {
  const known = new Set(PROJECTIONS.flatMap(({ on }) => Object.keys(on)).filter(isFactType));
  expect([...new Set(frozenHistories().flatMap(typesIn))].filter(isFactType).sort()).toEqual(
    [...known].sort(),
  );
});
