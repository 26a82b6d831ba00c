import { useTranslations } from 'use-intl';
import type { Head } from '../api/client';
import { Banner } from '../parts/banner';

/** What an answer says of how far it can be trusted. Also on paper. */
export function Standing({ head: { stale, parked } }: { head: Head }) {
  const t = useTranslations('shell');
  if (!stale && parked === 0) return null;
  return <Banner kind="warning">{parked > 0 ? t('parked', { count: parked }) : t('stale')}</Banner>;
}
