import { useNavigate } from '@tanstack/react-router';
import { useLocale, useTranslations } from 'use-intl';
import { useAsk } from '../api/asking';
import { client } from '../api/client';
import { useList } from '../api/list';
import type { paths } from '../api/schema';
import type { FilterChoice } from '../parts/filter-choice';
import { Amount } from '../parts/figure';
import { Go } from '../parts/go';
import type { Column } from '../parts/grid/grid';
import { SearchField } from '../parts/search-field';
import { ListPage } from '../shell/list-page';
import { askedOf } from '../time/search';
import { useAddress } from '../time/use-time';
import { dayText } from '../words/formats';
import { KINDS, STATES, useExceptionWords } from './exceptions.words';
import { isCompared, otherPlaceOf } from './compare.question';
import { CompareWith } from './compare-with';
import { ListCompare } from './list-compare';
import { ReportsNav } from './reports.nav';

type Asked = paths['/v1/reports/exceptions']['get'];
type Query = NonNullable<Asked['parameters']['query']>;
type Row = Asked['responses'][200]['content']['application/json']['items'][number];

/** What was agreed or happened beside the usual course, one row each. */
export function Exceptions() {
  const { search } = useAddress();
  return isCompared(search) ? <Compared /> : <Rows />;
}

function Rows() {
  const t = useTranslations('reporting.exceptions');
  const navigate = useNavigate();
  const { search } = useAddress();
  const query: Query = askedOf(search);
  const list = useList<Row>('/v1/reports/exceptions', query, ({ signal, ...page }) =>
    client.GET('/v1/reports/exceptions', { params: { query: { ...query, ...page } }, signal }),
  );
  return (
    <ListPage
      title={t('title')}
      list={list}
      columns={useColumns()}
      choices={useChoices()}
      idOf={({ kind, id }) => `${kind} ${id}`}
      onOpen={({ invoiceId, customerId }) =>
        void (invoiceId === null
          ? navigate({ to: '/customers/$id', params: { id: customerId } })
          : navigate({ to: '/invoices/$id', params: { id: invoiceId } }))
      }
      actions={
        <>
          <SearchField hint={t('searchHint')} />
          <CompareWith />
        </>
      }
      csv={{ path: '/v1/reports/exceptions', query }}
      above={<ReportsNav of="exceptions" />}
    />
  );
}

/** The same at two places. */
function Compared() {
  const t = useTranslations('reporting.exceptions');
  const { search } = useAddress();
  const { sort: _sort, ...asked } = askedOf(search);
  const columns = useColumns();
  const query = { ...asked, ...otherPlaceOf(search) };
  const compared = useAsk('/v1/reports/exceptions/compare', query, (signal) =>
    client.GET('/v1/reports/exceptions/compare', { params: { query }, signal }),
  );
  return <ListCompare title={t('title')} of="exceptions" asked={compared} columns={() => columns} />;
}

function useColumns(): Column<Row>[] {
  const t = useTranslations('reporting.exceptions');
  const { kindWord, stateWord } = useExceptionWords();
  const locale = useLocale();
  return [
    {
      ...{ id: 'kind', title: t('kind'), width: 140, sorts: true, narrow: 1 },
      cell: ({ kind }) => kindWord(kind),
    },
    {
      ...{ id: 'number', title: t('on'), width: 150, sorts: true, narrow: 2 },
      cell: ({ invoiceId, number }) =>
        invoiceId === null ? (
          t('allInvoices')
        ) : (
          <Go to="/invoices/$id" params={{ id: invoiceId }}>
            {number}
          </Go>
        ),
    },
    {
      ...{ id: 'customerName', title: t('customer'), width: 150, grows: true, sorts: true },
      csv: ['customerId', 'customerName'],
      cell: ({ customerId, customerName }) => (
        <Go to="/customers/$id" params={{ id: customerId }}>
          <span title={customerId}>{customerName ?? customerId}</span>
        </Go>
      ),
    },
    {
      ...{ id: 'since', title: t('since'), width: 120, sorts: true },
      cell: ({ since }) => dayText(since, locale),
    },
    {
      ...{ id: 'until', title: t('until'), width: 120, sorts: true, narrow: 2 },
      cell: ({ until }) => (until === null ? '–' : dayText(until, locale)),
    },
    {
      ...{ id: 'state', title: t('state'), width: 140, sorts: true, narrow: 1 },
      cell: ({ state }) => stateWord(state),
    },
    {
      ...{ id: 'amount', title: t('amount'), width: 120, align: 'end', sorts: true },
      cell: ({ amount }) => (amount === null ? '–' : <Amount amount={amount} />),
    },
    {
      ...{ id: 'currency', title: t('currency'), width: 76, sorts: true },
      cell: ({ currency, amount }) => (amount === null ? '' : currency),
    },
  ];
}

function useChoices(): FilterChoice[] {
  const t = useTranslations('reporting.exceptions');
  const { kindWord, stateWord } = useExceptionWords();
  return [
    { name: 'kind', title: t('kind'), values: KINDS.map((kind) => [kind, kindWord(kind)]) },
    { name: 'state', title: t('state'), values: STATES.map((state) => [state, stateWord(state)]) },
    { name: 'customerId', title: t('customer'), hint: 'C-100' },
    { name: 'number', title: t('on'), hint: '2026-0117' },
    { name: 'since', title: t('since'), hint: '2026-01-01..2026-03-31' },
    { name: 'until', title: t('until'), hint: '2026-01-01..2026-03-31' },
    { name: 'amount', title: t('amount') },
    { name: 'currency', title: t('currency'), hint: 'EUR' },
  ];
}
