import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import type { answered } from '../api/client';
import { useList } from '../api/list';
import { Figure } from '../parts/figure';
import { Go, type Path } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { filtersOf, type Search } from '../time/search';
import { useAddress, useTime } from '../time/use-time';
import { ListPage } from './list-page';

/** Rows of one value and currency: how many, and what they come to. */
export type Group = { value: string | null; currency: string; count: number } & Record<string, unknown>;

type Page = { items: Group[]; next: string | null; asOf?: string; knownAt?: string };
type Asked = { by: string; sort?: string; cursor?: string; limit: number };

interface Props extends Pick<
  Parameters<typeof ListPage<Group>>[0],
  'title' | 'choices' | 'counting' | 'groupings' | 'sums' | 'above' | 'actions'
> {
  by: string;
  /** Where the rows themselves stand. */
  to: Path;
  /** Where groups are answered. */
  path: string;
  ask: (page: Asked, signal: AbortSignal) => Parameters<typeof answered<Page>>[0];
  /** What is asked beside the address. */
  asked?: Search;
  /** Amounts of a group, with their words. */
  amounts: readonly (readonly [name: string, title: string])[];
  wordOf: (value: string) => string;
  /** The filters that find exactly the rows of a group, beside those that all groups have. */
  rowsOf: (value: string, currency: string) => Search;
}

/** A list put together by one value of its rows: count and sums of each, and each leads to exactly its rows. */
export function GroupPage(props: Props) {
  const { by, to, path, ask, asked: more, amounts, wordOf, rowsOf, groupings = [], ...page } = props;
  const t = useTranslations('parts');
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const { time } = useTime();
  const filters = filtersOf(search);
  const sort = search._sort;
  const query = { ...filters, ...more, ...time, by, ...(sort && { sort }) };
  const list = useList<Group>(path, query, ({ signal, ...asked }) =>
    ask({ by, ...(sort && { sort }), ...asked }, signal),
  );
  const within = ({ value, currency }: Group): Search => {
    if (value !== null) return { ...filters, ...rowsOf(value, currency) };
    const { [by]: _none, ...others } = rowsOf('', currency);
    const without = [...new Set([...(filters.without?.split(',') ?? []), by])].join(',');
    return { ...filters, ...others, without };
  };
  const cellOf = (name: string) => (group: Group) => (
    <Figure value={{ amount: String(group[name]) }} explain={{ to, search: within(group) }} />
  );
  const columns: Column<Group>[] = [
    {
      ...{ id: 'value', title: new Map(groupings).get(by) ?? by, width: 200, grows: true, sorts: true },
      narrow: 1,
      cell: (group) => (
        <Go to={to} search={within(group)}>
          {group.value === null ? t('without') : wordOf(group.value)}
        </Go>
      ),
    },
    {
      ...{ id: 'count', title: t('count'), width: 100, align: 'end', sorts: true, narrow: 1 },
      cell: (group) => <Figure value={{ count: group.count }} explain={{ to, search: within(group) }} />,
    },
    ...amounts.map(([id, title], at): Column<Group> => ({
      ...{ id, title, width: 140, align: 'end', sorts: true, cell: cellOf(id) },
      ...(at === 0 && { narrow: 2 }),
    })),
    { id: 'currency', title: t('currency'), width: 90, narrow: 2, cell: ({ currency }) => currency },
  ];
  return (
    <ListPage
      {...page}
      list={list}
      columns={columns}
      groupings={groupings}
      idOf={({ value, currency }) => `${value ?? ''} ${currency}`}
      onOpen={(group) => void navigate({ to, search: within(group) as never })}
      sort={sort}
      // Groups have one order: amounts of two currencies stand apart.
      onSort={(next) => change({ _sort: next?.split(',').at(-1) })}
      csv={{ path, query }}
    />
  );
}
