import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { DENSITIES, useDensity } from '../density';
import { between, useRange } from './choosing';
import type { GridProps } from './grid.props';
import { Head } from './head';
import { BOX, edgesOf, pinnedAt } from './pinned';
import { type Cursor, cursorKey } from './keys';
import { GridRow } from './row';
import { useIsNarrow } from './use-narrow';
import styles from './grid.module.css';

/** Pixels: a row of two lines, and the head. */
const NARROW = 52;
const HEAD = 32;

/**
 * Rows of a list on the server. The box is one tab stop; its cursor is told by `aria-activedescendant`, so that rows may come
 * and go under it without taking the focus away.
 */
export function ScrolledGrid<Row>(props: GridProps<Row>) {
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
    onWidth,
    isTight = peeked !== undefined,
  } = props;
  const t = useTranslations('parts');
  const box = useRef<HTMLDivElement>(null);
  const name = useId();
  const isNarrow = useIsNarrow();
  const [density] = useDensity();
  const height = isNarrow ? NARROW : DENSITIES[density];
  const shown = useMemo(
    () =>
      isNarrow
        ? [...columns].sort((a, b) => (a.narrow ?? 3) - (b.narrow ?? 3)).filter(({ narrow }) => narrow)
        : columns.filter(({ spare }) => !spare || !isTight),
    [columns, isNarrow, isTight],
  );
  const [cursor, setCursor] = useState(0);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    scrollMargin: HEAD,
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
  const edges = useMemo(() => edgesOf(shown, choosing !== undefined), [shown, choosing]);
  const choose = useRange(rows, idOf, choosing);
  // The same two for every row and every time, so that a row knows nothing of the others.
  const acts = useRef({ choose, onPeek, rows });
  useEffect(() => void (acts.current = { choose, onPeek, rows }));
  const onChoose = useCallback((index: number, isRange: boolean) => acts.current.choose(index, isRange), []);
  const onGo = useCallback((index: number, peeks: boolean) => {
    setCursor(index);
    const row = acts.current.rows.at(index);
    if (row && peeks) acts.current.onPeek?.(row);
  }, []);
  const rowsBetween = (one: number, other: number): Row[] => between(rows, one, other);
  const act = (event: React.KeyboardEvent): void => {
    if (event.target !== event.currentTarget) return;
    if (choosing && (event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault();
      const loaded = rowsBetween(0, rows.length - 1);
      // Once for what has come, again for all that match.
      if (loaded.every((row) => choosing.chosen.has(idOf(row)))) void choosing.chooseAll?.();
      else choosing.choose(loaded, true);
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
      // One that is scrolled out of sight is not there to be pointed at.
      aria-activedescendant={items.some(({ index }) => index === cursor) ? `${name}-${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={act}
      data-narrow={isNarrow || undefined}
      style={
        { '--columns': template, '--least': `${least}px`, '--row': `${height}px` } as React.CSSProperties
      }
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.row}>
          {choosing && (
            <div
              role="columnheader"
              className={styles.cell}
              aria-label={t('choose')}
              {...pinnedAt(edges, '')}
            />
          )}
          {shown.map((column) => (
            <Head
              key={column.id}
              column={column}
              pinned={pinnedAt(edges, column.id)}
              sort={sort}
              onSort={onSort}
              onWidth={onWidth}
              menu={props.headMenu}
            />
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows.at(index);
          return (
            <GridRow
              key={key}
              id={`${name}-${index}`}
              index={index}
              top={start - HEAD}
              row={row}
              columns={shown}
              edges={edges}
              isNarrow={isNarrow}
              isCursor={index === cursor}
              isPeeked={row !== undefined && idOf(row) === peeked}
              isChosen={choosing && row !== undefined && choosing.chosen.has(idOf(row))}
              boxLabel={choosing && row && choosing.label(row)}
              onGo={onGo}
              onChoose={onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}
