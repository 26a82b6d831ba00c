import { useTranslations } from 'use-intl';
import type { Column } from './rows';
import styles from './grid.module.css';
import { sortAfter, sortOf } from './sorting';

/** The head of a column; of one that the API sorts by, the button that does. */
export function Head<Row>(props: {
  column: Column<Row>;
  sort?: string;
  onSort: (sort: string | undefined) => void;
}) {
  const { column, sort, onSort } = props;
  const t = useTranslations('parts');
  const now = sortOf(sort, column.id);
  const spoken = { up: 'ascending', down: 'descending' } as const;
  return (
    <div role="columnheader" aria-sort={now && spoken[now]} className={styles.cell} data-align={column.align}>
      {column.sorts ? (
        <button
          type="button"
          className={styles.sort}
          title={t('sortBy', { column: column.title })}
          onClick={(event) => onSort(sortAfter(sort, column.id, event.shiftKey))}
        >
          {column.title}
          <span aria-hidden="true" className={styles.arrow}>
            {now === 'up' ? '▲' : now === 'down' ? '▼' : ''}
          </span>
        </button>
      ) : (
        column.title
      )}
    </div>
  );
}
