import { useLocation } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMay } from '../api/session';
import { Go } from '../parts/go';
import { useInstant } from './instant';

/** Facts that are counted; of more it is said that there are more. */
const MOST = 100;

/** What was recorded after the instant that the page shows, about what it shows: of lists and reports all facts. */
export function Since() {
  const mayList = useMay('GET /v1/audit');
  const position = useInstant()?.knownPosition;
  const { pathname } = useLocation();
  const [, kind, id] = /^\/(invoices|customers|payments)\/([^/]+)$/.exec(pathname) ?? [];
  if (!mayList || position === undefined) return null;
  const about = {
    ...(kind === 'invoices' && { invoice: decodeURIComponent(id!) }),
    ...(kind === 'payments' && id !== 'apply' && { payment: decodeURIComponent(id!) }),
    ...(kind === 'customers' && { customer: decodeURIComponent(id!) }),
  };
  return <Counted query={{ ...about, position: `${BigInt(position) + 1n}..` }} />;
}

function Counted({
  query,
}: {
  query: { invoice?: string; payment?: string; customer?: string; position: string };
}) {
  const t = useTranslations('time');
  const asked = { ...query, limit: MOST };
  const { data } = useAsk('/v1/audit', asked, (signal) =>
    client.GET('/v1/audit', { params: { query: asked }, signal }),
  );
  if (!data) return null;
  const { items, next } = data.body;
  if (items.length === 0) return <span>{t('sinceNone')}</span>;
  // The audit list would end at the instant: what came since is behind it.
  const search = { ...query, knownAt: undefined, known: undefined, asOf: undefined };
  return (
    <span>
      {next === null ? t('since', { count: items.length }) : t('sinceMany', { most: String(MOST) })}{' '}
      <Go to="/audit" search={search}>
        {t('sinceShow')}
      </Go>
    </span>
  );
}
