import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';

export type MailQuery = NonNullable<paths['/v1/mails']['get']['parameters']['query']>;
export type MailRow =
  paths['/v1/mails']['get']['responses'][200]['content']['application/json']['items'][number];
export type MailDetails = paths['/v1/mails/{id}']['get']['responses'][200]['content']['application/json'];

/** One mail with what it says: as sent, or as it would be today. */
export const useMail = (id: string) =>
  useAsk('/v1/mails/{id}', { id }, (signal) =>
    client.GET('/v1/mails/{id}', { params: { path: { id } }, signal }),
  );
