import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';
import { useTime } from '../time/use-time';

export type PaymentDetails =
  paths['/v1/payments/{id}']['get']['responses'][200]['content']['application/json'];

/** One payment, where the reader stands on both axes. */
export function usePayment(id: string) {
  const { time } = useTime();
  return useAsk('/v1/payments/{id}', { id, ...time }, (signal) =>
    client.GET('/v1/payments/{id}', { params: { path: { id }, query: time }, signal }),
  );
}

/** What a part of the page is given. */
export interface PaymentPart {
  payment: PaymentDetails;
  /** ETag of what is shown. */
  seen?: string;
}
