import { facetsOf } from '@quittance/reading';
import { FEATURES } from '../../libs/receivables/src/features.js';

/** Of what `OneOfEach` made: an invoice with all fields and one with the least, a payment, a credit note, an erasure. */
export type Ids = Record<'full' | 'draft' | 'bare' | 'payment' | 'erasure' | 'creditNote', string>;

/** Every GET, now and of the past, filtered, sorted and page by page. */
export function everyQuestion(
  { full, bare, payment, erasure, creditNote, draft }: Ids,
  today: string,
): string[] {
  const served = FEATURES.flatMap(({ api }) => api?.().lists ?? []);
  const counted = served.filter(({ counts }) => counts);
  const dated = served.filter(({ list }) => list.of.axes !== false);
  const lists = ['/v1/customers', ...dated.map(({ path }) => `/${path}`)];
  const things = [
    `/v1/invoices/${full}`,
    `/v1/invoices/${bare}`,
    `/v1/payments/${payment}`,
    `/v1/credit-notes/${creditNote}`,
    '/v1/customers/C-1',
    '/v1/settings/limits',
    '/v1/settings/duties',
  ];
  const exceptions = '/v1/reports/exceptions';
  return [
    ...['/v1/drafts', `/v1/drafts/${draft}`],
    ...['/v1/reports/numbering', `/v1/reports/numbering?asOf=${today}`],
    ...[exceptions, `${exceptions}?limit=1&sort=-kind`, `${exceptions}?asOf=${today}&invoiceId=${full}`],
    ...['/health/live', '/health/ready', '/metrics', '/v1/status', '/v1/parked'],
    ...[...lists, ...things].flatMap((url) => [url, `${url}?asOf=${today}`, `${url}?known=stated`]),
    ...lists.map((url) => `${url}?limit=1&sort=-id`),
    ...counted.flatMap(({ path, list }) => [
      `/${path}/summary`,
      `/${path}/facets?of=${facetsOf(list).join(',')}`,
      ...(list.of.axes === false ? [] : [`/${path}/facets?of=${facetsOf(list)[0]}&asOf=${today}`]),
    ]),
    ...['/v1/customers?sort=-balance&balanceCurrency=EUR', '/v1/customers/C-2', '/v1/customers/C-gone'],
    ...[
      '/v1/people',
      '/v1/people/anna',
      '/v1/people/mara',
      '/v1/reminders',
      '/v1/reminders?status=escalated',
    ],
    '/v1/search?q=ver',
    ...['/v1/audit', '/v1/audit?limit=2', `/v1/invoices/${full}/history`, '/v1/audit/heads'],
    ...['/v1/audit/touched-streams', '/v1/audit/verification?limit=5', '/v1/audit/verification'],
    `/v1/erasures/${erasure}`,
    ...['', '?by=customer&sort=-open', '?by=owner&basis=issued&currency=EUR&limit=1', '?buckets=10,20'].map(
      (question) => `/v1/reports/aging${question}`,
    ),
  ];
}
