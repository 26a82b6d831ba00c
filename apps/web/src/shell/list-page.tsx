import { Fragment, lazy, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { useList } from '../api/list';
import { Problem } from '../api/problem';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { fitting, shownColumns, useLayout } from '../parts/column-layout';
import type { Props as MenuProps } from '../parts/column-menu';
import { Columns } from '../parts/columns';
import { Csv } from '../parts/csv';
import { Waiting } from '../parts/empty';
import type { Counting } from '../parts/facet-values';
import type { FilterChoice } from '../parts/filter-choice';
import { Filters } from '../parts/filters';
import type { Choosing } from '../parts/grid/choosing';
import { type Column, Grid } from '../parts/grid/grid';
import { GroupBy, type Grouping } from '../parts/grouping';
import { Trouble } from '../parts/trouble';
import { useAnswerOf } from '../time/instant';
import { filtersOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { BackTo } from './back-to';
import styles from './list-page.module.css';
import { NothingFound } from './nothing-found';
import { Page } from './page';
import { PrintedRows, usePrinted } from './printed';
import { Standing } from './standing';
import { Views } from './views';

// `lazy` forgets what the rows are.
const ColumnMenu = lazy(() => import('../parts/column-menu')) as <Row>(props: MenuProps<Row>) => ReactNode;

interface Props<Row> {
  title: string;
  /** The list as `useList` has it. */
  list: ReturnType<typeof useList<Row>>;
  columns: Column<Row>[];
  choices: FilterChoice[];
  idOf: (row: Row) => string;
  onOpen: (row: Row) => void;
  /** The order, where `sort` of the address is that of something else. */
  sort?: string;
  onSort?: (sort: string | undefined) => void;
  /** How many rows have which value. */
  counting?: Counting;
  groupings?: readonly Grouping[];
  /** How many match in all, where the server said so. */
  count?: number;
  /** How many, and what they come to. Without it the page says how many rows have come. */
  sums?: ReactNode;
  actions?: ReactNode;
  /** Above the filters: what the list is part of, and what it comes to. */
  above?: ReactNode;
  /** Parameters that something else than a chip shows. */
  apart?: string[];
  /** Where the same question is answered as CSV. */
  csv?: { path: string; query: Record<string, unknown> };
  /** What else of the address "Fix this instant" writes. */
  also?: string;
  choosing?: Choosing<Row>;
  /** What can be done with the rows that are chosen. */
  bulk?: ReactNode;
  /** The panel of the row that the address names, beside the list. */
  panel?: (id: string) => ReactNode;
}

/** A page that is one list of the server: filters, rows, a panel beside them. */
export function ListPage<Row>(props: Props<Row>) {
  const { title, list, columns: every, choices, idOf, onOpen, onSort, count, sums, actions, panel } = props;
  const { above, apart, csv, also } = props;
  const parts = useTranslations('parts');
  const { search, change } = useAddress();
  const { rows, first, error, isPending } = list;
  useAnswerOf(first && { ...first.body, hash: first.head.hash, also });
  const refused = error instanceof Problem && error.status === 422 ? error.byField() : {};
  const filters = filtersOf(search);
  // What no chip shows is said in full.
  const isShown = Object.keys(refused).some((field) => filters[field.slice(1)] !== undefined);
  const peeked = search._peek;
  const { layout, change: lay } = useLayout();
  const columns = shownColumns(every, search._cols, layout);
  const widen = (id: string, width: number | undefined): void =>
    lay({ widths: { ...layout.widths, [id]: width === undefined ? undefined : fitting(width) } });
  const knownAt = first?.body.knownAt;
  const printed = usePrinted(list);
  const sort = 'sort' in props ? props.sort : search.sort;
  const sortBy = onSort ?? ((next: string | undefined) => change({ sort: next }));
  return (
    <Page
      title={title}
      more={
        <span className={styles.count} role="status">
          {sums ?? (first && parts(rows.more ? 'rowsMore' : 'rows', { count: rows.length }))}
        </span>
      }
      actions={
        <>
          {actions}
          <Views />
          <span className={styles.wide}>
            <Columns columns={every} />
          </span>
          {csv && rows.length > 0 && (
            <Csv
              path={csv.path}
              query={{ ...csv.query, ...(knownAt && { asOf: first?.body.asOf, knownAt }) }}
              columns={columns.flatMap(({ id, csv: names = [id] }) => names)}
            />
          )}
          {rows.length > 0 && <Button onPress={printed.print}>{parts('print')}</Button>}
        </>
      }
      full
    >
      <div className={styles.above}>
        {above}
        <div className={styles.asked}>
          <Filters choices={choices} refused={refused} apart={apart} counting={props.counting} />
          <BackTo choices={choices} isRefused={error !== undefined} />
          {props.groupings && <GroupBy groupings={props.groupings} />}
        </div>
        {first && <Standing head={first.head} />}
        <ChangedRows changed={list.changed} refresh={list.refresh} />
        {props.bulk}
      </div>
      <div className={styles.beside}>
        {isPending && <Waiting label={title} lines={12} />}
        {error && !isShown && <Trouble error={error} retry={list.refresh} />}
        {first && rows.length === 0 && <NothingFound choices={choices} path={csv?.path} />}
        {rows.length > 0 && (
          <Grid
            label={title}
            rows={rows}
            count={count}
            columns={columns}
            sort={sort}
            onSort={sortBy}
            idOf={idOf}
            onOpen={onOpen}
            onPeek={panel && ((row) => change({ _peek: idOf(row) }, 'replace'))}
            peeked={peeked}
            onWidth={widen}
            headMenu={(column, at, close) => (
              <ColumnMenu
                {...{ column, at, close, sort, choices }}
                columns={every}
                onSort={sortBy}
                counting={props.counting}
              />
            )}
            isTight={peeked !== undefined || search._explain !== undefined}
            choosing={props.choosing}
          />
        )}
        {printed.rows && <PrintedRows title={title} columns={columns} {...printed} />}
        {panel && peeked && <Fragment key={peeked}>{panel(peeked)}</Fragment>}
      </div>
    </Page>
  );
}

/** Rows stay as they were read until somebody wants them anew: nothing moves under the cursor. */
function ChangedRows({ changed, refresh }: { changed: number | 'many'; refresh: () => void }) {
  const t = useTranslations('parts');
  if (changed === 0) return null;
  return (
    <Banner kind="info">
      {changed === 'many' ? t('changedMany') : t('changedRows', { count: changed })}{' '}
      <Button look="quiet" onPress={refresh}>
        {t('refresh')}
      </Button>
    </Banner>
  );
}
