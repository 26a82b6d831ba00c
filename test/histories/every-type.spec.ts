import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECTIONS, isFactType } from '@quittance/receivables';

// Of every type of fact there is one in a frozen history: a new type adds a history, none is ever changed.

const frozen = readdirSync(__dirname).filter((name) => name.endsWith('.json'));
const typesIn = (name: string): string[] => {
  const { facts = [] } = JSON.parse(readFileSync(join(__dirname, name), 'utf8')) as {
    facts?: { type: string }[];
  };
  // Heartbeats are of the store, not of the business.
  return facts.map(({ type }) => type).filter((type) => type !== 'HeartbeatRecorded');
};

it('keeps a frozen sample of every type of fact that this version knows', () => {
  const known = new Set(PROJECTIONS.flatMap(({ on }) => Object.keys(on)).filter(isFactType));
  expect([...new Set(frozen.flatMap(typesIn))].filter(isFactType).sort()).toEqual([...known].sort());
});
