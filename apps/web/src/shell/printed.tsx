import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { useList } from '../api/list';
import type { Column } from '../parts/grid/grid';
import { Table } from '../parts/table';

/** Rows on paper at most: some fifty sheets. The rest is for CSV. */
const MOST_ROWS = 2_000;

/** A list keeps few rows at a time; for paper all of them are asked for, and stand in a table that only paper shows. */
export function usePrinted<Row>({ upTo, rows: { more } }: ReturnType<typeof useList<Row>>) {
  const [rows, setRows] = useState<Row[]>();
  useEffect(() => {
    if (!rows) return;
    const done = (): void => setRows(undefined);
    window.addEventListener('afterprint', done, { once: true });
    window.print();
    return () => window.removeEventListener('afterprint', done);
  }, [rows]);
  const print = (): void => void upTo(MOST_ROWS).then(setRows);
  return { rows, isCut: more && rows?.length === MOST_ROWS, print };
}

interface Props<Row> {
  title: string;
  columns: Column<Row>[];
  rows?: Row[];
  isCut: boolean;
}

export function PrintedRows<Row>({ title, columns, rows = [], isCut }: Props<Row>) {
  const t = useTranslations('parts');
  const texts = columns.filter(({ align }) => align !== 'end');
  const figures = columns.filter(({ align }) => align === 'end');
  return (
    <div data-paper-only>
      <Table label={title} heads={texts.map(titleOf)} figures={figures.map(titleOf)}>
        {rows.map((row, at) => (
          <tr key={at}>
            {texts.map(({ id, cell, grows }) => (
              <td key={id} data-short={grows ? undefined : ''}>
                {cell(row)}
              </td>
            ))}
            {figures.map(({ id, cell }) => (
              <td key={id} data-figure>
                {cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </Table>
      {isCut && <p>{t('printCut', { count: MOST_ROWS })}</p>}
    </div>
  );
}

const titleOf = ({ title }: { title: string }): string => title;
