import { useAsk } from '../api/asking';
import { client } from '../api/client';
import type { paths } from '../api/schema';

export type Explained =
  paths['/v1/invoices/{id}/reminders/explain']['get']['responses'][200]['content']['application/json'];
export type PartExplained = Explained['parts'][number];
export type Decided =
  paths['/v1/reminders']['get']['responses'][200]['content']['application/json']['items'][number];

/** Steps of one invoice that are read at once: a policy has thirty at most. */
const MOST = 200;
/** Ids that a question takes at once. */
const MOST_IDS = 100;

/** Why something is asked of an invoice on a day, or nothing. */
export const useExplained = (id: string, on: string) =>
  useAsk('/v1/invoices/{id}/reminders/explain', { id, on }, (signal) =>
    client.GET('/v1/invoices/{id}/reminders/explain', { params: { path: { id }, query: { on } }, signal }),
  );

/** All that was decided of an invoice, and how each mail stands by its id. */
export function useDecided(invoiceId: string) {
  const query = { invoiceId, sort: 'on', limit: MOST };
  const decided = useAsk('/v1/reminders', query, (signal) =>
    client.GET('/v1/reminders', { params: { query }, signal }),
  );
  const items = decided.data?.body.items ?? [];
  const ids = [...new Set(items.flatMap(({ mailId }) => mailId ?? []))].slice(-MOST_IDS);
  const ofMails = { id: ids.join(','), limit: MOST_IDS };
  const mails = useAsk(
    '/v1/mails',
    ofMails,
    (signal) => client.GET('/v1/mails', { params: { query: ofMails }, signal }),
    { enabled: ids.length > 0 },
  );
  const statuses = new Map((mails.data?.body.items ?? []).map(({ id, status }) => [id, status]));
  /** A step that is planned stands as its mail does. */
  const statusOf = ({ status, mailId }: { status: string; mailId: string | null }): string =>
    ((status === 'planned' || status === 'approved') && mailId !== null && statuses.get(mailId)) || status;
  return { ...decided, items, statusOf };
}
