import { memo } from 'react';
import { useTranslations } from 'use-intl';
import { type Edges, pinnedAt } from './pinned';
import type { Column } from './rows';
import styles from './grid.module.css';

interface Props<Row> {
  id: string;
  index: number;
  /** Pixels from the top of the rows. */
  top: number;
  /** Undefined while it is on its way. */
  row: Row | undefined;
  columns: Column<Row>[];
  /** Where those that stay in sight stand. */
  edges: Edges;
  isNarrow: boolean;
  isCursor: boolean;
  isPeeked: boolean;
  /** Whether it is chosen; undefined where rows cannot be. */
  isChosen?: boolean;
  /** What a reader hears beside its box. */
  boxLabel?: string;
  onGo: (index: number, peeks: boolean) => void;
  onChoose: (index: number, isRange: boolean) => void;
}

/** A row is drawn anew only when something of it is another: scrolling moves many and changes few. */
export const GridRow = memo(function GridRow<Row>(props: Props<Row>) {
  const { id, index, top, row, columns, edges, isNarrow, isCursor, isPeeked, isChosen, boxLabel } = props;
  const t = useTranslations('parts');
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isChosen ?? isCursor}
      className={styles.row}
      data-cursor={isCursor || undefined}
      data-peeked={isPeeked || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onClick={({ target }) =>
        props.onGo(index, !(target instanceof Element && target.closest('a,button,label')))
      }
    >
      {isChosen !== undefined && (
        <div role="gridcell" className={styles.cell} {...pinnedAt(edges, '')}>
          {row && (
            <label className={styles.choose}>
              <input
                type="checkbox"
                tabIndex={-1}
                aria-label={boxLabel}
                checked={isChosen}
                onChange={({ nativeEvent }) =>
                  props.onChoose(index, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
                }
              />
            </label>
          )}
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="gridcell"
          className={styles.cell}
          data-align={column.align}
          data-line={isNarrow ? column.narrow : undefined}
          {...pinnedAt(edges, column.id)}
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
}) as <Row>(props: Props<Row>) => React.ReactNode;
