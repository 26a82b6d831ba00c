import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { between, type Choosing, useRange } from './choosing';
import { Head } from './head';
import { type Cursor, cursorKey } from './keys';
import type { Column, Rows } from './rows';
import { useIsNarrow } from './use-narrow';
import styles from './grid.module.css';

export type { Column, Rows };

interface Props<Row> {
  label: string;
  rows: Rows<Row>;
  /** All rows that match, where the server has counted them. */
  count?: number;
  columns: Column<Row>[];
  /** As the API takes it: `-open,number`. */
  sort?: string;
  onSort: (sort: string | undefined) => void;
  idOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  onPeek?: (row: Row) => void;
  /** The row whose panel is open. */
  peeked?: string;
  /** Another panel stands beside the list. */
  isTight?: boolean;
  /** Rows can be chosen: by their box, Space, or Shift and the end of a range. */
  choosing?: Choosing<Row>;
}

/** Pixels. CSS and the virtual rows read the same number. */
const HEIGHTS = { wide: 32, narrow: 52 };
const BOX = { width: 44, grows: false };

/**
 * Rows of a list on the server. The box is one tab stop; its cursor is told by `aria-activedescendant`, so that rows may come
 * and go under it without taking the focus away.
 */
export function Grid<Row>(props: Props<Row>) {
  const {
    label,
    rows,
    count,
    columns,
    sort,
    onSort,
    idOf,
    onOpen,
    onPeek,
    peeked,
    isTight = peeked !== undefined,
  } = props;
  const t = useTranslations('parts');
  const box = useRef<HTMLDivElement>(null);
  const name = useId();
  const isNarrow = useIsNarrow();
  const height = isNarrow ? HEIGHTS.narrow : HEIGHTS.wide;
  const shown = isNarrow
    ? [...columns].sort((a, b) => (a.narrow ?? 3) - (b.narrow ?? 3)).filter(({ narrow }) => narrow)
    : columns.filter(({ spare }) => !spare || !isTight);
  const [cursor, setCursor] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: HEIGHTS.wide,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const items = virtual.getVirtualItems();
  const [from, to] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  const { see } = rows;
  useEffect(() => see(from, to), [see, from, to]);
  const choosing = isNarrow ? undefined : props.choosing;
  const across = choosing ? [BOX, ...shown] : shown;
  const template = across
    .map(({ width, grows }) => (grows ? `minmax(${width}px, 1fr)` : `${width}px`))
    .join(' ');
  // Of all rows the same: what is wider than its column may not move those after it.
  const least = across.reduce((sum, { width }) => sum + width, 0);
  const choose = useRange(rows, idOf, choosing);
  const rowsBetween = (one: number, other: number): Row[] => between(rows, one, other);
  const act = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (choosing && (event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      choosing.choose(rowsBetween(0, rows.length - 1), true);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const page = Math.max(1, Math.floor((box.current?.clientHeight ?? height) / height) - 2);
    const done: Cursor | undefined = cursorKey(event.key, { at: cursor, last: rows.length - 1, page });
    if (!done) return;
    event.preventDefault();
    if ('to' in done) {
      if (choosing && event.shiftKey && event.key.startsWith('Arrow'))
        choosing.choose(rowsBetween(cursor, done.to), true);
      setCursor(done.to);
      virtual.scrollToIndex(done.to);
      return;
    }
    const row = rows.at(cursor);
    if (done.act === 'choose') return choose(cursor, event.shiftKey);
    if (row) (done.act === 'peek' && onPeek ? onPeek : onOpen)(row);
  };
  return (
    <div
      ref={box}
      className={styles.box}
      role="grid"
      aria-label={label}
      aria-rowcount={count === undefined ? (rows.more ? -1 : rows.length + 1) : count + 1}
      aria-colcount={shown.length + (choosing ? 1 : 0)}
      aria-multiselectable={choosing ? true : undefined}
      aria-activedescendant={rows.length > 0 ? `${name}-${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={act}
      data-narrow={isNarrow || undefined}
      style={
        { '--columns': template, '--least': `${least}px`, '--row': `${height}px` } as React.CSSProperties
      }
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          {choosing && <div role="columnheader" className={styles.cell} aria-label={t('choose')} />}
          {shown.map((column) => (
            <Head key={column.id} column={column} sort={sort} onSort={onSort} />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows.at(item.index);
          return (
            <div
              key={item.key}
              id={`${name}-${item.index}`}
              role="row"
              aria-rowindex={item.index + 2}
              aria-selected={
                choosing ? row !== undefined && choosing.chosen.has(idOf(row)) : item.index === cursor
              }
              className={styles.row}
              data-cursor={item.index === cursor || undefined}
              data-peeked={(row && idOf(row) === peeked) || undefined}
              style={{ transform: `translateY(${item.start - HEIGHTS.wide}px)` }}
              onClick={(event) => {
                setCursor(item.index);
                const { target } = event;
                if (row && onPeek && !(target instanceof Element && target.closest('a,button,label')))
                  onPeek(row);
              }}
            >
              {choosing && (
                <div role="gridcell" className={styles.cell}>
                  {row && (
                    <label className={styles.choose}>
                      <input
                        type="checkbox"
                        tabIndex={-1}
                        aria-label={choosing.label(row)}
                        checked={choosing.chosen.has(idOf(row))}
                        onChange={({ nativeEvent }) =>
                          choose(item.index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                        }
                      />
                    </label>
                  )}
                </div>
              )}
              {shown.map((column) => (
                <div
                  key={column.id}
                  role="gridcell"
                  className={styles.cell}
                  data-align={column.align}
                  data-line={isNarrow ? column.narrow : undefined}
                >
                  {row ? (
                    ((isNarrow && column.narrowCell) || column.cell)(row)
                  ) : (
                    <span className={styles.coming}>{t('rows', { count: 0 })}</span>
                  )}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
