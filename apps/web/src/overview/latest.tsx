import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMay } from '../api/session';
import { Timeline } from '../parts/timeline';
import { Sheet } from '../shell/page';
import { useTime } from '../time/use-time';

/** The last facts, for those who may see who did what. Of the past it says nothing: what was recorded last is now. */
export function Latest() {
  const t = useTranslations('overview');
  const may = useMay('GET /v1/audit');
  const { state } = useTime();
  const enabled = may && state === 'present';
  const { data } = useAsk(
    '/v1/audit',
    { limit: 8, sort: '-position' },
    (signal) => client.GET('/v1/audit', { params: { query: { limit: 8, sort: '-position' } }, signal }),
    { enabled },
  );
  if (!enabled || !data) return null;
  return (
    <Sheet title={t('changed')}>
      <Timeline entries={data.body.items} label={t('changed')} />
    </Sheet>
  );
}
