import { useTranslations } from 'use-intl';
import { Go } from '../parts/go';
import { Page, Sheet } from '../shell/page';
import styles from './reporting.module.css';
import { useReports } from './reports.nav';

/** What can be asked, and what it answers. */
export function Reports() {
  const t = useTranslations('reporting');
  return (
    <Page title={t('title')}>
      <Sheet>
        <dl className={styles.index}>
          {useReports().map(({ key, to, search }) => (
            <div key={key}>
              <dt>
                <Go to={to} search={search}>
                  {t(`${key}.title`)}
                </Go>
              </dt>
              <dd>{t(`${key}.about`)}</dd>
            </div>
          ))}
        </dl>
      </Sheet>
    </Page>
  );
}
