import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from './button';
import type { Rows } from './grid/grid';
import styles from './peek.module.css';

interface Props<Row> {
  title: string;
  rows: Rows<Row>;
  /** Whether a row is the one that is shown. */
  is: (row: Row) => boolean;
  onRow: (row: Row | undefined) => void;
  /** Wide: for work that is done in it. */
  size?: 'wide';
  children: ReactNode;
}

/** A row beside its list, with the next and the one before as the list is filtered. Escape closes it. */
export function Peek<Row>({ title, rows, is, onRow, size, children }: Props<Row>) {
  const t = useTranslations('parts');
  const shell = useTranslations('shell');
  const at = Array.from({ length: rows.length }, (_nothing, index) => index).find((index) => {
    const row = rows.at(index);
    return row !== undefined && is(row);
  });
  const to = (step: number): (() => void) | undefined => {
    const row = at === undefined ? undefined : rows.at(at + step);
    return row && (() => onRow(row));
  };
  return (
    <aside
      className={`${styles.peek} ${size ? styles.wide : ''}`}
      aria-label={title}
      onKeyDown={({ key }) => key === 'Escape' && onRow(undefined)}
    >
      <div className={styles.head}>
        <h2>{title}</h2>
        <Button look="quiet" aria-label={t('previousRow')} onPress={to(-1)} isDisabled={!to(-1)}>
          ▲&#xFE0E;
        </Button>
        <Button look="quiet" aria-label={t('nextRow')} onPress={to(1)} isDisabled={!to(1)}>
          ▼&#xFE0E;
        </Button>
        <Button look="quiet" aria-label={shell('close')} onPress={() => onRow(undefined)}>
          ✕
        </Button>
      </div>
      {children}
    </aside>
  );
}
