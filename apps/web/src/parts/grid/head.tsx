import { useTranslations } from 'use-intl';
import type { Column } from './rows';
import styles from './grid.module.css';
import type { pinnedAt } from './pinned';
import { sortAfter, sortOf } from './sorting';

/** The head of a column; of one that the API sorts by, the button that does. */
export function Head<Row>(props: {
  column: Column<Row>;
  sort?: string;
  onSort: (sort: string | undefined) => void;
  onWidth?: (id: string, width: number | undefined) => void;
  pinned: ReturnType<typeof pinnedAt>;
}) {
  const { column, sort, onSort, onWidth, pinned } = props;
  const t = useTranslations('parts');
  const now = sortOf(sort, column.id);
  const spoken = { up: 'ascending', down: 'descending' } as const;
  return (
    <div
      role="columnheader"
      aria-sort={now && spoken[now]}
      className={styles.cell}
      data-align={column.align}
      {...pinned}
    >
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
      {onWidth && <Edge onWidth={(width) => onWidth(column.id, width)} />}
    </div>
  );
}

/** Pulled, it makes the column wider or narrower; pressed twice, as it comes. Without a mouse the menu of columns does the same. */
function Edge({ onWidth }: { onWidth: (width: number | undefined) => void }) {
  return (
    <span
      aria-hidden="true"
      className={styles.edge}
      onPointerDown={({ currentTarget, pointerId }) => currentTarget.setPointerCapture(pointerId)}
      onPointerMove={({ currentTarget, clientX, pointerId }) => {
        if (!currentTarget.hasPointerCapture(pointerId)) return;
        onWidth(clientX - currentTarget.parentElement!.getBoundingClientRect().left);
      }}
      onDoubleClick={() => onWidth(undefined)}
    />
  );
}
