import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useTime } from './use-time';

type Answer = paths['/v1/times']['get']['responses'][200]['content']['application/json'];
export type DayOfFacts = Answer['days'][number];

const INSTANTS = '/v1/instants';
export type NamedInstant =
  paths[typeof INSTANTS]['get']['responses'][200]['content']['application/json']['items'][number];

/** Facts recorded day by day, by the clock that the page cuts on. */
export function useTimes(from: string, to: string) {
  const { time } = useTime();
  const query = { from, to, ...(time.known && { known: time.known }) };
  return useAsk('/v1/times', query, (signal) => client.GET('/v1/times', { params: { query }, signal }));
}

/** The latest first. */
export function useInstants() {
  const query = { limit: 100 };
  return useAsk(INSTANTS, query, (signal) => client.GET(INSTANTS, { params: { query }, signal }));
}
