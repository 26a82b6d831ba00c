import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../parts/button';
import { Bounds } from '../parts/trouble';
import styles from './page.module.css';

interface Props {
  title: string;
  /** Beside the title: what stands in the line of its h1. */
  more?: ReactNode;
  /** Commands, at the right. */
  actions?: ReactNode;
  children: ReactNode;
  /** Fills the height of the window: for lists that scroll inside. */
  full?: boolean;
}

/** What every page begins with. A change of the page moves the focus to its title. */
export function Page({ title, more, actions, children, full }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Quittance`;
  }, [title]);
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement?.closest('nav')) {
      heading.current?.focus({ preventScroll: true });
    }
  }, []);
  return (
    <div className={`${styles.page} ${full ? styles.full : ''}`}>
      <header className={styles.head}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {more}
        {actions && (
          <div className={styles.actions} data-screen-only>
            {actions}
          </div>
        )}
      </header>
      <Bounds>{children}</Bounds>
    </div>
  );
}

/** Of a page that stands whole on the screen: lists ask for their rows first (`ListPage`). */
export function PrintButton() {
  const t = useTranslations('parts');
  return <Button onPress={() => window.print()}>{t('print')}</Button>;
}

/** One part of a page on white paper. Parts stand beside or under each other, never in each other. */
export function Sheet({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <section className={styles.sheet} aria-label={title}>
      {title && <h2 className={styles.sheetTitle}>{title}</h2>}
      {children}
    </section>
  );
}
