import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../button';
import tables from '../table.module.css';
import type { GridProps } from './grid.props';
import styles from './paged.module.css';
import { sortAfter, sortOf } from './sorting';

/** Rows of a page. */
const PAGE = 100;
const SPOKEN = { up: 'ascending', down: 'descending' } as const;

/** A list as an ordinary table of a hundred rows, with a button to the next hundred. */
export default function PagedTable<Row>(props: GridProps<Row>) {
  const { label, rows, count, columns, sort, onSort, idOf, onOpen, onPeek, peeked, choosing } = props;
  const t = useTranslations('parts');
  const [wanted, setPage] = useState(0);
  // Another question may have fewer.
  const page = Math.min(wanted, Math.max(0, Math.ceil(rows.length / PAGE) - 1));
  const [from, end] = [page * PAGE, Math.min(rows.length, (page + 1) * PAGE)];
  const { see } = rows;
  useEffect(() => see(from, Math.max(from, end - 1)), [see, from, end]);
  const shown = Array.from({ length: Math.max(0, end - from) }, (_nothing, at) => rows.at(from + at));
  const isLast = !rows.more && end >= rows.length;
  return (
    <div className={styles.paged}>
      <div className={tables.scroll} role="region" aria-label={label} tabIndex={0}>
        <table
          className={tables.table}
          aria-label={label}
          aria-rowcount={count === undefined ? -1 : count + 1}
        >
          <thead>
            <tr>
              {choosing && (
                <th scope="col">
                  <span className="unseen">{t('choose')}</span>
                </th>
              )}
              {columns.map((column) => {
                const way = sortOf(sort, column.id);
                return (
                  <th
                    key={column.id}
                    scope="col"
                    aria-sort={way && SPOKEN[way]}
                    data-figure={column.align === 'end' || undefined}
                  >
                    {column.sorts ? (
                      <button
                        type="button"
                        className={styles.sort}
                        title={t('sortBy', { column: column.title })}
                        onClick={({ shiftKey }) => onSort(sortAfter(sort, column.id, shiftKey))}
                      >
                        {column.title} <span aria-hidden="true">{way && (way === 'up' ? '▲' : '▼')}</span>
                      </button>
                    ) : (
                      column.title
                    )}
                  </th>
                );
              })}
              <th scope="col">
                <span className="unseen">{t('rowActs')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(
              (row, at) =>
                row !== undefined && (
                  <tr
                    key={idOf(row)}
                    aria-rowindex={from + at + 2}
                    data-current={idOf(row) === peeked || undefined}
                  >
                    {choosing && (
                      <td>
                        <input
                          type="checkbox"
                          aria-label={choosing.label(row)}
                          checked={choosing.chosen.has(idOf(row))}
                          onChange={({ target }) => choosing.choose([row], target.checked)}
                        />
                      </td>
                    )}
                    {columns.map(({ id, cell, align, grows }) => (
                      <td
                        key={id}
                        data-figure={align === 'end' || undefined}
                        data-short={grows ? undefined : ''}
                      >
                        {cell(row)}
                      </td>
                    ))}
                    <td data-short="">
                      <Button look="quiet" onPress={() => (onPeek ?? onOpen)(row)}>
                        {t(onPeek ? 'lookAt' : 'openRow')}
                      </Button>
                    </td>
                  </tr>
                ),
            )}
          </tbody>
        </table>
      </div>
      <nav aria-label={t('pages')} className={styles.pages} data-screen-only>
        <Button cannot={page === 0 ? t('firstPage') : undefined} onPress={() => setPage(page - 1)}>
          {t('pageBefore')}
        </Button>
        <span role="status">{t('pageOf', { from: from + 1, to: end })}</span>
        <Button cannot={isLast ? t('lastPage') : undefined} onPress={() => setPage(page + 1)}>
          {t('pageAfter')}
        </Button>
      </nav>
    </div>
  );
}
