import { uuid5 } from '@quittance/event-store';
import { facetsOf, lackedIn } from '@quittance/reading';
import { FEATURES } from '../../libs/receivables/src/features.js';

/** Of what `OneOfEach` made: an invoice with all fields and one with the least, a payment, a credit note, an erasure. */
export type Ids = Record<
  'full' | 'draft' | 'bare' | 'payment' | 'erasure' | 'creditNote' | 'webhook',
  string
>;

/** Of what `importsOfEach` sent. */
const IMPORT = `/v1/imports/${uuid5('import', 'mara', 'one-of-each')}`;

/** Every GET, now and of the past, filtered, sorted and page by page. */
export function everyQuestion(
  { full, bare, payment, erasure, creditNote, draft, webhook }: Ids,
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
    '/v1/customers/C-1/timeline',
    `/v1/invoices/${full}/timeline`,
    '/v1/settings/limits',
    '/v1/settings/duties',
    '/v1/policies',
    '/v1/policies/standard',
    '/v1/templates/formal/it',
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
      ...facetsOf(list).map((facet) => `/${path}/groups?by=${facet}`),
      ...lackedIn(list).map((facet) => `/${path}?without=${facet}`),
      ...(list.of.axes === false ? [] : [`/${path}/facets?of=${facetsOf(list)[0]}&asOf=${today}`]),
    ]),
    ...['/v1/customers?sort=-balance&balanceCurrency=EUR', '/v1/customers/C-2', '/v1/customers/C-gone'],
    ...[
      '/v1/people',
      '/v1/people/anna',
      '/v1/people/mara',
      '/v1/digests',
      '/v1/reminders',
      '/v1/reminders?status=escalated',
    ],
    `/v1/payments/${payment}/proposals`,
    ...['', `?on=${today}`].map((on) => `/v1/invoices/${full}/reminders/explain${on}`),
    ...['/v1/search?q=ver', '/v1/me', '/v1/views', '/v1/views?path=/invoices&limit=1', '/v1/instants'],
    ...[
      '/v1/times',
      `/v1/times?from=${today}&known=stated`,
      '/v1/live?seconds=1',
      '/v1/explain?report=aging&currency=EUR&cell=/open',
      `/v1/explain?report=invoice&currency=EUR&cell=${full}/open`,
      `/v1/explain?report=payment&currency=EUR&cell=${payment}/received`,
      `/v1/explain?report=credit-note&currency=EUR&cell=${creditNote}/onAccount`,
      '/v1/explain?report=customer&currency=EUR&cell=C-1/balance',
      '/v1/compare?report=aging&by=customer',
      ...['reports/exceptions', 'reports/late-recorded', 'payments'].map(
        (list) => `/v1/${list}/compare?vsAsOf=2026-01-01`,
      ),
      '/v1/live/next?wait=0',
      '/v1/demonstration',
    ],
    ...[`/v1/streams/invoice-${full}/raw`, `/v1/streams/invoice-${full}/raw?from=1&limit=1`],
    ...['/v1/imports', '/v1/imports?limit=1', IMPORT],
    ...['rejects', 'warnings', 'proposals'].map((kind) => `${IMPORT}/${kind}`),
    ...['/v1/exports', '/v1/exports?limit=1', '/v1/reports/aging/series'],
    '/v1/reports/aging?by=customer&key=C-1&q=ver',
    ...['/v1/audit', '/v1/audit?limit=2', `/v1/invoices/${full}/history`, '/v1/audit/heads'],
    ...['/v1/audit/touched-streams', '/v1/audit/verification?limit=5', '/v1/audit/verification'],

    ...['/v1/webhooks', `/v1/webhooks/${webhook}`, '/v1/webhooks/deliveries?limit=1'],
    `/v1/erasures/${erasure}`,
    ...['', '?by=customer&sort=-open', '?by=owner&basis=issued&currency=EUR&limit=1', '?buckets=10,20'].map(
      (question) => `/v1/reports/aging${question}`,
    ),
  ];
}
