import { type ReactNode, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Column } from './rows';
import styles from './grid.module.css';
import type { pinnedAt } from './pinned';
import { sortAfter, sortOf } from './sorting';

/** What opens at the head of a column. @param at the button that it stands at */
export type HeadMenu<Row> = (column: Column<Row>, at: HTMLButtonElement, close: () => void) => ReactNode;

interface Props<Row> {
  column: Column<Row>;
  sort?: string;
  onSort: (sort: string | undefined) => void;
  onWidth?: (id: string, width: number | undefined) => void;
  menu?: HeadMenu<Row>;
  pinned: ReturnType<typeof pinnedAt>;
}

/**
 * The head of a column; of one that the API sorts by, the button that does. Its menu opens by a button that shows when it is
 * pointed at, by the other mouse button, and by the keys of a context menu: a head is one tab stop, not two.
 */
export function Head<Row>({ column, sort, onSort, onWidth, menu, pinned }: Props<Row>) {
  const t = useTranslations('parts');
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [isOpen, setOpen] = useState(false);
  const now = sortOf(sort, column.id);
  const spoken = { up: 'ascending', down: 'descending' } as const;
  const open = (event: React.SyntheticEvent): void => {
    event.preventDefault();
    setOpen(true);
  };
  const keys = 'Shift+F10 Alt+ArrowDown';
  return (
    <div
      role="columnheader"
      aria-sort={now && spoken[now]}
      className={styles.cell}
      data-align={column.align}
      onContextMenu={menu && open}
      onKeyDown={menu && ((event) => event.altKey && event.key === 'ArrowDown' && open(event))}
      {...pinned}
    >
      {column.sorts ? (
        <button
          type="button"
          className={styles.sort}
          title={t('sortBy', { column: column.title })}
          aria-keyshortcuts={menu && keys}
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
      {menu && (
        <button
          ref={setButton}
          type="button"
          className={styles.menu}
          // Without a button that sorts it is the tab stop of the head.
          tabIndex={column.sorts ? -1 : 0}
          title={t('columnMenu', { column: column.title })}
          aria-haspopup="menu"
          aria-expanded={isOpen}
          onClick={open}
        />
      )}
      {isOpen && button && <Suspense>{menu?.(column, button, () => setOpen(false))}</Suspense>}
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
