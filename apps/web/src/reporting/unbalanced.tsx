import { useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useMay } from '../api/session';
import { Banner } from '../parts/banner';
import { useTime } from '../time/use-time';

/** Said above every report while a control does not balance, on the screen and on paper: nobody can close it. */
export function Unbalanced() {
  const shell = useTranslations('shell');
  const { time } = useTime();
  const { data } = useAsk(
    '/v1/reports/aging',
    { ...time },
    (signal) => client.GET('/v1/reports/aging', { params: { query: time }, signal }),
    { enabled: useMay('GET /v1/reports/aging') },
  );
  if (data?.body.currencies.every(({ balanced }) => balanced) ?? true) return null;
  return <Banner kind="wrong">{shell('unbalanced')}</Banner>;
}
