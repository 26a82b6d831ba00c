import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useTime } from '../time/use-time';

export type CustomerDetails =
  paths['/v1/customers/{id}']['get']['responses'][200]['content']['application/json'];

/** One customer with balances, where the reader stands on both axes. */
export function useCustomer(id: string) {
  const { time } = useTime();
  return useAsk('/v1/customers/{id}', { id, ...time }, (signal) =>
    client.GET('/v1/customers/{id}', { params: { path: { id }, query: time }, signal }),
  );
}
