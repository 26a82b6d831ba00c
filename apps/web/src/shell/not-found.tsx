import { useTranslations } from 'use-intl';
import { Empty } from '../parts/empty';
import { Go } from '../parts/go';
import { Page } from './page';

export function NotFound() {
  const t = useTranslations('shell');
  return (
    <Page title={t('notFound')}>
      <Empty title={t('notFoundHint')}>
        <Go to="/">{t('toOverview')}</Go>
      </Empty>
    </Page>
  );
}
