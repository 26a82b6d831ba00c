import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { client } from '../api/client';
import { useList } from '../api/list';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { useAddress } from '../time/use-time';
import { useAgingChoices } from './aging.choices';
import { useAgingColumns } from './aging.columns';
import { AgingLooks } from './aging.looks';
import { type AgingAnswer, agingQuery, type AgingRow, byOf } from './aging.question';
import { AgingCompare } from './aging.compare';
import { AgingSeries } from './aging.series';
import { AgingTotals } from './aging.totals';
import { CompareWith } from './compare-with';
import { isCompared } from './compare.question';
import { ReportsNav } from './reports.nav';

/** Who owes how much, since when: by customer, by owner, over time. */
export function Aging() {
  const { search } = useAddress();
  if (isCompared(search)) return <AgingCompare />;
  return search._tab === 'series' ? <AgingSeries /> : <AgingRows />;
}

function AgingRows() {
  const t = useTranslations('reporting');
  const navigate = useNavigate();
  const { search, change } = useAddress();
  const by = byOf(search);
  const query = agingQuery(search);
  const list = useList<AgingRow>('/v1/reports/aging', query, async ({ signal, ...page }) => {
    const { data, ...told } = await client.GET('/v1/reports/aging', {
      params: { query: { ...query, ...page } },
      signal,
    });
    return { ...told, data: data && { ...data, items: data.rows } };
  });
  const answer = list.first?.body as AgingAnswer | undefined;
  const totals = answer?.currencies ?? [];
  return (
    <ListPage
      title={t('aging.title')}
      list={list}
      columns={useAgingColumns(totals[0])}
      choices={useAgingChoices()}
      apart={['by', 'definition']}
      idOf={({ key, currency }) => `${key ?? '-'} ${currency}`}
      onOpen={({ key }) => {
        if (key === null) return;
        if (by === 'customer') void navigate({ to: '/customers/$id', params: { id: key } });
        else void navigate({ to: '/invoices', search: { ownerId: key, open: '0.01..' } as never });
      }}
      // Within each currency by one amount: the report knows no second one.
      onSort={(sort) => change({ sort: sort?.split(',').at(-1) })}
      actions={
        <>
          <SearchField hint={t(by === 'customer' ? 'aging.searchCustomer' : 'aging.searchOwner')} />
          <CompareWith />
        </>
      }
      csv={{ path: '/v1/reports/aging', query }}
      also={answer && `definition=${answer.definition.split('/')[1]}`}
      above={
        <>
          <ReportsNav of="aging" />
          <AgingLooks />
          <AgingTotals totals={totals} />
        </>
      }
    />
  );
}
