import { useAsk } from '../api/asking';
import { client, spoken } from '../api/client';
import type { paths } from '../api/schema';

export type Fact = paths['/v1/facts/{position}']['get']['responses'][200]['content']['application/json'];

/** One fact: it never changes, wherever the reader stands. */
export const useFact = (position: string) =>
  useAsk('/v1/facts/{position}', { position, language: spoken.language }, (signal) =>
    client.GET('/v1/facts/{position}', { params: { path: { position } }, signal }),
  );

/** What a part of the page is given. */
export interface FactPart {
  fact: Fact;
}
