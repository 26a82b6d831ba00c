import { useQuery } from '@tanstack/react-query';
import { answered, client } from '../api/client';
import type { paths } from '../api/schema';

export type Template =
  paths['/v1/templates']['get']['responses'][200]['content']['application/json']['items'][number];

/** The mail that would go out today about an invoice. It is asked by POST, and writes nothing. */
export const usePreview = ({ key, language, version }: Template, invoiceId: string | undefined) =>
  useQuery({
    queryKey: ['/v1/templates/{key}/{language}/preview', { key, language, version, invoiceId }],
    queryFn: ({ signal }) =>
      answered(
        client.POST('/v1/templates/{key}/{language}/preview', {
          params: { path: { key, language }, header: { 'Idempotency-Key': crypto.randomUUID() } },
          body: { invoiceId },
          signal,
        }),
      ),
    enabled: invoiceId !== undefined,
  });
