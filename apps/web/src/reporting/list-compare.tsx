import { useTranslations } from 'use-intl';
import type { Answer } from '../api/client';
import { Button } from '../parts/button';
import { Empty, Waiting } from '../parts/empty';
import type { Column } from '../parts/grid/grid';
import { Table } from '../parts/table';
import { Trouble } from '../parts/trouble';
import { Page, PrintButton, Sheet } from '../shell/page';
import { Standing } from '../shell/standing';
import { useAnswerOf } from '../time/instant';
import { stringifySearch } from '../time/search';
import { useAddress } from '../time/use-time';
import { Places } from './compare-places';
import { CompareWith } from './compare-with';
import { type At, placesOf } from './compare.question';
import styles from './reporting.module.css';
import { ReportsNav } from './reports.nav';

interface Difference<Row> {
  id: string;
  a: Row | null;
  b: Row | null;
  fields: string[];
}

interface Props<Row> {
  title: string;
  of: 'exceptions' | 'unapplied' | 'late';
  asked: {
    data?: Answer<{
      asOf?: string;
      knownAt?: string;
      versus: string;
      rows: Difference<Row>[];
      more: boolean;
    }>;
    error: Error | null;
    refetch: () => unknown;
  };
  /** Of a row as it stands at one of the two. */
  columns: (at: At) => Column<Row>[];
}

/** A list at two places: each row that differs as it is at A and as it is at B. */
export function ListCompare<Row>({ title, of, asked: { data, error, refetch }, columns }: Props<Row>) {
  const t = useTranslations('reporting.compare');
  const shell = useTranslations('shell');
  const { change } = useAddress();
  const { asOf = '', knownAt = '', versus = '', rows, more } = data?.body ?? {};
  const places = data && placesOf({ asOf, knownAt, versus });
  useAnswerOf(
    data &&
      places && {
        ...{ asOf, knownAt, hash: data.head.hash },
        also: stringifySearch({ _vsAsOf: places.b.asOf, _vsKnownAt: places.b.knownAt }).slice(1),
      },
  );
  const end = { _vsAsOf: undefined, _vsKnownAt: undefined, _explain: undefined };
  return (
    <Page
      title={t('of', { list: title })}
      actions={
        <>
          <CompareWith />
          <Button onPress={() => change(end)}>{t('end')}</Button>
          <PrintButton />
        </>
      }
    >
      <ReportsNav of={of} />
      {error && <Trouble error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting label={shell('loading')} />}
      {data && places && rows && (
        <>
          <Standing head={data.head} />
          <Places {...places} />
          {rows.length === 0 ? (
            <Empty title={t('same')}>{t('sameRows')}</Empty>
          ) : (
            <Rows title={t('rows')} rows={rows} a={columns(places.a)} b={columns(places.b)} />
          )}
          {more && <p>{t('more')}</p>}
        </>
      )}
    </Page>
  );
}

interface RowsProps<Row> {
  title: string;
  rows: Difference<Row>[];
  a: Column<Row>[];
  b: Column<Row>[];
}

function Rows<Row>({ title, rows, a, b }: RowsProps<Row>) {
  const t = useTranslations('reporting.compare');
  const inOrder = (columns: Column<Row>[]) => [
    ...columns.filter(({ align }) => align !== 'end'),
    ...columns.filter(({ align }) => align === 'end'),
  ];
  const [mine, its] = [inOrder(a), inOrder(b)];
  const titles = (isFigure: boolean) =>
    mine.filter(({ align }) => (align === 'end') === isFigure).map((column) => column.title);
  return (
    <Sheet title={title}>
      <div className={styles.both}>
        <Table label={title} heads={[t('which'), ...titles(false)]} figures={titles(true)}>
          {rows.flatMap((row) => [
            <Line key={`${row.id} a`} name="A" row={row.a} columns={mine} fields={row.fields} />,
            <Line key={`${row.id} b`} name="B" row={row.b} columns={its} fields={row.fields} isLast />,
          ])}
        </Table>
      </div>
    </Sheet>
  );
}

interface LineProps<Row> {
  name: string;
  row: Row | null;
  columns: Column<Row>[];
  fields: string[];
  isLast?: boolean;
}

function Line<Row>({ name, row, columns, fields, isLast }: LineProps<Row>) {
  const t = useTranslations('reporting.compare');
  return (
    <tr data-second={isLast || undefined}>
      <th scope="row" data-short>
        {name}
      </th>
      {row === null ? (
        <td colSpan={columns.length}>{t('notThere')}</td>
      ) : (
        columns.map(({ id, align, cell }) => (
          <td
            key={id}
            data-figure={align === 'end' || undefined}
            data-differs={fields.includes(id) || undefined}
          >
            {cell(row)}
          </td>
        ))
      )}
    </tr>
  );
}
