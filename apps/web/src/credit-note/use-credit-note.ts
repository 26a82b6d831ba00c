import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useTime } from '../time/use-time';

export type CreditNoteDetails =
  paths['/v1/credit-notes/{id}']['get']['responses'][200]['content']['application/json'];

/** One credit note, where the reader stands on both axes. */
export function useCreditNote(id: string) {
  const { time } = useTime();
  return useAsk('/v1/credit-notes/{id}', { id, ...time }, (signal) =>
    client.GET('/v1/credit-notes/{id}', { params: { path: { id }, query: time }, signal }),
  );
}
