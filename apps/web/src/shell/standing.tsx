import { useLocale, useTranslations } from 'use-intl';
import type { Head } from '../api/client';
import { useMay, useMe } from '../api/session';
import { useBehindSince } from '../api/standing';
import { Banner } from '../parts/banner';
import { Go } from '../parts/go';
import { instantText } from '../words/formats';

/** What an answer says of how far it can be trusted, and what became so since it came. Also on paper. */
export function Standing({ head: { stale, parked } }: { head: Head }) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const { timeZone } = useMe().entity;
  const since = useBehindSince();
  const mayLook = useMay('GET /v1/parked');
  return (
    <>
      {((stale && parked === 0) || since !== undefined) && (
        <Banner kind="warning">
          {since === undefined
            ? t('stale')
            : t('staleSince', { instant: instantText(new Date(since).toISOString(), locale, timeZone) })}
        </Banner>
      )}
      {parked > 0 && (
        <Banner kind="warning">
          {t('parked', { count: parked })} {mayLook && <Go to="/admin/parked">{t('parkedShow')}</Go>}
        </Banner>
      )}
    </>
  );
}
