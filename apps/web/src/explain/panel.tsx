import { lazy, Suspense } from 'react';
import { useTranslations } from 'use-intl';
import { Waiting } from '../parts/empty';
import { readExplain } from '../parts/explanation';
import { Bounds } from '../parts/trouble';
import { useAddress } from '../time/use-time';
import styles from './explain.module.css';

const Explained = lazy(async () => ({ default: (await import('./explained')).Explained }));

/** Beside any page: what the figure that the address names is made of. */
export function ExplainPanel() {
  const t = useTranslations();
  const { search } = useAddress();
  const cell = readExplain(search._explain ?? '');
  if (!cell) return null;
  return (
    <aside className={styles.panel} aria-label={t('parts.explain')} data-screen-only>
      <Bounds>
        <Suspense fallback={<Waiting label={t('shell.loading')} />}>
          <Explained cell={cell} />
        </Suspense>
      </Bounds>
    </aside>
  );
}
